import type { Case } from '../../core/case/case.ts'
import { formerTaskAddress, isFormerTaskOpen } from '../../core/handling/former-agency.ts'
import { formerText } from '../text/desk-change.ts'
import { cardText } from '../text/slack-card.ts'
import { actions, button, context, header, type Screen, section } from './blocks.ts'
import { deedButton } from './card-doors.ts'
import { type Circumstances, maskedName } from './case-facts.ts'

/** What the channel of the agency that the requester left is shown: a masked name, a number, one thing to do. */
export function formerTask(c: Case, s: Circumstances): Screen {
  const { language, publicUrl } = s
  const isOpen = isFormerTaskOpen(c)
  const sentence = (isOpen ? formerText.task : formerText.done)[language]
  const address = formerTaskAddress(publicUrl, c.number)
  return {
    text: `${formerText.title[language]} · ${c.number}. ${sentence}`,
    blocks: [
      header(`${formerText.title[language]} · ${c.number}`),
      section(`*${formerText.name[language]}:* ${maskedName(c)}\n${sentence}`),
      isOpen
        ? actions('former', [
            deedButton(c, 'confirm-revoked', s, 'former-revoked'),
            button('open-desk', cardText.openDesk[language], { url: address }),
          ])
        : context(c.number),
    ],
  }
}
