import { isRefusal } from '../../core/case/refusal.ts'
import { writtenOf } from '../dialogue/talk.ts'
import { buttonIn } from '../dialogue/typed.ts'
import { refusalSentence } from '../text/refusal.ts'
import { talkText } from '../text/talk.ts'
import type { Content } from './content.ts'
import type { Put } from './put.ts'
import { stale } from './take-answer.ts'
import type { Visit } from './visit.ts'

/** Takes the requester's words to staff, one message after another, until they go on with their request. */
export async function takeTalk(visit: Visit, asked: Put, content: Content): Promise<boolean> {
  const c = visit.casework.find(asked.case)
  if (c === undefined) return end(visit)
  if (content.what === 'press') return stale(visit)
  if (content.what !== 'text') {
    await visit.say(talkText.textOnly[visit.language])
    return false
  }
  if (buttonIn(content.text, ['talk-end', 'later', 'cancel']) !== undefined) return end(visit)
  const outcome = visit.give(c, { type: 'write', text: content.text })
  if (!isRefusal(outcome)) {
    await visit.show(writtenOf(outcome, visit.reader))
    return false
  }
  await visit.say(refusalSentence(outcome, visit.language))
  return outcome.refused === 'too-late' ? end(visit) : false
}

function end(visit: Visit): true {
  visit.memory.aside = undefined
  return true
}
