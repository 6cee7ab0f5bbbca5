import { messageRule, TOTAL_TEXT, viewRule } from '../slack-limits.ts'
import { isRecord } from '../wire/request-body.ts'

/** What Slack would refuse in the blocks of a message. */
export function messageProblems(blocks: unknown): string[] {
  return messageRule(blocks, '/blocks')
}

/** Whether the texts of a message are together too long for `msg_blocks_too_long`. */
export function isTooMuchText(blocks: unknown): boolean {
  return textLength(blocks) > TOTAL_TEXT
}

/** What Slack would refuse in a modal or home view. */
export function viewProblems(view: unknown): string[] {
  const wrong = viewRule(view, '/view')
  const inputs = isRecord(view) && view.type === 'modal' && JSON.stringify(view.blocks ?? []).includes('"type":"input"')
  return inputs && !view.submit ? [...wrong, '/view: a modal with input blocks needs submit'] : wrong
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0)
  if (!isRecord(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  )
}
