import { isRecord } from '../wire/request-body.ts'
import type { Rule } from './rule.ts'

/** At least one of these keys. */
export const has = (...keys: string[]): Rule => {
  return (value, path) => {
    const found = isRecord(value) && keys.some((key) => value[key] !== undefined)
    return found ? [] : [`${path}: needs ${keys.join(' or ')}`]
  }
}
/** What is chosen at first must be among the options. */
export const chosen: Rule = (value, path) => {
  if (!isRecord(value)) return []
  const groups = Array.isArray(value.option_groups) ? value.option_groups.filter(isRecord) : []
  const options = [value.options, ...groups.map((one) => one.options)].flat().filter(isRecord)
  const initial = [value.initial_option, value.initial_options].flat().filter(isRecord)
  const strange = initial.filter((one) => !options.some((other) => JSON.stringify(other) === JSON.stringify(one)))
  return strange.length > 0 ? [`${path}: what is chosen at first is not among the options`] : []
}

/** Block ids differ within a surface, action ids within a block. */
export function unique(blocks: unknown, path: string): string[] {
  const records = Array.isArray(blocks) ? blocks.filter(isRecord) : []
  const twice = (ids: unknown[], what: string) =>
    ids
      .filter((one, index) => one !== undefined && ids.indexOf(one) !== index)
      .map((one) => `${path}: ${what} ${one} twice`)
  const actions = records.map((block) => [block.elements, block.accessory, block.element].flat().filter(isRecord))
  return [
    ...twice(
      records.map((block) => block.block_id),
      'block_id',
    ),
    ...actions.flatMap((elements) =>
      twice(
        elements.map((element) => element.action_id),
        'action_id',
      ),
    ),
  ]
}
