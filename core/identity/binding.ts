import type { ChatRef } from '../case/actor.ts'

/** How a chat was tied to a person: by a code from their mailbox, or by somebody who called or met them. */
export type BindingProof = 'code' | 'call' | 'meeting'

/** The chat of a person. `coolsUntil` = until when it may not yet be acted for; null once it may. */
export interface Binding {
  /** Empty while a wait goes on for nobody: its chat was erased. */
  readonly chat: ChatRef
  readonly since: string
  readonly by: BindingProof
  readonly coolsUntil: string | null
  /** The chat that it took the place of. */
  readonly previous: ChatRef | null
  /** What made it: the same act twice changes nothing. */
  readonly key: string
}

/** How long a chat that took another one's place waits, in milliseconds: time for the other to speak up. */
export const coolDownMs = 24 * 3_600_000

/** A proof on its way to become a binding. */
export interface Proving {
  readonly chat: ChatRef
  readonly by: BindingProof
  readonly at: string
  readonly key: string
}

/** The binding after a proof: the same chat stays as it is, another one takes its place and cools; a meeting ends that. */
export function bound(before: Binding | undefined, { chat, by, at, key }: Proving): Binding {
  if (before?.chat === chat) return by === 'meeting' ? { ...before, by, coolsUntil: null } : before
  const isCooling = before !== undefined && by !== 'meeting'
  const coolsUntil = isCooling ? new Date(Date.parse(at) + coolDownMs).toISOString() : null
  return { chat, since: at, by, coolsUntil, previous: before?.chat ?? null, key }
}

/** True when this very act put another chat in the place of a known one. */
export const isRebinding = ({ key, previous }: Binding, { key: act }: Pick<Proving, 'key'>): boolean =>
  previous !== null && key === act
