import type { HomeView, KnownBlock } from '@slack/types'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import { remarksOf } from '../../core/evidence/remark.ts'
import { deskAddress, deskPath, withoutSlash } from '../../core/handling/desk-link.ts'
import { nearness } from '../../core/ticket/queue.ts'
import { procedureName } from '../text/procedure.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { cardText, preCheckSentence } from '../text/slack-card.ts'
import {
  countsSentence,
  type DueCounts,
  digestSentence,
  homeText,
  moreSentence,
  pageSentence,
} from '../text/slack-home.ts'
import { statusName } from '../text/status.ts'
import { actions, button, context, header, moment, type Screen, section } from './blocks.ts'
import { agencyName, type Circumstances, maskedName } from './case-facts.ts'
import type { Room } from './room.ts'

const rowsMax = 8
const linesMax = 10
/** More than this nobody reads through in Slack: the desk has the whole queue. */
const waitingMax = 200

/** What waits for a verifier: free cases of their agencies and those they hold, in queue order. */
export interface Waiting {
  readonly cases: readonly Case[]
  readonly mine: ReadonlySet<string>
}

export async function waitingFor({ ports }: Room, entries: readonly Staff[]): Promise<Waiting> {
  const agencies = entries.flatMap((entry) => entry.agencies)
  const held = await Promise.all(
    entries.map(({ id }) => ports.ledger.find({ agencies, statuses: ['in-review'], verifier: id, limit: waitingMax })),
  )
  const free = await ports.ledger.find({ agencies, statuses: ['submitted', 'returned'], limit: waitingMax })
  const mine = held.flat()
  return { cases: [...mine, ...free], mine: new Set(mine.map(({ id }) => id)) }
}

const countsOf = ({ cases, mine }: Waiting, at: string): DueCounts => {
  const count = (...kinds: readonly string[]) => cases.filter(({ dueAt }) => kinds.includes(nearness(dueAt, at))).length
  return { over: count('over'), soon: count('soon'), ample: count('ample', 'none'), mine: mine.size }
}

/** The home tab: counts by due time, at most eight rows, the rest by pages. */
export function homeView(waiting: Waiting, page: number, s: Circumstances): HomeView {
  const { language } = s
  const pages = Math.max(1, Math.ceil(waiting.cases.length / rowsMax))
  const shown = Math.min(Math.max(page, 0), pages - 1)
  const rows = waiting.cases.slice(shown * rowsMax, (shown + 1) * rowsMax)
  return {
    type: 'home',
    callback_id: 'home',
    private_metadata: JSON.stringify({ p: shown }),
    blocks: [
      header(homeText.title[language]),
      section(
        waiting.cases.length === 0 ? homeText.nothing[language] : countsSentence(countsOf(waiting, s.at), language),
      ),
      ...rows.flatMap((c) => row(c, waiting, s)),
      ...(pages > 1 ? [context(pageSentence(shown + 1, pages, language)), turner(shown, pages, s)] : []),
      actions('queue', [queueButton(s)]),
    ],
  }
}

/** A home tab for somebody who is no verifier. */
export const strangerHome = ({ language }: Pick<Circumstances, 'language'>): HomeView => ({
  type: 'home',
  callback_id: 'home',
  private_metadata: JSON.stringify({ p: 0 }),
  blocks: [section(answerSentences.notVerifier[language])],
})

/** The page that a home tab shows. */
export function pageOf(metadata: string): number {
  const page = Number(/^\{"p":(\d{1,4})\}$/.exec(metadata)?.[1] ?? 0)
  return Number.isSafeInteger(page) ? page : 0
}

/** What `/pandu` shows, to the one who typed it. */
export function shortList(waiting: Waiting, s: Circumstances): Screen {
  const { language } = s
  const counts = countsSentence(countsOf(waiting, s.at), language)
  if (waiting.cases.length === 0)
    return { text: homeText.nothing[language], blocks: [section(homeText.nothing[language])] }
  return {
    text: counts,
    blocks: [
      section(counts),
      ...waiting.cases.slice(0, rowsMax).flatMap((c) => row(c, waiting, s)),
      actions('queue', [queueButton(s)]),
    ],
  }
}

/** The morning's list of an agency's channel; undefined when nothing waits, for nobody needs to hear that. */
export function digest(cases: readonly Case[], agency: string, s: Circumstances): Screen | undefined {
  if (cases.length === 0) return undefined
  const { language } = s
  const counts = countsOf({ cases, mine: new Set() }, s.at)
  const lines = cases
    .slice(0, linesMax)
    .map((c) => `• <${deskAddress(s.publicUrl, c.number)}|${c.number}> ${facts(c, s)}`)
  const left = cases.length - linesMax
  return {
    text: digestSentence(counts, agency, language),
    blocks: [
      section(`*${digestSentence(counts, agency, language)}*`),
      section([...lines, ...(left > 0 ? [moreSentence(left, language)] : [])].join('\n')),
      actions('queue', [queueButton(s)]),
    ],
  }
}

function row(c: Case, { mine }: Waiting, s: Circumstances): readonly KnownBlock[] {
  const { language } = s
  const remarks = [...remarksOf(c, s.at).values()]
  const remarked = remarks.filter((codes) => codes.length > 0).length
  const held = mine.has(c.id) ? [`*${homeText.mine[language]}*`] : []
  return [
    {
      ...section(`*${c.number}* · ${maskedName(c)}\n${facts(c, s)}`, `row:${c.id}`),
      accessory: button('review', cardText.review[language], {
        value: c.id,
        label: `${cardText.review[language]} ${c.number}`,
      }),
    },
    context(
      [
        ...held,
        agencyName(c, s),
        statusName(c.status, language),
        `${cardText.preCheck[language]}: ${preCheckSentence(remarks.length - remarked, remarked, language)}`,
      ].join(' · '),
    ),
    { type: 'divider' },
  ]
}

function facts(c: Case, { at, language }: Circumstances): string {
  const late = nearness(c.dueAt, at) === 'over' ? `*${cardText.overdue[language]}*` : ''
  const urgent = c.isUrgent ? `*${cardText.urgent[language]}*` : ''
  const due = c.dueAt === null ? '' : `${cardText.due[language]} ${moment(c.dueAt, language)}`
  return [procedureName(c.procedure, language), due, late, urgent].filter((part) => part !== '').join(' · ')
}

function turner(shown: number, pages: number, { language }: Circumstances) {
  return actions('page', [
    ...(shown > 0 ? [button('page-previous', `← ${homeText.previous[language]}`, { value: String(shown - 1) })] : []),
    ...(shown < pages - 1 ? [button('page-next', `${homeText.next[language]} →`, { value: String(shown + 1) })] : []),
  ])
}

const queueButton = ({ publicUrl, language }: Circumstances) =>
  button('open-desk', homeText.openQueue[language], { url: `${withoutSlash(publicUrl)}${deskPath}` })
