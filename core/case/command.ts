import type { RosterFacts } from '../agency/roster.ts'
import type { Alike } from '../evidence/alike.ts'
import type { Device } from '../evidence/device.ts'
import type { Reading } from '../evidence/reading.ts'
import type { ReasonCode } from '../evidence/reason.ts'
import type { Rival, Waiver } from '../identity/proof.ts'
import type { Subject } from '../identity/subject.ts'
import type { Outcome } from '../procedure/outcome.ts'
import type { Case, EvidenceFile, Hearing, IdentityProof, SignedForm, Snooze, StaffRef } from './case.ts'
import type { SignedCover } from './cover-trust.ts'
import type { MailIn } from './mail.ts'
import type { Score } from './rating.ts'
import type { Span } from './snooze.ts'

/** What people and the house ask of a case. `seen` = number of the last decision the person saw (`Case.decision`). */
export type Command =
  /** `said` is what was typed, an option's key, the devices, or null for "Tidak tahu"; core reads it. */
  | { readonly type: 'answer'; readonly item: string; readonly said: string | readonly Device[] | null }
  | {
      readonly type: 'attach'
      readonly item: string
      readonly file: Pick<EvidenceFile, 'id' | 'name' | 'sizeBytes' | 'source' | 'uniqueId'>
    }
  | { readonly type: 'finish-evidence'; readonly item: string }
  | { readonly type: 'clear-evidence'; readonly item: string }
  | {
      readonly type: 'store-evidence'
      readonly fileId: string
      readonly stored: NonNullable<EvidenceFile['stored']>
      readonly remarks: readonly string[]
      /** Absent when nobody tried to read it. */
      readonly reading?: Reading | null
    }
  | { readonly type: 'refuse-evidence'; readonly fileId: string; readonly code: string }
  /** The malware scanner is away: it waits, kept and neither passed nor refused. */
  | { readonly type: 'hold-evidence'; readonly fileId: string }
  /** What other cases hold of its files; nothing is said of a file that was not looked for. */
  | {
      readonly type: 'compare-evidence'
      readonly found: readonly { readonly fileId: string; readonly alike: readonly Alike[] }[]
    }
  | {
      readonly type: 'submit'
      readonly consent: { readonly version: string; readonly textSha256: string }
      /** At the counter: the declaration that the requester is present and known, and how they hear of the case. */
      readonly declared?: { readonly hears: Hearing }
      readonly seen?: number
    }
  | { readonly type: 'cancel'; readonly note?: string; readonly seen?: number }
  | { readonly type: 'claim'; readonly seen?: number }
  | { readonly type: 'release'; readonly because: 'asked' | 'lease-over' | 'away'; readonly seen?: number }
  /** Its verifier is away: a colleague goes on where they were. */
  | { readonly type: 'hand-over'; readonly to: StaffRef }
  /** A colleague goes on where its verifier was, without taking the form back; during the review with a reason. */
  | { readonly type: 'take-over'; readonly reason?: string; readonly seen?: number }
  | { readonly type: 'judge'; readonly verdicts: readonly Judgement[]; readonly seen?: number }
  | { readonly type: 'return'; readonly seen?: number }
  | { readonly type: 'reject'; readonly reason: ReasonCode; readonly note?: string; readonly seen?: number }
  /** Words that stand already stay, unless `isAnew`. */
  | {
      readonly type: 'start-call'
      readonly words: readonly [string, string]
      readonly isAnew?: true
      readonly seen?: number
    }
  | {
      readonly type: 'confirm-call'
      readonly words: string
      readonly numberFrom: NonNullable<IdentityProof['numberFrom']>
      readonly seen?: number
    }
  | { readonly type: 'confirm-meeting'; readonly seen?: number }
  | { readonly type: 'legalise'; readonly formSha256: string; readonly statement: string; readonly seen?: number }
  | { readonly type: 'issue-cover'; readonly coverSha256: string }
  /** `isOwn`: its verifier says that the certificate, new to us, is theirs. */
  | { readonly type: 'sign-cover'; readonly sheet: SignedCover; readonly isOwn: boolean; readonly seen?: number }
  | { readonly type: 'withdraw-legalisation'; readonly seen?: number }
  /** The review is over and what comes next is not the legalisation. */
  | { readonly type: 'accept'; readonly seen?: number }
  /** Ends a case that needs no dossier. */
  | { readonly type: 'settle'; readonly outcome: Outcome; readonly text?: string; readonly seen?: number }
  | { readonly type: 'issue-form'; readonly formSha256: string }
  | { readonly type: 'attach-signed-form'; readonly form: ComparedForm; readonly seen?: number }
  /** A person has both names and all doubts before them. `isSigner`: the certificate is the officer's, and counts as theirs from now on. */
  | { readonly type: 'confirm-signature'; readonly isSigner: boolean; readonly seen?: number }
  /** `on` is a day in WIB as typed; null asks for no day any more. */
  | { readonly type: 'plan-revocation'; readonly on: string | null; readonly seen?: number }
  | { readonly type: 'ask-revocation'; readonly seen?: number }
  | { readonly type: 'confirm-revoked'; readonly seen?: number }
  | { readonly type: 'ask-reissue'; readonly seen?: number }
  /** `until` is the certificate's last day as typed; null forgets it, and with it the notices. */
  | { readonly type: 'note-certificate'; readonly until: string | null; readonly seen?: number }
  | { readonly type: 'prepare'; readonly dossierSha256: string }
  | { readonly type: 'send'; readonly channels: readonly ('desk' | 'mail')[] }
  /** With a reason it may be taken out of a colleague's hands. */
  | { readonly type: 'take'; readonly reason?: string; readonly seen?: number }
  | { readonly type: 'put-back'; readonly because?: 'lease-over' | 'shift-over'; readonly seen?: number }
  /** `to` was found fit for the case by whoever gives this. */
  | { readonly type: 'assign'; readonly to: StaffRef; readonly seen?: number }
  | { readonly type: 'snooze'; readonly span: Span; readonly why: Snooze['why']; readonly seen?: number }
  | { readonly type: 'wake'; readonly because: 'asked' | 'time'; readonly seen?: number }
  | { readonly type: 'escalate'; readonly text: string; readonly seen?: number }
  /** `to` is the number of another case that the giver may see. */
  | { readonly type: 'link'; readonly to: string }
  /** The same request came twice: this one ends, and goes on as `into`, which the giver may see and which is the same person's. */
  | { readonly type: 'merge'; readonly into: string; readonly seen?: number }
  | { readonly type: 'send-back'; readonly text: string; readonly seen?: number }
  | { readonly type: 'approve'; readonly seen?: number }
  | { readonly type: 'send-link'; readonly seen?: number }
  | { readonly type: 'receive-link'; readonly seen?: number }
  | {
      readonly type: 'report-setback'
      readonly kind: 'link-expired' | 'trouble'
      readonly text: string
      readonly seen?: number
    }
  | { readonly type: 'complete'; readonly seen?: number }
  | { readonly type: 'expire' }
  | { readonly type: 'consult-roster'; readonly facts: RosterFacts }
  | { readonly type: 'ask-code' }
  | { readonly type: 'waive-code'; readonly because: Waiver }
  /** The code for this person was right. */
  | { readonly type: 'prove'; readonly subject: Subject; readonly coolsUntil: string | null }
  | { readonly type: 'note-rivals'; readonly rivals: readonly Rival[] }
  | { readonly type: 'owe-telling'; readonly notice: string }
  | { readonly type: 'tell'; readonly seen?: number }
  | { readonly type: 'reopen'; readonly seen?: number }
  /** Staff's words to the requester. */
  | {
      readonly type: 'reply'
      readonly text: string
      /** Messages of both sides that its writer had before them. */
      readonly said?: number
      readonly seen?: number
    }
  /** Staff's words to staff: nobody else ever reads them. */
  | { readonly type: 'note'; readonly text: string; readonly seen?: number }
  /** The requester's own words to staff. */
  | { readonly type: 'write'; readonly text: string }
  /** Reply number `n` will never arrive: the requester's chat takes nothing. */
  | { readonly type: 'miss-reply'; readonly n: number }
  /** The house asks how it went, once. */
  | { readonly type: 'ask-rating' }
  | { readonly type: 'rate'; readonly score: Score }
  | { readonly type: 'choose-language'; readonly language: Case['language'] }
  /** A mail about the case came in, or staff says that one is about it: words to read, never a command. */
  | { readonly type: 'receive-mail'; readonly mail: MailIn }

/** A form that came back, as it was found. */
export type ComparedForm = Omit<SignedForm, 'at' | 'from' | 'confirmed'>

export type CommandType = Command['type']
/** The command of one type, for the function that decides it. */
export type CommandOf<T extends CommandType> = Extract<Command, { readonly type: T }>

/** A verifier's word on one item. */
export interface Judgement {
  readonly item: string
  readonly ok: boolean
  readonly reason?: ReasonCode
  readonly note?: string
}
