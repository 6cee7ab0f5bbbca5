import type { Ports } from '../../core/handling/ports.ts'
import { type Arrived, incomingOf, type Origin, updateIdOf } from './incoming.ts'
import { Pace } from './pace.ts'
import type { Report } from './report.ts'
import type { KeptUpdate } from './update.ts'

export interface ReceiverOptions extends Origin {
  /** Updates of one chat in a minute; for a moment twice as many. */
  readonly perMinute: number
  readonly report: Report
}

/** Stores updates, secrets already gone; what cannot be read is told by its number and passed over. */
export function receiver(ports: Pick<Ports, 'inbox' | 'wake' | 'now'>, options: ReceiverOptions) {
  const { perMinute, report } = options
  const pace = new Pace(perMinute)
  return async (updates: readonly unknown[]): Promise<void> => {
    const incoming = updates.map((raw) => incomingOf(raw, options))
    for (const [index, one] of incoming.entries())
      if (one === undefined) report('an update of no use to us', { updateId: updateIdOf(updates[index]) ?? 0 })
    const known = incoming.filter((one) => one !== undefined)
    const admitted = known.flatMap((one) => paced(one, pace, ports.now()))
    if (admitted.length === 0) return
    try {
      await ports.inbox.receive(admitted)
    } catch (error) {
      for (const { chat } of known) pace.forget(chat)
      throw error
    }
    ports.wake('came-in')
  }
}

/** What of an update is stored at its chat's pace: all of it, the word that it came too fast, or nothing. */
function paced(one: Arrived, pace: Pace, now: string): readonly Arrived[] {
  const { my_chat_member, message, edited_message, channel_post } = one.payload
  // Whoever blocks us is never too fast.
  if (my_chat_member !== undefined) return [one]
  const written = message ?? edited_message ?? channel_post
  const admission = pace.admit(one.chat, written === undefined ? Date.parse(now) : written.date * 1000)
  const stored = (mark: Partial<KeptUpdate>): readonly Arrived[] => [{ ...one, payload: { ...one.payload, ...mark } }]
  if (admission.is === 'in') return admission.missed === 0 ? [one] : stored({ missed: admission.missed })
  return admission.is === 'warned' ? stored({ isTooFast: true }) : []
}
