import type { Button, KnownBlock } from '@slack/types'
import type { Case } from '../../core/case/case.ts'
import { isCooling } from '../../core/identity/proof.ts'
import { needsMeeting } from '../../core/procedure/course.ts'
import { coolingLine } from '../text/claim.ts'
import { reviewText } from '../text/slack-review.ts'
import { actions, button, input, option, plain, section } from './blocks.ts'
import { type Circumstances, identitySentence } from './case-facts.ts'
import type { Draft } from './review-draft.ts'

const wordsMax = 60

/** The part of the modal in which the requester's identity is confirmed; the words of a call are never in it. */
export function identityBlocks(c: Case, draft: Draft, s: Circumstances): readonly KnownBlock[] {
  const isHeld = isCooling(c, s.at)
  if (!needsMeeting(c) && !isHeld) return []
  const { language } = s
  const hint = hintOf(c, s)
  const text = `*${reviewText.identity[language]}:* ${identitySentence(c, language)}${hint === '' ? '' : `\n${hint}`}`
  // Only a meeting ends the wait of a new chat.
  if (isHeld && (c.identity !== null || !needsMeeting(c)))
    return [
      section(`${text}\n${coolingLine(c, s.at, language) ?? ''}`, 'identity'),
      actions('identity-actions', [metButton(c, s)]),
    ]
  if (c.identity !== null) return [section(text, 'identity')]
  const calling =
    c.call === null
      ? button('call', reviewText.calling[language], { value: c.id })
      : button('new-words', reviewText.newWords[language], { value: c.id })
  return [
    section(text, 'identity'),
    ...(c.call === null ? [] : callBlocks(c, draft, s)),
    actions('identity-actions', [...(c.isFrozen ? [] : [calling]), metButton(c, s)]),
  ]
}

function hintOf(c: Case, { language }: Circumstances): string {
  if (c.identity !== null) return ''
  if (c.isFrozen) return reviewText.frozenHint[language]
  return reviewText[c.call === null ? 'callHint' : 'wordsShown'][language]
}

function callBlocks(c: Case, { words, numberFrom }: Draft, { language }: Circumstances): readonly KnownBlock[] {
  const sources = [
    ...(c.roster?.hasPhone === false ? [] : [option('roster', reviewText.roster[language])]),
    option('agency-directory', reviewText.directory[language]),
  ]
  const typed = {
    type: 'plain_text_input' as const,
    action_id: 'words',
    max_length: wordsMax,
    ...(words !== '' && words.length <= wordsMax && { initial_value: words }),
  }
  const chosen = sources.find(({ value }) => value === numberFrom)
  const source = {
    type: 'radio_buttons' as const,
    action_id: 'number-from',
    options: sources,
    ...(chosen !== undefined && { initial_option: chosen }),
  }
  return [
    input('words', reviewText.words[language], typed, { isOptional: true }),
    input('number-from', reviewText.numberFrom[language], source, { isOptional: true }),
  ]
}

/** Asks once more, for it is a statement under one's own name. */
function metButton(c: Case, { language }: Circumstances): Button {
  return {
    ...button('met', reviewText.met[language], { value: c.id }),
    confirm: {
      title: plain(reviewText.metTitle[language]),
      text: plain(reviewText.metText[language]),
      confirm: plain(reviewText.metYes[language]),
      deny: plain(reviewText.metNo[language]),
    },
  }
}
