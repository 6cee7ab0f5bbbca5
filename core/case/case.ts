import type { RosterFacts } from '../agency/roster.ts'
import type { Alike } from '../evidence/alike.ts'
import type { Reading } from '../evidence/reading.ts'
import type { ReasonCode } from '../evidence/reason.ts'
import type { Answer } from '../form/field.ts'
import type { CodeProof, Rival, Waiver } from '../identity/proof.ts'
import type { ManifestEntry } from '../legalise/manifest.ts'
import type { ProcedureName } from '../procedure/names.ts'
import type { Outcome } from '../procedure/outcome.ts'
import type { FormVerdict } from '../signature/form-verdict.ts'
import type { ChatRef } from './actor.ts'
import type { Rating } from './rating.ts'
import type { Status } from './status.ts'

/** A file that came in for an item. `pending` until it is stored or refused; names are data, never paths. */
export interface EvidenceFile {
  readonly id: string
  readonly state: 'pending' | 'stored' | 'refused'
  readonly name: string
  readonly sizeBytes: number
  /** Where the bytes still lie; Telegram's `file_id`. */
  readonly source: string
  readonly stored?: {
    readonly sha256: string
    readonly type: string
    readonly pages: number
    readonly sizeBytes: number
  }
  readonly remarks: readonly string[]
  readonly refused?: string
  /** The malware scanner was away: the bytes are kept, and it is `pending` until they have been looked at. */
  readonly isHeld?: true
  /** What was read of its pictures; null when nothing could be, absent where nobody tried. */
  readonly reading?: Reading | null
  /** Whether the case's code was seen; absent where none is asked for. */
  readonly challenge?: 'shown' | 'missing'
  /** What its network calls the upload, also when it is forwarded; absent where there is no such name. */
  readonly uniqueId?: string
  /** Files of other cases that it may be; for staff alone. */
  readonly alike?: readonly Alike[]
}

export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: ReasonCode; readonly note?: string }

export interface StaffRef {
  readonly id: string
  readonly name: string
}

/** How the requester's identity was confirmed; the number called is never one given in chat or form. */
export interface IdentityProof {
  readonly method: 'meeting' | 'call'
  readonly numberFrom?: 'roster' | 'agency-directory'
  readonly by: StaffRef
  readonly at: string
}

/** A call under way: the two words that only the requester's chat shows. */
export interface Call {
  readonly words: readonly [string, string]
}

export interface Consent {
  readonly version: string
  readonly textSha256: string
  readonly at: string
}

/** What went wrong at the contact center or with the link, newest last. */
export interface Setback {
  readonly kind: 'returned' | 'link-expired' | 'trouble'
  readonly text: string
  readonly at: string
}

/** Where somebody was stuck on BSrE's own pages when the case was opened. */
export interface StuckAt {
  readonly guide: string
  readonly step: string
}

/**
 * How a signed form that came back relates to the one that was issued (`signatures.md` §7). `flattened`: its fields are
 * gone, and all that they said is found in its text.
 */
export type FormRelation = 'same-bytes' | 'appended' | 'rewritten' | 'flattened' | 'other'

/** The form as it came back from the person in charge. */
export interface SignedForm {
  readonly file: NonNullable<EvidenceFile['stored']>
  readonly relation: FormRelation
  /** Fields that say something else than the form that was issued. */
  readonly differs: readonly string[]
  /** What its signature is worth; null where nothing can tell, because no anchors are configured. */
  readonly verdict: FormVerdict | null
  /** The verifier who said that it counts, where somebody had to. */
  readonly confirmed?: StaffRef & { readonly at: string }
  readonly from: 'verifier' | 'person-in-charge'
  readonly at: string
}

/** The cover sheet that a verifier legalises by their own signature. */
export interface Cover {
  /** Of the bytes that were issued. */
  readonly sha256: string
  readonly at: string
  /** Of the file that came back signed; from then on the dossier is sealed. */
  readonly signedSha256?: string
}

/** The steps outside that leave a moment of their own. */
export interface Trail {
  readonly accepted?: string
  readonly revocationAsked?: string
  readonly revoked?: string
  readonly sent?: string
  readonly verified?: string
  readonly reissueAsked?: string
}

/** How the requester of a counter's case hears of it: mail to the office, or somebody tells them. */
export type Hearing = 'mail' | 'in-person'

/** A case that a verifier opened at the counter, for somebody without a chat. */
export interface Counter {
  readonly openedBy: StaffRef
  /** Staff who filled in or acted there in the requester's place: none of them reviews it. */
  readonly hands: readonly string[]
  /** Opens the page on which the requester sees how the case stands; printed on the receipt. */
  readonly pass: string
  readonly hears: Hearing
  /** What the requester must be told, oldest first, as long as nobody noted that they were. */
  readonly untold: readonly { readonly notice: string; readonly at: string }[]
}

/** Messages between staff and requester, as numbers. */
export interface Talk {
  readonly replies: number
  readonly notes: number
  readonly writings: number
  /** Writings since the last reply. */
  readonly unanswered: number
  /** The last reply that did not arrive, as long as no later one was given and nothing was written since. */
  readonly missed: number | null
  /** Mails that came in; those nobody of staff answered yet. Absent where none did. */
  readonly mails?: number
  readonly unread?: number
}

/** Put aside by its agent for a while: nobody loses it meanwhile, and its clock runs on. */
export interface Snooze {
  readonly until: string
  /** It waits for BSrE, or for a better moment. */
  readonly why: 'bsre' | 'later'
}

/** A case as folded from its events: the one truth that all channels show. */
export interface Case {
  readonly id: string
  readonly number: string
  readonly procedure: ProcedureName
  readonly agency: string | null
  /** The agency was known when the case was opened, so it is not asked. */
  readonly isAgencyGiven: boolean
  readonly status: Status
  readonly language: 'id' | 'en'
  readonly requester: ChatRef
  /** Present only for a case of the counter, whose `requester` is a name for nobody's chat. */
  readonly counter?: Counter
  /** Events so far. */
  readonly revision: number
  /** Number of the last decision; commands of people carry the one they saw. */
  readonly decision: number
  readonly answers: Readonly<Record<string, Answer>>
  readonly evidence: Readonly<Record<string, readonly EvidenceFile[]>>
  /** Files that came in so far, those cleared and refused included. */
  readonly received: number
  /** Evidence items of which the requester said that all files are there. */
  readonly finished: readonly string[]
  readonly verdicts: Readonly<Record<string, Verdict>>
  /** Items asked again in `needs-correction` that are not answered anew yet. */
  readonly owed: readonly string[]
  /** What the roster says about the answers as submitted; null until it was asked. */
  readonly roster: RosterFacts | null
  readonly verifier: StaffRef | null
  readonly agent: StaffRef | null
  readonly identity: IdentityProof | null
  /** A code from the mailbox on record, typed into this chat about this very number. */
  readonly proof: CodeProof | null
  /** When the chat last asked for a code about this number. */
  readonly codeAskedAt: string | null
  /** Why the requester uses no code. */
  readonly waived: Waiver | null
  /** Other open cases about the same person; only proved ones weigh. */
  readonly rivals: readonly Rival[]
  readonly call: Call | null
  /** Wrong pairs of call words so far, over all calls; the third freezes the case. */
  readonly misses: number
  readonly isFrozen: boolean
  readonly consent: Consent | null
  readonly manifest: readonly ManifestEntry[] | null
  /** Only where the agency legalises by signature. */
  readonly cover?: Cover | null
  readonly legalisedBy: (StaffRef & { readonly at: string }) | null
  readonly setbacks: readonly Setback[]
  readonly stuckAt: StuckAt | null
  /** When the agency wants the old certificate revoked; fixed when the case is submitted. */
  readonly revokesBefore: 'form' | 'sending'
  readonly trail: Trail
  /** The form that waits for the signature of the person in charge. */
  readonly form: { readonly sha256: string; readonly at: string } | null
  readonly signedForm: SignedForm | null
  /** The day (WIB, YYYY-MM-DD) on which the requester wants the revocation asked for. */
  readonly revocationOn: string | null
  /** The last day (WIB, YYYY-MM-DD) of the certificate that its owner has now, as somebody noted it. */
  readonly certificateUntil: string | null
  /** Stands before others in the queue: an expired link, a signing deadline, trouble. */
  readonly isUrgent: boolean
  readonly ending: {
    readonly reason: ReasonCode | 'by-requester' | 'by-agent' | 'by-time' | 'solved' | 'merged'
    /** Of a merged case, the number under which it goes on. */
    readonly note?: string
  } | null
  /** How it was settled without a dossier, and what was said with it. */
  readonly settled: {
    readonly outcome: Outcome
    readonly text?: string
  } | null
  readonly openedAt: string
  readonly submittedAt: string | null
  /** When the present holder should be done; null while nobody's clock runs. */
  readonly dueAt: string | null
  /** Since when that clock runs. */
  readonly dueSince: string | null
  /** The hours that its verifier has left while the requester corrects it: their clock stands still. */
  readonly hoursLeft: number | null
  readonly endedAt: string | null
  /** How much was said; the words stand in its history. Absent where nobody said anything. */
  readonly talk?: Talk
  readonly snooze?: Snooze | null
  /** How it went, from the moment its requester was asked. */
  readonly rating?: Rating
  /** Numbers of cases that belong with it, oldest first. */
  readonly links?: readonly string[]
}
