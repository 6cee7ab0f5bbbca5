import type { Agency } from '../agency/agency.ts'
import { acceptsEmployment } from '../agency/agency.ts'
import type { StuckAt } from '../case/case.ts'
import type { FieldName } from '../form/field.ts'
import type { ProcedureName } from './names.ts'

/** What there is to do on BSrE's own pages, step by step (source page, sections A to D); names are only added. */
export const stepNames = [
  'eligibility',
  'documents',
  'mail',
  'data',
  'notice',
  'verification',
  'window',
  'profile',
  'selfie',
  'passphrase',
  'consent',
  'link',
  'leaked',
] as const
export type StepName = (typeof stepNames)[number]

/** A way through pages that are not ours: a case is opened only for whoever is stuck, or when nothing is left but that. */
export interface Guide {
  readonly steps: readonly StepName[]
  /** Opened for whoever is stuck. */
  readonly stuck: ProcedureName
  /** Opened after the last step; without it the guide ends there. */
  readonly leadsTo?: ProcedureName
  /** What choosing this guide has answered already. */
  readonly answers: Readonly<Partial<Record<FieldName, string>>>
}

const registration = (employment: string): Guide => ({
  steps: ['eligibility', 'documents'],
  stuck: 'question',
  leadsTo: 'registration',
  answers: { employment },
})
const activation = (employment: string, notified: StepName): Guide => ({
  steps: ['mail', 'data', notified, 'passphrase', 'consent'],
  stuck: 'activation',
  answers: { employment },
})
const issuance = (certificateState: string, ...before: readonly StepName[]): Guide => ({
  steps: [...before, 'profile', 'selfie', 'passphrase', 'consent'],
  stuck: 'issuance',
  answers: { certificateState },
})

/** Every guide by its stored name; buttons and cases keep the names, so they are only added. */
export const guides = {
  'registration-pns': registration('pns'),
  'registration-pppk': registration('pppk'),
  'registration-lainnya': registration('lainnya'),
  'registration-tni-polri': { steps: ['eligibility'], stuck: 'question', answers: {} },
  'activation-pns': activation('pns', 'notice'),
  'activation-pppk': activation('pppk', 'notice'),
  'activation-lainnya': activation('lainnya', 'verification'),
  'issuance-new': issuance('new'),
  'issuance-expired': issuance('expired'),
  'issuance-renewal': issuance('renewal', 'window'),
  'passphrase-reset': { steps: ['link', 'selfie', 'passphrase', 'consent'], stuck: 'passphrase-reset', answers: {} },
  'passphrase-leaked': { steps: ['leaked'], stuck: 'revocation', answers: { revocationReason: 'compromised' } },
} as const satisfies Record<string, Guide>

export type GuideName = keyof typeof guides
export const guideNames = Object.keys(guides) as readonly GuideName[]
/** Widens one guide to what all have in common. */
export const guideOf = (name: GuideName): Guide => guides[name]

/** What is asked of whoever is stuck at a step, before a case is opened. */
export const asksWhenStuck: Readonly<Partial<Record<StepName, FieldName>>> = { mail: 'registeredBy' }

/** What else may be what somebody needs who is stuck at a step. */
export const offersAt: Readonly<Partial<Record<StepName, readonly ProcedureName[]>>> = {
  mail: ['data-change'],
  profile: ['data-change'],
  leaked: ['reactivation'],
}

/** True for what is no step of a page: it only leads on to a procedure. */
export const isWayOut = (step: StepName): boolean => step === 'eligibility' || step === 'leaked'

/** The questions before a guide, whose options choose it. */
export const doors = {
  register: {
    asks: 'employment',
    to: {
      pns: 'registration-pns',
      pppk: 'registration-pppk',
      lainnya: 'registration-lainnya',
      'tni-polri': 'registration-tni-polri',
    },
  },
  activate: {
    asks: 'employment',
    to: { pns: 'activation-pns', pppk: 'activation-pppk', lainnya: 'activation-lainnya' },
  },
  issue: {
    asks: 'certificateState',
    to: { new: 'issuance-new', expired: 'issuance-expired', renewal: 'issuance-renewal' },
  },
} as const satisfies Record<string, { readonly asks: FieldName; readonly to: Readonly<Record<string, GuideName>> }>
export type DoorName = keyof typeof doors
export const doorNames = Object.keys(doors) as readonly DoorName[]
/** Widens one door to what all have in common. */
export const doorOf = (
  name: DoorName,
): { readonly asks: FieldName; readonly to: Readonly<Record<string, GuideName>> } => doors[name]

/** Days before its end from which a certificate may be renewed (AMS 4.5.0). */
export const renewalOpensDays = 30

/** Where a guide begins: whom no agency here takes is not sent for documents. */
export function firstStep(name: GuideName, agencies: readonly Agency[]): StepName | undefined {
  const { steps, answers } = guideOf(name)
  const { employment } = answers
  const isTaken = employment !== undefined && agencies.some((agency) => acceptsEmployment(agency, employment))
  return steps.find((step) => step !== 'eligibility' || !isTaken)
}

/** The step after this one; undefined when it was the last. */
export function stepAfter(name: GuideName, step: StepName): StepName | undefined {
  const { steps } = guideOf(name)
  return steps[steps.indexOf(step) + 1]
}

/** A place in a guide, and what its reader has answered on the way. */
export interface Place {
  readonly guide: GuideName
  readonly step: StepName
  /** The option chosen of what is asked when stuck there. */
  readonly said?: string
}

/** The place that a button or a case names; undefined for a guide or step that is none (any more). */
export function placeIn(guide: string | undefined, at: string | undefined): Place | undefined {
  const [step = '', said] = (at ?? '').split('.')
  const name = guideNames.find((known) => known === guide)
  const known = name === undefined ? undefined : guideOf(name).steps.find((one) => one === step)
  if (name === undefined || known === undefined) return undefined
  return { guide: name, step: known, ...(said !== undefined && { said }) }
}

/** A place as a button carries it. */
export const placeKey = ({ step, said }: Place): string => (said === undefined ? step : `${step}.${said}`)

/** What a case that is opened there remembers of it. */
export const stuckAt = ({ guide, step }: Place): StuckAt => ({ guide, step })

/** What the case that is opened there need not ask any more. */
export function answersOf({ guide, step, said }: Place): Readonly<Partial<Record<FieldName, string>>> {
  const asked = asksWhenStuck[step]
  return { ...guideOf(guide).answers, ...(asked !== undefined && said !== undefined && { [asked]: said }) }
}
