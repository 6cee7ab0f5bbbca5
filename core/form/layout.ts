import { devicesMax } from '../evidence/device.ts'
import type { Condition } from '../procedure/condition.ts'
import type { FieldName } from './field.ts'
import type { FormName } from './form-name.ts'

/** One answer on the form: `key` names it here, in the PDF (see `acroName`) and in an agency's own template. */
export interface ValueRow {
  readonly key: FieldName | 'procedure'
  readonly label: string
  /** The words of a choice, where the form says them otherwise than the dossier does. */
  readonly options?: Readonly<Record<string, string>>
  /** Short enough to stand beside another one of its kind. */
  readonly isShort?: true
}

/** One datum that changes, old beside new: `old.<key>` and `new.<key>` in the PDF, whatever fields they are asked as. */
export interface ChangeRow {
  readonly key: string
  readonly label: string
  /** Where old and new are found; the first way that holds is taken, and in it the first field that was answered. */
  readonly ways: readonly { readonly when: Condition; readonly old: readonly FieldName[]; readonly now: FieldName }[]
}

/** A titled part of the form: answers, answers about each device, or changes. */
export type Section = { readonly title: string } & (
  | { readonly rows: readonly ValueRow[] }
  | { readonly eachDevice: readonly ValueRow[] }
  | { readonly changes: readonly ChangeRow[] }
)

export interface Statement {
  readonly text: string
  readonly when?: Condition
}

/** Who signs a form, and the signature field that waits for it. */
export interface SignatureBlock {
  /** Nobody signs while this does not hold. */
  readonly when?: Condition
  readonly field: string
  readonly role: 'person-in-charge' | 'verifier'
  readonly title: string
}

/** An official form as data. Its words are Indonesian, for so is the form; its keys are only added, never renamed. */
export interface FormLayout {
  readonly name: FormName
  readonly title: string
  readonly subtitle: string
  readonly sections: readonly Section[]
  readonly statements: readonly Statement[]
  readonly signature: SignatureBlock
}

/** The fixed name of a value's AcroForm field: `pandu.name`, `pandu.old.email`, `pandu.device.2.scannedAt`. */
export const acroName = (key: string): string => `pandu.${key}`

/** Every key that a form of this layout can have a value for: what a template may map. */
export function keysOf({ sections }: FormLayout): readonly string[] {
  const places = Array.from({ length: devicesMax }, (_, index) => `device.${index + 1}`)
  const keys = sections.flatMap((section) => {
    if ('rows' in section) return section.rows.map(({ key }) => key)
    if ('changes' in section) return section.changes.flatMap(({ key }) => [`old.${key}`, `new.${key}`])
    return places.flatMap((place) =>
      ['name', ...section.eachDevice.map(({ key }) => key)].map((key) => `${place}.${key}`),
    )
  })
  return [...keys, 'number', 'sha256', 'signer.name', 'signer.title', 'signer.nip']
}

/** The rows about the requester that every form begins with. */
export const requesterRows: readonly ValueRow[] = [
  { key: 'name', label: 'Nama lengkap (sesuai KTP)' },
  { key: 'employment', label: 'Status kepegawaian', isShort: true },
  { key: 'nip', label: 'NIP/NI PPPK', isShort: true },
  { key: 'nik', label: 'NIK', isShort: true },
  { key: 'phone', label: 'Nomor HP', isShort: true },
  { key: 'email', label: 'Email dinas' },
  { key: 'agency', label: 'Instansi' },
  { key: 'unit', label: 'Unit kerja' },
  { key: 'position', label: 'Jabatan' },
]
