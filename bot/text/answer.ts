import type { Device } from '../../core/evidence/device.ts'
import type { Answer, FieldName, Moment } from '../../core/form/field.ts'
import { deviceText } from './device.ts'
import { optionLabel, unknownLabel } from './field.ts'
import type { Language } from './language.ts'
import { momentText } from './moment.ts'

/** An answer in words, unmasked and unescaped: what the caller may show of a personal field is theirs to mask first. */
export function answerText(
  name: FieldName,
  answer: Answer,
  language: Language,
  agencies: readonly { readonly code: string; readonly name: string }[] = [],
): string {
  if (answer === null) return unknownLabel(name, language)
  if (typeof answer === 'string') return optionLabel(name, answer, language, agencies)
  if (isMoment(answer)) return momentText(answer, language)
  return answer.map((device) => deviceText(device, language)).join('; ')
}

const isMoment = (answer: Moment | readonly Device[]): answer is Moment => 'date' in answer
