import type { Agency } from '../../core/agency/agency.ts'
import { type Answer, type FieldKind, type FieldName, fieldOf, isFieldName } from '../../core/form/field.ts'
import { maskDigits, maskEmail, maskPhone } from '../../core/privacy/mask.ts'
import { answerText } from '../text/answer.ts'
import { visible } from '../text/escape.ts'
import type { Language } from '../text/language.ts'
import { shownText } from './hostile-text.ts'

const masks: Readonly<Partial<Record<FieldKind, (value: string) => string>>> = {
  nip: maskDigits,
  nik: maskDigits,
  phone: maskPhone,
  email: maskEmail,
  'other-email': maskEmail,
}

const maskOf = (name: FieldName) => masks[fieldOf(name).kind]

/** True for the fields that a page shows masked until somebody who holds the case asks, on record, to see them. */
export const isMasked = (item: string): boolean => isFieldName(item) && maskOf(item) !== undefined

/** An answer as a page may show it: masked unless it was revealed. */
export function shownAnswer(
  item: string,
  answer: Answer,
  isRevealed: boolean,
  language: Language,
  agencies: readonly Agency[],
): string {
  const [name = ''] = item.split('.')
  if (!isFieldName(name)) return ''
  const mask = maskOf(name)
  if (mask === undefined || typeof answer !== 'string') return shownText(answerText(name, answer, language, agencies))
  return isRevealed ? visible(answer) : mask(answer)
}
