import type { Event, EventType } from '../../core/case/event.ts'
import { wibMoment } from '../../core/form/calendar.ts'
import { type Figures, type Reports, type TurnHolder, turnHolders } from '../../core/handling/reports.ts'
import type { State } from './state.ts'

type Of<T extends EventType> = Extract<Event, { type: T }>

export function memoryReports({ cases, events }: State): Reports {
  return {
    async figuresOf({ agencies, from, until }) {
      const volume = new Map<string, Figures['volume'][number]>()
      const reasons = new Map<string, Figures['reasons'][number]>()
      const turns: Turn[] = []
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
        turns.push(...history.flatMap((event, n) => (isIn(event) ? turnOf(event, history.slice(0, n)) : [])))
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
        turns: turnHolders.flatMap((holder) =>
          timed(
            holder,
            turns.filter((turn) => turn.holder === holder),
          ),
        ),
        scores,
      }
    },
  }
}

interface Turn {
  readonly holder: TurnHolder
  readonly minutes: number
  readonly isKept: boolean
}

/** The turn that an event ends, begun by the last event before it that set a due time. */
function turnOf(event: Event, before: readonly Event[]): readonly Turn[] {
  if (!ends.has(event.type)) return []
  const begun = before.findLast((one) => 'dueAt' in one && one.dueAt != null)
  if (begun === undefined || !('dueAt' in begun) || begun.dueAt == null) return []
  const minutes = Math.floor((Date.parse(event.at) - Date.parse(begun.at)) / 60_000)
  return [{ holder: holderOf(event), minutes, isKept: event.at <= begun.dueAt }]
}

const ends: ReadonlySet<EventType> = new Set<EventType>([
  ...(['submitted', 'returned', 'rejected', 'accepted', 'legalised', 'settled'] as const),
  ...(['approved', 'sent-back', 'link-sent'] as const),
])
const byContactCenter: ReadonlySet<EventType> = new Set<EventType>(['approved', 'sent-back', 'link-sent'])

function holderOf({ type, author }: Event): TurnHolder {
  if (type === 'submitted') return 'requester'
  return byContactCenter.has(type) || author.role === 'agent' ? 'agent' : 'verifier'
}

function timed(holder: TurnHolder, turns: readonly Turn[]): Figures['turns'] {
  if (turns.length === 0) return []
  const minutes = turns.map((turn) => turn.minutes).toSorted((a, b) => a - b)
  const within = (share: number) => minutes[Math.ceil(share * minutes.length) - 1] ?? 0
  const keptCount = turns.filter(({ isKept }) => isKept).length
  return [{ holder, count: turns.length, keptCount, medianMinutes: within(0.5), mostMinutes: within(0.9) }]
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
