import type { Device } from '../evidence/device.ts'

/** A day as YYYY-MM-DD, with the time in WIB (HH:MM) when it is known. */
export interface Moment {
  readonly date: string
  readonly time?: string
}

/** What a requester answers to one field; `null` is a declared "Tidak tahu". */
export type Answer = string | Moment | readonly Device[] | null

export type FieldKind = 'name' | 'nip' | 'nik' | 'email' | 'phone' | 'text' | 'choice' | 'past' | 'ahead' | 'devices'

/** One typed field of a form. `needed: false` accepts "Tidak tahu"; `personal` is masked in every chat. */
export interface Field {
  readonly kind: FieldKind
  readonly needed: boolean
  readonly personal?: true
  readonly options?: readonly string[]
  /** Asked only while this holds of the answers so far. */
  readonly when?: { readonly field: string; readonly is: readonly string[] }
}

const declared = ['clean', 'cleaned'] as const

/** Every field that a procedure may ask, by its fixed key (forms: `domain.md` §2, composed). */
export const fields = {
  signingDeadline: { kind: 'ahead', needed: false },
  agency: { kind: 'choice', needed: true },
  name: { kind: 'name', needed: true, personal: true },
  employment: { kind: 'choice', needed: true, options: ['pns', 'pppk', 'lainnya'] },
  nip: { kind: 'nip', needed: true, personal: true, when: { field: 'employment', is: ['pns', 'pppk'] } },
  nik: { kind: 'nik', needed: true, personal: true },
  email: { kind: 'email', needed: true, personal: true },
  phone: { kind: 'phone', needed: false, personal: true },
  unit: { kind: 'text', needed: false },
  position: { kind: 'text', needed: false },
  noticedOn: { kind: 'past', needed: false },
  lossReason: { kind: 'choice', needed: true, options: ['phone-lost', 'phone-changed', 'app-deleted'] },
  lostOn: { kind: 'past', needed: false },
  devices: { kind: 'devices', needed: true },
  scannedAt: { kind: 'past', needed: true },
  statement: { kind: 'choice', needed: true, options: ['stated'] },
  passwordChangedAt: { kind: 'past', needed: true },
  forwarding: { kind: 'choice', needed: false, options: declared },
  filters: { kind: 'choice', needed: false, options: declared },
  sessions: { kind: 'choice', needed: false, options: declared },
  recovery: { kind: 'choice', needed: false, options: declared },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof fields
export const isFieldName = (name: string): name is FieldName => Object.hasOwn(fields, name)
/** Widens one field to what all have in common. */
export const fieldOf = (name: FieldName): Field => fields[name]
