import type { RosterFacts } from '../agency/roster.ts'
import type { Alike } from '../evidence/alike.ts'
import type { Reading } from '../evidence/reading.ts'
import type { ReasonCode } from '../evidence/reason.ts'
import type { Answer } from '../form/field.ts'
import type { CodeProof, Rival, Waiver } from '../identity/proof.ts'
import type { ManifestEntry } from '../legalise/manifest.ts'
import type { SecretKind } from '../privacy/secret.ts'
import type { ProcedureName } from '../procedure/names.ts'
import type { Outcome } from '../procedure/outcome.ts'
import type { FormVerdict } from '../signature/form-verdict.ts'
import type { SignatureVerdict } from '../signature/reason.ts'
import type { Signer } from '../signature/report.ts'
import type { SignerMatch } from '../signature/signer-match.ts'
import type { Author, ChatRef } from './actor.ts'
import type {
  Case,
  Consent,
  EvidenceFile,
  Hearing,
  IdentityProof,
  Setback,
  SignedForm,
  Snooze,
  StaffRef,
  StuckAt,
  Verdict,
} from './case.ts'
import type { MailKind, MailMatch, MailSender } from './mail.ts'
import type { Score } from './rating.ts'

/**
 * What a case can remember. `secret` holds the values that belong to a person: it is sealed under the case key,
 * and only its digest enters the chain. Names in storage are only added, never renamed.
 */
export type Happening =
  | {
      readonly type: 'opened'
      readonly id: string
      readonly number: string
      readonly procedure: ProcedureName
      readonly agency: string | null
      readonly language: Case['language']
      readonly chat: ChatRef
      /** Where older histories have it. */
      readonly stuckAt?: StuckAt
      /** At the counter, by whom; in a chat, at which step of a guide, whose name tells what was said before. */
      readonly secret?: { readonly openedBy: StaffRef; readonly pass: string } | { readonly stuckAt: StuckAt }
    }
  | { readonly type: 'answered'; readonly item: string; readonly secret: { readonly answer: Answer } }
  | {
      readonly type: 'evidence-received'
      readonly item: string
      readonly fileId: string
      readonly sizeBytes: number
      readonly secret: { readonly name: string; readonly source: string; readonly uniqueId?: string }
    }
  | {
      readonly type: 'evidence-stored'
      readonly item: string
      readonly fileId: string
      readonly stored: NonNullable<EvidenceFile['stored']>
      readonly remarks: readonly string[]
      readonly challenge?: NonNullable<EvidenceFile['challenge']>
      readonly secret?: { readonly reading: Reading | null }
    }
  /** Its picture shows what another item asks for. */
  | { readonly type: 'evidence-moved'; readonly item: string; readonly fileId: string; readonly to: string }
  | { readonly type: 'evidence-refused'; readonly item: string; readonly fileId: string; readonly code: string }
  | { readonly type: 'evidence-held'; readonly item: string; readonly fileId: string }
  /** What other cases hold of its files, where that is news. */
  | {
      readonly type: 'evidence-compared'
      readonly found: readonly { readonly item: string; readonly fileId: string; readonly alike: readonly Alike[] }[]
    }
  | { readonly type: 'evidence-finished'; readonly item: string }
  | { readonly type: 'evidence-cleared'; readonly item: string }
  | {
      readonly type: 'submitted'
      readonly consent: Consent
      readonly dueAt: string
      readonly isUrgent: boolean
      readonly revokesBefore?: Case['revokesBefore']
      readonly hears?: Hearing
    }
  | { readonly type: 'roster-consulted'; readonly facts: RosterFacts }
  | { readonly type: 'code-asked' }
  | { readonly type: 'code-waived'; readonly because: Waiver }
  | { readonly type: 'proved'; readonly coolsUntil: CodeProof['coolsUntil'] }
  | { readonly type: 'rivals-noted'; readonly rivals: readonly Rival[] }
  /** With a due time of its own when it came back from the person in charge. */
  | { readonly type: 'claimed'; readonly dueAt?: string; readonly secret: { readonly verifier: StaffRef } }
  | { readonly type: 'released'; readonly because: 'asked' | 'lease-over' | 'away' }
  | { readonly type: 'handed-over'; readonly secret: { readonly verifier: StaffRef; readonly reason?: string } }
  | {
      readonly type: 'item-judged'
      readonly item: string
      readonly ok: boolean
      readonly reason?: ReasonCode
      readonly secret: { readonly note?: string }
    }
  | {
      readonly type: 'returned'
      readonly items: readonly string[]
      readonly dueAt: string
      readonly hoursLeft?: number
    }
  | { readonly type: 'rejected'; readonly reason: ReasonCode; readonly secret: { readonly note?: string } }
  | { readonly type: 'call-started'; readonly secret: { readonly words: readonly [string, string] } }
  | { readonly type: 'call-missed'; readonly misses: number; readonly freezes: boolean }
  | {
      readonly type: 'identity-confirmed'
      readonly method: IdentityProof['method']
      readonly numberFrom?: IdentityProof['numberFrom']
      readonly secret: { readonly by: StaffRef }
    }
  | {
      readonly type: 'legalised'
      readonly manifest: readonly ManifestEntry[]
      readonly formSha256: string
      readonly statement: string
      readonly secret: { readonly by: StaffRef }
    }
  /** The cover sheet waits for its verifier's own signature. */
  | { readonly type: 'cover-issued'; readonly coverSha256: string }
  /** With `pins` the certificate counts as the verifier's from now on. */
  | {
      readonly type: 'cover-signed'
      readonly signedSha256: string
      readonly verdict: SignatureVerdict
      readonly match: SignerMatch
      readonly pins: boolean
      readonly secret: { readonly by: StaffRef; readonly signer: Signer }
    }
  | { readonly type: 'legalisation-withdrawn'; readonly dueAt: string; readonly secret: { readonly by: StaffRef } }
  | { readonly type: 'accepted' }
  | {
      readonly type: 'settled'
      readonly outcome: Outcome
      readonly dueAt: string | null
      readonly secret: { readonly text?: string; readonly by: StaffRef }
    }
  | { readonly type: 'form-issued'; readonly formSha256: string; readonly dueAt: string }
  | {
      readonly type: 'signed-form-received'
      readonly form: Omit<SignedForm, 'at' | 'verdict' | 'confirmed'> & {
        readonly verdict: Omit<FormVerdict, 'signer' | 'expected'> | null
      }
      readonly dueAt?: string
      readonly secret?: Pick<FormVerdict, 'signer' | 'expected'>
    }
  /** With `pins` the certificate of that file counts as the officer's from now on. */
  | {
      readonly type: 'signature-confirmed'
      readonly fileSha256: string
      readonly pins: boolean
      readonly secret: { readonly by: StaffRef }
    }
  | { readonly type: 'revocation-planned'; readonly on: string | null }
  | { readonly type: 'revocation-asked'; readonly dueAt: string }
  | { readonly type: 'revoked'; readonly secret: { readonly by: StaffRef } }
  | { readonly type: 'reissue-asked' }
  | { readonly type: 'certificate-noted'; readonly until: string | null }
  | { readonly type: 'prepared'; readonly dossierSha256: string }
  | { readonly type: 'sent'; readonly channels: readonly ('desk' | 'mail')[]; readonly dueAt: string }
  /** With a reason out of a colleague's hands; `from` is their id. */
  | {
      readonly type: 'taken'
      readonly from?: string
      readonly secret: { readonly agent: StaffRef; readonly reason?: string }
    }
  | { readonly type: 'put-back'; readonly because?: 'lease-over' | 'shift-over' }
  | { readonly type: 'assigned'; readonly secret: { readonly agent: StaffRef } }
  | { readonly type: 'snoozed'; readonly until: string; readonly why: Snooze['why'] }
  | { readonly type: 'woken'; readonly because: 'asked' | 'time' | 'news' }
  | { readonly type: 'escalated'; readonly secret: { readonly text: string; readonly by: StaffRef } }
  | { readonly type: 'linked'; readonly to: string }
  /** It goes on as the case of that number. */
  | { readonly type: 'merged'; readonly into: string; readonly secret: { readonly by: StaffRef } }
  | { readonly type: 'sent-back'; readonly dueAt: string; readonly secret: { readonly text: string } }
  | { readonly type: 'approved'; readonly dueAt: string }
  | { readonly type: 'link-sent'; readonly dueAt?: string }
  | { readonly type: 'link-received'; readonly dueAt?: string }
  | {
      readonly type: 'setback-reported'
      readonly kind: Exclude<Setback['kind'], 'returned'>
      readonly dueAt: string
      readonly secret: { readonly text: string }
    }
  | { readonly type: 'completed' }
  | { readonly type: 'cancelled'; readonly by: 'requester' | 'agent'; readonly secret: { readonly note?: string } }
  | { readonly type: 'expired' }
  | { readonly type: 'reopened'; readonly dueAt: string }
  /** The requester of a counter's case must be told of something, and no mail can do it. */
  | { readonly type: 'telling-owed'; readonly notice: string }
  | { readonly type: 'told' }
  /** Words of staff to the requester; `n` counts them. */
  | { readonly type: 'replied'; readonly n: number; readonly secret: { readonly text: string; readonly by: StaffRef } }
  /** Words of staff to staff. */
  | { readonly type: 'noted'; readonly secret: { readonly text: string; readonly by: StaffRef } }
  /** Words of the requester to staff. */
  | { readonly type: 'wrote'; readonly n: number; readonly secret: { readonly text: string } }
  | { readonly type: 'reply-missed'; readonly n: number }
  | { readonly type: 'rating-asked' }
  /** The requester's own word on how it went; a later one takes its place. */
  | { readonly type: 'rated'; readonly score: Score }
  /** A mail that somebody sent, as unproved as its sender. `by` is who of staff joined it. */
  | {
      readonly type: 'mail-received'
      readonly n: number
      readonly mailId: string
      readonly kind: MailKind
      readonly match: MailMatch
      readonly sender: MailSender
      readonly files: readonly { readonly fileId: string; readonly sizeBytes: number }[]
      readonly withheld?: SecretKind
      readonly leftOut?: number
      readonly secret: {
        readonly from: string
        readonly subject: string
        readonly text: string
        readonly names: readonly string[]
        readonly by?: StaffRef
      }
    }
  | { readonly type: 'language-chosen'; readonly language: Case['language'] }

export type EventType = Happening['type']

/** Whatever outward channels may be told of: all but the notes of staff. */
export type OutwardType = Exclude<EventType, 'noted'>

/** One link of a case's history: what happened, when, through whom. */
export type Event = Happening & { readonly at: string; readonly author: Author }

/** The verdict that an `item-judged` event records. */
export function verdictOf(event: Extract<Happening, { type: 'item-judged' }>): Verdict {
  if (event.ok || event.reason === undefined) return { ok: true }
  return { ok: false, reason: event.reason, ...(event.secret.note !== undefined && { note: event.secret.note }) }
}

/** Events that people decide by: whoever acted on an older picture is told `changed`. Facts and notes are not. */
export const decisions: ReadonlySet<EventType> = new Set([
  'opened',
  'submitted',
  'claimed',
  'released',
  'handed-over',
  'returned',
  'rejected',
  'legalised',
  'cover-issued',
  'cover-signed',
  'legalisation-withdrawn',
  'accepted',
  'settled',
  'form-issued',
  'signed-form-received',
  'signature-confirmed',
  'revocation-asked',
  'revoked',
  'reissue-asked',
  'prepared',
  'sent',
  'taken',
  'put-back',
  'assigned',
  'sent-back',
  'approved',
  'link-sent',
  'link-received',
  'setback-reported',
  'completed',
  'cancelled',
  'merged',
  'expired',
  'reopened',
])
