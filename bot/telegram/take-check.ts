import type { Case } from '../../core/case/case.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { changeIn } from '../dialogue/check.ts'
import { caseKey } from '../dialogue/press.ts'
import { waysOut } from '../dialogue/question-rows.ts'
import { button } from '../dialogue/screen.ts'
import { buttonIn } from '../dialogue/typed.ts'
import { consentVersion } from '../text/consent.ts'
import { html } from '../text/escape.ts'
import { refusalSentence } from '../text/refusal.ts'
import { reply } from '../text/telegram-reply.ts'
import type { Content } from './content.ts'
import type { Put } from './put.ts'
import { lost, stale } from './take-answer.ts'
import type { Visit } from './visit.ts'

/** Takes *Setuju dan kirim*, or the line that is to be changed. */
export async function takeCheck(visit: Visit, asked: Put, content: Content): Promise<boolean> {
  const c = visit.casework.find(asked.case)
  if (c === undefined) return lost(visit)
  switch (content.what) {
    case 'press': {
      const { press } = content
      if (press?.case !== caseKey(c)) return stale(visit)
      if (press.verb === 'send') return submit(visit, c)
      return press.verb === 'change' ? change(visit, press.item) : stale(visit)
    }
    case 'text': {
      if (buttonIn(content.text, ['send']) !== undefined) return submit(visit, c)
      const item = changeIn(c, content.text, visit.reader)
      return item === undefined ? wait(visit, c, reply('wantsButton', visit.language)) : change(visit, item)
    }
    case 'file':
      return wait(visit, c, reply('fileNotHere', visit.language))
    case 'odd':
      return wait(visit, c, `${reply(content.kind, visit.language)} ${reply('wantsButton', visit.language)}`)
  }
}

function change(visit: Visit, item: string | undefined): true {
  visit.memory.again = item
  return true
}

async function submit(visit: Visit, c: Case): Promise<boolean> {
  const consent = { version: consentVersion, textSha256: visit.house.consentSha256(visit.language) }
  const outcome = visit.give(c, { type: 'submit', consent })
  if (!isRefusal(outcome)) {
    await visit.nod('sent')
    return true
  }
  const sentence = refusalSentence(outcome, visit.language)
  if (outcome.refused === 'still-checking') return wait(visit, c, sentence)
  await visit.toast(sentence)
  return true
}

/** Says what is wanted; the check stays open. */
async function wait(visit: Visit, c: Case, sentence: string): Promise<false> {
  const rows = [[button('send', visit.language, c)], ...waysOut(c, undefined, visit.language)]
  await visit.show({ text: html(sentence), rows })
  return false
}
