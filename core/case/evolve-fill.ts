import type { Device } from '../evidence/device.ts'
import { isSameSubject, subjectOf } from '../identity/subject.ts'
import type { Case, EvidenceFile } from './case.ts'
import { type Changes, ended, goOn } from './changes.ts'
import type { Event } from './event.ts'

/** The draft that an opening begins. */
export function opened(e: Extract<Event, { type: 'opened' }>): Case {
  return {
    id: e.id,
    number: e.number,
    procedure: e.procedure,
    agency: e.agency,
    isAgencyGiven: e.agency !== null,
    status: 'draft',
    language: e.language,
    requester: e.chat,
    ...(e.secret !== undefined &&
      'openedBy' in e.secret && {
        counter: {
          openedBy: e.secret.openedBy,
          hands: [],
          pass: e.secret.pass,
          hears: 'in-person' as const,
          untold: [],
        },
      }),
    revision: 0,
    decision: 0,
    answers: e.agency === null ? {} : { agency: e.agency },
    evidence: {},
    received: 0,
    finished: [],
    verdicts: {},
    owed: [],
    roster: null,
    verifier: null,
    agent: null,
    identity: null,
    proof: null,
    codeAskedAt: null,
    waived: null,
    rivals: [],
    call: null,
    misses: 0,
    isFrozen: false,
    consent: null,
    manifest: null,
    legalisedBy: null,
    setbacks: [],
    stuckAt: e.secret !== undefined && 'stuckAt' in e.secret ? e.secret.stuckAt : (e.stuckAt ?? null),
    revokesBefore: 'sending',
    trail: {},
    form: null,
    signedForm: null,
    revocationOn: null,
    certificateUntil: null,
    isUrgent: false,
    ending: null,
    settled: null,
    openedAt: e.at,
    submittedAt: null,
    dueAt: null,
    dueSince: null,
    hoursLeft: null,
    endedAt: null,
  }
}

/** How filling in and correcting change a case. */
export const fillChanges: Changes<
  | 'answered'
  | 'evidence-received'
  | 'evidence-stored'
  | 'evidence-moved'
  | 'evidence-refused'
  | 'evidence-held'
  | 'evidence-finished'
  | 'evidence-cleared'
  | 'submitted'
  | 'roster-consulted'
  | 'expired'
  | 'language-chosen'
> = {
  answered: (c, e) => {
    const kept = e.item === 'devices' ? keepDevices(c, e.secret.answer as readonly Device[]) : undefined
    const answers = { ...(kept ?? c).answers, [e.item]: e.secret.answer }
    return {
      ...settled(c, e.item),
      ...kept,
      answers,
      ...(e.item === 'agency' && { agency: String(e.secret.answer) }),
      // The proof was about the person named then: another name or number is somebody whom nobody has met or called.
      ...(isWho(e.item) && c.answers[e.item] !== e.secret.answer && { identity: null }),
      ...(!isSameSubject(subjectOf(c), subjectOf({ answers })) && unproved),
    }
  },
  'evidence-received': (c, { item, fileId, sizeBytes, secret }) => ({
    ...files(c, item, (list) => [...list, { id: fileId, state: 'pending', sizeBytes, remarks: [], ...secret }]),
    received: c.received + 1,
  }),
  'evidence-stored': (c, e) =>
    replaced(c, e.item, e.fileId, {
      state: 'stored',
      stored: e.stored,
      remarks: e.remarks,
      ...(e.challenge !== undefined && { challenge: e.challenge }),
      ...e.secret,
    }),
  'evidence-moved': (c, { item, fileId, to }) => {
    const moving = (c.evidence[item] ?? []).filter(({ id }) => id === fileId)
    const left = (c.evidence[item] ?? []).filter(({ id }) => id !== fileId)
    const evidence = { ...c.evidence, [item]: left, [to]: [...(c.evidence[to] ?? []), ...moving] }
    return { evidence, finished: hasNone(left) ? c.finished.filter((key) => key !== item) : c.finished }
  },
  'evidence-refused': (c, e) => {
    const after = replaced(c, e.item, e.fileId, { state: 'refused', refused: e.code })
    return hasNone(after.evidence[e.item] ?? [])
      ? { ...after, finished: c.finished.filter((item) => item !== e.item) }
      : after
  },
  'evidence-held': (c, e) => replaced(c, e.item, e.fileId, { isHeld: true }),
  'evidence-finished': (c, { item }) => ({
    ...settled(c, item),
    finished: [...c.finished.filter((key) => key !== item), item],
  }),
  'evidence-cleared': (c, { item }) => ({
    ...files(c, item, () => []),
    finished: c.finished.filter((key) => key !== item),
  }),
  submitted: (c, e) => ({
    ...(c.status === 'draft' ? goOn(c, 'fill', e.at) : { status: 'submitted' as const }),
    ...(e.revokesBefore !== undefined && { revokesBefore: e.revokesBefore }),
    ...(e.hears !== undefined && c.counter !== undefined && { counter: { ...c.counter, hears: e.hears } }),
    consent: e.consent,
    submittedAt: e.at,
    dueAt: e.dueAt,
    hoursLeft: null,
    isUrgent: e.isUrgent,
    owed: [],
    // Asked anew about what is now said.
    roster: null,
  }),
  'roster-consulted': (_, e) => ({ roster: e.facts }),
  expired: (_, e) => ({ status: 'expired', ...ended(e.at, { reason: 'by-time' }) }),
  'language-chosen': (_, e) => ({ language: e.language }),
}

/** True when no file is left that counts. */
const hasNone = (list: readonly EvidenceFile[]): boolean => list.every(({ state }) => state === 'refused')

/** Nothing is known yet of who is claimed now. */
const unproved = { proof: null, codeAskedAt: null, waived: null } as const

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
