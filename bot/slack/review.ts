import type { ModalView } from '@slack/types'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import { isRefusal, type Refusal, refuse } from '../../core/case/refusal.ts'
import { perform } from '../../core/handling/perform.ts'
import { agenciesOf, mayTake } from '../../core/handling/reach.ts'
import { leaseMs } from '../../core/message/saying.ts'
import type { Language } from '../text/language.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { type Click, refusalToStaff, tell } from './answer.ts'
import { draftOf } from './review-draft.ts'
import { noticeModal, openingModal, reviewModal } from './review-modal.ts'
import { circumstances, entryFor, type Room } from './room.ts'

/** How long a claim may take before the modal opens without its content: a click lives for three seconds. */
export const skeletonAfterMs = 1000
const candidatesMax = 20

/** *Periksa*: takes the case in hand and opens its modal. `ack` is called once that is committed, or late. */
export async function startReview(room: Room, click: Click, caseId: string, ack: () => Promise<void>): Promise<void> {
  const taking = takeInHand(room, click, caseId)
  const soon = await Promise.race([taking, later(skeletonAfterMs)])
  if (soon === undefined) {
    const language = await room.people.languageOf(click.user)
    const [id] = await Promise.all([room.views.open(click.trigger, openingModal(language)), ack()])
    const screen = screenOf(room, await taking, language)
    if (id === undefined) return tell(room, click, screen.sentence)
    await room.views.paint(id, undefined, async () => screen.view)
    return
  }
  await ack()
  const language = await room.people.languageOf(click.user)
  const screen = screenOf(room, soon, language)
  if (!soon.isHeld) return tell(room, click, screen.sentence)
  const id = await room.views.open(click.trigger, screen.view)
  if (id === undefined) await tell(room, click, answerSentences.pressAgain[language])
}

/** What became of wanting a case: held now, or the sentence that says why not. */
type Outcome = { readonly isHeld: true; readonly c: Case } | { readonly isHeld: false; readonly sentence: string }

function screenOf(room: Room, outcome: Outcome, language: Language): { sentence: string; view: ModalView } {
  if (!outcome.isHeld) return { sentence: outcome.sentence, view: noticeModal(outcome.sentence, language) }
  const s = circumstances(room, language)
  const view = reviewModal(outcome.c, draftOf(outcome.c, s.at), s)
  return { sentence: answerSentences.pressAgain[language], view }
}

async function takeInHand(room: Room, { user }: Click, caseId: string): Promise<Outcome> {
  const { ports, people, report } = room
  const entries = await people.verifiers(user)
  const c = await ports.ledger.caseById(caseId)
  const staff = c && entryFor(entries, c)
  if (c === undefined || staff === undefined) {
    const why = entries.length === 0 ? 'notVerifier' : 'oldButton'
    report({ what: 'slack-denied', user, why })
    return { isHeld: false, sentence: answerSentences[why][await people.languageOf(user)] }
  }
  const claimed = await claim(room, c, staff)
  if (!isRefusal(claimed)) return { isHeld: true, c: claimed }
  if (claimed.refused === 'not-yours') report({ what: 'slack-denied', user, why: 'otherAgency' })
  const now = (await ports.ledger.caseById(caseId)) ?? c
  const language = await people.languageOf(user)
  return { isHeld: false, sentence: await refusalToStaff(room, claimed, now, staff.id, language) }
}

/** Takes a case in hand; whoever has it already keeps it and gets more time. */
async function claim({ ports }: Room, c: Case, staff: Staff): Promise<Case | Refusal> {
  if (c.status === 'in-review' && c.verifier?.id === staff.id) {
    // An empty judgement asks core whether this person may still work on the case.
    const held = await perform(ports, c.id, [{ type: 'judge', verdicts: [] }], whoIs(staff))
    if (!isRefusal(held)) await renewLease(ports, c.id)
    return held
  }
  return perform(ports, c.id, [{ type: 'claim' }], whoIs(staff))
}

export const whoIs = ({ id }: Pick<Staff, 'id'>) => ({ staffId: id, role: 'verifier' }) as const

export async function renewLease({ ledger, now }: Room['ports'], caseId: string): Promise<void> {
  await ledger.renewLease(caseId, new Date(Date.parse(now()) + leaseMs).toISOString())
}

/** *Berikutnya*: the first waiting case that this verifier may take; others may be quicker, and one's own is passed by. */
export async function nextReview(room: Room, user: string, language: Language): Promise<ModalView> {
  const { ports } = room
  const entries = await room.people.verifiers(user)
  const agencies = agenciesOf(ports, entries)
  const found = await ports.ledger.find({ agencies, statuses: ['submitted', 'returned'], limit: candidatesMax })
  for (const c of await mayTake(ports, entries, found)) {
    const staff = entryFor(entries, c)
    const claimed = staff === undefined ? refuse('not-yours') : await claim(room, c, staff)
    if (!isRefusal(claimed)) return screenOf(room, { isHeld: true, c: claimed }, language).view
  }
  return noticeModal(answerSentences.noneLeft[language], language)
}

/** Resolves with nothing after a while: what is awaited beside it took too long. */
export const later = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, ms, undefined).unref())
