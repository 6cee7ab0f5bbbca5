import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import type { Refusal } from '../../core/case/refusal.ts'
import { maskName } from '../../core/privacy/mask.ts'
import { replyWords } from '../dialogue/canned-words.ts'
import { replyOf } from '../dialogue/talk.ts'
import { absenceText } from '../text/absence.ts'
import { mrkdwn, plainOf } from '../text/escape.ts'
import type { Bilingual, Language } from '../text/language.ts'
import { refusalSentence } from '../text/refusal.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { ticketText } from '../text/slack-ticket.ts'
import { type Click, tell } from './answer.ts'
import { input, section, title } from './blocks.ts'
import { noticeModal } from './review-modal.ts'
import type { Room } from './room.ts'
import { asAgent, ticketIn } from './ticket-action.ts'

/** A field of Slack takes 3,000 characters; longer words are written at the desk. */
const wordsMax = 3000

export const wordsCallback = { note: 'ticket-note', reply: 'ticket-reply' } as const
export type Words = keyof typeof wordsCallback

/** What a modal for words keeps between its pictures. */
interface Kept {
  readonly value: string
  /** Digest of the words that were previewed. */
  readonly seen?: string
}

interface Shown {
  readonly kept: Kept
  readonly typed?: string
  /** The reply as its requester will read it. */
  readonly preview?: string
}

/** *Catatan…*, *Balas…*: opens the field. Rights are read when the words are sent. */
export async function askWords(room: Room, click: Click, kind: Words, value: string, ack: () => Promise<void>) {
  const language = await room.people.languageOf(click.user)
  const [entries] = await Promise.all([room.people.agents(click.user), ack()])
  if (entries.length === 0) return tell(room, click, ticketText.notAgent[language])
  await room.views.open(click.trigger, wordsModal(kind, { kept: { value } }, language))
}

export function wordsModal(kind: Words, { kept, typed, preview }: Shown, language: Language): ModalView {
  const isReply = kind === 'reply'
  const submit = isReply ? (preview === undefined ? ticketText.preview : ticketText.send) : ticketText.noteSave
  const lead: KnownBlock[] =
    preview === undefined ? [] : [section(ticketText.previewLead[language]), section(mrkdwn(preview))]
  return {
    type: 'modal',
    callback_id: wordsCallback[kind],
    private_metadata: JSON.stringify(kept),
    title: title((isReply ? ticketText.replyTitle : ticketText.noteTitle)[language]),
    submit: title(submit[language]),
    close: title(absenceText.close[language]),
    blocks: [...lead, field(kind, typed, language)],
  }
}

const field = (kind: Words, typed: string | undefined, language: Language): InputBlock =>
  input(
    'words',
    (kind === 'reply' ? ticketText.replyAsk : ticketText.noteAsk)[language],
    {
      type: 'plain_text_input',
      action_id: 'words',
      multiline: true,
      max_length: wordsMax,
      ...(typed !== undefined && { initial_value: typed }),
    },
    { hint: (kind === 'reply' ? ticketText.replyHint : ticketText.noteHint)[language] },
  )

/** The modal as Slack sends it back. */
export interface SentWords {
  readonly user: string
  readonly metadata: string
  readonly typed: string
}

type Reply =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }

/** Keeps a note at once; a reply leaves only as it was previewed. A refusal stands at the field, and the words stay in it. */
export async function submitWords(room: Room, kind: Words, { user, metadata, typed }: SentWords): Promise<Reply> {
  const language = await room.people.languageOf(user)
  const update = (view: ModalView): Reply => ({ response_action: 'update', view })
  const name = title((kind === 'reply' ? ticketText.replyTitle : ticketText.noteTitle)[language])
  const tellBack = (words: Bilingual): Reply => update({ ...noticeModal(words[language], language), title: name })
  const wrong = (no: Refusal): Reply => ({
    response_action: 'errors',
    errors: { words: refusalSentence(no, language) },
  })
  const kept = keptIn(metadata)
  const { caseId, seen, said } = ticketIn(kept.value)
  const c = await room.ports.ledger.caseById(caseId)
  if (c === undefined) return tellBack(answerSentences.oldButton)
  const words = kind === 'reply' ? replyWords(c, typed) : typed
  if (typeof words !== 'string') return wrong(words)
  const digest = room.ports.sha256(new TextEncoder().encode(words))
  if (kind === 'reply' && kept.seen !== digest) {
    if (!(await mayServe(room, user, c))) return tellBack(ticketText.notAgent)
    const preview = previewOf(room, c, typed)
    return update(wordsModal(kind, { kept: { ...kept, seen: digest }, typed, preview }, language))
  }
  const command: Command = kind === 'note' ? { type: 'note', text: words } : { type: 'reply', text: words, said, seen }
  const outcome = await asAgent(room, user, caseId, command)
  if (outcome === 'no-agent') return tellBack(ticketText.notAgent)
  if (outcome === 'no-case') return tellBack(answerSentences.oldButton)
  if (outcome === 'done') return tellBack(kind === 'reply' ? ticketText.sent : ticketText.noted)
  return wrong(outcome)
}

/** Nobody sees a preview who does not serve the agency. */
async function mayServe(room: Room, user: string, { agency }: Case): Promise<boolean> {
  return (await room.people.agents(user)).some(({ agencies }) => agencies.includes(agency ?? ''))
}

/** The very screen that Telegram will show, as plain text; but for the name, which Slack never has in full. */
function previewOf({ ports }: Room, c: Case, typed: string): string {
  const { name } = c.answers
  const shown = typeof name === 'string' ? { ...c, answers: { ...c.answers, name: maskName(name) } } : c
  const words = replyWords(shown, typed)
  const text = typeof words === 'string' ? words : typed
  const reader = { language: c.language, agencies: ports.agencies, at: ports.now(), bot: undefined, linkDomains: [] }
  return plainOf(replyOf(c, { text, role: 'agent' }, reader).text)
}

function keptIn(metadata: string): Kept {
  const kept: unknown = JSON.parse(metadata)
  if (typeof kept !== 'object' || kept === null || !('value' in kept))
    throw new Error('a modal of words without its case')
  const { value } = kept
  const seen = 'seen' in kept && typeof kept.seen === 'string' ? { seen: kept.seen } : {}
  return { value: String(value), ...seen }
}
