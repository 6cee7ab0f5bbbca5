import type { FieldName } from '../../core/form/field.ts'
import type { ChangeKind } from '../../core/procedure/data-change.ts'
import type { Bilingual } from './language.ts'

const here: Bilingual = {
  id: 'Yang dimaksud data di instansi Anda sekarang; data instansi lama ditanyakan sesudah ini.',
  en: 'This is about your agency now; the former one is asked about afterwards.',
}
const registered: Bilingual = {
  id: 'Yang dimaksud data yang terdaftar sekarang; data barunya ditanyakan sesudah ini.',
  en: 'This is about what is registered now; the new data is asked for afterwards.',
}
const wrong: Bilingual = {
  id: 'Bila data ini yang keliru, tulis seperti yang terdaftar sekarang; yang benar ditanyakan sesudah ini.',
  en: 'If this is what is wrong, write it as it is registered now; the right one is asked for afterwards.',
}
const moved = { email: here, unit: here, position: here } as const

const hints: Readonly<Record<ChangeKind, Readonly<Partial<Record<FieldName, Bilingual>>>>> = {
  transfer: moved,
  'registered-elsewhere': moved,
  mail: { email: registered },
  phone: { phone: registered },
  identity: { name: wrong, nik: wrong, nip: wrong },
  position: { unit: registered, position: registered },
}

/** Which of two values a question means, where a change of data of this kind asks for both; undefined elsewhere. */
export const changeHint = (kind: unknown, name: FieldName): Bilingual | undefined =>
  typeof kind === 'string' && isKind(kind) ? hints[kind][name] : undefined

const isKind = (kind: string): kind is ChangeKind => Object.hasOwn(hints, kind)
