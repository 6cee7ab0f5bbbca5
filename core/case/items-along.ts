import { broughtAlong } from '../evidence/reason.ts'
import type { Case } from './case.ts'
import type { Happening } from './event.ts'
import { questionsOf } from './question.ts'

type Judged = Extract<Happening, { type: 'item-judged' }>

/** What failing items bring along when they are returned, judged for the same reason: by it the requester is asked. */
export function itemsAlong(c: Case): ReadonlyMap<string, Judged> {
  const along = new Map<string, Judged>()
  const questions = questionsOf(c)
  for (const { key, name } of questions) {
    const verdict = c.verdicts[key]
    const brought = verdict?.ok === false ? broughtAlong[name]?.[verdict.reason] : undefined
    if (verdict?.ok !== false || brought === undefined) continue
    const item = `${brought}${key.slice(name.length)}`
    if (c.verdicts[item]?.ok === false || !questions.some((question) => question.key === item)) continue
    const { reason, note } = verdict
    along.set(item, { type: 'item-judged', item, ok: false, reason, secret: note === undefined ? {} : { note } })
  }
  return along
}
