import type { Case } from '../../core/case/case.ts'
import { filesOf, isFileHeld, isOptional } from '../../core/case/missing.ts'
import type { Question } from '../../core/case/question.ts'
import { pictureRemarks } from '../../core/evidence/picture-remark.ts'
import type { Answer, FieldKind } from '../../core/form/field.ts'
import { isFieldName } from '../../core/form/field.ts'
import { maskDigits, maskEmail, maskName, maskPhone } from '../../core/privacy/mask.ts'
import { answerText } from '../text/answer.ts'
import { remarkSentence } from '../text/remark.ts'
import { buttonLabel } from '../text/telegram-button.ts'
import { fileCount } from '../text/telegram-question.ts'
import type { Reader } from './screen.ts'

/** What a case holds for a question, personal values masked; undefined when it holds nothing. Plain text. */
export function heldAnswer(c: Case, question: Question, { language, agencies, at }: Reader): string | undefined {
  const { key, name, field } = question
  if (field === null) {
    const files = filesOf(c, key)
    if (files.length === 0)
      return c.finished.includes(key) && isOptional(key) ? buttonLabel('none', language) : undefined
    const isPending = files.some(({ state }) => state === 'pending')
    const count = fileCount[language](
      files.length,
      files.some(isFileHeld) ? 'scanner' : isPending ? 'check' : undefined,
    )
    const remarks = pictureRemarks(c, key, at).map((code) => remarkSentence(code, language))
    return remarks.length === 0 ? count : `${count} – ⚠ ${remarks.join('; ')}`
  }
  const answer = c.answers[key]
  if (answer === undefined || !isFieldName(name)) return undefined
  const mask = field.personal === true ? masks[field.kind] : undefined
  if (mask !== undefined && typeof answer === 'string') return mask(answer)
  return answerText(name, answer satisfies Answer, language, agencies)
}

const masks: Readonly<Partial<Record<FieldKind, (value: string) => string>>> = {
  name: maskName,
  nip: maskDigits,
  nik: maskDigits,
  email: maskEmail,
  'other-email': maskEmail,
  phone: maskPhone,
}
