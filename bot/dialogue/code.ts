import type { Case } from '../../core/case/case.ts'
import { missing, nextQuestion } from '../../core/case/missing.ts'
import { mayAskCode } from '../../core/identity/proof.ts'
import { html } from '../text/escape.ts'
import { statusName } from '../text/status.ts'
import { codeTexts } from '../text/telegram-code.ts'
import { waysOut } from './question-rows.ts'
import { button, paragraphs, type Reader, type Screen } from './screen.ts'

/** The buttons below the code: ask for one, or go on without. */
export const codeButtons = ['send-code', 'resend-code', 'no-mailbox', 'newcomer', 'code-later'] as const
export type CodeButton = (typeof codeButtons)[number]

/**
 * Offers a code to the mailbox on record, or waits for the one that was asked for; the same for every number. A number
 * that was mistyped is found again by *Kembali*.
 */
export const codeOf = (c: Case, { language }: Pick<Reader, 'language'>): Screen => ({
  text: paragraphs(
    isFilling(c) ? `<b>${codeTexts.title[language]} · ${statusName(c.status, language)}</b>` : undefined,
    html(codeTexts[c.codeAskedAt === null ? 'offer' : 'asked'][language]),
  ),
  rows: [
    ...codeButtons
      .filter((name) => name !== (c.codeAskedAt === null ? 'resend-code' : 'send-code'))
      .map((name) => [button(name, language, c)]),
    ...(isFilling(c) ? waysOut(c, nextQuestion(c)?.key, language) : []),
  ],
})

/** What is said to words that are no code: to type it, or first to ask for one. */
export const wantsCode = (c: Case, { language }: Pick<Reader, 'language'>): string =>
  codeTexts[c.codeAskedAt === null ? 'wantsChoice' : 'wants'][language]

const isFilling = ({ status }: Case): boolean => status === 'draft' || status === 'needs-correction'

/** The way to a code from wherever the case is shown, while one is worth something. */
export const proveRows = (c: Case, { language, hasCodes }: Reader): Screen['rows'] =>
  hasCodes === true && mayAskCode(c) && c.identity === null ? [[button('prove', language, c)]] : []

/** True once it is known who is claimed, until the requester has chosen: then the code comes before the next question. */
export const comesBeforeQuestions = (c: Case): boolean =>
  isFilling(c) &&
  c.waived === null &&
  mayAskCode(c) &&
  !['agency', 'name', 'employment', 'nip', 'nik'].some((key) => isOwed(c, key))

const isOwed = (c: Case, key: string): boolean => missing(c).some((question) => question.key === key)
