import { languages } from '../../../text/language.ts'
import { statusName } from '../../../text/status.ts'
import { surfaceText } from '../../slack/form.ts'
import type { Member } from '../../slack/member.ts'
import type { SlackMessage } from '../../slack/surface.ts'
import type { Phone } from '../../telegram/phone.ts'
import { people, phoneOf, staffOf } from '../people.ts'
import type { SampleShelf } from '../samples/shelf.ts'
import type { Stage } from '../stage.ts'
import { AgentPlayer } from './agent.ts'
import { DeskBrowser } from './desk-browser.ts'
import type { Cast, Player } from './move.ts'
import { RequesterPlayer } from './requester.ts'
import { VerifierPlayer } from './verifier.ts'

const caseNumber = /PANDU-\d{4}-\d{6}-[0-9A-Z]/

/** Rina, Sari and Dewi, about to play one case from its first word to its end. */
export function castOf({ world, deskLink }: Stage, shelf: SampleShelf, origin: string): Cast {
  const [rina] = people
  const phone = phoneOf(world, rina)
  const { memory } = world.telegram
  const staff = staffOf(world)
  const [sari, dewi] = [staff.find(({ role }) => role === 'verifier'), staff.find(({ role }) => role === 'agent')]
  const browserOf = (one: { staffId: string }) => new DeskBrowser(origin, () => deskLink(one.staffId))
  const screens = new Screens(phone, memory.nextMessageId, sari?.member)
  const players: Player[] = [
    new RequesterPlayer({ phone, person: rina, shelf, memory, wayBack: () => screens.wayBack }),
  ]
  if (sari !== undefined) players.push(new VerifierPlayer({ member: sari.member, desk: browserOf(sari), screens }))
  if (dewi !== undefined) players.push(new AgentPlayer({ desk: browserOf(dewi), screens }))
  return { players, isOver: () => screens.says('completed') }
}

/** What the players can see of their one case. */
export class Screens {
  readonly #phone: Phone
  readonly #begun: number
  readonly #member: Member | undefined

  /** `begun`: messages before this one belong to earlier cases. */
  constructor(phone: Phone, begun: number, member: Member | undefined) {
    this.#phone = phone
    this.#begun = begun
    this.#member = member
  }

  /** What the bot wrote to the requester. */
  get phoneTexts(): readonly string[] {
    const messages = this.#phone.messages().filter(({ mine, id }) => !mine && id >= this.#begun)
    return messages.map(({ text }) => text)
  }

  /** The number of the case, once the requester has one. */
  get number(): string | undefined {
    return this.phoneTexts.flatMap((text) => caseNumber.exec(text)?.[0] ?? []).at(-1)
  }

  /** The card of the case in the verifiers' channel, once it was sent. */
  get card(): SlackMessage | undefined {
    const { number } = this
    if (number === undefined) return undefined
    const messages = this.#member?.messages() ?? []
    return messages.find(({ text, thread_ts }) => text.includes(number) && thread_ts === undefined)
  }

  /** How the requester finds the question that is left. */
  get wayBack(): '/start' | '/lanjut' | undefined {
    if (this.number === undefined) return '/start'
    return this.card === undefined ? '/lanjut' : undefined
  }

  /** Whether the card of the case shows that status. */
  says(status: 'with-contact-center' | 'completed'): boolean {
    const shown = surfaceText(this.card?.blocks)
    return languages.some((language) => shown.includes(statusName(status, language)))
  }
}
