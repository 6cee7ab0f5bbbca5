import type { InlineButton } from './message.ts'
import type { PhoneMessage } from './phone-message.ts'

/** A button on the screen and the message that carries it. */
export interface FoundButton {
  message: PhoneMessage
  button: InlineButton
}

/** The newest button with exactly that label or callback data, or a label that fits the pattern. */
export function findButton(
  messages: readonly PhoneMessage[],
  wanted: string | RegExp,
  messageId?: number,
): FoundButton | undefined {
  const searched = messageId === undefined ? messages : messages.filter(({ id }) => id === messageId)
  for (const message of searched.toReversed()) {
    const button = message.rows.flat().find((one) => isWanted(one, wanted))
    if (button) return { message, button }
  }
  return undefined
}

/** What a press on the button tells the bot. @throws when it tells nothing: addresses and copies stay on the phone */
export function dataOf({ callback_data, text }: InlineButton): string {
  if (callback_data === undefined) throw new Error(`the button "${text}" opens or copies something; bots hear nothing`)
  return callback_data
}

function isWanted({ text, callback_data }: InlineButton, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text === wanted || callback_data === wanted : wanted.test(text)
}
