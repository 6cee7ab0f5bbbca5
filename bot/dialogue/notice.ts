import type { Case } from '../../core/case/case.ts'
import { daysAfter, lifeDays } from '../../core/case/deadline.ts'
import { isChecking, isHeld, missing } from '../../core/case/missing.ts'
import { questionsOf } from '../../core/case/question.ts'
import { newsOf } from '../../core/evidence/item-findings.ts'
import { isReasonCode } from '../../core/evidence/reason.ts'
import type { NoticeCode } from '../../core/message/message.ts'
import { html } from '../text/escape.ts'
import { fileFaultSentence, findingSentences } from '../text/file-fault.ts'
import { itemLabel } from '../text/item.ts'
import type { Bilingual } from '../text/language.ts'
import { dayText, timeText } from '../text/moment.ts'
import { reasonSentence, rejectionSentence } from '../text/reason.ts'
import { nextSentenceOf } from '../text/status-of-case.ts'
import { askMore, outcomeSentences } from '../text/telegram-change.ts'
import type { NoticeFacts } from '../text/telegram-panel.ts'
import { agentReason, bsreReason, noticeTexts, toBeMet } from '../text/telegram-panel.ts'
import { changeFacts } from './change-facts.ts'
import { helpdeskOf } from './helpdesk.ts'
import { noticeRows } from './notice-rows.ts'
import { isToBeMet } from './panel.ts'
import { paragraphs, type Reader, type Screen, shortened } from './screen.ts'

/** A verifier's own words may be long; all returned items together must fit one message. */
const reasonMax = { alone: 1500, listed: 600, together: 3000 } as const

type Detail = Readonly<Record<string, string>>

/**
 * A notice as a new message, worded from the case as it stands at delivery.
 * @returns undefined when it has been overtaken: there is nothing left to tell
 */
export function noticeOf(code: NoticeCode, detail: Detail, c: Case, reader: Reader): Screen | undefined {
  if (isOvertaken(code, c) || isReplaced(code, detail, c, reader)) return undefined
  const text = html(noticeTexts[code](factsOf(detail, c, reader))[reader.language])
  return {
    text: paragraphs(text, wordsBehind(code, c, reader), stuck.has(code) ? html(helpdeskOf(c, reader) ?? '') : ''),
    rows: noticeRows(code, detail, c, reader),
    ...(code === 'call-words' && { isPersonal: true }),
  }
}

/** What other people said about it: verifiers, BSrE, an agent. */
function wordsBehind(code: NoticeCode, c: Case, reader: Reader): string | undefined {
  const { language } = reader
  const quoted = (label: Bilingual, text: string | undefined) =>
    text && `<b>${label[language]}:</b> ${html(shortened(text, reasonMax.alone))}`
  if (code === 'returned') return returnedItems(c, reader)
  if (code === 'submitted') return isToBeMet(c) ? html(toBeMet[language]) : undefined
  if (code === 'settled' && c.settled?.outcome === 'answered') return html(askMore[language])
  if (code === 'sent-back') return quoted(bsreReason, c.setbacks.findLast(({ kind }) => kind === 'returned')?.text)
  return code === 'cancelled-by-agent' ? quoted(agentReason, c.ending?.note) : undefined
}

/** After these nobody in Pandu is at work on it: there is somebody to ring up. */
const stuck: ReadonlySet<NoticeCode> = new Set(['frozen', 'rejected', 'cancelled-by-agent', 'substitute'])

/** Words of a call that is over would only confuse; a turn that has been taken needs no reminder. */
function isOvertaken(code: NoticeCode, c: Case): boolean {
  if (code === 'call-words') return c.call === null
  if (code === 'returned' || code === 'expires-soon') return c.status !== 'needs-correction' && c.status !== 'draft'
  if (code === 'ready-to-revoke' || code === 'revocation-due') return c.status !== 'ready-to-revoke'
  if (code === 'still-your-turn') return c.status !== 'ready-to-revoke' && c.status !== 'awaiting-requester'
  if (code === 'checked') return !isSendable(c)
  if (code === 'rate') return c.status !== 'completed' || c.rating?.given != null
  if (code === 'evidence-held') return !isHeld(c)
  return code === 'link-sent' && c.status !== 'awaiting-requester'
}

/** The file that it speaks of was taken back meanwhile, sent off, or made good by another one. */
const isReplaced = (code: NoticeCode, { item = '', fileId = '' }: Detail, c: Case, { at }: Reader): boolean =>
  code === 'evidence-remarked' && (!isFilling(c) || newsOf(c, item, fileId, at).length === 0)

const isFilling = ({ status }: Case): boolean => status === 'draft' || status === 'needs-correction'
const isSendable = (c: Case): boolean => isFilling(c) && missing(c).length === 0 && !isChecking(c)

function factsOf(detail: Detail, c: Case, reader: Reader): NoticeFacts {
  const { language, agencies, linkDomains } = reader
  const owed = missing(c).length
  return {
    number: c.number,
    agency: agencies.find(({ code }) => code === c.agency)?.name ?? '',
    due: c.dueAt === null ? '–' : timeText(c.dueAt, language),
    day: dayText(
      c.revocationOn !== null && c.status === 'ready-to-revoke'
        ? `${c.revocationOn}T01:00:00.000Z`
        : (c.dueAt ?? daysAfter(c.openedAt, lifeDays.draft)),
      language,
    ),
    owedCount: owed,
    // What nobody has judged yet is kept, and may still come back: it is not said to be accepted.
    otherCount: questionsOf(c).filter(({ key }) => c.verdicts[key]?.ok === true).length,
    words: c.call === null ? '' : c.call.words.join(' – '),
    linkDomain: linkDomains.join(language === 'id' ? ' atau ' : ' or '),
    reason: reasonOf(detail, c, reader),
    item: itemLabel(detail.item ?? '', language),
    next: nextSentenceOf(c, language),
    until: c.dueAt === null ? undefined : dayText(c.dueAt, language),
    ...(detail.until !== undefined && {
      certificate: { day: dayOf(detail.until, language), isOver: detail.isOver === 'yes' },
    }),
    verifier: c.verifier?.name,
    isTheirs: c.status === 'awaiting-requester',
    ...changeFacts(c),
    ...(detail.as !== undefined && { substitute: { as: detail.as, name: detail.name ?? '' } }),
    into: detail.into,
    left: detail.left,
  }
}

/** The name of a day (YYYY-MM-DD in WIB). */
const dayOf = (date: string, language: Reader['language']): string => dayText(`${date}T01:00:00.000Z`, language)

function reasonOf({ fault, item, fileId }: Detail, c: Case, { language, at }: Reader): string {
  if (fault !== undefined) return fileFaultSentence(fault, language)
  if (item !== undefined && fileId !== undefined) return findingSentences(newsOf(c, item, fileId, at), language)
  const { ending, settled } = c
  if (settled !== null) return settlementOf(settled, language)
  if (ending === null || !isReasonCode(ending.reason)) return ''
  return shortened(rejectionSentence(ending.reason, ending.note, language), reasonMax.alone)
}

const settlementOf = ({ outcome, text }: NonNullable<Case['settled']>, language: Reader['language']): string =>
  shortened([outcomeSentences[outcome][language], ...(text === undefined ? [] : [text])].join('\n\n'), reasonMax.alone)

function returnedItems(c: Case, { language }: Reader): string {
  const owed = missing(c)
  const max = Math.min(reasonMax.listed, Math.floor(reasonMax.together / owed.length))
  return owed
    .map(({ key, device }) => {
      const verdict = c.verdicts[key]
      const why = verdict?.ok === false ? `: ${reasonSentence(verdict.reason, verdict.note, language)}` : ''
      const line = `${itemLabel(key, language, device)}${why}`
      return `• ${html(shortened(line, max))}`
    })
    .join('\n')
}
