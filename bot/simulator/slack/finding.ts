import { isRecord } from '../wire/request-body.ts'
import { type Placed, placedElements } from './form.ts'
import type { Block } from './surface.ts'

/** The element with that button text, action id, block id, or the label of its input block. */
export function findElement(blocks: readonly Block[], wanted: string | RegExp): Placed | undefined {
  return placedElements(blocks).find(({ block, element }) => {
    const names = [textOf(element.text), element.action_id, block.block_id, textOf(block.label)]
    return names.some(
      (name) => name !== undefined && (typeof wanted === 'string' ? name === wanted : wanted.test(name)),
    )
  })
}

/** The option with that text or value. @throws with the options that there are */
export function findOption(element: Block, wanted: string): Record<string, unknown> {
  const groups = [element.option_groups].flat().filter(isRecord)
  const options = [element.options, ...groups.map((group) => group.options)].flat().filter(isRecord)
  const found = options.find((option) => textOf(option.text) === wanted || option.value === wanted)
  if (!found) throw new Error(`no option "${wanted}" among ${options.map((one) => textOf(one.text)).join(', ')}`)
  return found
}

/** What can be pressed or filled, in words. */
export function elementNames(blocks: readonly Block[]): string {
  return placedElements(blocks)
    .map(({ block, element }) => `[${textOf(element.text) ?? textOf(block.label) ?? element.action_id}]`)
    .join(' ')
}

/** The text of a text object. */
export function textOf(value: unknown): string | undefined {
  return isRecord(value) && typeof value.text === 'string' ? value.text : undefined
}
