import type { Calendar } from '../case/deadline.ts'

export interface PersonInCharge {
  readonly name: string
  readonly nip: string
  readonly title: string
  readonly certSha256?: string | undefined
}

/** One agency as `AGENCIES_FILE` describes it (fixed shape, `architecture.md` §7). */
export interface Agency {
  readonly code: string
  readonly name: string
  readonly emailDomains: readonly string[]
  readonly personInCharge: PersonInCharge
  readonly slackChannel?: string | undefined
  readonly employmentAccepted: readonly string[]
  readonly helpdesk?: { readonly phone: string; readonly email: string; readonly hours: string } | undefined
  readonly fallbackVerifier?: string | undefined
  readonly slaTargets?: Readonly<Record<string, number>> | undefined
  readonly calendar?: Calendar | undefined
  /** When a certificate is revoked that a change makes void: before the form is signed, or before it is sent (default). */
  readonly revokeBefore?: 'form' | 'sending' | undefined
  readonly contactCenter?: { readonly email?: string | undefined } | undefined
}

/** True when people of that employment status get their certificate through this agency. */
export const acceptsEmployment = ({ employmentAccepted }: Agency, employment: string): boolean =>
  employmentAccepted.some((accepted) => accepted.toLowerCase() === employment)
