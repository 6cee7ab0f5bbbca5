import { isTheirs } from '../case/authorise.ts'
import type { Case } from '../case/case.ts'
import { type Refusal, refuse } from '../case/refusal.ts'
import { isOpen } from '../case/status.ts'
import { isSameSubject, subjectOf } from '../identity/subject.ts'
import { actorFor } from './people.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

type Giver = { readonly staffId: string; readonly role: 'verifier' | 'agent' }

/** Notes on two cases that they belong together. Nobody learns whether a number exists that is not theirs to see. */
export async function linkCases(ports: Ports, c: Case, number: string, who: Giver): Promise<Case | Refusal> {
  const other = await otherCase(ports, number, who)
  return other === undefined ? refuse('no-such-case') : perform(ports, c.id, [{ type: 'link', to: other.number }], who)
}

/** Ends a case as a duplicate of another open one of the same person. */
export async function mergeCases(
  ports: Ports,
  c: Case,
  number: string,
  who: Giver,
  seen: number,
): Promise<Case | Refusal> {
  const other = await otherCase(ports, number, who)
  if (other === undefined) return refuse('no-such-case')
  if (other.id === c.id) return refuse('same-case')
  if (!isOpen(other.status)) return refuse('ended-case')
  if (!isSamePerson(c, other)) return refuse('other-requester')
  return perform(ports, c.id, [{ type: 'merge', into: other.number, seen }], who)
}

async function otherCase({ ledger, ...ports }: Ports, number: string, who: Giver): Promise<Case | undefined> {
  const other = await ledger.caseByNumber(number)
  const actor = other && (await actorFor({ ledger, ...ports }, who, other))
  return other !== undefined && actor !== undefined && isTheirs(other, actor) ? other : undefined
}

/** Written in the same chat, or proved to be about the same number: whoever just claims it learns of no other case. */
const isSamePerson = (one: Case, other: Case): boolean =>
  one.requester === other.requester ||
  (one.proof !== null && other.proof !== null && isSameSubject(subjectOf(one), subjectOf(other)))
