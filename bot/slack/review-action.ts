import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { isRefusal, type Refusal } from '../../core/case/refusal.ts'
import { perform } from '../../core/handling/perform.ts'
import { callWords } from '../text/call-words.ts'
import type { Language } from '../text/language.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { refusalToStaff } from './answer.ts'
import { renewLease, whoIs } from './review.ts'
import { draftOf, judgementsIn } from './review-draft.ts'
import { type Filled, readDraft } from './review-form.ts'
import { noticeModal, reviewModal, subjectOf } from './review-modal.ts'
import { circumstances, entryFor, type Room } from './room.ts'

/** An open review modal in which something was pressed. */
export interface Pressed {
  readonly user: string
  readonly view: Filled & {
    readonly id: string
    readonly hash: string
    readonly private_metadata: string
    readonly submit: { readonly text: string } | null
  }
}

/** Which button it was; `form` stands for every tick, verdict, reason, note and choice. */
export type Press = 'form' | 'call' | 'new-words' | 'met' | 'open-desk'

/**
 * Something was pressed in the review modal: saved at once, for a modal that is closed brings nothing back, then drawn
 * anew where its shape changes. Typed words stay, for Slack keeps what stands in a field of the same name.
 */
export async function pressInReview(
  room: Room,
  { user, view }: Pressed,
  press: Press,
  ack: () => Promise<void>,
): Promise<void> {
  const language = await room.people.languageOf(user)
  const subject = subjectOf(view.private_metadata)
  const c = subject && (await room.ports.ledger.caseById(subject.caseId))
  const staff = c && entryFor(await room.people.verifiers(user), c)
  if (subject === undefined || c === undefined || staff === undefined) {
    await ack()
    await room.views.paint(view.id, view.hash, async () => noticeModal(answerSentences.notVerifier[language], language))
    return
  }
  const outcome = await perform(room.ports, c.id, commandsOf(room, c, view, press, subject.seen), whoIs(staff))
  if (!isRefusal(outcome)) await renewLease(room.ports, c.id)
  await ack()
  const isOver = isRefusal(outcome) && endings.has(outcome.refused)
  const isDrawn = await room.views.paint(view.id, view.hash, async () => {
    const now = (await room.ports.ledger.caseById(c.id)) ?? c
    if (isOver) return noticeModal(await refusalToStaff(room, outcome, now, staff.id, language), language)
    return redrawn(room, now, view, press, language)
  })
  if (!isDrawn && press !== 'form') await tellUndrawn(room, c, user, answerSentences.notDrawn[language])
}

/** The window shows what was before: whoever pressed is told in the channel that it is saved, if Slack can do that. */
async function tellUndrawn(
  { ports, client, report }: Room,
  { agency }: Case,
  user: string,
  text: string,
): Promise<void> {
  const channel = ports.agencies.find(({ code }) => code === agency)?.slackChannel
  if (channel === undefined) return
  await client.chat
    .postEphemeral({ channel, user, text, parse: 'none' })
    .catch((error: unknown) => report({ what: 'slack-failed', error }))
}

/** Refusals after which this modal has no say any more. */
const endings: ReadonlySet<Refusal['refused']> = new Set([
  'not-yours',
  'own-case',
  'other-part',
  'not-now',
  'changed',
  'held-by-other',
])

function commandsOf({ ports }: Room, c: Case, view: Filled, press: Press, seen: number): readonly Command[] {
  const verdicts = judgementsIn(readDraft(view, c, draftOf(c, ports.now())), c, 'touched')
  const judging: Command = { type: 'judge', verdicts, seen }
  const words = () => callWords((below) => ports.pick(below))
  if (press === 'call') return [judging, { type: 'start-call', words: words(), seen }]
  if (press === 'new-words') return [judging, { type: 'start-call', words: words(), isAnew: true, seen }]
  if (press === 'met') return [judging, { type: 'confirm-meeting', seen }]
  return [judging]
}

/** The modal as it should look now; undefined when it looks so already. */
function redrawn(room: Room, c: Case, view: Pressed['view'], press: Press, language: Language) {
  const s = circumstances(room, language)
  const next = reviewModal(c, readDraft(view, c, draftOf(c, s.at)), s)
  const isSame = outline(next.blocks) === outline(view.blocks) && next.submit?.text === view.submit?.text
  return press === 'form' || press === 'open-desk' ? (isSame ? undefined : next) : next
}

/** Which fields there are, in which order: only a change of that is drawn, so that nobody's typing is disturbed. */
const outline = (blocks: readonly unknown[]): string =>
  blocks
    .map((block) => (isBlock(block) && block.type === 'input' ? block.block_id : isBlock(block) && block.type))
    .join()

const isBlock = (block: unknown): block is { readonly type: unknown; readonly block_id?: unknown } =>
  typeof block === 'object' && block !== null && 'type' in block

/** The modal was closed: what was pressed is saved already; should Slack tell more, that is saved too. */
export async function closeReview(
  room: Room,
  { user, view }: Omit<Pressed, 'view'> & { view: Filled & { readonly private_metadata: string } },
): Promise<void> {
  const subject = subjectOf(view.private_metadata)
  const c = subject && (await room.ports.ledger.caseById(subject.caseId))
  const staff = c && entryFor(await room.people.verifiers(user), c)
  if (subject === undefined || c === undefined || staff === undefined) return
  const verdicts = judgementsIn(readDraft(view, c, draftOf(c, room.ports.now())), c, 'touched')
  // Refused means decided, released or taken over meanwhile: there is nothing left to keep.
  if (verdicts.length > 0)
    await perform(room.ports, c.id, [{ type: 'judge', verdicts, seen: subject.seen }], whoIs(staff))
}
