import type { Delivery } from '../../core/handling/deliver.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import { failureOf } from './clients.ts'
import type { Sender } from './post.ts'

/** Clocks may differ by this much. */
const slackClockMs = 60_000
const pageSize = 200
const pagesMax = 10

interface Page {
  readonly messages?: readonly {
    readonly ts?: string
    readonly metadata?: { readonly event_payload?: Readonly<Record<string, unknown>> }
  }[]
  readonly response_metadata?: { readonly next_cursor?: string }
}

/**
 * Looks in the channel, or below the card, for a message that an earlier attempt may have sent.
 * @returns sent with its place; ambiguous while nobody can tell; undefined when it is not there and must be sent
 */
export async function findPost(
  s: Sender,
  item: OutboxItem,
  channel: string,
  thread: string | undefined,
): Promise<Delivery | undefined> {
  const oldest = ((Date.parse(item.leasedAt) - slackClockMs) / 1000).toFixed(6)
  const where = { channel, oldest, limit: pageSize, include_all_metadata: true }
  const read = (cursor: string | undefined): Promise<Page> => {
    const more = cursor === undefined ? {} : { cursor }
    return thread === undefined
      ? s.outboxClient.conversations.history({ ...where, ...more })
      : s.outboxClient.conversations.replies({ ...where, ts: thread, ...more })
  }
  try {
    let cursor: string | undefined
    for (let page = 0; page < pagesMax; page += 1) {
      const { messages = [], response_metadata } = await read(cursor)
      const found = messages.find(({ metadata }) => metadata?.event_payload?.outbox_id === item.id)
      if (found?.ts !== undefined) return { state: 'sent', ref: `${channel}:${found.ts}` }
      cursor = response_metadata?.next_cursor
      if (cursor === undefined || cursor === '') return undefined
    }
    return undefined
  } catch (error) {
    const failure = failureOf(error)
    // The row stays ambiguous: sent anew without looking, it could stand there twice.
    if (failure.kind !== 'refused') return { state: 'ambiguous', error: 'slack: cannot look for the message' }
    // Without the right to read, a card that may be doubled is better than none; `doctor` names the missing scope.
    s.report({ what: 'slack-refuses-us', code: failure.code })
    return undefined
  }
}
