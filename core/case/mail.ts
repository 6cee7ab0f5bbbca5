import type { SecretKind } from '../privacy/secret.ts'

/** What a mail is by its headers: a letter, an answer of a machine, or the news that a mail of ours did not arrive. */
export type MailKind = 'letter' | 'automatic' | 'bounce'
/** How it was found to be about a case: it answers a mail of ours, it names the number, or somebody of staff said so. */
export type MailMatch = 'thread' | 'number' | 'by-hand'
/** Whose address it gives as its sender's; anybody can give any. */
export type MailSender = 'requester' | 'contact-center' | 'other'

/** A mail as a case takes it in: its words are claims of nobody, for a sender's address proves nothing. */
export interface MailIn {
  readonly id: string
  readonly kind: MailKind
  readonly match: MailMatch
  readonly sender: MailSender
  readonly from: string
  readonly subject: string
  readonly text: string
  /** Nothing of its words is kept: they held a secret. */
  readonly withheld?: SecretKind
  /** Attachments that were not taken: too large, or too many. */
  readonly leftOut: number
  readonly files: readonly { readonly id: string; readonly name: string; readonly sizeBytes: number }[]
}

/** Where the attachments of mail `n` lie among a case's files: never an item that anybody is asked for. */
export const mailItem = (n: number): string => `mail-${n}`
export const isMailItem = (item: string): boolean => /^mail-\d+$/.test(item)
