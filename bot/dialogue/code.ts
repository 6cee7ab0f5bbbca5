import type { Case } from '../../core/case/case.ts'
import { missing } from '../../core/case/missing.ts'
import { mayAskCode } from '../../core/identity/proof.ts'
import { html } from '../text/escape.ts'
import { codeTexts } from '../text/telegram-code.ts'
import { button, type Reader, type Screen } from './screen.ts'

/** The buttons below the code: ask for one, or go on without. */
export const codeButtons = ['send-code', 'resend-code', 'no-mailbox', 'newcomer', 'code-later'] as const
export type CodeButton = (typeof codeButtons)[number]

/** Offers a code to the mailbox on record, or waits for the one that was asked for; the same for every number. */
export const codeOf = (c: Case, { language }: Pick<Reader, 'language'>): Screen => ({
  text: html(codeTexts[c.codeAskedAt === null ? 'offer' : 'asked'][language]),
  rows: codeButtons
    .filter((name) => name !== (c.codeAskedAt === null ? 'resend-code' : 'send-code'))
    .map((name) => [button(name, language, c)]),
})

/** The way to a code from wherever the case is shown, while one is worth something. */
export const proveRows = (c: Case, { language, hasCodes }: Reader): Screen['rows'] =>
  hasCodes === true && mayAskCode(c) ? [[button('prove', language, c)]] : []

/** True once it is known who is claimed, until the requester has chosen: then the code comes before the next question. */
export const comesBeforeQuestions = (c: Case): boolean =>
  (c.status === 'draft' || c.status === 'needs-correction') &&
  c.waived === null &&
  mayAskCode(c) &&
  !['agency', 'name', 'employment', 'nip', 'nik'].some((key) => isOwed(c, key))

const isOwed = (c: Case, key: string): boolean => missing(c).some((question) => question.key === key)
