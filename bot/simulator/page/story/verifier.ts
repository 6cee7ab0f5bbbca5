import type { Bilingual } from '../../../text/language.ts'
import { storyLine, wordsLine } from '../../../text/simulator-story.ts'
import { noticeTexts } from '../../../text/telegram-panel.ts'
import { findElement } from '../../slack/finding.ts'
import type { Member } from '../../slack/member.ts'
import type { ModalScreen } from '../../slack/modal-screen.ts'
import type { Block, SlackMessage } from '../../slack/surface.ts'
import { isRecord } from '../../wire/request-body.ts'
import type { Screens } from './cast.ts'
import type { DeskBrowser } from './desk-browser.ts'
import type { Move, Player } from './move.ts'

export interface VerifierOptions {
  readonly member: Member
  readonly desk: DeskBrowser
  readonly screens: Screens
}

const triesMax = 3

/** The verifier of the played case: works the card and its modal, with the desk beside it. */
export class VerifierPlayer implements Player {
  readonly #options: VerifierOptions
  #hasSeenEvidence = false
  readonly #tries = new Map<string, number>()

  constructor(options: VerifierOptions) {
    this.#options = options
  }

  async next(): Promise<Move | undefined> {
    const { member, screens } = this.#options
    const { number } = screens
    if (number === undefined) return undefined
    const modal = member.modal()
    if (modal !== undefined)
      return modal.view.callback_id === 'review' ? this.#review(modal, number) : this.#leave(modal)
    const card = member.messages().findLast(({ text, blocks }) => text.includes(number) && hasReview(blocks))
    return card && this.#move('claim', storyLine.claim, () => member.click('review', { messageTs: card.ts }))
  }

  #review(modal: ModalScreen, number: string): Move | undefined {
    const { member, desk } = this.#options
    const { blocks } = modal.view
    if (!this.#hasSeenEvidence)
      return this.#move('evidence', storyLine.evidence, async () => {
        await desk.seePictures(await desk.openCase(number))
        this.#hasSeenEvidence = true
      })
    if (this.#lacksWords(modal)) return this.#readWords(modal)
    if (findElement(blocks, 'call') !== undefined && !blocks.some(isNamed('words')))
      return this.#move('call', storyLine.call, () => member.click('call', { in: 'modal' }), 'identity-actions')
    const unjudged = blocks.find(
      (block) => block.block_id?.startsWith('verdict:') && chosenIn(modal, block) === undefined,
    )
    if (unjudged !== undefined)
      return this.#move(unjudged.block_id ?? '', storyLine.judge, () => modal.choose(unjudged.block_id ?? '', 'ok'))
    if (chosenIn(modal, blocks.find(isNamed('decision'))) !== 'legalise')
      return this.#move('decision', storyLine.decide, () => modal.choose('decision', 'legalise'))
    return this.#move('submit', storyLine.submit, async () => {
      const { outcome, errors } = await modal.submit()
      if (outcome === 'errors' || outcome === 'failed') throw new Error(Object.values(errors)[0] ?? outcome)
    })
  }

  #leave = (modal: ModalScreen): Move | undefined =>
    this.#move(`close ${modal.id}`, storyLine.closeModal, () => {
      // It may have become the review itself meanwhile: Slack shows a modal before its content is there.
      const now = this.#options.member.modal()
      return now?.view.callback_id === 'review' ? undefined : now?.close()
    })

  #lacksWords(modal: ModalScreen): boolean {
    const block = modal.view.blocks.find(isNamed('words'))
    return block !== undefined && !valueIn(modal, block)
  }

  /** Waits for the words to show on the phone; whoever is called reads them out. */
  #readWords(modal: ModalScreen): Move | undefined {
    const words = this.#options.screens.phoneTexts.map(callWordsIn).findLast((found) => found !== undefined)
    return words === undefined ? undefined : this.#move('words', wordsLine(words), () => modal.fill('words', words))
  }

  #move(what: string, line: Bilingual, act: () => unknown, at = what): Move | undefined {
    const tries = this.#tries.get(what) ?? 0
    if (tries >= triesMax) return undefined
    const counted = () => {
      this.#tries.set(what, tries + 1)
      return act()
    }
    return { where: what === 'evidence' ? 'desk' : 'slack', at, line, readingChars: 60 + line.id.length, act: counted }
  }
}

const isNamed =
  (id: string) =>
  ({ block_id }: Block): boolean =>
    block_id === id

const hasReview = (blocks: SlackMessage['blocks']): boolean => findElement(blocks ?? [], 'review') !== undefined

const stateIn = ({ view }: ModalScreen, { block_id = '' }: Block): Record<string, unknown> =>
  Object.values(view.state.values[block_id] ?? {})[0] ?? {}

const valueIn = (modal: ModalScreen, block: Block): unknown => stateIn(modal, block).value

function chosenIn(modal: ModalScreen, block: Block | undefined): unknown {
  const option = block && stateIn(modal, block).selected_option
  return isRecord(option) ? option.value : undefined
}

// The sentence that shows the words, cut at the place where they stand.
const mark = '\u0000'
const facts = {
  number: '',
  agency: '',
  due: '',
  owedCount: 0,
  otherCount: 0,
  linkDomain: '',
  reason: '',
  item: '',
  day: '',
}
const leads = Object.values(noticeTexts['call-words']({ ...facts, words: mark })).map((text) =>
  (text.split(mark)[0] ?? '').split('\n').at(-1)?.trim(),
)

/** The two words that a message of the phone shows, if it shows any. */
export function callWordsIn(text: string): string | undefined {
  for (const lead of leads) {
    const at = lead ? text.indexOf(lead) : -1
    if (lead && at >= 0)
      return text
        .slice(at + lead.length)
        .split('\n')[0]
        ?.trim()
  }
  return undefined
}
