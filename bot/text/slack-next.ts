import { amsChecks, amsSteps } from './ams-step.ts'
import type { Language } from './language.ts'
import { panduSteps } from './pandu-step.ts'
import { type Staged, stageOf } from './staff-stage.ts'

/** What staff does next with a case as it stands, in Pandu and in AMS. */
export function staffNext(c: Staged, language: Language): string {
  const stage = stageOf(c)
  const inAms = amsSteps[stage]
  return `${panduSteps[stage][language]} AMS: ${(inAms === 'check' ? amsChecks[c.procedure] : inAms)[language]}`
}
