import { type EvidenceKind, isEvidenceKind } from '../../../../core/evidence/kind.ts'
import type { Bilingual } from '../../../text/language.ts'
import { sampleText } from '../../../text/simulator-sample.ts'
import { answersLine, pressesLine, sendsLine, storyLine } from '../../../text/simulator-story.ts'
import type { TelegramMemory } from '../../telegram/memory.ts'
import type { Phone } from '../../telegram/phone.ts'
import type { SamplePerson } from '../people.ts'
import { codeOn } from '../samples/code.ts'
import type { SampleShelf } from '../samples/shelf.ts'
import { labelOf } from './label.ts'
import type { Move, Player } from './move.ts'
import { type Choice, choiceOf, type Question, questionIn } from './question.ts'
import { AnswerSheet, proofs } from './sheet.ts'

/** Buttons beside the questions that lead on; the last two only where nothing else does. */
const ways = ['send', 'worked', 'all-devices', 'reactivation', 'account-disabled'] as const
const detours = ['correct', 'resume'] as const
/** Files may still be under check when she sends: she tries again a little later. */
const sendAgainAfterMs = 1500
const triesMax = 5

export interface RequesterOptions {
  readonly phone: Phone
  readonly person: SamplePerson
  readonly shelf: SampleShelf
  readonly memory: TelegramMemory
  /** What to write when no question is in sight; undefined when nothing is owed any more. */
  wayBack(): '/start' | '/lanjut' | undefined
}

/** The requester of the played case: reads what is on the phone and answers it. */
export class RequesterPlayer implements Player {
  readonly #options: RequesterOptions
  readonly #sheet: AnswerSheet
  /** Messages before this one were dealt with. */
  #since: number
  readonly #begun: number
  readonly #sentFiles = new Map<string, number>()
  readonly #tries = new Map<string, number>()
  #sentAt = 0
  /** The question may be anywhere above, or answered by somebody else. */
  #isLost = false

  constructor(options: RequesterOptions) {
    this.#options = options
    this.#sheet = new AnswerSheet(options.person)
    this.#since = options.memory.nextMessageId
    this.#begun = this.#since
  }

  async next(): Promise<Move | undefined> {
    const { phone } = this.#options
    const messages = phone.messages().filter(({ id }) => id >= this.#begun)
    if (messages.length === 0) return this.#move(storyLine.start, 60, () => phone.command('/start'))
    const own = messages.findLast(({ mine }) => mine)?.id ?? 0
    const open = messages
      .filter(({ mine, id }) => !mine && id > own && id >= this.#since)
      .toReversed()
      .flatMap((message) => questionIn(message) ?? [])
    const way = this.#isLost ? this.#options.wayBack() : undefined
    return (
      first(open, (question) => this.#answer(question)) ??
      first(open, (question) => this.#leadOn(question, detours)) ??
      (way && this.#find(way))
    )
  }

  resumed(): void {
    this.#isLost = true
  }

  /** Has the question put once more. */
  #find = (way: '/start' | '/lanjut'): Move =>
    this.#move(storyLine[way === '/start' ? 'start' : 'find'], 60, () => {
      this.#isLost = false
      this.#options.phone.command(way)
    })

  #answer(question: Question): Move | undefined {
    const { item } = question
    if (question.wantsDeviceName) return this.#write(question, labelOf('devices'), this.#sheet.deviceName)
    const way = this.#leadOn(question, ways)
    if (way !== undefined || item === undefined) return way
    const [name = ''] = item.split('.')
    if (isEvidenceKind(name)) return this.#prove(question, item, name)
    if (this.#hasTriedEnough(item)) return undefined
    const choice = this.#sheet.pick(question, name)
    if (choice !== undefined) return this.#press(question, choice, answersLine(labelOf(name)))
    const text = this.#sheet.say(name)
    return text === undefined ? undefined : this.#write(question, labelOf(name), text)
  }

  #leadOn(question: Question, verbs: typeof ways | typeof detours): Move | undefined {
    const choice = verbs.map((verb) => choiceOf(question, verb)).find((found) => found !== undefined)
    if (choice === undefined) return undefined
    const { verb } = choice.press
    if (verb === 'send' && Date.now() < this.#sentAt + sendAgainAfterMs) return undefined
    const isWorthALine = verb === 'send' || verb === 'worked'
    return this.#press(question, choice, isWorthALine ? storyLine[verb] : pressesLine(choice.button.text))
  }

  #prove(question: Question, item: string, kind: EvidenceKind): Move | undefined {
    const sent = this.#sentFiles.get(item) ?? 0
    const next = proofs[kind][sent]
    const done = choiceOf(question, 'done')
    if (next === undefined) return done && this.#press(question, done, pressesLine(done.button.text))
    return this.#move(sendsLine(sampleText[next].name), 160, async () => {
      this.#sentFiles.set(item, sent + 1)
      const sample = await this.#options.shelf.named(next)
      if (sample !== undefined)
        this.#options.phone.document(await sample.bytes(codeOn(this.#options.phone)), {
          name: sample.name,
          mime: sample.mime,
        })
    })
  }

  /** A question that comes back again and again is not understood. */
  #hasTriedEnough = (item: string): boolean => (this.#tries.get(item) ?? 0) >= triesMax

  #write({ message, item = '' }: Question, label: Bilingual, text: string): Move {
    return this.#move(answersLine(label), message.text.length / 2, () => {
      this.#tries.set(item, (this.#tries.get(item) ?? 0) + 1)
      this.#options.phone.say(text)
    })
  }

  #press({ message, item = '' }: Question, { press, button }: Choice, line: Bilingual): Move {
    return this.#move(line, message.text.length / 2, () => {
      this.#tries.set(item, (this.#tries.get(item) ?? 0) + 1)
      this.#since = this.#options.memory.nextMessageId
      if (press.verb === 'send') this.#sentAt = Date.now()
      this.#options.phone.press(button.callback_data ?? '', { messageId: message.id })
    })
  }

  #move = (line: Bilingual, readingChars: number, act: () => unknown): Move => ({
    where: 'phone',
    line,
    readingChars: readingChars + line.id.length,
    act,
  })
}

function first<T, R>(all: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}
