import type { Case } from '../../core/case/case.ts'
import { wordsMax } from '../../core/case/decide-talk.ts'
import { isRefusal, refuse } from '../../core/case/refusal.ts'
import { isOpen } from '../../core/case/status.ts'
import { askingOf } from '../dialogue/asking.ts'
import { panelOf } from '../dialogue/panel.ts'
import type { Verb } from '../dialogue/press.ts'
import { nobodyToTalk, talkable, unsaidOption, whichIsMeant, whichToTalk, writtenOf } from '../dialogue/talk.ts'
import { refusalSentence } from '../text/refusal.ts'
import { talkText } from '../text/talk.ts'
import type { Control } from './link-controls.ts'
import type { Visit } from './visit.ts'

/** Speaking with staff pauses the dialogue at its step; it goes on from there. */
export const talkControls: Readonly<Partial<Record<Verb, Control>>> = {
  async talk(visit, c, press) {
    if (press?.option === unsaidOption && c !== undefined && visit.memory.unsaid !== undefined)
      return sendUnsaid(visit, c, visit.memory.unsaid)
    const named = c?.submittedAt != null ? [c] : talkable(visit.casework.cases(), visit.casework.at)
    const [only, ...others] = named
    if (only === undefined) return visit.show(nobodyToTalk(visit.reader))
    if (others.length > 0) return visit.show(whichToTalk(named, visit.reader))
    visit.memory.aside = { kind: 'talk', case: only.id }
    visit.wantsAsking = true
  },
  answer: (visit, c, press) => talkControls.talk?.(visit, c, press) ?? Promise.resolve(),

  async 'talk-end'(visit, _, press) {
    if (press?.option === unsaidOption) {
      const isKept = visit.memory.unsaid !== undefined
      visit.memory.unsaid = undefined
      return isKept ? visit.say(talkText.dropped[visit.language]) : visit.nod('noted')
    }
    visit.memory.aside = undefined
    visit.wantsAsking = true
    const c = visit.case
    if (c !== undefined && askingOf(c, visit.memory.again).kind === 'nothing')
      await visit.show(panelOf(c, visit.reader))
  },
}

/**
 * With more than one request under way, asks which one words are about that nobody waited for; none of them is lost
 * meanwhile. @returns false where there is no such choice
 */
export async function askWhichIsMeant(visit: Visit, text: string): Promise<boolean> {
  const cases = talkable(visit.casework.cases(), visit.casework.at).filter(({ status }) => isOpen(status))
  if (cases.length < 2) return false
  const words = [visit.memory.unsaid, text.trim()].filter((part) => part !== undefined).join('\n\n')
  if (words.length > wordsMax) {
    await visit.say(refusalSentence(refuse('words-too-long', { found: words.length, max: wordsMax }), visit.language))
  } else visit.memory.unsaid = words
  await visit.show(whichIsMeant(cases, visit.reader))
  return true
}

async function sendUnsaid(visit: Visit, c: Case, text: string): Promise<void> {
  const outcome = visit.give(c, { type: 'write', text })
  if (isRefusal(outcome)) return visit.say(refusalSentence(outcome, visit.language))
  visit.memory.unsaid = undefined
  await visit.show(writtenOf(outcome, visit.reader))
}
