import type { ApiClientOptions } from 'grammy'
import type { OwedRow } from '../../core/handling/outbox.ts'

/** One Bot API call that a dialogue owes; the chat is added when it is delivered. */
export interface Call {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  /** Called next when this one succeeded, in the same delivery. */
  readonly next?: Call
  /** Called instead when Telegram refuses this one for good. */
  readonly orElse?: Call
}

type Fetch = NonNullable<ApiClientOptions['fetch']>

/**
 * grammY's only way out: hands every call over and answers at once, so a script never meets the network.
 * Unlike transformers, `fetch` reaches into conversations.
 */
export const recorder = (record: (call: Call) => void): Fetch => {
  const answer = async (url: string, { body }: { body?: unknown } = {}) => {
    const method = url.slice(url.lastIndexOf('/') + 1)
    if (typeof body !== 'string') throw new TypeError(`${method}: a dialogue sends file ids, never uploads`)
    const { chat_id: _, ...params } = JSON.parse(body) as Record<string, unknown>
    record({ method, params })
    return { json: async () => ({ ok: true, result: { message_id: 0 } }) }
  }
  // grammY types its fetch by node-fetch on Node; it reads nothing of the answer but `json()`.
  return answer as unknown as Fetch
}

/** A call as it is owed to a chat; `asks` marks one that puts a question. */
export const rowOf = (
  { call, asks }: { readonly call: Call; readonly asks: boolean },
  ref: string,
): Omit<OwedRow, 'dedup'> => ({
  lane: 'interactive',
  target: targetOf(call, ref),
  kind: 'call',
  payload: call,
  ...(asks && { asks }),
})

/** A press is answered at once, not behind the messages of its chat. */
function targetOf({ method, params }: Call, ref: string): string {
  return method === 'answerCallbackQuery' ? `callback:${String(params.callback_query_id)}` : `chat:${ref}`
}
