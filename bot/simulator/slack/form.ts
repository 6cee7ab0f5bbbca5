import { isRecord } from '../wire/request-body.ts'
import type { Block, FormState } from './surface.ts'

/** An element on a surface and the block around it. */
export interface Placed {
  block: Block
  element: Block
}

/** Under which name an element keeps its value, and which key gives its first value. */
const STATEFUL: Record<string, readonly [value: string, initial: string, empty: unknown]> = {
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  radio_buttons: ['selected_option', 'initial_option', null],
  multi_static_select: ['selected_options', 'initial_options', []],
  checkboxes: ['selected_options', 'initial_options', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  users_select: ['selected_user', 'initial_user', null],
}

/** Every interactive element, in order. */
export function placedElements(blocks: readonly Block[]): Placed[] {
  return blocks.flatMap((block) =>
    [block.elements, block.accessory, block.element]
      .flat()
      .filter((element): element is Block => isRecord(element) && typeof element.action_id === 'string')
      .map((element) => ({ block, element })),
  )
}

/** The key of an element's value in the state, undefined for buttons and menus. */
export function valueKey(element: Block): string | undefined {
  return STATEFUL[element.type]?.[0]
}

/** The values of all elements; those of an earlier state are kept where block and action are the same. */
export function formState(blocks: readonly Block[], earlier: FormState = {}): FormState {
  const state: FormState = {}
  for (const { block, element } of placedElements(blocks)) {
    const [key, initial, empty] = STATEFUL[element.type] ?? []
    if (!key || !initial || !block.block_id || !element.action_id) continue
    const kept = earlier[block.block_id]?.[element.action_id]
    const fresh = { type: element.type, [key]: element[initial] ?? empty }
    state[block.block_id] = {
      ...state[block.block_id],
      [element.action_id]: kept?.type === element.type ? kept : fresh,
    }
  }
  return state
}

/** Blocks with the ids that Slack invents where none were given. */
export function withIds(blocks: readonly Block[], nextId: () => string): Block[] {
  const named = (element: unknown) =>
    isRecord(element) && !['image', 'plain_text', 'mrkdwn'].includes(String(element.type))
      ? { ...element, action_id: element.action_id ?? nextId() }
      : element
  return blocks.map((block) => {
    const copy: Block = { ...block, block_id: block.block_id ?? nextId() }
    if (block.type === 'actions' && Array.isArray(block.elements)) copy.elements = block.elements.map(named)
    if (block.accessory) copy.accessory = named(block.accessory)
    if (block.element) copy.element = named(block.element)
    return copy
  })
}

/** All text on a surface, line by line. */
export function surfaceText(value: unknown): string {
  if (Array.isArray(value)) return value.map(surfaceText).filter(Boolean).join('\n')
  if (!isRecord(value)) return ''
  return Object.entries(value)
    .map(([key, item]) => (key === 'text' && typeof item === 'string' ? item : surfaceText(item)))
    .filter(Boolean)
    .join('\n')
}
