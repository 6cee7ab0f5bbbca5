import type { Case, EvidenceFile } from '../case/case.ts'
import type { Event } from '../case/event.ts'
import { isMailItem } from '../case/mail.ts'

/**
 * What a chat itself has told of a case, and what came of it. Nothing that others know of the person: no roster, no rival,
 * no number that was called, so that whoever claims to be somebody learns nothing of them.
 */
export const copyOfCase = (c: Case, history: readonly Event[]) => ({
  number: c.number,
  procedure: c.procedure,
  agency: c.agency,
  status: c.status,
  openedAt: c.openedAt,
  submittedAt: c.submittedAt,
  endedAt: c.endedAt,
  answers: c.answers,
  evidence: Object.fromEntries(
    Object.entries(c.evidence)
      .filter(([item]) => !isMailItem(item))
      .map(([item, files]) => [item, files.map(fileFacts)]),
  ),
  consent: c.consent,
  setbacks: c.setbacks,
  returned: Object.fromEntries(Object.entries(c.verdicts).filter(([, { ok }]) => !ok)),
  settled: c.settled,
  ending: c.ending,
  messages: history.flatMap((event) =>
    event.type === 'wrote' || event.type === 'replied'
      ? [{ at: event.at, by: event.author.role, text: event.secret.text }]
      : [],
  ),
  history: history.filter(({ type }) => !told.has(type)).map(({ type, at, author }) => ({ type, at, by: author.role })),
})

/** What happened behind the requester's back says what the roster or others say. */
const told: ReadonlySet<Event['type']> = new Set([
  'noted',
  'mail-received',
  'roster-consulted',
  'rivals-noted',
  'evidence-compared',
])

const fileFacts = ({ name, sizeBytes, state, stored }: EvidenceFile) => ({
  name,
  sizeBytes,
  state,
  ...(stored !== undefined && { type: stored.type, sha256: stored.sha256 }),
})

/** Files of a case that came in and are kept. */
export const filesIn = ({ evidence }: Pick<Case, 'evidence'>): readonly EvidenceFile[] =>
  Object.values(evidence)
    .flat()
    .filter(({ stored }) => stored !== undefined)

/** True when an answer of the case is one of these numbers or addresses. */
export const speaksOf = ({ answers }: Pick<Case, 'answers'>, values: ReadonlySet<string>): boolean =>
  Object.values(answers).some((answer) => typeof answer === 'string' && values.has(answer))
