import type { Ports } from '../../core/handling/ports.ts'
import { waitsForButton } from '../dialogue/asking.ts'

/** Telegram forgets a press after so long a silence of ours; messages it keeps for a day. */
export const forgottenAfterMs = 150_000

const casesMax = 10_000

/** Has every chat that waits for a press asked again: the press may be lost. @returns how many */
export async function askAgain(ports: Pick<Ports, 'ledger' | 'wake'>): Promise<number> {
  const statuses = ['draft', 'needs-correction', 'awaiting-requester'] as const
  const waiting = (await ports.ledger.find({ statuses, limit: casesMax })).filter(
    (c) => c.counter === undefined && waitsForButton(c),
  )
  const knocks = waiting.map(({ id, requester }) => ({ chat: requester, caseId: id }))
  if (knocks.length === 0) return 0
  await ports.ledger.commit([{ changes: [], owed: [], knocks }])
  ports.wake()
  return knocks.length
}
