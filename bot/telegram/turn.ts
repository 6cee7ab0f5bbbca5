import { type Conversation, conversations, createConversation } from '@grammyjs/conversations'
import { Composer, Context } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { Turn } from '../../core/handling/inbox.ts'
import type { Calm, Play } from '../../core/handling/turns.ts'
import { html } from '../text/escape.ts'
import { reply } from '../text/telegram-reply.ts'
import { commands, isWaiting } from './commands.ts'
import { atDoor } from './doorway.ts'
import type { House } from './house.ts'
import { interview, type Outer } from './interview.ts'
import { hearKnock, isKnock, knockOn } from './knock.ts'
import { paramsOf } from './markup.ts'
import { unawaited } from './unawaited.ts'
import { type KeptUpdate, keptUpdate } from './update.ts'
import { Visit } from './visit.ts'

/** A turn asks at most this often afresh: after what was said, and after what that led to. */
const askingsMax = 3

/** grammY wants to know its bot; nothing here depends on it. */
const me = { id: 0, is_bot: true, first_name: 'Pandu', username: 'pandu' } as UserFromGetMe

/** Plays a turn of a requester's chat: a pure transition; grammY scripts it and meets no network. */
export function createPlay(house: () => House): Play {
  const tree = treeOf(house().version)
  return async (turn, casework, tools) => {
    const visit = new Visit(turn, casework, tools, house())
    try {
      await playOn(visit, turn, tree)
    } catch (error) {
      throw visit.failure ?? error
    }
    return visit.played()
  }
}

async function playOn(visit: Visit, turn: Turn, tree: Composer<Outer>): Promise<void> {
  const run = (update: Update) =>
    tree.middleware()(Object.assign(new Context(update, visit.api, me), { visit }) as Outer, async () => {})
  if (turn.knock !== undefined) hearKnock(visit, turn.knock)
  else {
    const update = keptUpdate.parse(turn.payload)
    visit.query = update.callback_query?.id
    visit.name = (update.message ?? update.callback_query)?.from?.first_name ?? visit.name
    if (!(await atDoor(visit, update))) {
      visit.isSeen = isSeen(turn, update)
      // What was kept of an update is a part of it; the scripts read nothing else.
      await run(update as unknown as Update)
    }
  }
  for (let n = 0; visit.wantsAsking && n < askingsMax; n += 1) {
    visit.wantsAsking = false
    await run(knockOn(visit.chat.state.address))
  }
}

/** A message older than the question it would answer is no answer to it. */
function isSeen({ asked }: Turn, { message }: KeptUpdate): boolean {
  if (message === undefined || asked === 'none') return true
  return asked !== 'waiting' && message.message_id > asked
}

function treeOf(version: string): Composer<Outer> {
  const tree = new Composer<Outer>()
  tree.use(
    conversations<Outer, Context>({
      storage: {
        type: 'context',
        version,
        adapter: {
          read: ({ visit }) => visit.memory.dialogue,
          write({ visit }, dialogue) {
            visit.memory.dialogue = dialogue
          },
          delete({ visit }) {
            visit.memory.dialogue = undefined
          },
        },
      },
    }),
  )
  tree.use(async (ctx, next) => {
    await next()
    if (ctx.visit.isLeaving) await ctx.conversation.exitAll()
  })
  tree.branch(
    isKnock,
    async (ctx, next) => {
      await ctx.conversation.exitAll()
      await next()
    },
    commands(),
  )
  tree.filter(
    (ctx) => !ctx.visit.isSeen && ctx.message !== undefined && isWaiting(ctx) && !isKnock(ctx),
    ({ visit, message }) => visit.reply('early', message?.message_id),
  )
  tree.use(
    createConversation<Outer, Context>((dialogue: Conversation<Outer, Context>) => interview(dialogue), 'interview'),
  )
  tree.filter(isKnock, (ctx) => ctx.conversation.enter('interview'))
  tree.use(({ visit, update }) => unawaited(visit, update as unknown as KeptUpdate))
  return tree
}

/** What a person is told whose update failed for good: the dialogue is forgotten, the case is not. */
export const calm: Calm = ({ chat }) => {
  const { memory: _, ...state } = chat.state
  const { address, language } = state
  const params = paramsOf({ text: html(reply('failed', language)), rows: [] })
  const call = {
    lane: 'interactive',
    target: `chat:${chat.ref}`,
    kind: 'call',
    payload: { method: 'sendMessage', params },
  } as const
  return { state, calls: address < 0 ? [] : [call] }
}
