import { shown } from './chat-methods.ts'
import { type Placed, valueKey } from './form.ts'
import { responseUrl } from './response-urls.ts'
import type { FormState, Person, SlackMessage, View } from './surface.ts'
import { shownView } from './view-methods.ts'
import { BOT, TEAM, type Workspace } from './workspace.ts'

/** Where something was clicked. */
export type Place = { message: SlackMessage; state: FormState } | { view: View }

const TOKEN = 'simulated-verification-token'

/** The payload of a click on an element, with the right to open a modal. */
export function blockActions(
  workspace: Workspace,
  person: Person,
  place: Place,
  { block, element }: Placed,
  value: Record<string, unknown>,
): Record<string, unknown> {
  const { type, action_id, text, style } = element
  const label = type === 'button' ? { text, value: element.value, style } : {}
  const action = { type, action_id, block_id: block.block_id, ...label, ...value, action_ts: workspace.nextTs() }
  const viewId = 'view' in place && place.view.type === 'modal' ? place.view.id : undefined
  return {
    type: 'block_actions',
    ...envelope(person),
    trigger_id: workspace.trigger(person.id, viewId),
    ...('view' in place ? viewContext(place.view) : messageContext(workspace, person, place)),
    actions: [action],
  }
}

/** The payload of a submitted modal. */
export function viewSubmission(workspace: Workspace, person: Person, view: View): Record<string, unknown> {
  const trigger_id = workspace.trigger(person.id, view.id)
  return { type: 'view_submission', ...envelope(person), trigger_id, view: shownView(view), response_urls: [] }
}

export function viewClosed(person: Person, view: View, isCleared: boolean): Record<string, unknown> {
  return { type: 'view_closed', ...envelope(person), view: shownView(view), is_cleared: isCleared }
}

/** What an external menu asks while somebody types. */
export function blockSuggestion(
  person: Person,
  view: View | undefined,
  { block, element }: Placed,
  typed: string,
): Record<string, unknown> {
  const context = view ? viewContext(view) : {}
  const { action_id } = element
  return {
    type: 'block_suggestion',
    ...envelope(person),
    ...context,
    action_id,
    block_id: block.block_id,
    value: typed,
  }
}

export function slashCommand(
  workspace: Workspace,
  person: Person,
  text: string,
  channel: string,
): Record<string, unknown> {
  const [command = '', ...rest] = text.split(' ')
  return {
    token: TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel,
    channel_name: workspace.channel(channel).name,
    user_id: person.id,
    user_name: person.name,
    command,
    text: rest.join(' '),
    api_app_id: BOT.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl(workspace, person.id, channel),
    trigger_id: workspace.trigger(person.id),
  }
}

/** The envelope of an event. */
export function eventCallback(workspace: Workspace, event: Record<string, unknown>): Record<string, unknown> {
  const authorization = { enterprise_id: null, team_id: TEAM.id, user_id: BOT.userId, is_bot: true }
  return {
    token: TOKEN,
    team_id: TEAM.id,
    api_app_id: BOT.appId,
    type: 'event_callback',
    event_id: workspace.nextId('Ev'),
    event_time: Math.floor(workspace.clock.now() / 1000),
    is_ext_shared_channel: false,
    authorizations: [{ ...authorization, is_enterprise_install: false }],
    event: { ...event, event_ts: workspace.nextTs() },
  }
}

/** The chosen value of an element in the shape of its type. */
export function chosen(element: Placed['element'], value: unknown): Record<string, unknown> {
  const key = element.type === 'overflow' ? 'selected_option' : valueKey(element)
  return key ? { [key]: value } : {}
}

function envelope({ id, name, isStranger }: Person): Record<string, unknown> {
  const team_id = isStranger ? 'TLAIN' : TEAM.id
  return {
    team: { id: TEAM.id, domain: TEAM.domain },
    user: { id, username: name, name, team_id },
    api_app_id: BOT.appId,
    token: TOKEN,
    enterprise: null,
    is_enterprise_install: false,
  }
}

function viewContext(view: View): Record<string, unknown> {
  return { container: { type: 'view', view_id: view.id }, view: shownView(view) }
}

function messageContext(
  workspace: Workspace,
  person: Person,
  { message, state }: { message: SlackMessage; state: FormState },
): Record<string, unknown> {
  const { channel, ts, thread_ts, ephemeralFor } = message
  const thread = thread_ts ? { thread_ts } : {}
  const is_ephemeral = ephemeralFor !== undefined
  return {
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral, ...thread },
    channel: { id: channel, name: workspace.channel(channel).name },
    ...(is_ephemeral ? {} : { message: shown(message) }),
    state: { values: state },
    response_url: responseUrl(workspace, person.id, channel, ts),
  }
}
