import type { Device } from '../evidence/device.ts'
import { procedureOf } from '../procedure/registry.ts'
import type { Case, EvidenceFile } from './case.ts'
import { decisions, type Event, type Happening, verdictOf } from './event.ts'
import { nextStatus } from './status.ts'

/** The case after an event. Pure; the fold over all events is the row in the store. */
export function evolve(before: Case | undefined, event: Event): Case {
  const c = event.type === 'opened' ? opened(event) : change(must(before), event)
  return { ...c, revision: c.revision + 1, decision: decisions.has(event.type) ? c.decision + 1 : c.decision }
}

/** The case that a history tells of. */
export const fold = (events: readonly Event[]): Case | undefined =>
  events.reduce<Case | undefined>((c, event) => evolve(c, event), undefined)

function must(c: Case | undefined): Case {
  if (c === undefined) throw new Error('a history begins with `opened`')
  return c
}

function opened(e: Extract<Event, { type: 'opened' }>): Case {
  return {
    id: e.id,
    number: e.number,
    procedure: e.procedure,
    agency: e.agency,
    isAgencyGiven: e.agency !== null,
    status: 'draft',
    language: e.language,
    requester: e.chat,
    revision: 0,
    decision: 0,
    answers: e.agency === null ? {} : { agency: e.agency },
    evidence: {},
    finished: [],
    verdicts: {},
    owed: [],
    roster: null,
    verifier: null,
    agent: null,
    identity: null,
    call: null,
    misses: 0,
    isFrozen: false,
    consent: null,
    manifest: null,
    legalisedBy: null,
    setbacks: [],
    isUrgent: false,
    ending: null,
    openedAt: e.at,
    submittedAt: null,
    dueAt: null,
    endedAt: null,
  }
}

type Change = { readonly [T in Happening['type']]: (c: Case, e: Extract<Event, { type: T }>) => Partial<Case> }

const goOn = (c: Case, phase: Parameters<typeof nextStatus>[1]) => ({
  status: nextStatus(procedureOf(c.procedure).phases, phase),
})
const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
const settled = (c: Case, item: string) => ({
  owed: c.owed.filter((key) => key !== item),
  verdicts: without(c.verdicts, item),
})
const files = (c: Case, item: string, edit: (list: readonly EvidenceFile[]) => readonly EvidenceFile[]) => ({
  evidence: { ...c.evidence, [item]: edit(c.evidence[item] ?? []) },
})
const replaced = (c: Case, item: string, fileId: string, patch: Partial<EvidenceFile>) =>
  files(c, item, (list) => list.map((file) => (file.id === fileId ? { ...file, ...patch } : file)))
const ended = (at: string, ending: Case['ending']) => ({ ending, endedAt: at, dueAt: null, call: null })

const changes: Change = {
  opened: () => ({}),
  answered: (c, e) => ({
    ...settled(c, e.item),
    ...(e.item === 'devices' ? keepDevices(c, e.secret.answer as readonly Device[]) : {}),
    answers: {
      ...(e.item === 'devices' ? keepDevices(c, e.secret.answer as readonly Device[]).answers : c.answers),
      [e.item]: e.secret.answer,
    },
    ...(e.item === 'agency' && { agency: String(e.secret.answer) }),
    // The proof was about the person named then: another name or number is somebody whom nobody has met or called.
    ...(isWho(e.item) && c.answers[e.item] !== e.secret.answer && { identity: null }),
  }),
  'evidence-received': (c, { item, fileId, sizeBytes, secret }) =>
    files(c, item, (list) => [...list, { id: fileId, state: 'pending', sizeBytes, remarks: [], ...secret }]),
  'evidence-stored': (c, e) => replaced(c, e.item, e.fileId, { state: 'stored', stored: e.stored, remarks: e.remarks }),
  'evidence-refused': (c, e) => {
    const after = replaced(c, e.item, e.fileId, { state: 'refused', refused: e.code })
    const isEmpty = (after.evidence[e.item] ?? []).every(({ state }) => state === 'refused')
    return isEmpty ? { ...after, finished: c.finished.filter((item) => item !== e.item) } : after
  },
  'evidence-finished': (c, { item }) => ({
    ...settled(c, item),
    finished: [...c.finished.filter((key) => key !== item), item],
  }),
  'evidence-cleared': (c, { item }) => ({
    ...files(c, item, () => []),
    finished: c.finished.filter((key) => key !== item),
  }),
  submitted: (c, e) => ({
    ...(c.status === 'draft' ? goOn(c, 'fill') : { status: 'submitted' as const }),
    consent: e.consent,
    submittedAt: e.at,
    dueAt: e.dueAt,
    isUrgent: e.isUrgent,
    owed: [],
  }),
  'roster-consulted': (_, e) => ({ roster: e.facts }),
  claimed: (_, e) => ({ status: 'in-review', verifier: e.secret.verifier }),
  released: (c) => ({
    status: c.setbacks.at(-1)?.kind === 'returned' && c.manifest !== null ? 'returned' : 'submitted',
    verifier: null,
    call: null,
  }),
  'item-judged': (c, e) => ({ verdicts: { ...c.verdicts, [e.item]: verdictOf(e) } }),
  returned: (c, e) => ({
    status: 'needs-correction',
    owed: e.items,
    dueAt: e.dueAt,
    verifier: null,
    call: null,
    manifest: null,
    evidence: Object.fromEntries(
      Object.entries(c.evidence).map(([item, list]) => [item, e.items.includes(item) ? [] : list]),
    ),
    finished: c.finished.filter((item) => !e.items.includes(item)),
  }),
  rejected: (_, e) => ({ status: 'rejected', ...ended(e.at, { reason: e.reason, ...e.secret }) }),
  'call-started': (_, e) => ({ call: { words: e.secret.words } }),
  'call-missed': (_, e) => ({ misses: e.misses, ...(e.freezes && { isFrozen: true, call: null }) }),
  'identity-confirmed': (_, e) => ({
    identity: {
      method: e.method,
      ...(e.numberFrom !== undefined && { numberFrom: e.numberFrom }),
      by: e.secret.by,
      at: e.at,
    },
    call: null,
    misses: 0,
    isFrozen: false,
  }),
  legalised: (c, e) => ({
    ...goOn(c, 'review'),
    manifest: e.manifest,
    legalisedBy: { ...e.secret.by, at: e.at },
    call: null,
    dueAt: null,
  }),
  prepared: (c) => goOn(c, 'legalise'),
  sent: (_, e) => ({ status: 'with-contact-center', dueAt: e.dueAt, agent: null }),
  taken: (_, e) => ({ agent: e.secret.agent }),
  'put-back': () => ({ agent: null }),
  'sent-back': (c, e) => ({
    status: 'returned',
    dueAt: e.dueAt,
    agent: null,
    verifier: null,
    ...setback(c, 'returned', e.secret.text, e.at),
  }),
  approved: (_, e) => ({ status: 'approved', dueAt: e.dueAt }),
  'link-sent': () => ({ status: 'awaiting-requester', dueAt: null, isUrgent: false }),
  'link-received': () => ({ status: 'awaiting-requester', dueAt: null, isUrgent: false }),
  'setback-reported': (c, e) => ({
    status: 'with-contact-center',
    isUrgent: true,
    dueAt: e.dueAt,
    ...setback(c, e.kind, e.secret.text, e.at),
  }),
  completed: (_, e) => ({ status: 'completed', ...ended(e.at, { reason: 'solved' }) }),
  cancelled: (_, e) => ({
    status: 'cancelled',
    ...ended(e.at, { reason: e.by === 'agent' ? 'by-agent' : 'by-requester', ...e.secret }),
  }),
  expired: (_, e) => ({ status: 'expired', ...ended(e.at, { reason: 'by-time' }) }),
  reopened: (_, e) => ({
    status: 'with-contact-center',
    isUrgent: true,
    ending: null,
    endedAt: null,
    dueAt: e.dueAt,
    agent: null,
  }),
  'language-chosen': (_, e) => ({ language: e.language }),
}

const setback = (c: Case, kind: Case['setbacks'][number]['kind'], text: string, at: string) => ({
  setbacks: [...c.setbacks, { kind, text, at }],
})

/** The answers that say who somebody is; what reaches them, such as a mail address, is judged by itself. */
const isWho = (item: string): boolean => ['agency', 'name', 'employment', 'nip', 'nik'].includes(item)

/** Proofs of a device stay only while the device at that place stays the same. */
function keepDevices(c: Case, devices: readonly Device[]): Pick<Case, 'answers' | 'evidence' | 'finished'> {
  const before = Array.isArray(c.answers.devices) ? (c.answers.devices as readonly Device[]) : []
  const stays = (key: string) => {
    const number = Number(key.split('.')[1] ?? 0)
    if (number === 0) return true
    const [was, is] = [before[number - 1], devices[number - 1]]
    return was !== undefined && is !== undefined && was.kind === is.kind && was.name === is.name
  }
  const kept = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => stays(key)))
  return { answers: kept(c.answers), evidence: kept(c.evidence), finished: c.finished.filter(stays) }
}

function change(c: Case, event: Event): Case {
  // The table pairs every type with the function for exactly that type; the compiler cannot follow the pairing.
  const apply = changes[event.type] as (c: Case, e: Event) => Partial<Case>
  return { ...c, ...apply(c, event) }
}
