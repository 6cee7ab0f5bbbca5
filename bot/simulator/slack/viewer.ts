import type { Patience } from '../wire/changes.ts'
import type { Dispatcher } from './dispatcher.ts'
import { surfaceText } from './form.ts'
import type { Exchange } from './method.ts'
import type { Person, SlackMessage, View } from './surface.ts'

/** What members need of their network. */
export interface MemberWorld extends Exchange {
  dispatcher: Dispatcher
}

/** What one person sees at Slack. */
export class Viewer {
  readonly id: string
  protected readonly world: MemberWorld

  constructor(id: string, world: MemberWorld) {
    this.id = id
    this.world = world
  }

  get person(): Person {
    const person = this.world.workspace.person(this.id)
    if (!person) throw new Error(`${this.id} is not in the workspace`)
    return person
  }

  /** Messages in channels that this person is in, or in one of them, oldest first; copies as they look now. */
  messages(channel?: string): SlackMessage[] {
    return this.#visible(channel).filter(({ ephemeralFor }) => !ephemeralFor)
  }

  /** Messages that only this person sees. */
  ephemerals(channel?: string): SlackMessage[] {
    return this.#visible(channel).filter(({ ephemeralFor }) => ephemeralFor)
  }

  /** The conversation with the bot. */
  dm(): SlackMessage[] {
    return this.messages(this.world.workspace.im(this.id).id)
  }

  /** The home tab as it was published last. */
  home(): View | undefined {
    return structuredClone(this.world.workspace.state.homes[this.id])
  }

  /** The newest message for this person that fits, now or later. */
  waitForMessage(fits: (message: SlackMessage) => boolean, patience: Patience = {}): Promise<SlackMessage> {
    return this.until(() => this.messages().findLast(fits), { what: 'the message', ...patience })
  }

  /** The newest message that only this person sees and that fits, now or later. */
  waitForEphemeral(fits: (message: SlackMessage) => boolean, patience: Patience = {}): Promise<SlackMessage> {
    return this.until(() => this.ephemerals().findLast(fits), { what: 'the private message', ...patience })
  }

  /** The home tab, once it fits. */
  waitForHome(fits: (home: View) => boolean, patience: Patience = {}): Promise<View> {
    const probe = () => {
      const home = this.home()
      return home && fits(home) ? home : undefined
    }
    return this.until(probe, { what: 'the home tab', ...patience })
  }

  protected until<T>(probe: () => T | undefined, patience: Patience): Promise<T> {
    const seen = () => this.#visible().map(({ channel, text, blocks }) => `${channel} ${text}\n${surfaceText(blocks)}`)
    return this.world.workspace.changes.until(probe, { seen: () => seen().join('\n'), ...patience })
  }

  #visible(channel?: string): SlackMessage[] {
    const { state } = this.world.workspace
    const seen = state.messages.filter((message) => {
      const isMember = state.channels[message.channel]?.members.includes(this.id)
      const isForMe = !message.ephemeralFor || message.ephemeralFor === this.id
      return isMember && isForMe && (channel === undefined || message.channel === channel)
    })
    return structuredClone(seen)
  }
}
