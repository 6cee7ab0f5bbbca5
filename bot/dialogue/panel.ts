import type { Case } from '../../core/case/case.ts'
import { daysAfter, lifeDays } from '../../core/case/deadline.ts'
import { mayCancel, rules } from '../../core/case/rules.ts'
import { holderOf, isOpen } from '../../core/case/status.ts'
import { turnOf } from '../../core/case/turn.ts'
import { issuesCertificate, needsMeeting, signingOf } from '../../core/procedure/course.ts'
import { html } from '../text/escape.ts'
import { dayText, timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { holderLabel } from '../text/status.ts'
import { nextSentenceOf, statusNameOf } from '../text/status-of-case.ts'
import { signingSentence } from '../text/telegram-change.ts'
import { askedOn, certificateKnown, paused, targetOver } from '../text/telegram-clock.ts'
import { heldBy, nextStep, noPromise, savedUntil, target, toBeMet, until, yourTurn } from '../text/telegram-panel.ts'
import { actionRows, revocationRows } from './aside.ts'
import { proveRows } from './code.ts'
import { type Button, button, paragraphs, type Reader, rowsOf, type Screen } from './screen.ts'

/** The panel of a case: whose turn, until when, what comes next; at most 900 characters. */
export function panelOf(c: Case, reader: Reader): Screen {
  const { language } = reader
  const isTheirs = holderOf(c.status) === 'requester'
  return {
    text: paragraphs(
      `<b>${isTheirs ? `${yourTurn[language]} · ` : ''}${statusNameOf(c, language)}</b>\n<code>${c.number}</code> · ${html(procedureName(c.procedure, language))}`,
      isOpen(c.status)
        ? `${heldBy[language]}: ${html(holderLabel(turnOf(c), language))}${clockOf(c, reader)}`
        : undefined,
      signingLine(c, language),
      c.certificateUntil === null
        ? undefined
        : html(certificateKnown[language](dayText(`${c.certificateUntil}T01:00:00.000Z`, language))),
      `${nextStep[language]}: ${html(nextSentenceOf(c, language))}`,
      isToBeMet(c) ? html(toBeMet[language]) : undefined,
    ),
    rows: panelRows(c, reader),
  }
}

/** True while a verifier has a case whose requester must be called or met before it goes on. */
export const isToBeMet = (c: Case): boolean =>
  (c.status === 'submitted' || c.status === 'in-review') && needsMeeting(c) && c.identity === null

/** TTE MASIH AKTIF or TTE TIDAK AKTIF sejak …, on every screen of a case that touches it. */
export function signingLine(c: Case, language: Reader['language']): string | undefined {
  const sentence = isOpen(c.status) ? signingSentence(signingOf(c), language) : undefined
  return sentence === undefined ? undefined : `<b>${html(sentence)}</b>`
}

/** Until when it is whose turn, and why no other clock runs meanwhile. */
function clockOf(c: Case, reader: Reader): string {
  const { language, at } = reader
  if (c.status === 'draft')
    return `\n${html(savedUntil[language](dayText(daysAfter(c.openedAt, lifeDays.draft), language)))}`
  if (holderOf(c.status) === 'requester') return ownClock(c, language)
  if (c.dueAt === null) return ''
  const over = c.dueAt < at ? `\n${targetOver[language]}` : ''
  return `\n${target[language]}: ${html(timeText(c.dueAt, language))} (${noPromise[language]})${over}`
}

function ownClock(c: Case, language: Reader['language']): string {
  const chosen = c.status === 'ready-to-revoke' ? c.revocationOn : null
  if (chosen !== null) return `\n${html(askedOn[language](dayText(`${chosen}T01:00:00.000Z`, language)))}`
  if (c.dueAt === null) return `\n${paused.noDeadline[language]}`
  const why = c.hoursLeft === null ? paused.other : paused.correction
  return `\n${until[language]}: ${html(dayText(c.dueAt, language))}\n${why[language]}`
}

/** What the requester may do with a case as it stands. */
export function panelRows(c: Case, reader: Reader): Screen['rows'] {
  const { language, at } = reader
  if (c.status === 'draft') return rowsOf([button('resume', language, c), button('cancel', language, c)])
  if (c.status === 'awaiting-requester') return actionRows(c, language)
  if (c.status === 'ready-to-revoke') return revocationRows(c, language)
  const buttons: Button[] = [
    ...(c.status === 'needs-correction' ? [button('correct', language, c)] : []),
    ...(rules['receive-link'].in.includes(c.status) ? [button('received', language, c)] : []),
    ...(rules.complete.in.includes(c.status) ? [button('recovered', language, c)] : []),
    ...(isOpen(c.status) && mayCancel('requester', c.status) ? [button('cancel', language, c)] : []),
    ...(isReopenable(c, at) ? [button('reopen', language, c)] : []),
    ...(isOpen(c.status) ? [button('talk', language, c)] : []),
    ...(mayNoteEnd(c) ? [button(c.certificateUntil === null ? 'note-end' : 'drop-end', language, c)] : []),
  ]
  return [...proveRows(c, reader), ...rowsOf(buttons)]
}

/** True once a new certificate is there whose end its owner can note. */
export const mayNoteEnd = (c: Case): boolean => c.status === 'completed' && issuesCertificate(c)

export const isReopenable = (c: Case, at: string): boolean =>
  rules.reopen.in.includes(c.status) &&
  (c.manifest !== null || c.settled !== null) &&
  c.endedAt !== null &&
  daysAfter(c.endedAt, lifeDays.reopen) >= at
