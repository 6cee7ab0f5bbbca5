import type { Button, KnownBlock } from '@slack/types'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import { turnOf } from '../../core/case/turn.ts'
import { remarksOf } from '../../core/evidence/remark.ts'
import { deskPath, withoutSlash } from '../../core/handling/desk-link.ts'
import { agenciesOf, mayTake } from '../../core/handling/reach.ts'
import { nearness } from '../../core/ticket/queue.ts'
import { procedureName } from '../text/procedure.ts'
import { cardText, preCheckSentence } from '../text/slack-card.ts'
import { type DueCounts, homeText } from '../text/slack-home.ts'
import { statusNameOf } from '../text/status-of-case.ts'
import { button, context, moment, section } from './blocks.ts'
import { deedButton, deedsOf } from './card-doors.ts'
import { agencyName, type Circumstances, maskedName } from './case-facts.ts'
import type { Room } from './room.ts'

/** More than this nobody reads through in Slack: the desk has the whole queue. */
const waitingMax = 200

/** What waits for a verifier: free cases of their agencies and those they hold, in queue order. */
export interface Waiting {
  readonly cases: readonly Case[]
  readonly mine: ReadonlySet<string>
}

/** Where a verifier has to act after the review: a revocation to confirm, a signed form that is back. */
export const afterReview = ['awaiting-revocation', 'awaiting-signature'] as const

export async function waitingFor({ ports }: Room, entries: readonly Staff[]): Promise<Waiting> {
  const agencies = agenciesOf(ports, entries)
  const held = await Promise.all(
    entries.map(({ id }) => ports.ledger.find({ agencies, statuses: ['in-review'], verifier: id, limit: waitingMax })),
  )
  const free = await ports.ledger.find({
    agencies,
    statuses: ['submitted', 'returned', ...afterReview],
    limit: waitingMax,
  })
  const mine = held.flat()
  const theirs = await mayTake(
    ports,
    entries,
    free.filter((c) => turnOf(c) === 'verifier'),
  )
  return { cases: [...mine, ...theirs], mine: new Set(mine.map(({ id }) => id)) }
}

/** How many wait, by how near their due time is. */
export const countsOf = ({ cases, mine }: Waiting, at: string): DueCounts => {
  const count = (...kinds: readonly string[]) => cases.filter(({ dueAt }) => kinds.includes(nearness(dueAt, at))).length
  return { over: count('over'), soon: count('soon'), ample: count('ample', 'none'), mine: mine.size }
}

/** One waiting case in three blocks, with its own *Periksa*, or what else it waits for. */
export function row(c: Case, { mine }: Waiting, s: Circumstances): readonly KnownBlock[] {
  const { language } = s
  const remarks = [...remarksOf(c, s.at).values()]
  const remarked = remarks.filter((codes) => codes.length > 0).length
  const held = mine.has(c.id) ? [`*${homeText.mine[language]}*`] : []
  return [
    {
      ...section(`*${c.number}* · ${maskedName(c)}\n${facts(c, s)}`, `row:${c.id}`),
      accessory: doorOf(c, s),
    },
    context(
      [
        ...held,
        agencyName(c, s),
        statusNameOf(c, language),
        `${cardText.preCheck[language]}: ${preCheckSentence(remarks.length - remarked, remarked, language)}`,
      ].join(' · '),
    ),
    { type: 'divider' },
  ]
}

function doorOf(c: Case, s: Circumstances): Button {
  const [deed] = deedsOf(c, s)
  if (deed !== undefined) return deedButton(c, deed, s)
  const name = cardText.review[s.language]
  return button('review', name, { value: c.id, label: `${name} ${c.number}` })
}

/** What a line says of a case: what it is about, until when, what presses. */
export function facts(c: Case, { at, language }: Circumstances): string {
  const late = nearness(c.dueAt, at) === 'over' ? `*${cardText.overdue[language]}*` : ''
  const urgent = c.isUrgent ? `*${cardText.urgent[language]}*` : ''
  const due = c.dueAt === null ? '' : `${cardText.due[language]} ${moment(c.dueAt, language)}`
  return [procedureName(c.procedure, language), due, late, urgent].filter((part) => part !== '').join(' · ')
}

export const queueButton = ({ publicUrl, language }: Circumstances) =>
  button('open-desk', homeText.openQueue[language], { url: `${withoutSlash(publicUrl)}${deskPath}` })
