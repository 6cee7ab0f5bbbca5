import { whyKept } from '../privacy/erasure.ts'
import type { Delivery } from './deliver.ts'
import { eraseCase, eraseFiles, forgetChat } from './erase.ts'
import { askErasure, oweRows, remindOfErasure, sayingRow } from './erasure-request.ts'
import type { OutboxItem } from './outbox.ts'
import type { Ports } from './ports.ts'
import { makeCopyLink, summaryOf } from './stored-data.ts'

const againMs = 60_000
const done: Delivery = { state: 'sent' }

type RightsWork = (ports: Ports, item: OutboxItem) => Promise<Delivery>

// Written by a requester's own turn, or by the house about a chat.
const chatIn = ({ payload }: OutboxItem): string => (payload as { readonly chat: string }).chat

/** What the house owes to the rights of people, by the kind of its row; none of it belongs to a case. */
export const rightsWorks: Readonly<Record<string, RightsWork>> = {
  async 'tell-data'(ports, item) {
    const chat = chatIn(item)
    await oweRows(ports, [sayingRow(chat, `${item.dedup}:data`, await summaryOf(ports, chat))])
    return done
  },

  async 'make-copy'(ports, item) {
    const chat = chatIn(item)
    await oweRows(ports, [sayingRow(chat, `${item.dedup}:link`, await makeCopyLink(ports, chat))])
    return done
  },

  async 'erase-drafts'(ports, item) {
    const chat = chatIn(item)
    const by = { role: 'requester' } as const
    const unsent = (await ports.rights.casesOf(chat)).filter((kept) => whyKept(kept, by.role) === undefined)
    for (const { case: c } of unsent) await eraseCase(ports, c.id, { by, because: 'asked', at: ports.now() })
    await oweRows(ports, [sayingRow(chat, `${item.dedup}:done`, { code: 'drafts-erased', count: unsent.length })])
    return done
  },

  async 'ask-erasure'(ports, item) {
    await askErasure(ports, chatIn(item))
    return done
  },

  async 'erasure-due'(ports, { payload }) {
    await remindOfErasure(ports, (payload as { readonly id: string }).id)
    return done
  },

  async 'erase-chat'(ports, item) {
    const chat = chatIn(item)
    const at = ports.now()
    const isGone = await forgetChat(ports, chat, { by: { role: 'house' }, because: 'asked', at })
    const mayStay =
      isGone || (await ports.ledger.chat(chat)) === undefined || (await ports.rights.casesOf(chat)).length > 0
    // Its person was just writing: another look decides.
    return mayStay ? done : { state: 'later', at: new Date(Date.parse(at) + againMs).toISOString() }
  },

  'erase-files': eraseFiles,
}
