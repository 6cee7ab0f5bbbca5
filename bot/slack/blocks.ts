import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types'
import { visible } from '../text/escape.ts'
import type { Language } from '../text/language.ts'
import { timeText } from '../text/moment.ts'

/** What Slack takes in one place, in UTF-16 units (`@slack/types` 3.2). */
const most = { header: 150, text: 3000, button: 75, option: 75, label: 2000, title: 24, field: 2000 } as const

/** A message or a part of it: blocks, and the sentence that screen readers and notifications speak. */
export interface Screen {
  readonly text: string
  readonly blocks: KnownBlock[]
}

/** Cuts by whole characters, so that no emoji is torn. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text
  const kept = [...text.slice(0, max)]
  while (kept.join('').length >= max) kept.pop()
  return `${kept.join('').trimEnd()}…`
}

export const plain = (text: string, max: number = most.text): PlainTextElement => ({
  type: 'plain_text',
  text: clip(visible(text), max),
  emoji: true,
})

/** Text with Slack's markup; whatever people typed in it was escaped by `mrkdwn` before. */
export const marked = (text: string): MrkdwnElement => ({ type: 'mrkdwn', text: clip(text, most.text), verbatim: true })

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, most.header) })
export const section = (text: string, blockId?: string): SectionBlock => ({
  type: 'section',
  text: marked(text),
  ...(blockId !== undefined && { block_id: blockId }),
})
export const fields = (texts: readonly string[]): SectionBlock => ({
  type: 'section',
  fields: texts.map((text) => marked(clip(text, most.field))),
})
export const context = (...texts: readonly string[]): ContextBlock => ({ type: 'context', elements: texts.map(marked) })
export const actions = (blockId: string, elements: Button[]): ActionsBlock => ({
  type: 'actions',
  block_id: blockId,
  elements,
})

/** A button; `label` is what a screen reader says when its text alone would be unclear. */
export function button(
  actionId: string,
  text: string,
  more: { readonly value?: string; readonly url?: string; readonly style?: 'primary'; readonly label?: string } = {},
): Button {
  const { label, ...rest } = more
  return {
    type: 'button',
    action_id: actionId,
    text: plain(text, most.button),
    ...rest,
    ...(label !== undefined && { accessibility_label: clip(label, most.button) }),
  }
}

export const option = (value: string, text: string, description?: string): PlainTextOption => ({
  value,
  text: plain(text, most.option),
  ...(description !== undefined && description !== '' && { description: plain(description, most.option) }),
})

/** A labelled element of a form, whose block is named like the thing it asks for. */
export const input = (
  blockId: string,
  label: string,
  element: InputBlock['element'],
  more: { readonly hint?: string; readonly isOptional?: boolean; readonly isDispatched?: boolean } = {},
): InputBlock => ({
  type: 'input',
  block_id: blockId,
  label: plain(label, most.label),
  element,
  ...(more.hint !== undefined && more.hint !== '' && { hint: plain(more.hint, most.label) }),
  ...(more.isOptional === true && { optional: true }),
  ...(more.isDispatched === true && { dispatch_action: true }),
})

export const title = (text: string): PlainTextElement => plain(text, most.title)

/** A moment that Slack shows in the reader's own time zone; where it cannot, in WIB. */
export const moment = (at: string, language: Language): string =>
  `<!date^${Math.floor(Date.parse(at) / 1000)}^{date_short_pretty} {time}|${timeText(at, language)}>`
