import { mayActFor, type Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import { isOpen } from '../../core/case/status.ts'
import { turnOf } from '../../core/case/turn.ts'
import { deskAddress, makeDeskLink } from '../../core/handling/desk-link.ts'
import type { Ports } from '../../core/handling/ports.ts'
import type { StaffNoticeCode } from '../../core/message/message.ts'
import { loginMail, staffMailFrame, staffMailText } from '../text/mail-staff.ts'
import { timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { statusNameOf } from '../text/status-of-case.ts'
import { bothLanguages, type Letter, oneLine } from './letter.ts'

/** How long a link by mail lives, in milliseconds: mail takes its time, and scanners look first. */
export const mailedLinkLifeMs = 10 * 60_000

/** A notice as its row holds it. */
export interface StaffNotice {
  readonly staffId: string
  readonly code: StaffNoticeCode | 'login-link' | 'few-verifiers'
}

/** The payload of a `staff-mail` row; undefined when it is none. */
export function staffNotice(payload: unknown): StaffNotice | undefined {
  if (typeof payload !== 'object' || payload === null || !('staffId' in payload) || !('code' in payload))
    return undefined
  const { staffId, code } = payload
  return typeof staffId === 'string' && isCode(code) ? { staffId, code } : undefined
}

const isCode = (code: unknown): code is StaffNotice['code'] =>
  typeof code === 'string' && (code === 'login-link' || code === 'few-verifiers' || Object.hasOwn(staffMailText, code))

type Body = Pick<Letter, 'to' | 'subject' | 'text'>

/** A one-time link for one person, made only now: none ever lies in the outbox. */
export async function loginLetter(ports: Ports, publicUrl: string, { id, email }: Staff): Promise<Body> {
  const link = await makeDeskLink(ports, publicUrl, id, mailedLinkLifeMs)
  const text = bothLanguages((say) => [say(loginMail.body), '', link, '', say(loginMail.closing)])
  return { to: email, subject: `[Pandu] ${loginMail.subject.id} / ${loginMail.subject.en}`, text }
}

/** What a member of staff is told about a case: number, kind, due time and desk address, nothing personal. */
export function noticeLetter(c: Case, code: StaffNoticeCode, publicUrl: string, { email }: Staff): Body {
  const { subject, body } = staffMailText[code]
  const { dueAt } = c
  const text = bothLanguages((say, language) => [
    say(body),
    '',
    `${say(staffMailFrame.case)}: ${c.number} · ${statusNameOf(c, language)}`,
    `${say(staffMailFrame.service)}: ${procedureName(c.procedure, language)}`,
    ...(dueAt === null ? [] : [`${say(staffMailFrame.due)}: ${timeText(dueAt, language)}`]),
    `${say(staffMailFrame.desk)}: ${deskAddress(publicUrl, c.number)}`,
    '',
    say(staffMailFrame.closing),
  ])
  return { to: email, subject: oneLine(`[Pandu] ${c.number}: ${subject.id} / ${subject.en}`), text }
}

/** True while the notice is still worth a mail to this person: they may act for the case, and it is their turn. */
export function isStillDue({ code }: StaffNotice, c: Case, staff: Staff): boolean {
  const { role } = staff
  const turn = turnOf(c)
  // Whoever else hears of it need not be able to act on it.
  if (code === 'escalated' || code === 'help-wanted') return isOpen(c.status) && turn !== 'requester'
  if (role === 'admin' || c.agency === null || !mayActFor(staff, role, c.agency)) return false
  // Who is told of another chat, or another holder, need not have anything to do.
  if (code === 'rebound' || code === 'relieved') return true
  if (code === 'tell-requester') return (c.counter?.untold.length ?? 0) > 0
  if (code === 'unsigned') return turn === 'person-in-charge'
  return code === 'cancelled' ? c.status === 'cancelled' : turn === role
}
