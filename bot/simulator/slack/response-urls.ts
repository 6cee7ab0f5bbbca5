import type { Arguments } from './arguments.ts'
import { content } from './chat-methods.ts'
import type { Exchange } from './method.ts'
import { SlackRefusal } from './refusal.ts'
import { BOT, type Workspace } from './workspace.ts'

const USES = 5
const LIFETIME_MS = 30 * 60_000

/** An address at which an interaction can be answered five times within half an hour. */
export function responseUrl(workspace: Workspace, userId: string, channel: string, messageTs?: string): string {
  const id = workspace.nextId('R')
  const message = messageTs ? { messageTs } : {}
  workspace.state.responseUrls[id] = { channel, userId, at: workspace.clock.now(), uses: 0, ...message }
  return `${workspace.origin}/response/${id}`
}

/** Takes what the program sends there. @throws used_url, expired_url */
export function respond(id: string, args: Arguments, exchange: Exchange): void {
  const { workspace } = exchange
  const known = workspace.state.responseUrls[id]
  if (!known || workspace.clock.now() - known.at > LIFETIME_MS) throw new SlackRefusal('expired_url')
  if (known.uses >= USES) throw new SlackRefusal('used_url')
  known.uses += 1
  const original = workspace.state.messages.find(({ ts }) => ts === known.messageTs)
  if (args.flag('delete_original')) {
    if (original) workspace.remove(original)
    return
  }
  answerAt(known.channel, known.userId, args, exchange, args.flag('replace_original') ? original : undefined)
}

/** Shows an answer to one person, or to the channel when it says so; replaces the original if given. */
export function answerAt(
  channel: string,
  userId: string,
  args: Arguments,
  exchange: Exchange,
  original?: { text: string; blocks?: unknown },
): void {
  const { workspace } = exchange
  const given = content(args, exchange, 'response_url')
  if (original) {
    Object.assign(original, given.blocks ? { ...given, blocks: workspace.named(given.blocks) } : given)
    workspace.changes.notify()
    return
  }
  const hidden = args.text('response_type') === 'in_channel' ? {} : { ephemeralFor: userId }
  workspace.post({ channel, user: BOT.userId, bot_id: BOT.botId, ...given, ...hidden })
}
