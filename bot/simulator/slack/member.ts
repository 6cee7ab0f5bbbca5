import type { Patience } from '../wire/changes.ts'
import { isRecord } from '../wire/request-body.ts'
import { Arguments } from './arguments.ts'
import { type Acknowledgement, unanswered } from './delivery.ts'
import { elementNames, findElement, findOption } from './finding.ts'
import { formState, type Placed } from './form.ts'
import { ModalScreen } from './modal-screen.ts'
import { blockActions, chosen, eventCallback, type Place, slashCommand } from './payloads.ts'
import { answerAt } from './response-urls.ts'
import type { Block, FormState, SlackMessage } from './surface.ts'
import { Viewer } from './viewer.ts'

/** Where to click: nothing = the open modal, else the newest message that has it. */
export interface Aim {
  messageTs?: string
  /** A message as it looked when it was read: a click that crosses an update. */
  message?: SlackMessage
  in?: 'home' | 'modal'
  /** Only within that block: lists repeat the same button. */
  blockId?: string
  /** What is answered when Slack asks "are you sure?"; yes by default. */
  confirm?: boolean
}

/** One person at Slack: what they see, and their hand on the mouse. */
export class Member extends Viewer {
  /** Clicks, choices, confirmations, submissions and closings so far. */
  presses = 0
  readonly #messageStates = new Map<string, FormState>()

  /** The modal on top, if one is open. */
  modal(): ModalScreen | undefined {
    const view = this.world.workspace.modals(this.id).at(-1)
    return view && new ModalScreen(view.id, this, this.world)
  }

  /** The modal on top, once it fits. */
  waitForModal(fits: (modal: ModalScreen) => boolean = () => true, patience: Patience = {}): Promise<ModalScreen> {
    const probe = () => {
      const modal = this.modal()
      return modal && fits(modal) ? modal : undefined
    }
    return this.until(probe, { what: 'the modal', ...patience })
  }

  /** Clicks a button, by its text or action id; resolves with the program's acknowledgement. */
  click(wanted: string | RegExp, aim: Aim = {}): Promise<Acknowledgement> {
    const { place, placed } = this.#find(wanted, aim)
    return this.touch(place, placed, {}, aim)
  }

  /** Picks an option of a menu or radio group, by its text or value. */
  choose(wanted: string | RegExp, option: string, aim: Aim = {}): Promise<Acknowledgement> {
    const { place, placed } = this.#find(wanted, aim)
    return this.touch(place, placed, chosen(placed.element, findOption(placed.element, option)), aim)
  }

  /** Opens the app's home tab. */
  openHome(): Promise<Acknowledgement> {
    this.presses += 1
    const view = this.home()
    const { id: channel } = this.world.workspace.im(this.id)
    return this.#event({ type: 'app_home_opened', user: this.id, channel, tab: 'home', ...(view ? { view } : {}) })
  }

  /** Types a slash command; what the program answers at once is shown in the channel. */
  async slash(text: string, { channel = this.world.workspace.im(this.id).id } = {}): Promise<Acknowledgement> {
    const payload = slashCommand(this.world.workspace, this.person, text, channel)
    const acknowledgement = await this.world.dispatcher.send({ kind: 'command', payload })
    const { body } = acknowledgement
    const answer = typeof body === 'string' ? { text: body } : body
    if (isRecord(answer)) answerAt(channel, this.id, new Arguments(answer), this.world)
    return acknowledgement
  }

  /** Writes a message. */
  say(channel: string, text: string, { threadTs }: { threadTs?: string } = {}): SlackMessage {
    const thread = threadTs ? { thread_ts: threadTs } : {}
    const message = this.world.workspace.post({ channel, user: this.id, text, ...thread })
    const channel_type = this.world.workspace.channel(channel).isIm ? 'im' : 'channel'
    void this.#event({ type: 'message', channel, channel_type, user: this.id, text, ts: message.ts, ...thread })
    return structuredClone(message)
  }

  /** Changes or presses an element: counted, kept in the form, and told to the program where Slack does so. */
  touch(place: Place, placed: Placed, value: Record<string, unknown>, aim: Aim = {}): Promise<Acknowledgement> {
    const { block, element } = placed
    this.presses += element.confirm ? 2 : 1
    if (element.confirm && aim.confirm === false) return Promise.resolve(unanswered('ok'))
    const { values } = 'view' in place ? place.view.state : { values: place.state }
    Object.assign(values[block.block_id ?? '']?.[element.action_id ?? ''] ?? {}, value)
    const isSilent = block.type === 'input' && block.dispatch_action !== true
    if (isSilent) return Promise.resolve(unanswered('ok'))
    const payload = blockActions(this.world.workspace, this.person, place, placed, value)
    return this.world.dispatcher.send({ kind: 'interaction', payload: structuredClone(payload) })
  }

  #event(event: Record<string, unknown>): Promise<Acknowledgement> {
    return this.world.dispatcher.send({ kind: 'event', payload: eventCallback(this.world.workspace, event) })
  }

  #find(wanted: string | RegExp, aim: Aim): { place: Place; placed: Placed } {
    const places = this.#places(aim)
    for (const { place, blocks } of places) {
      const placed = findElement(aim.blockId ? blocks.filter(isIn(aim.blockId)) : blocks, wanted)
      if (placed) return { place, placed }
    }
    const seen = places.map(({ blocks }) => elementNames(blocks)).join('\n')
    throw new Error(`nothing to press called ${wanted}; there is:\n${seen}`)
  }

  /** Surfaces to look at, the likeliest first. */
  #places(aim: Aim): { place: Place; blocks: Block[] }[] {
    const { workspace } = this.world
    const home = workspace.state.homes[this.id]
    if (aim.in === 'home') return home ? [{ place: { view: home }, blocks: home.blocks }] : []
    const modal = workspace.modals(this.id).at(-1)
    const modals = modal ? [{ place: { view: modal }, blocks: modal.blocks }] : []
    if (aim.in === 'modal') return modals
    const chosenMessage = aim.message ? [aim.message] : [...this.ephemerals(), ...this.messages()]
    const messages = chosenMessage
      .filter(({ ts }) => aim.messageTs === undefined || ts === aim.messageTs)
      .sort((a, b) => (a.ts < b.ts ? 1 : -1))
      .map((message) => {
        const blocks = message.blocks ?? []
        return { place: { message, state: this.#stateOf(message) }, blocks }
      })
    return aim.message || aim.messageTs ? messages : [...modals, ...messages]
  }

  #stateOf(message: SlackMessage): FormState {
    const state = formState(message.blocks ?? [], this.#messageStates.get(message.ts))
    this.#messageStates.set(message.ts, state)
    return state
  }
}

const isIn =
  (blockId: string) =>
  ({ block_id }: Block): boolean =>
    block_id === blockId
