import type { Case } from '../../core/case/case.ts'
import { daysAfter, lifeDays } from '../../core/case/deadline.ts'
import { mayCancel, rules } from '../../core/case/rules.ts'
import { holderOf, isOpen } from '../../core/case/status.ts'
import { html } from '../text/escape.ts'
import { dayText, timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { holderName, nextSentence, statusName } from '../text/status.ts'
import { heldBy, nextStep, noPromise, savedUntil, target, until, yourTurn } from '../text/telegram-panel.ts'
import { linkRows } from './aside.ts'
import { type Button, button, paragraphs, type Reader, rowsOf, type Screen } from './screen.ts'

/** The panel of a case: whose turn, until when, what comes next; at most 900 characters. */
export function panelOf(c: Case, reader: Reader): Screen {
  const { language } = reader
  const isTheirs = holderOf(c.status) === 'requester'
  return {
    text: paragraphs(
      `<b>${isTheirs ? `${yourTurn[language]} · ` : ''}${statusName(c.status, language)}</b>\n<code>${c.number}</code> · ${html(procedureName(c.procedure, language))}`,
      isOpen(c.status)
        ? `${heldBy[language]}: ${html(holderName(c.status, language))}${clockOf(c, reader)}`
        : undefined,
      `${nextStep[language]}: ${html(nextSentence(c.status, language))}`,
    ),
    rows: panelRows(c, reader),
  }
}

function clockOf(c: Case, { language }: Reader): string {
  if (c.status === 'draft')
    return `\n${html(savedUntil[language](dayText(daysAfter(c.openedAt, lifeDays.draft), language)))}`
  if (c.dueAt === null) return ''
  const isDeadline = holderOf(c.status) === 'requester'
  if (isDeadline) return `\n${until[language]}: ${html(dayText(c.dueAt, language))}`
  return `\n${target[language]}: ${html(timeText(c.dueAt, language))} (${noPromise[language]})`
}

/** What the requester may do with a case as it stands. */
export function panelRows(c: Case, { language, at }: Reader): Screen['rows'] {
  if (c.status === 'draft') return rowsOf([button('resume', language, c), button('cancel', language, c)])
  if (c.status === 'awaiting-requester') return linkRows(c, language)
  const buttons: Button[] = [
    ...(c.status === 'needs-correction' ? [button('correct', language, c)] : []),
    ...(rules['receive-link'].in.includes(c.status) ? [button('received', language, c)] : []),
    ...(rules.complete.in.includes(c.status) ? [button('recovered', language, c)] : []),
    ...(isOpen(c.status) && mayCancel('requester', c.status) ? [button('cancel', language, c)] : []),
    ...(isReopenable(c, at) ? [button('reopen', language, c)] : []),
  ]
  return rowsOf(buttons)
}

const isReopenable = (c: Case, at: string): boolean =>
  rules.reopen.in.includes(c.status) &&
  c.manifest !== null &&
  c.endedAt !== null &&
  daysAfter(c.endedAt, lifeDays.reopen) >= at
