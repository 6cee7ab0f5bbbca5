import type { KnownBlock } from '@slack/types'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import { agenciesOf } from '../../core/handling/reach.ts'
import { queryOf } from '../../core/ticket/queue-views.ts'
import { ticketText } from '../text/slack-ticket.ts'
import { statusNameOf } from '../text/status-of-case.ts'
import { context, header, section } from './blocks.ts'
import { agencyName, type Circumstances, maskedName } from './case-facts.ts'
import type { Room } from './room.ts'
import { door } from './ticket-card.ts'
import { facts } from './waiting.ts'

/** The desk has the whole queue; a home tab has what comes first. */
const rowsMax = 8

/** What an agent has in hand, then what waits for one, most urgent first; at most eight. */
export async function ticketsFor({ ports }: Room, entries: readonly Staff[]): Promise<readonly Case[]> {
  const pages = await Promise.all(
    (['mine', 'waiting'] as const).map(async (view) => {
      const found = entries.map((entry) => {
        const agencies = [...new Set(agenciesOf(ports, [entry]))]
        const whose = { role: 'agent', staffId: entry.id, agencies, known: ports.agencies, at: ports.now() } as const
        return ports.ledger.page({ ...queryOf(view, whose), limit: rowsMax })
      })
      return (await Promise.all(found)).flat()
    }),
  )
  return [...new Map(pages.flat().map((c) => [c.id, c])).values()].slice(0, rowsMax)
}

/** Those cases on a home tab, two blocks each. */
export function ticketRows(cases: readonly Case[], s: Circumstances): readonly KnownBlock[] {
  const { language } = s
  if (cases.length === 0) return [header(ticketText.homeTitle[language]), section(ticketText.homeNothing[language])]
  return [header(ticketText.homeTitle[language]), ...cases.flatMap((c) => row(c, s))]
}

const row = (c: Case, s: Circumstances): readonly KnownBlock[] => [
  {
    ...section(`*${c.number}* · ${maskedName(c)}\n${facts(c, s)}`, `ticket:${c.id}`),
    accessory: c.agent === null ? door(c, 'ticket-take', 'take', s) : door(c, 'ticket-note', 'note', s),
  },
  context(`${agencyName(c, s)} · ${statusNameOf(c, s.language)}`),
]
