import type { Arguments } from './arguments.ts'
import { shown } from './chat-methods.ts'
import type { Method } from './method.ts'
import { SlackRefusal } from './refusal.ts'
import type { Channel, Person, SlackMessage } from './surface.ts'
import { BOT, TEAM, type Workspace } from './workspace.ts'

const authTest: Method = () => ({
  url: `https://${TEAM.domain}.slack.com/`,
  team: TEAM.name,
  user: BOT.name,
  team_id: TEAM.id,
  user_id: BOT.userId,
  bot_id: BOT.botId,
  is_enterprise_install: false,
})

const usersInfo: Method = (args, { workspace }) => {
  const person = workspace.person(args.text('user') ?? '')
  if (!person) throw new SlackRefusal('user_not_found')
  return { user: userObject(person) }
}

const usersList: Method = (_args, { workspace }) => ({
  members: Object.values(workspace.state.people).map(userObject),
  response_metadata: { next_cursor: '' },
})

const conversationsOpen: Method = (args, { workspace }) => {
  const users = (args.text('users') ?? '').split(',').filter(Boolean)
  const channel = args.text('channel')
  if (channel) return { channel: channelObject(workspace.channel(channel)) }
  const [user] = users
  if (users.length !== 1 || !user || !workspace.person(user)) throw new SlackRefusal('user_not_found')
  return { channel: channelObject(workspace.im(user)) }
}

const conversationsInfo: Method = (args, { workspace }) => ({
  channel: channelObject(workspace.channel(args.text('channel'))),
})

const history: Method = (args, { workspace }) => {
  const inChannel = messagesIn(workspace, args).filter(({ ts, thread_ts }) => !thread_ts || thread_ts === ts)
  return page(args, inChannel.toReversed(), workspace)
}

const replies: Method = (args, { workspace }) => {
  const root = args.text('ts')
  const thread = messagesIn(workspace, args).filter(({ ts, thread_ts }) => ts === root || thread_ts === root)
  if (thread.length === 0) throw new SlackRefusal('thread_not_found')
  return page(args, thread, workspace)
}

/** Methods about people and conversations. */
export const peopleMethods: Record<string, Method> = {
  'auth.test': authTest,
  'users.info': usersInfo,
  'users.list': usersList,
  'conversations.open': conversationsOpen,
  'conversations.info': conversationsInfo,
  'conversations.history': history,
  'conversations.replies': replies,
}

function messagesIn(workspace: Workspace, args: Arguments): SlackMessage[] {
  const { id } = workspace.channel(args.text('channel'))
  const oldest = padded(args.text('oldest') ?? '0')
  const latest = padded(args.text('latest') ?? '9999999999')
  const inclusive = args.flag('inclusive')
  return workspace.state.messages.filter(({ channel, ts, ephemeralFor }) => {
    if (channel !== id || ephemeralFor) return false
    return inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest
  })
}

/** Time stamps are compared as text, so `oldest=1700000000` needs its fraction. */
function padded(ts: string): string {
  const [seconds = '0', fraction = ''] = ts.split('.')
  return `${seconds.padStart(10, '0')}.${fraction.padEnd(6, '0')}`
}

function page(args: Arguments, messages: SlackMessage[], { state }: Workspace): Record<string, unknown> {
  const limit = Math.min(args.number('limit') || 100, 1000)
  const start = args.number('cursor') ?? 0
  const isMore = messages.length > start + limit
  const replyCount = (ts: string) => state.messages.filter((one) => one.thread_ts === ts && one.ts !== ts).length
  return {
    messages: messages.slice(start, start + limit).map((message) => {
      const { metadata, ...rest } = shown(message)
      const count = replyCount(message.ts)
      const thread = count > 0 ? { thread_ts: message.ts, reply_count: count } : {}
      return { ...rest, ...thread, ...(args.flag('include_all_metadata') && metadata ? { metadata } : {}) }
    }),
    has_more: isMore,
    ...(isMore ? { response_metadata: { next_cursor: String(start + limit) } } : {}),
  }
}

function userObject({ id, name, realName, isDeleted, isStranger }: Person): Record<string, unknown> {
  return {
    id,
    team_id: isStranger ? 'TLAIN' : TEAM.id,
    name,
    real_name: realName,
    deleted: isDeleted,
    is_bot: false,
    is_stranger: isStranger,
    is_restricted: false,
    tz: 'Asia/Jakarta',
    profile: { real_name: realName, display_name: name },
  }
}

function channelObject({ id, name, isIm, members }: Channel): Record<string, unknown> {
  const user = isIm ? { user: members.find((one) => one !== BOT.userId) } : {}
  return { id, name, is_im: isIm, is_channel: !isIm, is_member: members.includes(BOT.userId), ...user }
}
