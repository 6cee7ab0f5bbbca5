import { surfaceText } from '../../bot/simulator/slack/form.ts'
import type { Member } from '../../bot/simulator/slack/member.ts'
import type { ModalScreen } from '../../bot/simulator/slack/modal-screen.ts'
import type { Submission } from '../../bot/simulator/slack/submission.ts'
import type { SlackMessage } from '../../bot/simulator/slack/surface.ts'
import type { ReasonCode } from '../../core/evidence/reason.ts'
import type { DeskUser } from './desk-user.ts'
import type { Requester } from './requester.ts'

/** A verifier at Slack, with the desk open beside it. */
export class Verifier {
  readonly member: Member
  readonly desk: DeskUser

  constructor(member: Member, desk: DeskUser) {
    this.member = member
    this.desk = desk
  }

  get name(): string {
    return this.member.person.realName
  }

  /** Clicks, choices and submissions in Slack so far. */
  get presses(): number {
    return this.member.presses
  }

  /** The card of a case, once it fits. */
  card(number: string, fits: (text: string) => boolean = () => true): Promise<SlackMessage> {
    return this.member.waitForMessage(
      ({ channel, text, blocks, thread_ts }) =>
        channel.startsWith('C') && thread_ts === undefined && text.includes(number) && fits(surfaceText(blocks)),
      { what: `the card of ${number}` },
    )
  }

  /** Presses *Periksa* on the card. */
  async reviews(number: string): Promise<ModalScreen> {
    await this.#closesModal()
    await this.pressesReview(number)
    const isIts = ({ text, view }: ModalScreen) => view.callback_id === 'review' && text.includes(number)
    return this.member.waitForModal(isIts, { what: `the modal of ${number}` })
  }

  /** Presses *Periksa* and reads what only this person is told. */
  async isTold(number: string): Promise<string> {
    await this.pressesReview(number)
    return (await this.member.waitForEphemeral(({ text }) => text.includes(number))).text
  }

  /** Follows the address in the modal and opens every proof at the desk. */
  async opensEvidenceAtDesk(number: string): Promise<void> {
    await this.member.click('open-desk', { in: 'modal' })
    await this.desk.opensEveryProof(number)
  }

  /** Calls the number on record; whoever is called reads out the words on their own screen. */
  async calls(number: string, called: Requester): Promise<void> {
    await this.member.click('call', { in: 'modal' })
    await this.types(await called.callWords(number))
  }

  /** Types the two words that were read out. */
  async types(words: string): Promise<void> {
    const modal = await this.member.waitForModal(({ view }) => view.blocks.some(({ block_id }) => block_id === 'words'))
    await modal.fill('words', words)
  }

  /** Chooses a decision and sends it. */
  async decides(choice: 'legalise' | 'return' | 'reject' | 'save' | 'release'): Promise<Submission> {
    await this.member.choose('decision', choice, { in: 'modal' })
    const modal = await this.member.waitForModal()
    return modal.submit()
  }

  /** Rejects the case that is open. */
  async rejects(reason: ReasonCode): Promise<Submission> {
    await this.member.choose('decision', 'reject', { in: 'modal' })
    const modal = await this.member.waitForModal(({ view }) =>
      view.blocks.some(({ block_id }) => block_id === 'reject-why'),
    )
    await modal.choose('reject-why', reason)
    return modal.submit()
  }

  /** The whole of a clean case. */
  async legalises(requester: Requester): Promise<Submission> {
    const { number } = requester
    await this.reviews(number)
    await this.opensEvidenceAtDesk(number)
    await this.calls(number, requester)
    return this.decides('legalise')
  }

  /** Sends one item back; the reason that stands already is taken when it is the one. */
  async returns(number: string, item: string, reason: ReasonCode): Promise<Submission> {
    const modal = await this.reviews(number)
    const list = modal.view.blocks.find(({ element }) => JSON.stringify(element ?? {}).includes(`"value":"${item}"`))
    await modal.uncheck(list?.block_id ?? '', item)
    await this.#gives(item, reason)
    return this.decides('return')
  }

  /** Closes what an earlier case left open; that press belongs to no case. */
  async #closesModal(): Promise<void> {
    const before = this.presses
    await this.member.modal()?.close()
    this.member.presses = before
  }

  async #gives(item: string, reason: ReasonCode): Promise<void> {
    const block = `why:${item}`
    const modal = await this.member.waitForModal(({ view }) => view.blocks.some(({ block_id }) => block_id === block))
    const state = modal.view.state.values[block]
    const stands = JSON.stringify(state ?? {}).includes(`"value":"${reason}"`)
    if (!stands) await modal.choose(block, reason)
  }

  /** Presses *Periksa* on the newest card, whatever comes of it. */
  async pressesReview(number: string): Promise<void> {
    const { ts } = await this.member.waitForMessage(
      ({ channel, text, blocks, thread_ts }) =>
        channel.startsWith('C') &&
        thread_ts === undefined &&
        text.includes(number) &&
        JSON.stringify(blocks).includes('"action_id":"review"'),
      { what: `the card of ${number} with its button` },
    )
    await this.member.click('review', { messageTs: ts })
  }
}
