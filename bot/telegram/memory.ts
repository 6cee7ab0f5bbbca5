import type { ConversationData, VersionedState } from '@grammyjs/conversations'
import { z } from 'zod'
import type { Aside } from '../dialogue/asking.ts'

/** What a chat remembers between updates, apart from language and case: a place in a dialogue, never an answer. */
export interface Memory {
  /** Of the scripts that wrote it; under other scripts it is forgotten, and the case is asked. */
  readonly version: string
  dialogue?: VersionedState<ConversationData> | undefined
  /** The item that the requester chose to answer anew. */
  again?: string | undefined
  aside?: { readonly kind: Aside['kind']; readonly case: string } | undefined
  /** The guide that was shown last, so that its buttons may be typed. */
  guide?: { readonly name: string; readonly step: string; readonly isStuck?: true | undefined } | undefined
  /** `case:decision` that was put off by *Lanjut nanti*. */
  paused?: string | undefined
  /** Words that nobody asked for, until their writer says which request they are about, or that they are for nobody. */
  unsaid?: string | undefined
  /** A group that was left, or a person who blocked the bot. */
  isGone?: true | undefined
}

const schema = z.object({
  version: z.string(),
  // The plugin reads its own data; here it only passes through.
  dialogue: z.custom<VersionedState<ConversationData>>((data) => typeof data === 'object').optional(),
  again: z.string().optional(),
  aside: z
    .object({
      kind: z.enum(['cancel', 'recovered', 'trouble', 'revoke', 'plan-day', 'note-end', 'code', 'talk']),
      case: z.string(),
    })
    .optional(),
  guide: z.object({ name: z.string(), step: z.string(), isStuck: z.literal(true).optional() }).optional(),
  paused: z.string().optional(),
  unsaid: z.string().optional(),
  isGone: z.literal(true).optional(),
})

/** The memory of a chat under these scripts; of another version only that it was left stays. */
export function memoryOf(stored: unknown, version: string): Memory {
  const read = schema.safeParse(stored)
  if (!read.success) return { version }
  if (read.data.version !== version) return { version, ...(read.data.isGone && { isGone: true }) }
  // The plugin changes its state in place, and a turn may be played twice.
  return structuredClone(read.data)
}
