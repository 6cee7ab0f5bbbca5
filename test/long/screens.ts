import type { PhoneMessage } from '../../bot/simulator/telegram/phone-message.ts'
import { askedIn } from '../journeys/ask.ts'
import type { Finding } from './oracle.ts'
import { declinedBy, isDeclined, type Walker } from './walker.ts'

/** A message that stands on a screen twice in a row, and that nobody asked for twice. */
export interface Repeat {
  readonly message: PhoneMessage
  /** Which death of the program lies between the two; -1 when none does. */
  readonly kill: number
}

/** An answer that was declined, because the program could not know that its question had arrived. */
export interface Decline {
  /** Which death of the program lies between the question and these words; -1 when none does. */
  readonly kill: number
}

const said = ({ phone }: Walker): readonly PhoneMessage[] => phone.messages().filter(({ mine }) => !mine)

export function repeatsOn(walker: Walker, killedAt: readonly number[]): readonly Repeat[] {
  const all = said(walker)
  return all.flatMap((message, index) => {
    const before = all[index - 1]
    if (before?.text !== message.text || before.buttons.join() !== message.buttons.join()) return []
    const isBetween = (next: number) => before.id < next && next <= message.id
    const kill = killedAt.findIndex(isBetween)
    // Who acts again is told again.
    return kill < 0 && walker.acts.some(isBetween) ? [] : [{ message, kill }]
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
