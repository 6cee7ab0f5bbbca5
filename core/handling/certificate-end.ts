import type { Case } from '../case/case.ts'
import { isRefusal, type Refusal } from '../case/refusal.ts'
import { isProved } from '../identity/proof.ts'
import { isSameSubject, type Subject, subjectOf } from '../identity/subject.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

const casesMax = 50

/**
 * Notes when somebody's certificate ends on a case of the chat that is bound to them. Whoever has no bound chat is
 * `unknown`: nobody could be told, so nothing of them is kept.
 */
export async function noteEnd(
  ports: Ports,
  person: Subject,
  until: string,
): Promise<'noted' | 'same' | 'unknown' | Refusal> {
  const binding = await ports.identities.binding(person)
  if (binding === undefined || (binding.coolsUntil ?? '') > ports.now()) return 'unknown'
  const theirs = await ports.ledger.find({ requester: binding.chat, limit: casesMax })
  const c = carrierOf(theirs.filter((one) => isCarrier(one) && isSameSubject(subjectOf(one), person)))
  if (c === undefined) return 'unknown'
  const outcome = await perform(ports, c.id, [{ type: 'note-certificate', until }], 'house')
  if (isRefusal(outcome)) return outcome
  return outcome.revision === c.revision ? 'same' : 'noted'
}

const isCarrier = (c: Case): boolean => c.status !== 'draft' && isProved(c)

/** The case on which an end is noted already, so that a correction replaces it; else the newest. */
const carrierOf = (cases: readonly Case[]): Case | undefined =>
  cases.toSorted(
    (a, b) =>
      (b.certificateUntil ?? '').localeCompare(a.certificateUntil ?? '') || b.openedAt.localeCompare(a.openedAt),
  )[0]
