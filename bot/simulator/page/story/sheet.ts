import type { EvidenceKind } from '../../../../core/evidence/kind.ts'
import { fieldOf, isFieldName } from '../../../../core/form/field.ts'
import { fieldExample } from '../../../text/field.ts'
import type { SampleName } from '../../../text/simulator-sample.ts'
import type { SamplePerson } from '../people.ts'
import { type Choice, choiceOf, type Question } from './question.ts'

/** What is chosen where buttons are offered. */
const picks: Readonly<Record<string, string>> = {
  employment: 'pns',
  statement: 'stated',
  forwarding: 'clean',
  filters: 'clean',
  sessions: 'clean',
  recovery: 'clean',
}
/** What is sent as proof. */
export const proofs: Readonly<Record<EvidenceKind, readonly SampleName[]>> = {
  'antivirus-scan': ['full-scan'],
  'ios-condition': ['iphone-version', 'iphone-profiles'],
  'email-password-change': ['password'],
  screenshot: ['trouble'],
  'recommendation-letter': ['letter'],
  decree: ['decree'],
  'revocation-basis': ['decree'],
}

/** What a person answers to each question: what they know, else what leads on. */
export class AnswerSheet {
  readonly #facts: Readonly<Record<string, string>>
  readonly deviceName: string

  constructor({ facts }: SamplePerson) {
    this.#facts = { ...facts }
    this.deviceName = facts.device
  }

  /** The button that fits best; none where an answer is known by heart. */
  pick(question: Question, name: string): Choice | undefined {
    const kind = choiceOf(question, 'kind', 'computer')
    const picked = picks[name] === undefined ? undefined : choiceOf(question, 'pick', picks[name])
    if (kind !== undefined || picked !== undefined) return kind ?? picked
    if (this.#facts[name] !== undefined) return undefined
    return choiceOf(question, 'unknown') ?? choiceOf(question, 'pick')
  }

  /** What is typed; for what nobody thought of, the example that the question shows. */
  say(name: string): string | undefined {
    const example = isFieldName(name) && fieldOf(name).needed ? fieldExample(name, 'id') : undefined
    return this.#facts[name] ?? example
  }
}
