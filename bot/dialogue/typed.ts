import type { Question } from '../../core/case/question.ts'
import { type FieldName, fieldOf, isFieldName } from '../../core/form/field.ts'
import { optionsOf } from '../../core/form/read.ts'
import { type ProcedureName, procedureNames } from '../../core/procedure/names.ts'
import { optionLabel, unknownLabel } from '../text/field.ts'
import { type Language, languages } from '../text/language.ts'
import { procedureButton } from '../text/procedure.ts'
import { type ButtonName, buttonTexts } from '../text/telegram-button.ts'
import { spokenButtons, spokenOptions, spokenProcedures } from '../text/telegram-spoken.ts'
import type { Reader } from './screen.ts'

/** Typed text as it is compared with labels: lower case, letters and digits, single blanks. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Which of these buttons a text names, by its label in any language or a word for it. */
export function buttonIn<Name extends ButtonName>(text: string, names: readonly Name[]): Name | undefined {
  const typed = plain(text)
  return names.find(
    (name) =>
      languages.some((language) => plain(buttonTexts[name][language]) === typed) ||
      spokenButtons[name]?.includes(typed) === true,
  )
}

/** The procedure that a text names. */
export function procedureIn(text: string): ProcedureName | undefined {
  const typed = plain(text)
  return procedureNames.find(
    (name) =>
      languages.some((language) => plain(procedureButton(name, language)) === typed) ||
      spokenProcedures[name].includes(typed),
  )
}

/** An option of a choice: its key and its button. */
export interface Option {
  readonly key: string
  readonly label: string
}

/** The options of a choice, in the order of the form; none for any other question. */
export function optionsFor({ name, field }: Question, { language, agencies }: Reader): readonly Option[] {
  if (field?.kind !== 'choice' || !isFieldName(name)) return []
  const keys = optionsOf(
    name,
    field,
    agencies.map(({ code }) => code),
  )
  return keys.map((key) => ({ key, label: optionLabel(name, key, language, agencies) }))
}

/** The options of a choice that every case has alike. */
export const optionsOfField = (name: FieldName, language: Language): readonly Option[] =>
  (fieldOf(name).options ?? []).map((key) => ({ key, label: optionLabel(name, key, language) }))

const searchMin = 3

/** Which keys a text may mean: one by label, key or word for it; else all whose label holds the text. */
export function keysIn(text: string, name: string, options: readonly Option[]): readonly string[] {
  const typed = plain(text)
  const exact = options.find(
    ({ key, label }) =>
      plain(label) === typed || plain(key) === typed || spokenOptions[name]?.[key]?.includes(typed) === true,
  )
  if (exact !== undefined) return [exact.key]
  if (typed.length < searchMin) return []
  return options.filter(({ label }) => ` ${plain(label)}`.includes(` ${typed}`)).map(({ key }) => key)
}

/** What a typed answer says to a question, as core reads it; `several` when a search fits more than one option. */
export type Said = { readonly said: string | null } | { readonly several: readonly string[] }

export function saidTo(question: Question, text: string, reader: Reader): Said {
  const { name, field } = question
  if (field !== null && !field.needed && isFieldName(name) && isUnknownWord(text, name)) return { said: null }
  if (field?.kind !== 'choice') return { said: text }
  const keys = keysIn(text, name, [...optionsFor(question, reader), ...inOtherLanguage(question, reader)])
  const found = [...new Set(keys)]
  if (found.length > 1) return { several: found }
  return { said: found[0] ?? text }
}

const isUnknownWord = (text: string, name: Parameters<typeof unknownLabel>[0]): boolean =>
  languages.some((language) => plain(unknownLabel(name, language)) === plain(text))

const inOtherLanguage = (question: Question, reader: Reader): readonly Option[] =>
  optionsFor(question, { ...reader, language: reader.language === 'id' ? 'en' : 'id' })
