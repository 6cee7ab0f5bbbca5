import type { Case } from '../../core/case/case.ts'
import { filesOf, isOptional, missing } from '../../core/case/missing.ts'
import type { Question } from '../../core/case/question.ts'
import { deviceKinds } from '../../core/evidence/device.ts'
import { isFieldName } from '../../core/form/field.ts'
import { deviceKindLabel } from '../text/device.ts'
import { unknownLabel } from '../text/field.ts'
import type { Language } from '../text/language.ts'
import { previousQuestion } from './asking.ts'
import { caseKey, pressData } from './press.ts'
import { type Button, button, type Reader, rowsOf, type Screen } from './screen.ts'
import { type Option, optionsFor } from './typed.ts'

/** More agencies than this are found by typing a part of their name. */
const optionsMax = 12

/** The buttons below a question: its answers, then the ways out. */
export function questionRows(c: Case, question: Question, isAgain: boolean, reader: Reader): Screen['rows'] {
  const { language } = reader
  return [
    ...rowsOf(answersOf(c, question, reader)),
    ...rowsOf(fallbacksOf(c, question, isAgain, language)),
    ...waysOut(c, question.key, language),
  ]
}

/** *Kembali*, *Lanjut nanti*, *Batal*, for a question or the check (`key` undefined). */
export function waysOut(c: Case, key: string | undefined, language: Language): Screen['rows'] {
  const back = previousQuestion(c, key) === undefined ? [] : [button('back', language, c)]
  return rowsOf([...back, button('later', language, c), button('cancel', language, c)])
}

function answersOf(c: Case, question: Question, reader: Reader): readonly Button[] {
  const { key, field } = question
  if (field?.kind === 'devices')
    return deviceKinds.map((kind) => ({
      label: deviceKindLabel(kind, reader.language),
      data: pressData({ verb: 'kind', case: caseKey(c), item: key, option: kind }),
    }))
  const options = optionsFor(question, reader)
  return options.length > optionsMax ? [] : optionButtons(c, key, options)
}

/** One button an option. */
export const optionButtons = (c: Case, item: string, options: readonly Option[]): readonly Button[] =>
  options.map(({ key, label }) => ({
    label,
    data: pressData({ verb: 'pick', case: caseKey(c), item, option: key }),
  }))

function fallbacksOf(c: Case, { key, name, field }: Question, isAgain: boolean, language: Language): readonly Button[] {
  const isKept = isAgain && !missing(c).some((owed) => owed.key === key)
  const keep = isKept ? [button('keep', language, c, { item: key })] : []
  if (field === null) {
    const isEmpty = filesOf(c, key).length === 0
    const finish = isEmpty && isOptional(key) ? 'none' : 'done'
    const clear = isEmpty ? [] : [button('clear', language, c, { item: key })]
    return [button(finish, language, c, { item: key }), ...clear, ...keep]
  }
  if (field.needed || !isFieldName(name)) return keep
  const unknown = pressData({ verb: 'unknown', case: caseKey(c), item: key })
  return [{ label: unknownLabel(name, language), data: unknown }, ...keep]
}
