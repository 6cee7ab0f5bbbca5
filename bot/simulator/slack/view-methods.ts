import type { Arguments } from './arguments.ts'
import { refuse } from './chat-methods.ts'
import { viewProblems } from './limits-check.ts'
import type { Exchange, Method } from './method.ts'
import { SlackRefusal } from './refusal.ts'
import type { Trigger, View } from './surface.ts'
import { BOT, TEAM, type Workspace } from './workspace.ts'

type GivenView = Parameters<Workspace['view']>[0]

const TRIGGER_LIFETIME_MS = 3000
const DEEPEST_STACK = 3

const open: Method = (args, exchange) => {
  const view = readView(args.json('view'), exchange, 'views.open', 'modal')
  const { userId } = spend(args, exchange)
  const opened = exchange.workspace.view(view)
  exchange.workspace.state.modals[userId] = [opened]
  return told(exchange, opened)
}

const push: Method = (args, exchange) => {
  const view = readView(args.json('view'), exchange, 'views.push', 'modal')
  const { userId, viewId } = spend(args, exchange)
  const stack = exchange.workspace.modals(userId)
  if (!viewId || stack.length === 0) throw new SlackRefusal('not_found')
  return told(exchange, pushView(exchange.workspace, userId, view))
}

const update: Method = (args, exchange) => {
  const view = readView(args.json('view'), exchange, 'views.update', 'modal')
  const id = args.text('view_id')
  const externalId = args.text('external_id')
  for (const stack of Object.values(exchange.workspace.state.modals)) {
    const at = stack.findIndex((one) =>
      id ? one.id === id : externalId !== undefined && one.external_id === externalId,
    )
    const before = stack[at]
    if (!before) continue
    checkHash(args, before)
    stack[at] = exchange.workspace.view(view, before)
    return told(exchange, stack[at])
  }
  throw new SlackRefusal('not_found')
}

const publish: Method = (args, exchange) => {
  const { workspace } = exchange
  const userId = args.text('user_id') ?? ''
  if (!workspace.person(userId)) throw new SlackRefusal('invalid_arguments', ['/user_id: unknown'])
  const view = readView(args.json('view'), exchange, 'views.publish', 'home')
  const before = workspace.state.homes[userId]
  if (before) checkHash(args, before)
  const published = workspace.view(view, before)
  workspace.state.homes[userId] = published
  return told(exchange, published)
}

/** Methods about modals and home tabs. */
export const viewMethods: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
}

/** A view given by the program, also in the answer to a submission. @throws invalid_arguments */
export function readView(value: unknown, exchange: Exchange, method: string, type: View['type']): GivenView {
  const problems = viewProblems(value)
  // Held against the rules of views just now.
  const view = value as GivenView
  if (problems.length === 0 && view.type !== type) problems.push(`/view: a ${type} expected`)
  return problems.length > 0 ? refuse(exchange, method, 'invalid_arguments', problems) : view
}

/** Puts a modal on top of a person's stack. @throws push_limit_reached */
export function pushView(workspace: Workspace, userId: string, given: GivenView): View {
  const stack = workspace.modals(userId)
  if (stack.length >= DEEPEST_STACK) throw new SlackRefusal('push_limit_reached')
  const below = stack.at(-1)
  const view = workspace.view(given)
  const placed = { ...view, root_view_id: stack[0]?.id ?? view.id, previous_view_id: below?.id ?? null }
  stack.push(placed)
  return placed
}

/** A view as payloads and answers show it. */
export function shownView(view: View): Record<string, unknown> {
  return { ...view, team_id: TEAM.id, app_id: BOT.appId, bot_id: BOT.botId, app_installed_team_id: TEAM.id }
}

function told(exchange: Exchange, view: View): Record<string, unknown> {
  exchange.workspace.changes.notify()
  return { view: shownView(view) }
}

function spend(args: Arguments, { workspace }: Exchange): Trigger {
  const trigger = workspace.state.triggers[args.text('trigger_id') ?? '']
  if (!trigger) throw new SlackRefusal('invalid_trigger_id')
  if (trigger.isUsed) throw new SlackRefusal('exchanged_trigger_id')
  if (workspace.clock.now() - trigger.at > TRIGGER_LIFETIME_MS) throw new SlackRefusal('expired_trigger_id')
  trigger.isUsed = true
  return trigger
}

function checkHash(args: Arguments, before: View): void {
  const hash = args.text('hash')
  if (hash && hash !== before.hash) throw new SlackRefusal('hash_conflict')
}
