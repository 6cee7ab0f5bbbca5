import { createHash } from 'node:crypto'
import { type AddressObject, type Attachment, type ParsedMail, simpleParser } from 'mailparser'
import type { MailKind } from '../../core/case/mail.ts'
import { fileSizeMaxBytes, filesPerItemMax } from '../../core/evidence/kind.ts'
import type { ArrivingMail, MailContent } from '../../core/handling/mail-store.ts'
import { threadsIn } from '../../core/message/mail-thread.ts'
import { mailWordsMax, plainWords, subjectMax, withoutQuoted } from '../../core/message/mail-words.ts'
import { type SecretKind, secretIn } from '../../core/privacy/secret.ts'
import { isMailAddress, oneLine } from './letter.ts'

/** Of a longer mail only the beginning is read, and no attachment. */
export const mailSizeMaxBytes = 30 * 1024 * 1024
export const mailHeadBytes = 512 * 1024

/** What a reader of mails must know of the house. */
export interface Reading {
  /** Where our Message-IDs end. */
  readonly host: string
  /** From which address our own mails come. */
  readonly own: string
  readonly linkDomains: readonly string[]
}

export type ReadMail = Pick<ArrivingMail, 'content' | 'likeness' | 'files'>

/**
 * Reads a mail as it came over the wire, whatever it is made of: text alone, what was quoted left out, and nothing of
 * its words where they hold a secret. `isWhole` is false for the beginning of a mail that is too large.
 * @returns undefined for a mail of our own
 */
export async function readMail(raw: Buffer, isWhole: boolean, house: Reading): Promise<ReadMail | undefined> {
  const parsed = await parse(raw)
  const from = addressOf(parsed?.from)
  if (from !== '' && from === house.own.toLowerCase()) return undefined
  const kind = parsed === undefined ? 'letter' : kindOf(parsed)
  const files = isWhole ? filesOf(parsed) : { taken: [], leftOut: 1 }
  const subject = oneLine(plainWords((parsed?.subject ?? '').slice(0, 4 * subjectMax))).slice(0, subjectMax)
  const whole = plainWords((parsed?.text ?? '').slice(0, 8 * mailWordsMax))
  const words = { subject, text: kind === 'bounce' ? whole : withoutQuoted(whole) }
  const withheld = secretOf([whole, subject], house.linkDomains)
  const content: MailContent = {
    kind,
    from,
    ...(withheld === undefined
      ? { subject: words.subject, text: words.text.slice(0, mailWordsMax) }
      : { subject: secretIn(subject, house.linkDomains) === undefined ? subject : '', text: '', withheld }),
    leftOut: files.leftOut,
    threads: threadsIn(kind === 'bounce' ? messageIdsIn(raw) : answersOf(parsed), house.host),
    names: files.taken.map(({ filename }) => nameOf(filename, house.linkDomains)),
  }
  const bytes = files.taken.map(({ content: attached }) => new Uint8Array(attached))
  return { content, files: bytes, likeness: likenessOf(parsed, from, words, bytes, raw) }
}

/** What nobody can make sense of is a mail without words: somebody looks at it in the mailbox. */
const parse = async (raw: Buffer): Promise<ParsedMail | undefined> => {
  try {
    return await simpleParser(raw, {
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
      maxHtmlLengthToParse: 1024 * 1024,
    })
  } catch {
    return undefined
  }
}

function addressOf(field: AddressObject | undefined): string {
  const address = (field?.value[0]?.address ?? '').trim().toLowerCase()
  return isMailAddress(address) ? address : ''
}

const headerText = ({ headerLines }: ParsedMail, name: string): string =>
  headerLines
    .filter(({ key }) => key === name)
    .map(({ line }) => line.slice(line.indexOf(':') + 1).toLowerCase())
    .join(' ')

/** What a mail is by its headers: machines say so, or should. @source RFC 3464, RFC 3834 */
function kindOf(parsed: ParsedMail): MailKind {
  const type = headerText(parsed, 'content-type')
  const isReport = type.includes('multipart/report') && type.includes('delivery-status')
  if (isReport || /^\s*<\s*>/.test(headerText(parsed, 'return-path')) || isDaemon(parsed)) return 'bounce'
  const submitted = headerText(parsed, 'auto-submitted').trim()
  const isAutomatic =
    (submitted !== '' && !submitted.startsWith('no')) ||
    /\b(?:bulk|list|junk|auto_reply)\b/.test(headerText(parsed, 'precedence')) ||
    headerText(parsed, 'list-id') !== '' ||
    headerText(parsed, 'x-autoreply') !== ''
  return isAutomatic ? 'automatic' : 'letter'
}

const isDaemon = ({ from }: ParsedMail): boolean => /^(?:mailer-daemon|postmaster)@/.test(addressOf(from))

const answersOf = (parsed: ParsedMail | undefined): string =>
  parsed === undefined ? '' : [parsed.references ?? [], parsed.inReplyTo ?? []].flat().join(' ')

/** Every Message-ID that a report quotes: the mail that did not arrive is among them. */
const messageIdsIn = (raw: Buffer): string =>
  [
    ...raw
      .subarray(0, mailHeadBytes)
      .toString('latin1')
      .matchAll(/^(?:message-id|references):\s*([^\r\n]{1,1000})/gim),
  ]
    .map(([, id]) => id)
    .join(' ')

/** Files that somebody attached; pictures that a letter's own markup shows, and parts of reports, are none. */
function filesOf(parsed: ParsedMail | undefined): { readonly taken: readonly Attachment[]; readonly leftOut: number } {
  const attached = (parsed?.attachments ?? []).filter(
    ({ contentType, related, size }) =>
      size > 0 && related !== true && !/^(?:message\/|text\/(?:rfc822|calendar|html|plain))/.test(contentType),
  )
  const taken = attached.filter(({ size }) => size <= fileSizeMaxBytes).slice(0, filesPerItemMax)
  return { taken, leftOut: attached.length - taken.length }
}

function nameOf(filename: string | undefined, linkDomains: readonly string[]): string {
  const name = oneLine(plainWords(filename ?? ''))
    .replace(/[\\/]/g, '_')
    .slice(0, 120)
  return secretIn(name, linkDomains) === undefined ? name : ''
}

const windowChars = 4000

/** The first secret in any of these texts; a long one is read in windows that overlap. */
function secretOf(texts: readonly string[], linkDomains: readonly string[]): SecretKind | undefined {
  for (const text of texts)
    for (let at = 0; at === 0 || at < text.length; at += windowChars / 2) {
      const found = secretIn(text.slice(at, at + windowChars), linkDomains)
      if (found !== undefined) return found
    }
  return undefined
}

/** One mail in two folders is one mail; other words under the same Message-ID, which anybody can take, are another. */
function likenessOf(
  parsed: ParsedMail | undefined,
  from: string,
  { subject, text }: { readonly subject: string; readonly text: string },
  files: readonly Uint8Array[],
  raw: Buffer,
): string {
  const digest = createHash('sha256')
  if (parsed?.messageId === undefined) return digest.update(raw).digest('hex')
  digest.update(JSON.stringify([parsed.messageId, from, subject, text, parsed.date?.toISOString() ?? '']))
  for (const bytes of files) digest.update(createHash('sha256').update(bytes).digest())
  return digest.digest('hex')
}
