import type { Case } from '../../core/case/case.ts'
import type { Deliver, Delivery } from '../../core/handling/deliver.ts'
import { copyAddress } from '../../core/handling/desk-link.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import type { NoticeCode } from '../../core/message/message.ts'
import type { RightsSaying } from '../../core/privacy/saying.ts'
import { filesScreen } from '../dialogue/files.ts'
import { noticeOf } from '../dialogue/notice.ts'
import { panelOf } from '../dialogue/panel.ts'
import { erasedPanel, rightsScreen } from '../dialogue/rights.ts'
import type { Reader, Screen } from '../dialogue/screen.ts'
import { replyOf } from '../dialogue/talk.ts'
import { paramsOf, protectionOf } from './markup.ts'
import type { Call } from './recorder.ts'
import type { QuietWire } from './silence.ts'
import type { FilesPayload } from './take-files.ts'
import type { WireAnswer } from './wire.ts'

export interface SenderOptions {
  readonly wire: Pick<QuietWire, 'call'>
  readonly ports: Pick<Ports, 'ledger'>
  reader(item: OutboxItem, c: Case): Reader
  /** Where people reach the one HTTP server. */
  readonly publicUrl?: string | undefined
}

/** Methods that do the same when they are done twice. */
const repeatable = new Set(['editMessageText', 'deleteMessage', 'answerCallbackQuery', 'leaveChat'])

/** Delivers what chats are owed: calls of dialogues, panels edited in place, notices as new messages. */
export class Sender {
  readonly #options: SenderOptions

  constructor(options: SenderOptions) {
    this.#options = options
  }

  readonly deliver: Deliver = async (item) => {
    if (item.target.startsWith('chat:') && item.address === undefined)
      return { state: 'dead', error: 'the chat has no address' }
    // The rows of our targets are written by our own play and by core's routing.
    if (item.kind === 'call') return this.#perform(item.payload as Call, item.address)
    const own = this.#ofNoCase(item)
    if (own !== undefined) return own
    const c = item.caseId === undefined ? undefined : await this.#options.ports.ledger.caseById(item.caseId)
    if (c === undefined) return { state: 'dead', error: 'no such case' }
    const reader = this.#options.reader(item, c)
    if (item.kind === 'panel') return this.#panel(item, panelOf(c, reader))
    if (item.kind === 'reply') return this.#reply(item, c, reader)
    if (item.kind === 'files') {
      const { item: about, isAgain } = item.payload as FilesPayload
      return this.#panel(item, filesScreen(c, about, isAgain, reader))
    }
    const { code, ...detail } = item.payload as { readonly code: NoticeCode } & Readonly<Record<string, string>>
    const screen = noticeOf(code, detail, c, reader)
    return screen === undefined ? { state: 'sent' } : this.#send(item, screen)
  }

  /** Words of staff, from the case's history: they stand nowhere else. */
  async #reply(item: OutboxItem, c: Case, reader: Reader): Promise<Delivery> {
    // Written by `route` alone.
    const { n } = item.payload as { readonly n: number }
    const said = (await this.#options.ports.ledger.history(c.id)).find((e) => e.type === 'replied' && e.n === n)
    if (said?.type !== 'replied') return { state: 'dead', error: 'no such reply' }
    return this.#send(item, replyOf(c, { text: said.secret.text, role: said.author.role }, reader))
  }

  /** What a chat is told about its data, and of cases that are no more. */
  #ofNoCase(item: OutboxItem): Promise<Delivery> | undefined {
    const { publicUrl = '' } = this.#options
    const language = item.language ?? 'id'
    // Written by the house alone.
    if (item.kind === 'rights')
      return this.#send(
        item,
        rightsScreen(item.payload as RightsSaying, language, (token) => copyAddress(publicUrl, token)),
      )
    if (item.kind !== 'erased-panel') return undefined
    return this.#panel(item, erasedPanel((item.payload as { readonly number: string }).number, language))
  }

  async #perform({ method, params, next, orElse }: Call, address: number | undefined): Promise<Delivery> {
    const isOwn = method === 'answerCallbackQuery'
    const answer = await this.#call(method, isOwn ? params : { chat_id: address, ...params })
    const delivery = settled(method, answer)
    if (delivery.state === 'dead' && orElse !== undefined) return this.#perform(orElse, address)
    if (delivery.state !== 'sent' || next === undefined) return delivery
    return this.#perform(next, address)
  }

  #send(item: OutboxItem, screen: Screen): Promise<Delivery> {
    const params = { ...paramsOf(screen), ...protectionOf(screen) }
    return this.#perform({ method: 'sendMessage', params }, item.address)
  }

  /** Edits a view in place; one that is gone is sent anew. */
  async #panel(item: OutboxItem, screen: Screen): Promise<Delivery> {
    const { previousRef } = item
    if (previousRef === undefined) return this.#send(item, screen)
    const edit = { chat_id: item.address, message_id: Number(previousRef), ...paramsOf(screen) }
    const answer = await this.#call('editMessageText', edit)
    if (answer.end === 'refused' && isGone(answer.description)) return this.#send(item, screen)
    const delivery = settled('editMessageText', answer)
    return delivery.state === 'sent' ? { state: 'sent', ref: previousRef } : delivery
  }

  /** @throws Outage when it surely did not arrive, or does the same when it arrives twice */
  async #call(method: string, params: object): Promise<WireAnswer> {
    const answer = await this.#options.wire.call(method, params)
    if (answer.end === 'lost' && (!answer.mayHaveArrived || repeatable.has(method))) throw new Outage(answer.reason)
    return answer
  }
}

const isGone = (description: string): boolean =>
  /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i.test(description)

/** Refusals that mean that it is done already, or that nobody waits for it any more. */
const harmless: Readonly<Record<string, RegExp>> = {
  editMessageText: /message is not modified/i,
  answerCallbackQuery: /query is too old|query ID is invalid/i,
  deleteMessage: /message to delete not found/i,
}

function settled(method: string, answer: WireAnswer): Delivery {
  if (answer.end === 'lost') return { state: 'ambiguous', error: answer.reason }
  if (answer.end === 'ok') {
    const { result } = answer
    const isMessage = typeof result === 'object' && result !== null && 'message_id' in result
    return isMessage ? { state: 'sent', ref: String(result.message_id) } : { state: 'sent' }
  }
  if (harmless[method]?.test(answer.description) === true) return { state: 'sent' }
  return { state: 'dead', error: `${method}: ${answer.code} ${answer.description}` }
}
