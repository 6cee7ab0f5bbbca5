import type { Block } from '../../slack/surface.ts'
import type { Surface } from './blocks.tsx'

export interface ElementProps {
  readonly block: Block
  readonly element: Block
  readonly surface: Surface
  /** What it asks for, where that stands around it. */
  readonly label?: string
}

/** Where a touch of that kind goes. */
export const postTo = (what: string) => `/simulator/slack/${what}`

/** What a press tells us: whose, where, which element; `hx-include` adds what was typed around it. */
export const valuesOf = ({ block, element, surface }: ElementProps, more: Record<string, string> = {}): string =>
  JSON.stringify({
    member: surface.member,
    on: surface.on,
    block: block.block_id ?? '',
    action: element.action_id ?? '',
    ...more,
  })

/** The same over updates, so that focus and typed text stay. */
export const idOf = ({ block, element, surface }: ElementProps, option = ''): string =>
  `el-${surface.member}-${surface.on}-${block.block_id ?? ''}-${element.action_id ?? ''}-${option}`.replace(
    /[^\w-]/g,
    '_',
  )

/** What is chosen or typed in it now. */
export const stateOf = ({ block, element, surface }: ElementProps): Record<string, unknown> =>
  surface.values[block.block_id ?? '']?.[element.action_id ?? ''] ?? {}

/** In a modal everything typed goes along with each touch; elsewhere there is no form around it. */
export const includes = ({ surface }: ElementProps): Record<string, string> =>
  surface.on === 'modal' ? { 'hx-include': 'closest form' } : {}
