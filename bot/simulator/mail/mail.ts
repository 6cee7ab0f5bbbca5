import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'

/** A file in a mail. */
interface MailAttachment {
  name: string
  mime: string
  bytes: Buffer
}

/** A mail that arrived. */
export interface Mail {
  /** Addresses of the envelope: who really gets it. */
  recipients: string[]
  from: string
  /** Addresses of the To header. */
  to: string[]
  subject: string
  text: string
  /** Empty when there is none. */
  html: string
  messageId: string
  /** Header values by lower-case name, as they came. */
  headers: Record<string, string>
  attachments: MailAttachment[]
  /** Milliseconds since 1970. */
  at: number
  /** The mail as it came over the wire. */
  raw: Buffer
}

/** Reads a mail as it came over the wire. */
export async function readMail(raw: Buffer, recipients: string[], at: number): Promise<Mail> {
  const parsed = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true })
  return {
    recipients,
    from: addresses(parsed.from)[0] ?? '',
    to: addresses(parsed.to),
    subject: parsed.subject ?? '',
    text: (parsed.text ?? '').trim(),
    html: parsed.html || '',
    messageId: parsed.messageId ?? '',
    headers: headersOf(parsed),
    attachments: parsed.attachments.map(({ filename = '', contentType, content }) => ({
      name: filename,
      mime: contentType,
      bytes: content,
    })),
    at,
    raw,
  }
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''))
}

function headersOf({ headerLines }: ParsedMail): Record<string, string> {
  const values = headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()])
  return Object.fromEntries(values)
}
