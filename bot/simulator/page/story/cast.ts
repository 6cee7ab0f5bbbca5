import { languages } from '../../../text/language.ts'
import { statusName } from '../../../text/status.ts'
import { surfaceText } from '../../slack/form.ts'
import { people, phoneOf, staffOf } from '../people.ts'
import type { SampleShelf } from '../samples/shelf.ts'
import type { Stage } from '../stage.ts'
import { AgentPlayer } from './agent.ts'
import { DeskBrowser } from './desk-browser.ts'
import { RequesterPlayer } from './requester.ts'
import type { Cast } from './story.ts'
import { VerifierPlayer } from './verifier.ts'

const caseNumber = /PANDU-\d{4}-\d{6}-[0-9A-Z]/

/** Rina, Sari and Dewi, about to play one case from its first word to its end. */
export function castOf({ world, deskLink }: Stage, shelf: SampleShelf, origin: string): Cast {
  const [rina] = people
  const phone = phoneOf(world, rina)
  const { memory } = world.telegram
  const begun = memory.nextMessageId
  const texts = () =>
    phone
      .messages()
      .filter(({ mine, id }) => !mine && id >= begun)
      .map(({ text }) => text)
  const number = () =>
    texts()
      .flatMap((text) => caseNumber.exec(text)?.[0] ?? [])
      .at(-1)
  const staff = staffOf(world)
  const sari = staff.find(({ role }) => role === 'verifier')
  const dewi = staff.find(({ role }) => role === 'agent')
  const browserOf = (one: { staffId: string } | undefined) =>
    new DeskBrowser(origin, () => deskLink(one?.staffId ?? ''))
  /** Whether the card of the case in the channel says that it is there. */
  const isAt = (status: 'with-contact-center' | 'completed') => {
    const cards = (sari?.member.messages() ?? []).filter(
      ({ text, thread_ts }) => text.includes(number() ?? '-') && !thread_ts,
    )
    return cards.some(({ blocks }) =>
      languages.some((language) => surfaceText(blocks).includes(statusName(status, language))),
    )
  }
  return {
    players: [
      new RequesterPlayer({ phone, person: rina, shelf, memory }),
      ...(sari
        ? [new VerifierPlayer({ member: sari.member, desk: browserOf(sari), caseNumber: number, phoneTexts: texts })]
        : []),
      new AgentPlayer({
        desk: browserOf(dewi),
        caseNumber: () => (isAt('with-contact-center') ? number() : undefined),
      }),
    ],
    isOver: () => isAt('completed'),
  }
}
