import type { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'

/** One thing that happened, at a moment in milliseconds. */
export interface Entry {
  readonly at: number
  readonly what: string
}

const textMaxLength = 60

/** The beginning of a text, on one line. */
export const startOf = (text: string): string => JSON.stringify(text.slice(0, textMaxLength))

/** What the program called for a chat; a message of its own comes with its number. */
export const callsFor = ({ calls }: TelegramNetwork, chatId: number): readonly Entry[] =>
  calls
    .filter(({ target }) => Number(target) === chatId)
    .map(({ at, method, payload, status, answer }) => {
      const number = /"message_id":(\d+)/.exec(JSON.stringify(answer ?? {}))?.[1] ?? '-'
      return { at, what: `  ${method} #${number} ${status} ${startOf(String(payload.text ?? ''))}` }
    })

/** Entries as lines, oldest first. */
export const inOrder = (entries: readonly Entry[]): readonly string[] =>
  entries.toSorted((one, other) => one.at - other.at).map(({ at, what }) => `${new Date(at).toISOString()} ${what}`)
