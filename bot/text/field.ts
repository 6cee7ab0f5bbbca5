import type { FieldName, fields } from '../../core/form/field.ts'
import { changeFields } from './field-change.ts'
import { incidentFields } from './field-incident.ts'
import { personFields } from './field-person.ts'
import { serviceFields } from './field-service.ts'
import type { Bilingual, Language } from './language.ts'

type OptionOf<F extends FieldName> = (typeof fields)[F] extends {
  readonly options: readonly (infer Key extends string)[]
}
  ? Key
  : never

/** What is said about one field: its name, the question put, the form of a good answer, its buttons. */
export type FieldText<F extends FieldName> = {
  /** As on forms, cards and summaries; at most 40 characters. */
  readonly label: Bilingual
  readonly ask: Bilingual
  /** A good answer to copy the form of; none where buttons show all answers. */
  readonly example?: Bilingual
} & ([OptionOf<F>] extends [never] ? unknown : { readonly options: Readonly<Record<OptionOf<F>, Bilingual>> })

export type FieldTexts<F extends FieldName> = { readonly [K in F]: FieldText<K> }

const fieldTexts: FieldTexts<FieldName> = {
  ...personFields,
  ...incidentFields,
  ...serviceFields,
  ...changeFields,
}

export const fieldLabel = (name: FieldName, language: Language): string => fieldTexts[name].label[language]

/** The question as it is put; `scannedAt` and `statement` are about one device, which the caller names beside it. */
export const fieldQuestion = (name: FieldName, language: Language): string => fieldTexts[name].ask[language]

/** A made-up good answer, without "Contoh:" before it. */
export const fieldExample = (name: FieldName, language: Language): string | undefined =>
  fieldTexts[name].example?.[language]

/** The button of an option. The options of `agency` are the configured agencies: pass them to have their names. */
export function optionLabel(
  name: FieldName,
  key: string,
  language: Language,
  agencies: readonly { readonly code: string; readonly name: string }[] = [],
): string {
  if (name === 'formerAgency' && key === 'other') return otherAgency[language]
  if (name === 'agency' || name === 'formerAgency') return agencies.find(({ code }) => code === key)?.name ?? key
  const text: FieldText<FieldName> & { readonly options?: Readonly<Record<string, Bilingual>> } = fieldTexts[name]
  return text.options?.[key]?.[language] ?? key
}

/** The button beside every question that is not needed, and what a summary shows for it. */
export const unknownLabel = (name: FieldName, language: Language): string =>
  (name === 'signingDeadline' ? noDeadline : name === 'email' ? noMailbox : unknownAnswer)[language]

const noMailbox: Bilingual = { id: 'Tidak punya', en: 'I have none' }
const unknownAnswer: Bilingual = { id: 'Tidak tahu', en: "I don't know" }
const otherAgency: Bilingual = { id: 'Instansi lain', en: 'Another agency' }
const noDeadline: Bilingual = { id: 'Tidak ada', en: 'None' }
