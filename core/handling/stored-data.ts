import type { RosterLine } from '../agency/roster.ts'
import type { ChatRef } from '../case/actor.ts'
import { daysAfter } from '../case/deadline.ts'
import type { Binding } from '../identity/binding.ts'
import { isSameSubject, type Subject, subjectOf } from '../identity/subject.ts'
import { copyOfCase, filesIn } from '../privacy/copy.ts'
import { maskDigits, maskPhone } from '../privacy/mask.ts'
import type { KeptCase } from '../privacy/retention.ts'
import type { RightsSaying } from '../privacy/saying.ts'
import { rosterOf } from './identity-work.ts'
import type { Ports } from './ports.ts'

/** As many cases as one message of a chat lists. */
const listedMax = 15

/** How long the link to a copy lives, in days. */
const linkDays = 1

/** What is stored about a chat, as its own message: no number but masked, nothing that others know. */
export async function summaryOf(ports: Ports, chat: ChatRef): Promise<RightsSaying> {
  const cases = await ports.rights.casesOf(chat)
  const tied = await tiedSubjects(ports, chat, cases)
  return {
    code: 'data',
    total: cases.length,
    tiedTo: tied.map(({ subject }) => maskDigits(subject.value)),
    lines: cases.slice(0, listedMax).map(({ case: c, filesErasedAt }) => ({
      number: c.number,
      procedure: c.procedure,
      status: c.status,
      openedAt: c.openedAt,
      endedAt: c.endedAt,
      files: filesErasedAt === null ? filesIn(c).length : 0,
    })),
  }
}

/** A link that opens the copy of this chat's data once, within a day. */
export async function makeCopyLink(ports: Ports, chat: ChatRef): Promise<RightsSaying> {
  const token = ports.newToken()
  await ports.rights.saveCopyLink(token, chat, daysAfter(ports.now(), linkDays))
  return { code: 'copy-link', token }
}

/**
 * The copy that a chat gets: what it typed itself, and only where it is surely its person's what the roster says of them.
 * Every case in it is on record as handed out.
 */
export async function copyFor(ports: Ports, chat: ChatRef): Promise<object> {
  const [cases, known] = [await ports.rights.casesOf(chat), await ports.ledger.chat(chat)]
  const tied = await tiedSubjects(ports, chat, cases)
  const at = ports.now()
  const sure = tied.filter(({ coolsUntil }) => coolsUntil === null || coolsUntil <= at)
  const copies = []
  for (const { case: c, hold, filesErasedAt } of cases) {
    await ports.accessLog.record({ staffId: 'requester', caseId: c.id, what: 'export', ref: c.number, at })
    copies.push({ ...copyOfCase(c, await ports.ledger.history(c.id)), isHeld: hold !== null, filesErasedAt })
  }
  return {
    madeAt: at,
    chat: { language: known?.state.language, name: known?.state.name },
    tiedTo: tied.map(({ subject, since, by }) => ({ ...subject, since, by })),
    roster: await Promise.all(sure.map(async (tie) => lineFor(tie, await rosterOf(ports, tie.subject)))),
    cases: copies,
  }
}

/** A roster's line as a chat may have it: a code shows who reads a mailbox, not who may know a NIK and a phone number. */
function lineFor({ by }: Pick<Binding, 'by'>, line: RosterLine | undefined): RosterLine | null {
  if (line === undefined) return null
  return by === 'code'
    ? { ...line, nik: line.nik && maskDigits(line.nik), phone: line.phone && maskPhone(line.phone) }
    : line
}

/** Whom a chat is tied to, of all whom its own cases claim. */
async function tiedSubjects({ identities }: Ports, chat: ChatRef, cases: readonly KeptCase[]) {
  const claimed = cases.flatMap(({ case: c }) => subjectOf(c) ?? [])
  const each = claimed.filter((one, n) => claimed.findIndex((other) => isSameSubject(one, other)) === n)
  const tied = await Promise.all(each.map(async (subject) => ({ subject, binding: await identities.binding(subject) })))
  return tied.flatMap(({ subject, binding }) =>
    binding?.chat === chat ? [{ ...binding, subject: whole(subject) }] : [],
  )
}

const whole = ({ kind, value }: Subject): Subject => ({ kind, value })
