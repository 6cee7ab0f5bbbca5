import type { Phone } from '../../bot/simulator/telegram/phone.ts'
import type { PhoneMessage } from '../../bot/simulator/telegram/phone-message.ts'
import { askedIn } from '../journeys/ask.ts'
import type { Finding } from './oracle.ts'
import { startOf } from './tale.ts'
import { declinedBy, isDeclined, type Walker } from './walker.ts'

/** A message that stands on a screen twice in a row, and that nobody asked for twice. */
export interface Repeat {
  /** The earlier copy. */
  readonly before: PhoneMessage
  readonly message: PhoneMessage
  /** Which death of the program lies between the two; -1 when none does. */
  readonly kill: number
}

/** Both copies by their numbers, and the death that the repeat was counted to. */
export const wordsOf = ({ before, message, kill }: Repeat): string =>
  `#${before.id} and #${message.id}, kill ${kill}: ${startOf(message.text)}`

/** An answer that was declined, because the program could not know that its question had arrived. */
export interface Decline {
  /** Which death of the program lies between the question and these words; -1 when none does. */
  readonly kill: number
}

/** What repeats are counted on: a screen, and for all that its person did the number that the next message got then. */
interface Watched {
  readonly phone: Pick<Phone, 'messages'>
  readonly acts: readonly number[]
}

const said = ({ phone }: Pick<Watched, 'phone'>): readonly PhoneMessage[] =>
  phone.messages().filter(({ mine }) => !mine)

/**
 * Of a row of equal messages, each after the first was caused: by a death since the one before it, or else by something
 * that its person did since the first. Every act is told once, so it excuses one of them: the one that a death repeated may
 * come before the answer to what was done in the meantime.
 */
export function repeatsOn(walker: Watched, killedAt: readonly number[]): readonly Repeat[] {
  let untold: readonly number[] = []
  return said(walker).flatMap((message, index, all) => {
    const before = all[index - 1]
    const since = walker.acts.filter((next) => (before?.id ?? 0) < next && next <= message.id)
    if (before?.text !== message.text || before.buttons.join() !== message.buttons.join()) {
      untold = []
      return []
    }
    untold = [...untold, ...since]
    const kill = killedAt.findIndex((next) => before.id < next && next <= message.id)
    if (kill >= 0 || untold.length === 0) return [{ before, message, kill }]
    // Who acts again is told again.
    untold = untold.slice(1)
    return []
  })
}

export function declinesOn(
  walker: Walker,
  repeats: readonly Repeat[],
  killedAt: readonly number[],
): readonly Decline[] {
  const all = walker.phone.messages()
  return all
    .filter((one) => !one.mine && isDeclined(one) && !repeats.some(({ message }) => message.id === one.id))
    .map((one) => {
      const question = all.findLast(({ mine, id }) => !mine && id < declinedBy(one))?.id ?? 0
      return { kill: killedAt.findIndex((next) => question < next && next <= one.id) }
    })
}

/** What a message is, for the order in which messages must come. */
function kindOf(message: PhoneMessage): string {
  const { text } = message
  if (text.startsWith('Selamat datang')) return 'welcome'
  if (text.startsWith('Mana yang terjadi')) return 'which'
  if (text.includes('berurutan')) return 'intro'
  return askedIn(message)?.key ?? 'other'
}

/** Every question once and in its order: what is missing was lost, what is there again was doubled. */
export function onScreen(walker: Walker, repeats: readonly Repeat[]): readonly Finding[] {
  const seen = said(walker)
    .filter((one) => !repeats.some(({ message }) => message.id === one.id))
    .map(kindOf)
    .filter((kind) => kind !== 'other')
  const next = walker.way.answers === 'all' ? ['check'] : seen.slice(-1)
  const expected = ['welcome', 'which', 'intro', ...walker.answered, ...next]
  const what = `chat ${walker.person.chatId}: ${seen.join(' ')} instead of ${expected.join(' ')}`
  const lost = expected.filter((kind) => !seen.includes(kind))
  const doubled = seen.filter((kind, index) => seen.indexOf(kind) < index)
  const isInOrder = seen.filter((kind, index) => seen.indexOf(kind) === index).join() === expected.join()
  return [
    ...lost.map((): Finding => ({ kind: 'lost', what })),
    ...doubled.map((): Finding => ({ kind: 'doubled', what })),
    ...(lost.length === 0 && !isInOrder ? [{ kind: 'disorder', what } as const] : []),
  ]
}
