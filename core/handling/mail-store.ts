import type { MailKind } from '../case/mail.ts'
import type { ThreadRef } from '../message/mail-thread.ts'
import type { SecretKind } from '../privacy/secret.ts'

/** What was read of a mail. */
export interface MailContent {
  readonly kind: MailKind
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly withheld?: SecretKind
  /** Attachments that were not taken: too large, or too many. */
  readonly leftOut: number
  /** Which mails of ours it says that it answers. */
  readonly threads: readonly ThreadRef[]
  /** What its attachments are called. */
  readonly names: readonly string[]
}

/** A mail as it comes in. `place` is where the mailbox keeps it, `likeness` the digest of Message-ID and content. */
export interface ArrivingMail {
  readonly id: string
  readonly place: string
  readonly likeness: string
  readonly at: string
  readonly content: MailContent
  /** The bytes of the attachments, in the order of `names`. */
  readonly files: readonly Uint8Array[]
}

/** `new` = nobody looked yet whose it is; `tray` = nobody's by itself. */
export type MailState = 'new' | 'tray' | 'joined' | 'dismissed'

export interface KeptMail {
  readonly id: string
  readonly at: string
  readonly state: MailState
  readonly content: MailContent
  readonly sizes: readonly number[]
}

/** Where a mail ended: its words and files are kept by its case, or by nobody. */
export type MailEnd = { readonly at: string } & (
  | { readonly state: 'tray' }
  | { readonly state: 'joined'; readonly caseId: string; readonly by?: string }
  | { readonly state: 'dismissed'; readonly reason: string; readonly by: string }
)

/** Port: mails that came in, sealed until their case has them or somebody dismissed them. */
export interface MailStore {
  /** What our mails about a case carry, so that an answer to one is known; 22 characters of base64url that nobody can guess. */
  tokenOf(caseId: string): string
  /** Keeps a mail with its mark, in one commit. @returns false when this place, or this very mail, is known already */
  receive(mail: ArrivingMail): Promise<boolean>
  /** Mails in a state, oldest first. */
  mailsIn(state: 'new' | 'tray', limit: number): Promise<readonly KeptMail[]>
  /** How many wait in a state, at most `most`. */
  countMails(state: 'new' | 'tray', most: number): Promise<number>
  /** One that nobody has joined or dismissed. */
  mailById(id: string): Promise<KeptMail | undefined>
  /** The bytes of its attachments, in their order. */
  filesOfMail(id: string): Promise<readonly Uint8Array[]>
  /** Notes where a mail ended, and forgets its content unless it waits in the tray. @returns false when it had ended before */
  endMail(id: string, end: MailEnd): Promise<boolean>
  /** Dismisses what waited since before `contentBefore`, and forgets the marks of what came in before `markBefore`. @returns how many */
  sweepMails(contentBefore: string, markBefore: string): Promise<number>
}
