import { type Alike, alikeGrounds, bitsApart, looksBitsMax } from '../../core/evidence/alike.ts'
import type { CalendarDate } from '../../core/form/calendar.ts'
import type { EvidencePrint, EvidencePrints } from '../../core/handling/evidence-prints.ts'
import type { State } from './state.ts'

export function memoryEvidencePrints(state: State): EvidencePrints {
  return {
    async note(print) {
      if (!state.cases.has(print.caseId) || state.filesErased.has(print.caseId)) return
      const key = `${print.caseId}:${print.fileId}`
      state.prints.set(key, { ...print, sentOn: state.prints.get(key)?.sentOn ?? print.sentOn })
    },
    async alike(caseId, fileId, { looksSince, limit }) {
      const mine = state.prints.get(`${caseId}:${fileId}`)
      if (mine === undefined) return []
      const best = new Map<string, Match>()
      const others = [...state.prints.values()].filter((print) => print.caseId !== caseId)
      for (const match of others.flatMap((other) => matchOf(mine, other, looksSince)).toSorted(bySurest))
        if (!best.has(match.print.caseId)) best.set(match.print.caseId, match)
      return [...best.values()].slice(0, limit).flatMap(({ print, rank }) => alikeOf(state, caseId, print, rank))
    },
  }
}

/** Forgets what the files of a case are known by. */
export function forgetPrints(state: State, caseId: string): void {
  for (const [key, print] of state.prints) if (print.caseId === caseId) state.prints.delete(key)
}

interface Match {
  readonly print: EvidencePrint
  /** Place in `alikeGrounds`. */
  readonly rank: number
  readonly apart: number
}

function matchOf(mine: EvidencePrint, print: EvidencePrint, looksSince: CalendarDate): readonly Match[] {
  const isSame = (part: 'sha256' | 'upload' | 'result') => mine[part] !== null && mine[part] === print[part]
  const rank = (['sha256', 'upload', 'result'] as const).findIndex(isSame)
  if (rank >= 0) return [{ print, rank, apart: 0 }]
  if (mine.looks === null || print.looks === null || print.sentOn < looksSince) return []
  const apart = bitsApart(mine.looks, print.looks)
  return apart <= looksBitsMax ? [{ print, rank: alikeGrounds.indexOf('looks-alike'), apart }] : []
}

const bySurest = (a: Match, b: Match): number =>
  a.rank - b.rank || a.apart - b.apart || a.print.sentOn.localeCompare(b.print.sentOn)

function alikeOf(state: State, own: string, { caseId, fileId }: EvidencePrint, rank: number): readonly Alike[] {
  const [c, ground] = [state.cases.get(caseId), alikeGrounds[rank]]
  if (c === undefined || ground === undefined) return []
  return [{ caseId, number: c.number, fileId, ground, isSameChat: c.requester === state.cases.get(own)?.requester }]
}
