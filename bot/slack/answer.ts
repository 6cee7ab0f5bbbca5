import type { Case } from '../../core/case/case.ts'
import type { Refusal } from '../../core/case/refusal.ts'
import { deskAddress } from '../../core/handling/desk-link.ts'
import { mrkdwn } from '../text/escape.ts'
import type { Language } from '../text/language.ts'
import { timeText } from '../text/moment.ts'
import { refusalSentence } from '../text/refusal.ts'
import { answerSentences, decidedBefore, heldNow, openFirst } from '../text/slack-answer.ts'
import { decidedText } from '../text/slack-card.ts'
import { statusNameOf } from '../text/status-of-case.ts'
import { attributionOf } from './attribution.ts'
import { isReviewable } from './case-facts.ts'
import { noticeModal } from './review-modal.ts'
import type { Room } from './room.ts'

/** A click, and where its answer can be shown. */
export interface Click {
  readonly user: string
  /** Opens one modal within three seconds. */
  readonly trigger: string
  /** The channel of the message that was clicked. */
  readonly channel: string | undefined
}

/** Says one sentence to the person who clicked, and to nobody else. */
export async function tell(room: Room, { user, trigger, channel }: Click, sentence: string): Promise<void> {
  const language = await room.people.languageOf(user)
  if (channel !== undefined) {
    const text = mrkdwn(sentence)
    const isShown = await room.client.chat.postEphemeral({ channel, user, text, parse: 'none' }).then(
      () => true,
      // Not a member of the channel, or Slack is busy: there is still the click itself.
      () => false,
    )
    if (isShown) return
  }
  await room.views.open(trigger, noticeModal(sentence, language))
}

/** Why a command was refused, to the one who gave it: who holds or decided the case as it now stands, and what to do. */
export async function refusalToStaff(
  room: Room,
  refusal: Refusal,
  c: Case,
  staffId: string,
  language: Language,
): Promise<string> {
  const { refused } = refusal
  if (refused === 'not-yours') return answerSentences.otherAgency[language]
  if (refused === 'not-seen') {
    const count = Number(refusal.detail?.count ?? 1)
    return openFirst(count, deskAddress(room.publicUrl, c.number), language)
  }
  if (refused !== 'not-now' && refused !== 'held-by-other' && refused !== 'changed')
    return refusalSentence(refusal, language)
  const { heldSince, decisions } = attributionOf(await room.ports.ledger.history(c.id))
  if (c.status === 'in-review' && c.verifier?.id === staffId) return refusalSentence(refusal, language)
  if (c.status === 'in-review' && c.verifier !== null)
    return heldNow(c.number, c.verifier.name, heldSince && timeText(heldSince, language), language)
  if (isReviewable(c)) return answerSentences.leaseOver[language]
  const last = decisions.at(-1)
  const by = last && `${decidedText[last.what][language]} ${last.name}, ${timeText(last.at, language)}`
  return decidedBefore(c.number, statusNameOf(c, language), by, language)
}
