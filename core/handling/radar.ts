import type { Agency } from '../agency/agency.ts'
import type { Case } from '../case/case.ts'
import { radarStages } from '../case/radar.ts'
import { isOpen } from '../case/status.ts'
import { isSameSubject, subjectOf } from '../identity/subject.ts'
import { issuesCertificate } from '../procedure/course.ts'
import type { Delivery } from './deliver.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import { owe } from './owe.ts'
import type { Ports } from './ports.ts'

/** What a row of the radar holds: which end it is about, and until when everything has been said. */
interface Watching {
  readonly until: string
  readonly saidUntil: string
}

/** The row of the next notice about a certificate's end after `saidUntil`; one waits at a time, and each owes the next. */
export function radarRow(c: Case, agencies: readonly Agency[], saidUntil: string): OwedRow | undefined {
  const { certificateUntil: until } = c
  const next = until === null ? undefined : stagesOf(c, until, agencies).find(({ at }) => at > saidUntil)
  if (until === null || next === undefined) return undefined
  const dedup = `${c.id}:radar:${until}:${next.at}`
  return {
    dedup,
    lane: 'work',
    target: `timer:${dedup}`,
    kind: 'radar',
    caseId: c.id,
    payload: { until, saidUntil } satisfies Watching,
    notBefore: next.at,
  }
}

const stagesOf = (c: Case, until: string, agencies: readonly Agency[]) =>
  radarStages(until, agencies.find(({ code }) => code === c.agency)?.calendar)

/** Tells the owner of a certificate that it ends, and owes the next notice; nothing once another one took its place. */
export async function watchEnd(ports: Ports, c: Case, item: OutboxItem): Promise<Delivery> {
  const { until, saidUntil } = item.payload as Watching
  const now = ports.now()
  const theirs = await ports.ledger.find({ requester: c.requester, limit: casesMax })
  if (until !== c.certificateUntil || isReplaced(c, until, theirs)) return { state: 'sent' }
  const next = radarRow(c, ports.agencies, now)
  const rows = next === undefined ? [] : [next]
  const stage = stagesOf(c, until, ports.agencies).findLast(({ at }) => at > saidUntil && at <= now)
  // Who is at it already needs no reminder; who has lost the chat must not be told through it.
  const isAtIt = theirs.some((one) => isOpen(one.status) && issuesCertificate(one))
  if (stage === undefined || isAtIt || !(await isStillTheirs(ports, c))) return owe(ports, c, item, [], { rows })
  const detail = { until, ...(stage.isOver && { isOver: 'yes' }) }
  return owe(ports, c, item, [{ to: 'requester', what: 'notice', code: 'certificate-ends', detail }], { rows })
}

const casesMax = 50

/** True when a later end is known of the same person, or the certificate was revoked since. */
function isReplaced(c: Case, until: string, theirs: readonly Case[]): boolean {
  return theirs
    .filter(({ id }) => id !== c.id)
    .filter((one) => isSameSubject(subjectOf(one), subjectOf(c)))
    .some(
      ({ certificateUntil, trail, settled, openedAt }) =>
        (certificateUntil ?? '') > until ||
        (openedAt > c.openedAt && (trail.revoked !== undefined || settled?.outcome === 'revoked')),
    )
}

/** False once the person behind the case has another chat. */
async function isStillTheirs(ports: Ports, c: Case): Promise<boolean> {
  const subject = subjectOf(c)
  const binding = subject && (await ports.identities.binding(subject))
  return binding === undefined || binding.chat === c.requester
}
