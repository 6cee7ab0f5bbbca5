import type { Staff } from '../../core/agency/staff.ts'
import { deskPath, withoutSlash } from '../../core/handling/desk-link.ts'
import { type RightsMailCode, rightsMailCodes } from '../../core/privacy/saying.ts'
import { rightsMail, rightsMailFrame } from '../text/mail-rights.ts'
import { timeText } from '../text/moment.ts'
import { bothLanguages, type Letter, oneLine } from './letter.ts'

/** A request to be erased as its row holds it. */
export interface RightsNotice {
  readonly code: RightsMailCode
  readonly staffId: string
  readonly number: string
  readonly dueAt: string
}

/** The payload of a `rights-mail` row; undefined when it is none. */
export function rightsNotice(payload: unknown): RightsNotice | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const [code, staffId, number, dueAt] = ['code', 'staffId', 'number', 'dueAt'].map((key) => Reflect.get(payload, key))
  const known = rightsMailCodes.find((one) => one === code)
  if (known === undefined || typeof staffId !== 'string' || typeof number !== 'string' || typeof dueAt !== 'string')
    return undefined
  return { code: known, staffId, number, dueAt }
}

/** Tells a member of staff that a request to be erased waits: its number, its due time, and where to decide. */
export function rightsLetter(
  { code, number, dueAt }: RightsNotice,
  publicUrl: string,
  { email }: Staff,
): Pick<Letter, 'to' | 'subject' | 'text'> {
  const { subject, body } = rightsMail[code]
  const text = bothLanguages((say, language) => [
    say(body),
    '',
    `${say(rightsMailFrame.request)}: ${number}`,
    `${say(rightsMailFrame.due)}: ${timeText(dueAt, language)}`,
    `${say(rightsMailFrame.desk)}: ${withoutSlash(publicUrl)}${deskPath}/rights`,
  ])
  return { to: email, subject: oneLine(`[Pandu] ${number}: ${subject.id} / ${subject.en}`), text }
}
