import type { Button, KnownBlock } from '@slack/types'
import type { Case } from '../../core/case/case.ts'
import { formGap } from '../../core/case/form-trust.ts'
import { deskAddress } from '../../core/handling/desk-link.ts'
import { awaitsReissue } from '../../core/procedure/course.ts'
import { showsEnd } from '../../core/ticket/certificate.ts'
import { standInSteps } from '../../core/ticket/stand-in.ts'
import { certificateText } from '../text/certificate.ts'
import { cardText, type Deed, deedText } from '../text/slack-card.ts'
import { recordText } from '../text/slack-record.ts'
import { actions, button, context, plain } from './blocks.ts'
import { type Circumstances, isReviewable } from './case-facts.ts'

/** What a verifier can do with a case on its card, besides reviewing it. */
export function deedsOf(c: Case, { agencies }: Pick<Circumstances, 'agencies'>): readonly Deed[] {
  const recorded = standInSteps(c, agencies).flatMap((step) =>
    step === 'approve' || step === 'send-link' ? [step] : [],
  )
  if (recorded.length > 0) return recorded
  if (c.status === 'awaiting-revocation') return ['confirm-revoked']
  // What a signature lacks is looked at beside the file, which is at the desk alone.
  if (c.status === 'awaiting-signature') return formGap(c) === undefined ? ['legalise', 'take-over'] : ['take-over']
  return awaitsReissue(c) ? ['ask-reissue'] : []
}

/** While there is something to do: buttons. After that they go, and the address stays. */
export function doors(c: Case, s: Circumstances): readonly KnownBlock[] {
  const { publicUrl, language } = s
  const url = deskAddress(publicUrl, c.number)
  const deeds = [...deedsOf(c, s).map((deed) => deedButton(c, deed, s)), ...replyButtons(c, s)]
  const review = isReviewable(c)
    ? [reviewButton(c, s)]
    : c.status === 'awaiting-signature'
      ? [withdrawButton(c, s)]
      : []
  const notes = showsEnd(c) ? [endButton(c, s)] : []
  if (deeds.length + review.length + notes.length === 0) return [context(`<${url}|${cardText.openDesk[language]}>`)]
  const openDesk = button('open-desk', cardText.openDesk[language], { url })
  return [actions('card', isReviewable(c) ? [...review, openDesk] : [...deeds, openDesk, ...review, ...notes])]
}

/** The last day of a certificate that was issued. */
function endButton(c: Case, { language }: Circumstances): Button {
  const name = certificateText.button[language]
  return button('note-end', name, { value: `${c.id}:${c.decision}`, label: `${name} ${c.number}` })
}

/** Where the contact center is outside: what it returned needs its reason, so a form asks for it. */
function replyButtons(c: Case, { agencies, language }: Circumstances): readonly Button[] {
  if (!standInSteps(c, agencies).includes('send-back')) return []
  const name = recordText.returned[language]
  return [button('record-return', name, { value: `${c.id}:${c.decision}`, label: `${name} ${c.number}` })]
}

function reviewButton(c: Case, { language }: Circumstances): Button {
  const label = `${cardText.review[language]} ${c.number}`
  return button('review', cardText.review[language], { value: c.id, style: 'primary', label })
}

/** Taking the case up again voids the form that waits, so it is asked once more. */
function withdrawButton(c: Case, { language }: Circumstances): Button {
  const label = `${cardText.withdraw[language]} ${c.number}`
  return {
    ...button('review', cardText.withdraw[language], { value: c.id, label }),
    confirm: {
      title: plain(cardText.withdrawTitle[language]),
      text: plain(cardText.withdrawSure[language]),
      confirm: plain(cardText.withdrawYes[language]),
      deny: plain(cardText.notYet[language]),
    },
  }
}

/** A statement under one's own name, so it is asked once more; it carries the decision that its reader saw. */
export function deedButton(
  c: Case,
  deed: Deed,
  { language }: Pick<Circumstances, 'language'>,
  as: string = deed,
): Button {
  const { name, sure } = deedText[deed]
  const value = `${c.id}:${c.decision}`
  return {
    ...button(as, name[language], { value, style: 'primary', label: `${name[language]} ${c.number}` }),
    confirm: {
      title: plain(name[language]),
      text: plain(sure[language]),
      confirm: plain(cardText.yes[language]),
      deny: plain(cardText.notYet[language]),
    },
  }
}
