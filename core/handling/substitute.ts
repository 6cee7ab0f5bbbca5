import type { Case } from '../case/case.ts'
import { type Substitute, substituteFor, warnOfGaps } from './coverage.ts'
import type { OutboxItem, OwedRow } from './outbox.ts'
import type { Ports } from './ports.ts'
import { route } from './route.ts'

/** Where nobody of its agency can review a case: a word to whoever can do something, and to its requester who has it now. */
export async function owedToSubstitute(ports: Ports, c: Case, item: OutboxItem): Promise<readonly OwedRow[]> {
  const substitute = await substituteFor(ports, c)
  if (substitute === undefined) return []
  await warnOfGaps(ports)
  return [...toStaff(ports, c, item, substitute), ...toRequester(ports, c, substitute)]
}

function toStaff(ports: Ports, c: Case, { dedup }: OutboxItem, { as, staff }: Substitute): readonly OwedRow[] {
  const code = as === 'verifier' ? 'substitute' : 'no-verifier'
  const row = { caseId: c.id, lane: 'bulk' } as const
  return staff.flatMap(({ id, slackUser }): OwedRow[] => {
    const isInSlack = ports.has.slack && slackUser !== null
    const key = `${dedup}:${code}:${id}`
    const mail = { ...row, dedup: key, target: `mail:${id}`, kind: 'staff-mail', payload: { code, staffId: id } }
    const word = {
      ...row,
      dedup: `${key}:slack`,
      target: `slack:${slackUser}`,
      kind: 'staff-notice',
      payload: { code },
    }
    return [...(ports.has.mail ? [mail] : []), ...(isInSlack ? [word] : [])]
  })
}

/** Said once for each of those who may have it. */
function toRequester(ports: Ports, c: Case, { as, staff }: Substitute): readonly OwedRow[] {
  const detail = { as, name: staff.map(({ name }) => name).join(', ') }
  const dedup = `substitute:${c.id}:${as}:${staff.map(({ id }) => id).join('+')}`
  return route({ to: 'requester', what: 'notice', code: 'substitute', detail }, c, 0, ports, {
    at: ports.now(),
    isAwaited: false,
  }).map((row) => ({
    ...row,
    dedup,
  }))
}
