import type { Event } from '../../core/case/event.ts'
import { snoozeWhy } from '../text/desk-teamwork.ts'
import { timelineText } from '../text/desk-timeline.ts'
import type { Bilingual, Language } from '../text/language.ts'
import { timeText } from '../text/moment.ts'
import { scoreLabel } from '../text/rating.ts'
import { shownText } from './hostile-text.ts'

/** What matters about colleagues sharing a case, for its history; nothing of any other event. */
export function teamDetails(event: Event, language: Language): readonly string[] {
  const say = (text: Bilingual) => text[language]
  switch (event.type) {
    case 'handed-over':
      return [shownText(event.secret.verifier.name), ...quoted(event.secret.reason)]
    case 'taken':
      return quoted(event.secret.reason)
    case 'put-back':
      return event.because === undefined
        ? []
        : [say(timelineText[event.because === 'shift-over' ? 'byShift' : 'byLease'])]
    case 'assigned':
      return [shownText(event.secret.agent.name)]
    case 'snoozed':
      return [`${say(timelineText.until)} ${timeText(event.until, language)}`, say(snoozeWhy[event.why])]
    case 'woken':
      return event.because === 'news' ? [say(timelineText.byNews)] : []
    case 'escalated':
      return quoted(event.secret.text)
    case 'linked':
      return [event.to]
    case 'rated':
      return [say(scoreLabel[event.score])]
    case 'merged':
      return [event.into]
    default:
      return []
  }
}

/** Somebody's own words. */
export const quoted = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : [`“${shownText(text)}”`]
