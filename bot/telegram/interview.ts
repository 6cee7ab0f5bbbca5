import type { Conversation, ConversationFlavor } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import { type Content, contentOf } from './content.ts'
import { devices } from './devices.ts'
import { type Put, put } from './put.ts'
import { takeAnswer } from './take-answer.ts'
import { takeAside } from './take-aside.ts'
import { takeCheck } from './take-check.ts'
import { takeCode } from './take-code.ts'
import { takeFiles } from './take-files.ts'
import { takeTalk } from './take-talk.ts'
import type { KeptUpdate } from './update.ts'
import type { Visit } from './visit.ts'

/** The turn as middleware sees it. */
export type Outer = ConversationFlavor<Context> & { readonly visit: Visit }
export type Dialogue = Conversation<Outer, Context>

/** Hands what came in to core. @returns true when the question has had its answer, false when it stays open */
export type Take = (visit: Visit, asked: Put, content: Content) => Promise<boolean>

const takes: Readonly<Record<Exclude<Put['kind'], 'devices'>, Take>> = {
  answer: takeAnswer,
  files: takeFiles,
  check: takeCheck,
  cancel: takeAside,
  recovered: takeAside,
  trouble: takeAside,
  revoke: takeAside,
  'plan-day': takeAside,
  'note-end': takeAside,
  code: takeCode,
  talk: takeTalk,
}

/**
 * Asks what the case still owes, one question at a time. It knows no case and keeps no answer: between two questions
 * it forgets everything and asks the case again.
 */
export async function interview(dialogue: Dialogue): Promise<void> {
  const start = dialogue.checkpoint()
  const asked = await dialogue.external(({ visit }) => put(visit))
  if (asked === null) return
  const { kind } = asked
  if (kind === 'devices') await devices(dialogue, asked)
  else await dialogue.waitUntil(() => dialogue.external((outer) => takes[kind](outer.visit, asked, contentIn(outer))))
  await dialogue.rewind(start)
}

/** What the update of this turn brings. */
export const contentIn = ({ update }: Context): Content =>
  // The turn was made from a kept update, which is a part of grammY's.
  contentOf(update as unknown as KeptUpdate)
