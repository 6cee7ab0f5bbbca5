import type { RosterLine } from '../agency/roster.ts'
import type { Staff } from '../agency/staff.ts'
import type { ChatRef } from '../case/actor.ts'
import type { Event } from '../case/event.ts'
import type { Binding } from '../identity/binding.ts'
import type { Subject } from '../identity/subject.ts'
import { speaksOf } from '../privacy/copy.ts'
import type { KeptCase } from '../privacy/retention.ts'
import type { Access } from './access-log.ts'
import { rosterOf } from './identity-work.ts'
import type { ChatState } from './ledger.ts'
import type { Ports } from './ports.ts'

/** About whom or what an operator asks. */
export type Asked =
  | { readonly kind: 'nip' | 'nik'; readonly value: string }
  | { readonly kind: 'case'; readonly number: string }
  | { readonly kind: 'chat'; readonly chat: ChatRef }

/** Everything of somebody in the store. */
export interface About {
  readonly cases: readonly KeptCase[]
  readonly chats: readonly ChatRef[]
  readonly subjects: readonly Subject[]
  readonly roster: RosterLine | undefined
}

const pageSize = 200

/** Finds everything about somebody. By a number every case is opened that speaks of it, whoever wrote it there. */
export async function findAbout(ports: Ports, asked: Asked): Promise<About> {
  if (asked.kind === 'case') {
    const c = await ports.ledger.caseByNumber(asked.number)
    const kept = c && (await ports.rights.keptCase(c.id))
    return { ...nobody, cases: kept === undefined ? [] : [kept] }
  }
  if (asked.kind === 'chat')
    return { ...nobody, cases: await ports.rights.casesOf(asked.chat), chats: await knownChats(ports, [asked.chat]) }
  const roster = await rosterOf(ports, asked)
  const subjects = [asked, ...otherNumber(asked, roster)].map(({ kind, value }) => ({ kind, value }))
  const bindings = await Promise.all(subjects.map((subject) => ports.identities.binding(subject)))
  const chats = await knownChats(
    ports,
    bindings.flatMap((binding) => binding?.chat ?? []),
  )
  const values = new Set(subjects.map(({ value }) => value))
  return { cases: await casesThat(ports, ({ case: c }) => speaksOf(c, values)), chats, subjects, roster }
}

const nobody: About = { cases: [], chats: [], subjects: [], roster: undefined }

/** The other number by which the roster knows the same person. */
function otherNumber({ kind }: Subject, line: RosterLine | undefined): readonly Subject[] {
  const other = kind === 'nip' ? 'nik' : 'nip'
  const value = line?.[other] ?? ''
  return value === '' ? [] : [{ kind: other, value }]
}

async function knownChats({ ledger }: Ports, chats: readonly ChatRef[]): Promise<readonly ChatRef[]> {
  const known = await Promise.all([...new Set(chats)].map((chat) => ledger.chat(chat)))
  return known.flatMap((chat) => chat?.ref ?? [])
}

async function casesThat(ports: Ports, isMeant: (kept: KeptCase) => boolean): Promise<readonly KeptCase[]> {
  const found: KeptCase[] = []
  for (let after = ''; ; ) {
    const page = await ports.rights.walk({ after, limit: pageSize })
    found.push(...page.filter(isMeant))
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return found
    after = last.case.number
  }
}

/** A case with its whole history and everybody who looked at it. */
export interface ExportedCase extends KeptCase {
  readonly history: readonly Event[]
  readonly looks: readonly Access[]
}

/** Everything about somebody, opened. */
export interface Export {
  readonly madeAt: string
  readonly cases: readonly ExportedCase[]
  readonly chats: readonly { readonly ref: ChatRef; readonly state: ChatState | undefined }[]
  readonly bindings: readonly Binding[]
  readonly roster: RosterLine | null
  readonly staff: readonly Staff[]
}

/** Opens everything about somebody; every case is on record as handed out to `by`. */
export async function exportAbout(ports: Ports, { cases, chats, roster }: About, by: string): Promise<Export> {
  const madeAt = ports.now()
  const opened: ExportedCase[] = []
  for (const kept of cases) {
    const { id: caseId, number } = kept.case
    await ports.accessLog.record({ staffId: by, caseId, what: 'export', ref: number, at: madeAt })
    const [history, looks] = await Promise.all([ports.ledger.history(caseId), ports.rights.looksAt(caseId)])
    // What staff tell each other leaves by no door, this one included.
    opened.push({ ...kept, history: history.filter(({ type }) => type !== 'noted'), looks })
  }
  return {
    madeAt,
    cases: opened,
    chats: await Promise.all(chats.map(async (ref) => ({ ref, state: (await ports.ledger.chat(ref))?.state }))),
    bindings: (await Promise.all(chats.map((chat) => ports.rights.bindingsOf(chat)))).flat(),
    roster: roster ?? null,
    staff: roster === undefined || roster.email === '' ? [] : await ports.directory.staffByEmail(roster.email),
  }
}
