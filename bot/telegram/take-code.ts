import type { Case } from '../../core/case/case.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { codeIn } from '../../core/identity/code.ts'
import { mayAskCode } from '../../core/identity/proof.ts'
import { type CodeButton, codeButtons, codeOf, wantsCode } from '../dialogue/code.ts'
import { caseKey } from '../dialogue/press.ts'
import { buttonIn } from '../dialogue/typed.ts'
import { html } from '../text/escape.ts'
import { refusalSentence } from '../text/refusal.ts'
import { codeTexts } from '../text/telegram-code.ts'
import type { Content } from './content.ts'
import type { Put } from './put.ts'
import { lost, stale } from './take-answer.ts'
import type { Visit } from './visit.ts'

/** Takes a code, the wish for one, or why there will be none. */
export async function takeCode(visit: Visit, asked: Put, content: Content): Promise<boolean> {
  const c = visit.casework.find(asked.case)
  if (c === undefined) return lost(visit)
  const chosen = content.what === 'text' ? buttonIn(content.text, codeButtons) : pressed(c, content)
  if (chosen !== undefined) return choose(visit, c, chosen)
  if (content.what === 'press') return stale(visit)
  if (content.what === 'text' && buttonIn(content.text, ['back', 'cancel', 'later']) !== undefined) return leave(visit)
  const digits = content.what === 'text' ? codeIn(content.text) : undefined
  if (digits !== undefined) {
    await checkCode(visit, c, digits)
    return false
  }
  await visit.show({ ...codeOf(c, visit.reader), text: html(wantsCode(c, visit.reader)) })
  return false
}

/** Back to what the code was asked from. */
function leave({ memory }: Visit): true {
  memory.aside = undefined
  return true
}

/** Hands a typed code to the house: it alone looks whether it is right, and says so. */
export async function checkCode(visit: Visit, c: Case, digits: string): Promise<void> {
  visit.oweWork('check-code', c.id, { digits })
  await visit.say(codeTexts.checking[visit.language])
}

/** For how long after asking a typed code is still taken for one, in milliseconds; it may be too late by then. */
const awaitedMs = 3_600_000

/** The case for which this chat waits to type a code. */
export const awaitingCode = ({ casework }: Visit): Case | undefined =>
  casework
    .cases()
    .find(
      (c) => mayAskCode(c) && c.codeAskedAt !== null && Date.parse(c.codeAskedAt) + awaitedMs > Date.parse(casework.at),
    )

function pressed(c: Case, content: Content): CodeButton | undefined {
  if (content.what !== 'press' || content.press?.case !== caseKey(c)) return undefined
  return codeButtons.find((name) => name === content.press?.verb)
}

async function choose(visit: Visit, c: Case, chosen: CodeButton): Promise<true> {
  const { language, memory } = visit
  if (chosen === 'send-code' || chosen === 'resend-code') {
    const outcome = visit.give(c, { type: 'ask-code' })
    if (isRefusal(outcome)) await visit.toast(refusalSentence(outcome, language))
    return true
  }
  memory.aside = undefined
  const because = chosen === 'code-later' ? 'later' : chosen
  const outcome = visit.give(c, { type: 'waive-code', because })
  if (isRefusal(outcome)) await visit.toast(refusalSentence(outcome, language))
  else await visit.say(codeTexts[because === 'newcomer' ? 'newcomer' : 'waived'][language])
  return true
}
