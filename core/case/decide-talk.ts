import { asksForSecret } from '../privacy/asks-secret.ts'
import { staffOf } from './actor.ts'
import type { Case, Talk } from './case.ts'
import { mayBeWrittenTo } from './counter.ts'
import { daysAfter, lifeDays } from './deadline.ts'
import type { Decisions } from './decide.ts'
import { wokenByNews } from './decide-teamwork.ts'
import { type Refusal, refuse } from './refusal.ts'
import { faultInWords } from './staff-words.ts'

/** Characters of one message at the most. */
export const wordsMax = 4000

/** Of each kind, over the whole life of a case. */
const messagesMax = 300
/** Nobody is heard better for writing more before an answer came. */
const unansweredMax = 20

/** Nothing said yet. */
export const silent: Talk = { replies: 0, notes: 0, writings: 0, unanswered: 0, missed: null }

/** What staff and requester say to each other, and staff among themselves. */
export const talkDecisions: Decisions<'reply' | 'note' | 'write' | 'miss-reply'> = {
  reply(c, { text, said }, { actor }) {
    // Without a chat and a mailbox there is nobody to read it: they are told in person.
    if (!mayBeWrittenTo(c)) return refuse('no-chat')
    const { replies, writings } = talkOf(c)
    // Somebody else answered, or it was sent already, or there is something to read first.
    if (said !== undefined && said !== replies + writings) return refuse('said-meanwhile')
    const no = unfit(text, replies) ?? faultInWords(text)
    if (no !== undefined) return no
    if (asksForSecret(text)) return refuse('asks-secret')
    return [{ type: 'replied', n: replies + 1, secret: { text: text.trim(), by: staffOf(actor) } }]
  },

  note(c, { text }, { actor }) {
    const no = unfit(text, talkOf(c).notes) ?? faultInWords(text)
    return no ?? [{ type: 'noted', secret: { text: text.trim(), by: staffOf(actor) } }]
  },

  write(c, { text }, { at }) {
    const { writings, unanswered } = talkOf(c)
    if (c.endedAt !== null && daysAfter(c.endedAt, lifeDays.reopen) < at)
      return refuse('too-late', { days: lifeDays.reopen })
    if (unanswered >= unansweredMax) return refuse('too-many-messages', { max: unansweredMax })
    const no = unfit(text, writings) ?? faultInWords(text)
    return no ?? [{ type: 'wrote', n: writings + 1, secret: { text: text.trim() } }, ...wokenByNews(c)]
  },

  'miss-reply'(c, { n }) {
    const { replies, missed } = talkOf(c)
    return n > replies || n === missed ? [] : [{ type: 'reply-missed', n }]
  },
}

export const talkOf = ({ talk }: Pick<Case, 'talk'>): Talk => talk ?? silent

/** What is wrong with a message as such; `count` of its kind were said before. */
function unfit(text: string, count: number): Refusal | undefined {
  const { length } = text.trim()
  if (length === 0) return refuse('nothing-written')
  if (length > wordsMax) return refuse('words-too-long', { found: length, max: wordsMax })
  return count >= messagesMax ? refuse('too-many-messages', { max: messagesMax }) : undefined
}
