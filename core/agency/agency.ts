import type { Calendar } from './calendar.ts'

/** Whoever signs an agency's forms (Penanggung Jawab Pemanfaatan Sertifikat Elektronik). */
export interface PersonInCharge {
  readonly name: string
  readonly nip: string
  readonly title: string
  readonly certSha256?: string | undefined
  readonly email?: string | undefined
  /** The mailbox of their office: it stays when the person changes. */
  readonly officeEmail?: string | undefined
}

/** Somebody who signs in their place (Plt., Plh.) from one day to another, both included, by WIB. */
export interface ActingOfficer {
  readonly name: string
  readonly nip: string
  readonly title: string
  /** YYYY-MM-DD. */
  readonly from: string
  readonly until: string
  /** The order by which they act. */
  readonly decree: string
  readonly email?: string | undefined
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
  /** When requesters hear nothing but what they wait for, in hours of WIB: 21 to 6 by default, equal hours for never. */
  readonly quietHours?: { readonly fromHour: number; readonly untilHour: number } | undefined
  /** Whether staff hears of cases in working hours only (default); of urgent ones and losses they always hear at once. */
  readonly staffNotices?: 'working-hours' | 'always' | undefined
  /** How much of a target, in percent, may be used before its holder is reminded; below 80 on card and desk only. */
  readonly remindAtPercent?: readonly number[] | undefined
  /** How long a case may be over its target before others hear of it, in hours counted as those of the target. */
  readonly escalateAfterHours?: number | undefined
  /** When a certificate is revoked that a change makes void: before the form is signed, or before it is sent (default). */
  readonly revokeBefore?: 'form' | 'sending' | undefined
  /** Days for which each class of data is kept, where it is not as usual (`core/privacy/retention.ts`). */
  readonly retention?: { readonly [K in 'draft' | 'evidence' | 'case']?: number | undefined } | undefined
  /** False where pictures of evidence need not show the case's code (`core/evidence/challenge.ts`). */
  readonly challengeCode?: boolean | undefined
  /** Pictures of evidence come to the reviewing verifier's own Slack conversation, until they decide; nowhere by default. */
  readonly evidenceInSlack?: 'derivative' | undefined
  /** How its verifiers legalise: recorded at the desk (default), or by their own electronic signature on the cover sheet. */
  readonly legalisation?: 'approval' | 'signature' | undefined
  readonly acting?: readonly ActingOfficer[] | undefined
  /** The head of its letters, on forms too. */
  readonly letterhead?: { readonly lines: readonly string[]; readonly logo?: string | undefined } | undefined
  /** Its own PDF of the form that the person in charge signs, and which of our keys go into which of its fields. */
  readonly formTemplate?:
    | {
        readonly file: string
        readonly fields: Readonly<Record<string, string>>
        readonly signatureField: string
      }
    | undefined
  /** `isOutside`: nobody of the contact center works in this house, so verifiers record what it answers. */
  readonly contactCenter?:
    | {
        readonly email?: string | undefined
        readonly isOutside?: boolean | undefined
        /** Where its agents have the ticket's card. */
        readonly slackChannel?: string | undefined
      }
    | undefined
}

/** True when people of that employment status get their certificate through this agency. */
export const acceptsEmployment = ({ employmentAccepted }: Agency, employment: string): boolean =>
  employmentAccepted.some((accepted) => accepted.toLowerCase() === employment)
