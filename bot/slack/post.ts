import type { WebClient } from '@slack/web-api'
import type { Delivery } from '../../core/handling/deliver.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Screen } from './blocks.ts'
import { failureOf } from './clients.ts'
import { failed } from './failed-call.ts'
import { findPost } from './reconcile.ts'
import type { Room } from './room.ts'

/** What the sender needs: the room, and the client of the outbox lane. */
export interface Sender extends Room {
  readonly outboxClient: WebClient
}

/** Edits the message that stands, or posts it. */
export async function paint(s: Sender, item: OutboxItem, channel: string, screen: Screen): Promise<Delivery> {
  const ts = tsIn(item.previousRef, channel)
  if (ts === undefined) return post(s, item, channel, screen)
  try {
    await s.outboxClient.chat.update({ channel, ts, ...screen, parse: 'none' })
    return { state: 'sent', ref: `${channel}:${ts}` }
  } catch (error) {
    const failure = failureOf(error)
    // Somebody deleted the card: the case needs one.
    if (failure.kind === 'refused' && gone.has(failure.code)) return post(s, item, channel, screen)
    // An edit may be repeated: it says the same again.
    return failed(s, error, () => new Outage('Slack did not answer an edit'))
  }
}

/** What Slack says of a message that is not there to be edited. */
export const gone: ReadonlySet<string> = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

/** Posts once: after a send whose end is unknown it looks for its own message first. */
export async function post(
  s: Sender,
  item: OutboxItem,
  channel: string,
  screen: Screen,
  thread?: string,
): Promise<Delivery> {
  if (item.isAmbiguous || item.attempts > 1) {
    const found = await findPost(s, item, channel, thread)
    if (found !== undefined) return found
  }
  const message = {
    channel,
    ...screen,
    parse: 'none',
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: 'case_card', event_payload: { outbox_id: item.id } },
  } as const
  try {
    const { ts } = await s.outboxClient.chat.postMessage(
      thread === undefined ? message : { ...message, thread_ts: thread, reply_broadcast: true },
    )
    return ts === undefined ? { state: 'sent' } : { state: 'sent', ref: `${channel}:${ts}` }
  } catch (error) {
    return failed(s, error, (code) => ({ state: 'ambiguous', error: `slack: ${code}` }))
  }
}

/** The time stamp in `channel:ts`; undefined when there is none or the agency has moved to another channel. */
export function tsIn(ref: string | undefined, channel: string): string | undefined {
  const [where, ts] = ref?.split(':') ?? []
  return where === channel ? ts : undefined
}
