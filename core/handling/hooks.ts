import { decisions, type EventType } from '../case/event.ts'

/** What another helpdesk may be told of: whatever people decide by, and that somebody wrote. Words and facts are not. */
export const hookTypes: readonly EventType[] = [
  ...[...decisions].filter((type) => type !== 'opened'),
  'replied',
  'wrote',
]

/** Another helpdesk's address that is told what happens to cases. */
export interface Hook {
  readonly id: string
  readonly url: string
  /** Signs every delivery (Standard Webhooks). @shape `whsec_` and base64, but of a mirror */
  readonly secret: string
  /** Empty: all of them. */
  readonly types: readonly EventType[]
  readonly agencies: readonly string[]
  /** Whose key registered it: it hears of no agency that this person has lost. Null: the operator. */
  readonly staffId: string | null
  /** It is no webhook but a helpdesk into which cases are mirrored: `url` is its API, `secret` its key. */
  readonly mirror?: { readonly kind: 'chatwoot'; readonly inboxId: number }
  readonly since: string
  readonly endedAt: string | null
}

/** One message to one hook: what was sent and what came of it. */
export interface HookDelivery {
  /** The same over all attempts and replays (`webhook-id`): by it a receiver knows what it has already. */
  readonly id: string
  readonly hookId: string
  readonly number: string
  readonly type: string
  /** JSON without personal values. */
  readonly body: string
  readonly state: 'waiting' | 'sent' | 'dead'
  readonly attempts: number
  /** The last status that came back, or why none did, as a closed word. */
  readonly answer: string
  readonly at: string
}

/** More are not kept at one time. */
export const hooksMax = 50

/** Port: registered hooks, sealed, and the log of what was delivered to them. */
export interface Hooks {
  /** The first entry of an id stands. */
  saveHook(hook: Hook): Promise<void>
  /** Those that are told now, the oldest first. */
  hooks(): Promise<readonly Hook[]>
  hookById(id: string): Promise<Hook | undefined>
  /** @returns false when there is none, or it ended before */
  endHook(id: string, at: string): Promise<boolean>
  /** Writes what came of an attempt over what came of those before. */
  noteDelivery(delivery: HookDelivery): Promise<void>
  deliveryById(id: string): Promise<HookDelivery | undefined>
  /** The latest first, before a moment where one is given. */
  deliveries(
    hookIds: readonly string[],
    page: { readonly before?: string; readonly limit: number },
  ): Promise<readonly HookDelivery[]>
  /** Forgets deliveries before a moment. @returns how many */
  sweepDeliveries(before: string): Promise<number>
}
