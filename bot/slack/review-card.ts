import type { Case } from '../../core/case/case.ts'
import type { Event } from '../../core/case/event.ts'
import { itemsOf } from '../../core/case/items.ts'
import { holderOf, isOpen } from '../../core/case/status.ts'
import { remarksOf } from '../../core/evidence/remark.ts'
import { signingOf } from '../../core/procedure/course.ts'
import { standInSteps } from '../../core/ticket/stand-in.ts'
import { coolingLine, rivalsLine } from '../text/claim.ts'
import { mrkdwn } from '../text/escape.ts'
import { stuckLabel, stuckText } from '../text/guide.ts'
import { timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { remarkSentence } from '../text/remark.ts'
import {
  cardText,
  decidedText,
  heldSentence,
  preCheckSentence,
  setbackText,
  verdictSentence,
} from '../text/slack-card.ts'
import { staffNext } from '../text/slack-next.ts'
import { recordText } from '../text/slack-record.ts'
import { statusNameOf } from '../text/status-of-case.ts'
import { courseSteps, stepMarks } from '../text/step-list.ts'
import { signingSentence } from '../text/telegram-change.ts'
import { type Attribution, attributionOf } from './attribution.ts'
import { context, fields, header, moment, type Screen, section } from './blocks.ts'
import { doors } from './card-doors.ts'
import { agencyName, type Circumstances, dueLines, identitySentence, isReviewable, maskedName } from './case-facts.ts'

const decisionsShown = 3
const remarksShown = 3

/** The card of a case in its agency's channel: facts, masked person, whose turn, what comes next; never a personal number. */
export function reviewCard(c: Case, history: readonly Event[], s: Circumstances): Screen {
  const attribution = attributionOf(history)
  return {
    text: spoken(c, s),
    blocks: [
      header(`${statusNameOf(c, s.language)} ${mark(c)} · ${c.number} · ${procedureName(c.procedure, s.language)}`),
      fields([...personLines(c, s), ...dueLines(c, s)]),
      ...setbackLine(c, s),
      ...stuckLine(c, s),
      ...(isOpen(c.status) ? [context(...checkLines(c, s))] : []),
      ...trail(c, attribution, s),
      section(`*${cardText.next[s.language]}:* ${nextOf(c, s)}`),
      ...stepLines(c, s).map((lines) => context(lines)),
      ...doors(c, s),
    ],
  }
}

/** What comes next: where the contact center is outside, its answer is to be recorded here. */
const nextOf = (c: Case, { agencies, language }: Circumstances): string =>
  holderOf(c.status) === 'agent' && standInSteps(c, agencies).length > 0
    ? recordText.next[language]
    : staffNext(c, language)

/** What brought a case back into the review after its requester was told to take the last step. */
export function setbackLine({ status, setbacks }: Case, { language }: Circumstances) {
  const kind = setbacks.at(-1)?.kind
  const isBack = status === 'submitted' || status === 'in-review'
  return !isBack || kind === undefined || kind === 'returned' ? [] : [section(`*${setbackText[kind][language]}*`)]
}

/** Where on BSrE's own pages the requester could not go on. */
const stuckLine = ({ stuckAt }: Case, { language }: Circumstances) =>
  stuckAt === null ? [] : [context(`*${stuckLabel[language]}:* ${mrkdwn(stuckText(stuckAt, language))}`)]

/** One sentence that says all that matters: what screen readers and notifications speak. */
export function spoken(c: Case, s: Circumstances): string {
  const { language } = s
  const due = c.dueAt === null ? '' : ` ${cardText.due[language]} ${timeText(c.dueAt, language)}.`
  const urgent = c.isUrgent ? `${cardText.urgent[language]}. ` : ''
  const who = `${cardText.requester[language]} ${maskedName(c)}, ${agencyName(c, s)}.`
  const what = `${c.number}, ${procedureName(c.procedure, language)}: ${statusNameOf(c, language)}.`
  return `${urgent}${what} ${who}${due} ${nextOf(c, s)}`
}

/** A colour besides the word, never instead of it. */
function mark(c: Case): string {
  if (c.status === 'rejected' || c.isFrozen) return '🔴'
  if (isReviewable(c)) return c.isUrgent ? '🔴' : '🟠'
  return isOpen(c.status) ? '🔵' : '⚪'
}

const personLines = (c: Case, s: Circumstances): readonly string[] => [
  `*${cardText.requester[s.language]}*\n${maskedName(c)}`,
  `*${cardText.agency[s.language]}*\n${agencyName(c, s)}`,
  ...signingLines(c, s),
]

/** Whether the requester can sign, on every screen of a case that touches it. */
export function signingLines(c: Case, { language }: Circumstances): readonly string[] {
  const sentence = signingSentence(signingOf(c), language)
  return sentence === undefined ? [] : [`*${cardText.signing[language]}*\n${sentence}`]
}

/** The whole way of the case, a line a step. */
function stepLines(c: Case, { language }: Circumstances): readonly string[] {
  const lines = courseSteps(c).map(({ state, what, ams }) => {
    const text = `${stepMarks[state].sign} ${what[language]}${ams === undefined || state === 'now' ? '' : ` · AMS: ${ams[language]}`}`
    return state === 'now' ? `*${text}*` : text
  })
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function checkLines(c: Case, { at, language }: Circumstances): readonly string[] {
  const remarks = [...remarksOf(c, at).values()]
  const remarked = remarks.filter((codes) => codes.length > 0)
  const named = [...new Set(remarked.flat())].slice(0, remarksShown).map((code) => remarkSentence(code, language))
  const judged = itemsOf(c).flatMap((item) => c.verdicts[item] ?? [])
  const good = judged.filter(({ ok }) => ok).length
  return [
    `*${cardText.preCheck[language]}:* ${preCheckSentence(remarks.length - remarked.length, remarked.length, language)}${
      named.length === 0 ? '' : ` (${mrkdwn(named.join(' · '))})`
    }`,
    ...(judged.length === 0
      ? []
      : [`*${cardText.verdicts[language]}:* ${verdictSentence(good, judged.length - good, remarks.length, language)}`]),
    `*${cardText.identity[language]}:* ${identitySentence(c, language)}`,
    ...[coolingLine(c, at, language), rivalsLine(c, language)].flatMap((line) => line ?? []).map(mrkdwn),
  ]
}

function trail(c: Case, { heldSince, decisions }: Attribution, { language }: Circumstances) {
  const since = heldSince === undefined ? undefined : moment(heldSince, language)
  const held = c.status === 'in-review' && c.verifier !== null
  const lines = [
    ...(held ? [heldSentence(mrkdwn(c.verifier?.name ?? ''), since, language)] : []),
    ...decisions
      .slice(-decisionsShown)
      .map(({ what, name, at }) => `${decidedText[what][language]} ${mrkdwn(name)}, ${moment(at, language)}`),
  ]
  return lines.length === 0 ? [] : [context(...lines)]
}
