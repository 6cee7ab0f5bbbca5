import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Conversation {
  readonly id: number
  readonly contactId: number
  readonly inboxId: number
  status: string
  readonly notes: { readonly content: string; readonly isPrivate: boolean }[]
}

/** Chatwoot as far as its public API is used here: contacts unique by `identifier`, conversations, messages, a status. */
export interface Chatwoot {
  readonly url: string
  readonly contacts: { readonly id: number; readonly identifier: string; readonly name: string }[]
  readonly conversations: Conversation[]
  readonly asked: string[]
  /** The answer to the nth request from here is lost after it was carried out. */
  loseAnswer: number
  close(): Promise<void>
}

export async function openChatwoot(token: string): Promise<Chatwoot> {
  const state = { contacts: [] as Chatwoot['contacts'], conversations: [] as Conversation[], asked: [] as string[] }
  const told = Object.assign(state, { loseAnswer: 0 })
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += String(part)
    const path = (request.url ?? '').replace('/api/v1/accounts/1', '')
    state.asked.push(`${request.method} ${path}`)
    const isOurs = request.headers.api_access_token === token
    const [status, body] = isOurs ? answer(state, request.method ?? '', path, text) : [401, {}]
    told.loseAnswer -= 1
    if (told.loseAnswer === 0) request.socket.destroy()
    else response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(told, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/accounts/1`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}

/** What requests bring; each brings some of it. */
interface Sent {
  readonly identifier: string
  readonly name: string
  readonly contact_id: number
  readonly inbox_id: number
  readonly status: string
  readonly content: string
  readonly private: boolean
}

type State = Pick<Chatwoot, 'contacts' | 'conversations'>

function answer(state: State, method: string, path: string, text: string): readonly [number, unknown] {
  const body = (text === '' ? {} : JSON.parse(text)) as Sent
  const { contacts, conversations } = state
  const shown = ({ id, inboxId, status }: Conversation) => ({ id, inbox_id: inboxId, status })
  const number = Number(/^\/\w+\/(\d+)/.exec(path)?.[1])
  if (path.startsWith('/contacts/search')) {
    const q = decodeURIComponent(path.split('q=')[1] ?? '')
    return [200, { meta: {}, payload: contacts.filter(({ identifier }) => identifier.includes(q)) }]
  }
  if (method === 'POST' && path === '/contacts') {
    const { identifier, name } = body
    if (contacts.some((one) => one.identifier === identifier)) return [422, { message: 'Identifier has been taken' }]
    const contact = { id: contacts.length + 1, identifier, name }
    contacts.push(contact)
    return [200, { payload: { contact, contact_inbox: { inbox: null, source_id: null } } }]
  }
  if (path.startsWith('/contacts/'))
    return [
      200,
      {
        payload: conversations
          .filter(({ contactId }) => contactId === number)
          .map(shown)
          .toReversed(),
      },
    ]
  if (method === 'POST' && path === '/conversations') {
    const { contact_id: contactId, inbox_id: inboxId, status } = body
    const made: Conversation = { id: conversations.length + 11, contactId, inboxId, status, notes: [] }
    conversations.push(made)
    return [200, shown(made)]
  }
  const its = conversations.find(({ id }) => id === number)
  if (its === undefined) return [404, {}]
  if (path.endsWith('/toggle_status')) its.status = body.status
  else if (method === 'POST')
    its.notes.push({
      content: body.content,
      isPrivate: body.private,
    })
  return [200, { payload: its.notes.slice(-20).map(({ content }, id) => ({ id, content })) }]
}
