import { holderOf, isOpen } from '../../core/case/status.ts'
import { casesOf, welcomeOf } from '../dialogue/menu.ts'
import { statusName } from '../text/status.ts'
import { alreadyDone, caseEnded, reply } from '../text/telegram-reply.ts'
import { contentOf } from './content.ts'
import { pauseOf, resumable } from './controls.ts'
import { showAgain } from './hear-guide.ts'
import { currentOf } from './put.ts'
import { askWhichIsMeant } from './talk-controls.ts'
import type { KeptUpdate } from './update.ts'
import type { Visit } from './visit.ts'

/** Answers what nobody waited for: it is never kept; what is open is asked afresh. */
export async function unawaited(visit: Visit, update: KeptUpdate): Promise<void> {
  const { language } = visit
  const content = contentOf(update)
  if (content.what === 'press') await visit.toast(alreadyDone[language](currentOf(visit)))
  // The guide is what stands on the screen, whatever else waits.
  if (content.what === 'text' && (await showAgain(visit))) return
  const c = resumable(visit)
  if (c !== undefined && holderOf(c.status) === 'requester' && visit.memory.paused !== pauseOf(c)) {
    if (content.what !== 'press')
      await visit.reply(
        content.what === 'odd' ? content.kind : c.status === 'awaiting-requester' ? 'nothingAsked' : 'early',
        update.message?.message_id,
      )
    visit.focus = c.id
    visit.wantsAsking = true
    return
  }
  if (content.what === 'press' || (await showAgain(visit))) return
  if (content.what === 'text' && (await askWhichIsMeant(visit, content.text))) return
  await visit.say(sentenceOf(visit, content.what === 'odd' ? reply(content.kind, language) : undefined))
  const cases = visit.casework.cases()
  const isAnyOpen = cases.some(({ status }) => isOpen(status))
  await visit.show(isAnyOpen ? casesOf(cases, visit.reader) : welcomeOf(cases, visit.reader))
}

function sentenceOf(visit: Visit, odd: string | undefined): string {
  const { language } = visit
  if (odd !== undefined) return odd
  const ended = visit.case
  if (ended === undefined || isOpen(ended.status)) return reply('nothingAsked', language)
  return caseEnded[language](ended.number, statusName(ended.status, language))
}
