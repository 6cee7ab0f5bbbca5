import type { Event } from '../../core/case/event.ts'

/** The decisions whose authors stay named on a card. */
const decided = [
  'returned',
  'rejected',
  'accepted',
  'settled',
  'legalised',
  'revoked',
  'sent-back',
  'approved',
] as const
export type Decided = (typeof decided)[number]

export interface Decision {
  readonly what: Decided
  readonly name: string
  readonly at: string
  readonly staffId: string | undefined
}

/** Who held and who decided a case, as its history tells; names are those of the moment. */
export interface Attribution {
  /** When the present claim began; undefined while nobody holds the case. */
  readonly heldSince: string | undefined
  /** Oldest first. */
  readonly decisions: readonly Decision[]
}

export function attributionOf(history: readonly Event[]): Attribution {
  const names = namesIn(history)
  const last = history.findLast(({ type }) => type === 'claimed' || type === 'handed-over' || type === 'released')
  return {
    heldSince: last === undefined || last.type === 'released' ? undefined : last.at,
    decisions: history.flatMap(({ type, at, author }) => {
      const what = decided.find((one) => one === type)
      return what === undefined ? [] : [{ what, at, name: names.get(author.id ?? '') ?? '–', staffId: author.id }]
    }),
  }
}

function namesIn(history: readonly Event[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const event of history) {
    if (event.type === 'claimed' || event.type === 'handed-over')
      names.set(event.secret.verifier.id, event.secret.verifier.name)
    if (event.type === 'taken') names.set(event.secret.agent.id, event.secret.agent.name)
    if (event.type === 'legalised' || event.type === 'revoked' || event.type === 'settled')
      names.set(event.secret.by.id, event.secret.by.name)
  }
  return names
}
