import type { Case } from './case.ts'
import type { Changes } from './changes.ts'
import type { Event } from './event.ts'

/** How what is to be told changes a case of the counter. */
export const counterChanges: Changes<'telling-owed' | 'told'> = {
  'telling-owed': ({ counter }, { notice, at }) =>
    counter === undefined ? {} : { counter: { ...counter, untold: [...counter.untold, { notice, at }] } },
  told: ({ counter }) => (counter === undefined ? {} : { counter: { ...counter, untold: [] } }),
}

/** Notes who acted in the requester's place; whoever only told them something did not. */
export function withHand(c: Case, { author, type }: Event): Case {
  const { counter } = c
  if (counter === undefined || author.role !== 'counter' || author.id === undefined || type === 'told') return c
  if (counter.hands.includes(author.id)) return c
  return { ...c, counter: { ...counter, hands: [...counter.hands, author.id] } }
}
