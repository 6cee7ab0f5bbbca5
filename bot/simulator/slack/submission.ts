import { isRecord } from '../wire/request-body.ts'
import { findElement } from './finding.ts'
import { viewSubmission } from './payloads.ts'
import { SlackRefusal } from './refusal.ts'
import type { Block, Person, View } from './surface.ts'
import { pushView, readView } from './view-methods.ts'
import type { MemberWorld } from './viewer.ts'

/** What became of a submitted modal. */
export interface Submission {
  /** `incomplete`: Slack itself found fields missing; `failed`: no answer in three seconds, or a bad one. */
  outcome: 'closed' | 'cleared' | 'updated' | 'pushed' | 'errors' | 'incomplete' | 'failed'
  /** Complaints by block id. */
  errors: Record<string, string>
}

const REQUIRED = 'Please complete this required field.'

/** Submits a modal and does what the program answers. */
export async function submit(view: View, person: Person, world: MemberWorld): Promise<Submission> {
  const missing = missingFields(view)
  if (Object.keys(missing).length > 0) return { outcome: 'incomplete', errors: missing }
  const payload = structuredClone(viewSubmission(world.workspace, person, view))
  const { isAcknowledged, body } = await world.dispatcher.send({ kind: 'interaction', payload })
  if (!isAcknowledged) return { outcome: 'failed', errors: {} }
  try {
    return follow(body, view.id, person, world)
  } catch (error) {
    if (error instanceof SlackRefusal) return { outcome: 'failed', errors: {} }
    throw error
  } finally {
    world.workspace.changes.notify()
  }
}

function follow(body: unknown, viewId: string, person: Person, world: MemberWorld): Submission {
  const { workspace } = world
  const stack = workspace.modals(person.id)
  const at = stack.findIndex(({ id }) => id === viewId)
  const action = isRecord(body) ? body.response_action : undefined
  if (action === undefined) {
    if (at >= 0) stack.splice(at)
    return { outcome: 'closed', errors: {} }
  }
  if (action === 'clear') {
    stack.splice(0)
    return { outcome: 'cleared', errors: {} }
  }
  if (action === 'errors' && isRecord(body)) return { outcome: 'errors', errors: complaints(body, stack[at], world) }
  const view = readView(isRecord(body) ? body.view : undefined, world, `response_action ${action}`, 'modal')
  if (action === 'push') {
    pushView(workspace, person.id, view)
    return { outcome: 'pushed', errors: {} }
  }
  if (action !== 'update') throw new SlackRefusal('invalid_arguments')
  if (at >= 0) stack[at] = workspace.view(view, stack[at])
  return { outcome: 'updated', errors: {} }
}

/** Slack shows complaints only at input blocks that are there. */
function complaints(body: Record<string, unknown>, view: View | undefined, world: MemberWorld): Record<string, string> {
  const errors = isRecord(body.errors) ? body.errors : {}
  const inputs = (view?.blocks ?? []).filter(({ type }) => type === 'input').map(({ block_id }) => block_id)
  for (const blockId of Object.keys(errors)) {
    if (!inputs.includes(blockId)) world.violations.push(`response_action errors: no input block ${blockId}`)
  }
  return Object.fromEntries(Object.entries(errors).map(([blockId, text]) => [blockId, String(text)]))
}

function missingFields(view: View): Record<string, string> {
  const required = view.blocks.filter(({ type, optional }) => type === 'input' && optional !== true)
  return Object.fromEntries(
    required.filter((block) => isEmpty(view, block)).map((block) => [block.block_id ?? '', REQUIRED]),
  )
}

function isEmpty(view: View, block: Block): boolean {
  const element = findElement([block], block.block_id ?? '')?.element
  const state = view.state.values[block.block_id ?? '']?.[element?.action_id ?? '']
  const { type: _type, ...value } = state ?? {}
  return Object.values(value).every((one) => one === null || one === '' || (Array.isArray(one) && one.length === 0))
}
