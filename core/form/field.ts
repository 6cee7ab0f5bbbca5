import type { Device } from '../evidence/device.ts'
import type { Condition } from '../procedure/condition.ts'
import { changeThat } from '../procedure/data-change.ts'

/** A day as YYYY-MM-DD, with the time in WIB (HH:MM) when it is known. */
export interface Moment {
  readonly date: string
  readonly time?: string
}

/** What a requester answers to one field; `null` is a declared "Tidak tahu". */
export type Answer = string | Moment | readonly Device[] | null

export type FieldKind =
  | 'name'
  | 'nip'
  | 'nik'
  /** An office address of the case's agency. */
  | 'email'
  /** Any address. */
  | 'other-email'
  | 'phone'
  | 'text'
  /** Some sentences. */
  | 'story'
  | 'choice'
  | 'past'
  | 'ahead'
  /** A day of the past or to come. */
  | 'day'
  | 'devices'

/** One typed field of a form. `needed: false` accepts "Tidak tahu"; `personal` is masked in every chat. */
export interface Field {
  readonly kind: FieldKind
  readonly needed: boolean
  readonly personal?: true
  readonly options?: readonly string[]
  /** Asked only while this holds of the answers so far. */
  readonly when?: Condition
  /** The answer that this one replaces: the same again is no change. */
  readonly replaces?: string
}

const declared = ['clean', 'cleaned'] as const
const moves = ['transfer', 'registered-elsewhere'] as const

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
  trouble: { kind: 'story', needed: true },
  registeredBy: { kind: 'choice', needed: false, options: ['verifier', 'my-asn', 'other-agency'] },
  certificateState: { kind: 'choice', needed: true, options: ['new', 'expired', 'renewal'] },
  revocationReason: {
    kind: 'choice',
    needed: true,
    options: ['loss', 'compromised', 'retired', 'deceased', 'transferred', 'wrongly-issued', 'own-wish'],
  },
  revocationFor: { kind: 'choice', needed: true, options: ['self', 'other'] },
  ownerName: { kind: 'name', needed: true, personal: true, when: { field: 'revocationFor', is: ['other'] } },
  ownerNip: { kind: 'nip', needed: false, personal: true, when: { field: 'revocationFor', is: ['other'] } },
  changeKind: {
    kind: 'choice',
    needed: true,
    options: ['transfer', 'registered-elsewhere', 'mail', 'phone', 'identity', 'position'],
  },
  signingStops: { kind: 'choice', needed: true, options: ['understood'] },
  formerAgency: { kind: 'choice', needed: true, replaces: 'agency', when: { field: 'changeKind', is: moves } },
  formerAgencyName: { kind: 'text', needed: true, when: { field: 'formerAgency', is: ['other'] } },
  formerEmail: { kind: 'other-email', needed: false, personal: true, when: { field: 'changeKind', is: moves } },
  newEmail: {
    kind: 'email',
    needed: true,
    personal: true,
    replaces: 'email',
    when: { field: 'changeKind', is: ['mail'] },
  },
  newPhone: {
    kind: 'phone',
    needed: true,
    personal: true,
    replaces: 'phone',
    when: { field: 'changeKind', is: ['phone'] },
  },
  identityPart: {
    kind: 'choice',
    needed: true,
    options: ['name', 'nik', 'nip'],
    when: { field: 'changeKind', is: ['identity'] },
  },
  newName: {
    kind: 'name',
    needed: true,
    personal: true,
    replaces: 'name',
    when: { field: 'identityPart', is: ['name'] },
  },
  newNik: { kind: 'nik', needed: true, personal: true, replaces: 'nik', when: { field: 'identityPart', is: ['nik'] } },
  newNip: { kind: 'nip', needed: true, personal: true, replaces: 'nip', when: { field: 'identityPart', is: ['nip'] } },
  newUnit: { kind: 'text', needed: true, when: { field: 'changeKind', is: ['position'] } },
  newPosition: {
    kind: 'text',
    needed: true,
    replaces: 'position',
    when: { field: 'changeKind', is: ['position'] },
  },
  decreeNumber: { kind: 'text', needed: false, when: changeThat('hasDecree') },
  decreeDate: { kind: 'past', needed: false, when: changeThat('hasDecree') },
  effectiveOn: { kind: 'day', needed: false, when: { field: 'changeKind', is: ['transfer', 'position'] } },
  changeReason: { kind: 'text', needed: false },
} as const satisfies Record<string, Field>

export type FieldName = keyof typeof fields
export const isFieldName = (name: string): name is FieldName => Object.hasOwn(fields, name)
/** Widens one field to what all have in common. */
export const fieldOf = (name: FieldName): Field => fields[name]
