import type { Agency } from '../../core/agency/agency.ts'
import type { Case } from '../../core/case/case.ts'
import { usedPercent } from '../../core/case/deadline.ts'
import { holderOf, isOpen } from '../../core/case/status.ts'
import { maskName } from '../../core/privacy/mask.ts'
import { needsMeeting } from '../../core/procedure/course.ts'
import { nearness } from '../../core/ticket/queue.ts'
import { proofLine } from '../text/claim.ts'
import { mrkdwn } from '../text/escape.ts'
import type { Language } from '../text/language.ts'
import { momentText } from '../text/moment.ts'
import { cardText, identityText } from '../text/slack-card.ts'
import { moment } from './blocks.ts'

/** What a view of a case may know besides the case. */
export interface Circumstances {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly agencies: readonly Agency[]
  readonly publicUrl: string
  readonly language: Language
}

/** The statuses in which a verifier has something to do. */
export const isReviewable = ({ status }: Pick<Case, 'status'>): boolean =>
  status === 'submitted' || status === 'in-review' || status === 'returned'

export const maskedName = ({ answers: { name } }: Pick<Case, 'answers'>): string =>
  mrkdwn(maskName(typeof name === 'string' ? name : ''))

export const agencyName = ({ agency }: Pick<Case, 'agency'>, { agencies }: Pick<Circumstances, 'agencies'>): string =>
  mrkdwn(agencies.find(({ code }) => code === agency)?.name ?? agency ?? '–')

/** When the holder should be done, and the deadline that makes a case urgent. */
export function dueLines(
  c: Case,
  { at, language, agencies }: Pick<Circumstances, 'at' | 'language' | 'agencies'>,
): readonly string[] {
  const { signingDeadline } = c.answers
  const isLate = isOpen(c.status) && nearness(c.dueAt, at) === 'over'
  const used = isOpen(c.status) && holderOf(c.status) !== 'requester' ? usedPercent(c, { at, agencies }) : null
  const isHalf = !isLate && used !== null && used >= 50
  const late = isLate ? ` · *${cardText.overdue[language]}*` : isHalf ? ` · ${used} % ${cardText.used[language]}` : ''
  const urgent = c.isUrgent ? `*${cardText.urgent[language]}*` : ''
  const deadline =
    typeof signingDeadline === 'object' && signingDeadline !== null && 'date' in signingDeadline
      ? `${cardText.signingDeadline[language]} ${momentText(signingDeadline, language)}`
      : ''
  return [
    ...(c.dueAt === null ? [] : [`*${cardText.due[language]}*\n${moment(c.dueAt, language)}${late}`]),
    ...(urgent === '' && deadline === '' ? [] : [[urgent, deadline].filter((part) => part !== '').join('\n')]),
  ]
}

/** How the requester's identity stands, with who confirmed it and when. */
export function identitySentence(c: Case, language: Language): string {
  const proof = proofLine(c, language)
  return proof === undefined ? confirmationSentence(c, language) : `${proof}; ${confirmationSentence(c, language)}`
}

function confirmationSentence(c: Case, language: Language): string {
  if (c.identity !== null) {
    const { method, numberFrom, by, at } = c.identity
    const how = identityText[method === 'meeting' ? 'meeting' : (numberFrom ?? 'roster')]
    return `${how[language]} ${mrkdwn(by.name)}, ${moment(at, language)}`
  }
  if (c.isFrozen) return identityText.frozen[language]
  if (!needsMeeting(c)) return identityText.notNeeded[language]
  return identityText[c.call === null ? 'open' : 'calling'][language]
}
