/** Shown only while the answer to `field` is one of these. */
export interface Condition {
  readonly field: string
  readonly is: readonly string[]
}

/** One answer on the form: `key` names it here, in the PDF (see `acroName`) and in an agency's own template. */
export interface ValueRow {
  readonly key: string
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
  readonly ways: readonly { readonly when: Condition; readonly old: readonly string[]; readonly now: string }[]
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
  readonly field: string
  readonly role: 'person-in-charge' | 'verifier'
  readonly title: string
}

/** An official form as data. Its words are Indonesian, for so is the form; its keys are only added, never renamed. */
export interface FormLayout {
  readonly name: 'reset-authenticator' | 'data-change'
  readonly title: string
  readonly subtitle: string
  readonly sections: readonly Section[]
  readonly statements: readonly Statement[]
  readonly signature: SignatureBlock
}

/** The fixed name of a value's AcroForm field: `pandu.name`, `pandu.old.email`, `pandu.device.2.scannedAt`. */
export const acroName = (key: string): string => `pandu.${key}`

/** The rows about the requester that every form begins with. */
export const requesterRows: readonly ValueRow[] = [
  { key: 'name', label: 'Nama lengkap (sesuai KTP)' },
  { key: 'employment', label: 'Status kepegawaian', isShort: true },
  { key: 'nip', label: 'NIP / NI PPPK', isShort: true },
  { key: 'nik', label: 'NIK', isShort: true },
  { key: 'phone', label: 'Nomor HP', isShort: true },
  { key: 'email', label: 'Email dinas' },
  { key: 'agency', label: 'Instansi' },
  { key: 'unit', label: 'Unit kerja' },
  { key: 'position', label: 'Jabatan' },
]
