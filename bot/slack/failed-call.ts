import type { Delivery } from '../../core/handling/deliver.ts'
import { Outage } from '../../core/handling/outage.ts'
import { failureOf, isOperatorsTurn } from './clients.ts'
import type { Room } from './room.ts'

const operatorWaitMs = 15 * 60_000

/**
 * What follows from a failed call; `unknown` decides when nobody knows whether it was carried out.
 * @throws Outage when it is to be tried again
 */
export function failed(
  s: Pick<Room, 'report'>,
  error: unknown,
  unknown: (code: string) => Delivery | Outage,
): Delivery {
  const failure = failureOf(error)
  if (failure.kind === 'later') throw new Outage('Slack asks to wait', failure.afterMs)
  if (failure.kind === 'unknown') {
    const outcome = unknown(failure.code)
    if (outcome instanceof Outage) throw outcome
    return outcome
  }
  if (isOperatorsTurn(failure.code)) {
    s.report({ what: 'slack-refuses-us', code: failure.code })
    throw new Outage(`Slack refuses us: ${failure.code}`, operatorWaitMs)
  }
  if (unreachable.has(failure.code)) return { state: 'dead', error: `slack: ${failure.code}` }
  // Blocks that Slack does not take and the like: our own fault, parked where people see it.
  throw new Error(`Slack refuses the call: ${failure.code}`)
}

/** Nothing will ever arrive there. */
const unreachable: ReadonlySet<string> = new Set([
  'channel_not_found',
  'is_archived',
  'user_not_found',
  'restricted_action',
  'not_enabled',
])
