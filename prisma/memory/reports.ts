import type { Event, EventType } from '../../core/case/event.ts'
import { wibMoment } from '../../core/form/calendar.ts'
import type { Figures, Reports } from '../../core/handling/reports.ts'
import type { State } from './state.ts'

type Of<T extends EventType> = Extract<Event, { type: T }>

export function memoryReports({ cases, events }: State): Reports {
  return {
    async figuresOf({ agencies, from, until }) {
      const volume = new Map<string, Figures['volume'][number]>()
      const reasons = new Map<string, Figures['reasons'][number]>()
      const scores = { good: 0, fair: 0, poor: 0 }
      const isIn = ({ at }: Event) => at >= from && at < until
      for (const c of cases.values()) {
        if (c.agency === null || !agencies.includes(c.agency)) continue
        const history = events.get(c.id) ?? []
        const first = history.find(({ type }) => type === 'submitted')
        if (first !== undefined && isIn(first)) {
          const { date: day } = wibMoment(Date.parse(first.at))
          bump(volume, `${day} ${c.procedure}`, { day, procedure: c.procedure })
        }
        const during = history.filter(isIn)
        for (const [key, why] of new Map(during.flatMap(whyOf))) bump(reasons, key, why)
        const last = during.findLast((event): event is Of<'rated'> => event.type === 'rated')
        if (last !== undefined) scores[last.score] += 1
      }
      return {
        volume: [...volume].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
        reasons: [...reasons]
          .toSorted(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
          .map(([, one]) => one),
        scores,
      }
    },
  }
}

function whyOf(event: Event): readonly (readonly [string, Omit<Figures['reasons'][number], 'count'>])[] {
  if (event.type !== 'rejected' && event.type !== 'item-judged') return []
  const { reason } = event
  if (reason === undefined) return []
  const item = event.type === 'rejected' ? null : (event.item.split('.')[0] ?? '')
  // The whole case stands behind its items.
  return [[`${item ?? '~'} ${reason}`, { item, reason }]]
}

function bump<T extends { readonly count: number }>(into: Map<string, T>, key: string, one: Omit<T, 'count'>): void {
  // What it is made of and a number are all that it has.
  into.set(key, { ...one, count: (into.get(key)?.count ?? 0) + 1 } as T)
}
