import type { Case } from '../../core/case/case.ts'
import { isReasonCode } from '../../core/evidence/reason.ts'
import { choicesFor, type Draft, type ItemDraft } from './review-draft.ts'

interface Entered {
  readonly value?: string | null
  readonly selected_option?: { readonly value?: string } | null
  readonly selected_options?: readonly { readonly value?: string }[]
}

/** A modal as Slack sends it back. */
export interface Filled {
  readonly blocks: readonly unknown[]
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, Entered>>>> }
}

/** Reads the modal of a case; what it does not show stays as in `before`. */
export function readDraft(view: Filled, c: Case, before: Draft): Draft {
  const entered = new Map(
    Object.entries(view.state.values).map(([block, values]) => [block, Object.values(values)[0] ?? {}]),
  )
  const chosen = (block: string): string | undefined => entered.get(block)?.selected_option?.value
  const typed = (block: string, otherwise: string): string =>
    entered.has(block) ? (entered.get(block)?.value ?? '').trim() : otherwise
  const boxes = ticks(view, entered, before)
  const items = Object.entries(before.items).map(([key, item]): [string, ItemDraft] => {
    const verdict = chosen(`verdict:${key}`)
    const reason = chosen(`why:${key}`)
    return [
      key,
      {
        isOk: boxes.get(key) ?? (verdict === undefined ? item.isOk : verdict === 'ok'),
        reason: reason !== undefined && isReasonCode(reason) ? reason : item.reason,
        note: typed(`note:${key}`, item.note),
      },
    ]
  })
  const rejectReason = chosen('reject-why')
  return {
    items: Object.fromEntries(items),
    listed: [...boxes.keys()],
    choice: choicesFor(c).find((one) => one === chosen('decision')) ?? null,
    rejectReason: rejectReason !== undefined && isReasonCode(rejectReason) ? rejectReason : null,
    rejectNote: typed('reject-note', ''),
    settleText: typed('settle-text', ''),
    words: typed('words', ''),
    numberFrom: chosen('number-from') === 'roster' ? 'roster' : numberFrom(entered, before),
  }
}

const numberFrom = (entered: ReadonlyMap<string, Entered>, before: Draft): Draft['numberFrom'] =>
  entered.has('number-from') ? 'agency-directory' : before.numberFrom

/** Every item of the checkbox lists, true where it is ticked; as drawn, for a remark may have come up since. */
function ticks(view: Filled, entered: ReadonlyMap<string, Entered>, { listed }: Draft): ReadonlyMap<string, boolean> {
  const boxes = new Map<string, boolean>()
  if (view.blocks.length === 0) {
    const all = [...entered].flatMap(([block, { selected_options = [] }]) =>
      block.startsWith('clean:') ? selected_options : [],
    )
    return new Map(listed.map((key) => [key, all.some(({ value }) => value === key)]))
  }
  for (const block of view.blocks) {
    if (!isRecord(block) || typeof block.block_id !== 'string' || !block.block_id.startsWith('clean:')) continue
    const ticked = (entered.get(block.block_id)?.selected_options ?? []).map(({ value }) => value)
    const options = isRecord(block.element) && Array.isArray(block.element.options) ? block.element.options : []
    for (const option of options)
      if (isRecord(option) && typeof option.value === 'string') boxes.set(option.value, ticked.includes(option.value))
  }
  return boxes
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
