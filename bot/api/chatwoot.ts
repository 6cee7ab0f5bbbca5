import { z } from 'zod'
import type { EventType } from '../../core/case/event.ts'
import { allStatuses, isOpen, type Status } from '../../core/case/status.ts'
import type { OwedToHook } from '../../core/handling/hook-rows.ts'
import { type Hook, hookTypes } from '../../core/handling/hooks.ts'
import { eventText } from '../text/desk-timeline.ts'
import { languages } from '../text/language.ts'
import { statusText } from '../text/status.ts'
import type { Reach } from './hook-address.ts'
import { type Call, type Called, call } from './hook-post.ts'

const answerMaxBytes = 1024 * 1024

const contacts = z.object({ payload: z.array(z.object({ id: z.int(), identifier: z.string().nullish() })) })
const madeContact = z.object({ payload: z.object({ contact: z.object({ id: z.int() }) }) })
const conversation = z.object({ id: z.int(), inbox_id: z.int(), status: z.string().nullish() })
const conversations = z.object({ payload: z.array(conversation) })
const messages = z.object({ payload: z.array(z.object({ content: z.string().nullish() })) })
const anything = z.unknown()
const told = z.object({
  type: z.string().transform((type) => hookTypes.find((known) => `case.${known}` === type)),
  data: z.object({ number: z.string(), status: z.enum(allStatuses as [Status]), event: z.int() }),
})

/** The other side did not do as its API says; nothing is concluded from that but to try again. */
class Declined extends Error {
  override readonly name = 'Declined'
  readonly called: Called

  constructor(called: Called) {
    super(called.answer)
    this.called = called
  }
}

/**
 * Shows a case as one conversation in an inbox of Chatwoot: a private note for each thing that happened, and whether it is
 * open. The case's number is the contact's `identifier`, which Chatwoot keeps unique, and each note ends with the number
 * of its event: whatever was there before a death in between is found and not made again.
 */
export async function mirrorInto(hook: Hook, { body }: OwedToHook, reach: Reach): Promise<Called> {
  const { type, data } = told.parse(JSON.parse(body))
  const ask = asking(hook, reach)
  try {
    const contactId = await contactOf(ask, data.number)
    const its = await conversationOf(ask, contactId, hook.mirror?.inboxId ?? 0)
    await noteOnce(ask, its.id, type ?? 'taken', data)
    const status = isOpen(data.status) ? 'open' : 'resolved'
    // Opening a conversation makes Chatwoot hand it to whose key this is: only where something changes.
    if (its.status !== status) await ask('POST', `/conversations/${its.id}/toggle_status`, anything, { status })
    return { status: 200, answer: '200', text: '' }
  } catch (error) {
    if (error instanceof Declined) return error.called
    throw error
  }
}

type Ask = <S extends z.ZodType>(method: Call['method'], path: string, shape: S, body?: object) => Promise<z.infer<S>>

const asking =
  ({ url, secret }: Hook, reach: Reach): Ask =>
  async (method, path, shape, body) => {
    const headers = { api_access_token: secret, Accept: 'application/json' }
    const said = body === undefined ? {} : { body: JSON.stringify(body) }
    const called = await call({ method, url: `${url}${path}`, headers, answerMaxBytes, ...said }, reach)
    if (called.status < 200 || called.status >= 300) throw new Declined(called)
    const read = shape.safeParse(jsonOf(called.text))
    if (!read.success) throw new Declined({ status: 0, answer: 'not-its-api', text: '' })
    return read.data
  }

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function contactOf(ask: Ask, number: string): Promise<number> {
  const found = await ask('GET', `/contacts/search?q=${encodeURIComponent(number)}`, contacts)
  const known = found.payload.find(({ identifier }) => identifier === number)
  if (known !== undefined) return known.id
  return (await ask('POST', '/contacts', madeContact, { name: number, identifier: number })).payload.contact.id
}

async function conversationOf(ask: Ask, contactId: number, inboxId: number): Promise<z.infer<typeof conversation>> {
  const found = await ask('GET', `/contacts/${contactId}/conversations`, conversations)
  // The oldest, should somebody have opened another one by hand.
  const known = found.payload.filter(({ inbox_id }) => inbox_id === inboxId).toSorted((a, b) => a.id - b.id)[0]
  const wanted = { contact_id: contactId, inbox_id: inboxId, status: 'open' }
  return (
    known ?? {
      ...(await ask('POST', '/conversations', z.object({ id: z.int() }), wanted)),
      inbox_id: inboxId,
      status: 'open',
    }
  )
}

interface News {
  readonly number: string
  readonly status: Status
  readonly event: number
}

async function noteOnce(ask: Ask, conversationId: number, type: EventType, news: News): Promise<void> {
  const path = `/conversations/${conversationId}/messages`
  const mark = `Pandu #${news.event}`
  const latest = await ask('GET', path, messages)
  if (latest.payload.some(({ content }) => content?.endsWith(mark) === true)) return
  const lines = languages.map((language) => `${eventText[type][language]} · ${statusText[news.status].name[language]}`)
  const content = [news.number, ...lines, mark].join('\n')
  await ask('POST', path, anything, { content, message_type: 'outgoing', private: true })
}
