import type { Button, ModalView } from '@slack/types'
import type { AbsenceFault } from '../../core/agency/absence.ts'
import { isDeputyFor } from '../../core/agency/absence.ts'
import type { Staff } from '../../core/agency/staff.ts'
import { absenceOf, announceAbsence, deputiesFor, endAbsence } from '../../core/handling/absence.ts'
import { today } from '../../core/handling/coverage.ts'
import { absenceFaults, absenceText, awaySentence } from '../text/absence.ts'
import type { Language } from '../text/language.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { openForText } from '../text/slack-open-for.ts'
import type { Click } from './answer.ts'
import { button, context, input, option, title } from './blocks.ts'
import { noticeModal } from './review-modal.ts'
import type { Room } from './room.ts'

const nobody = 'nobody'
const deputiesMax = 99

/** What a home tab says about the absence of its reader; nothing for who is there. */
export async function awayLine(
  { ports }: Room,
  entries: readonly Staff[],
  language: Language,
): Promise<string | undefined> {
  const [entry] = entries
  const absence = entry && (await absenceOf(ports, entry.id))
  if (absence === undefined) return undefined
  const deputy = absence.deputyId === null ? undefined : await ports.directory.staffById(absence.deputyId)
  return awaySentence(absence.from, absence.until, deputy?.name, language)
}

/** The buttons of a home tab that are about its reader and not about a case. */
export const ownButtons = (isAway: boolean, language: Language): Button[] => [
  button('absent', absenceText.title[language]),
  ...(isAway ? [button('back-at-work', absenceText.end[language])] : []),
  button('open-for', openForText.button[language]),
]

/** *Saya cuti*: asks for the days and who goes on. */
export async function askAbsence(room: Room, click: Click, ack: () => Promise<void>): Promise<void> {
  const { user, trigger } = click
  const language = await room.people.languageOf(user)
  const [[entry]] = await Promise.all([room.people.verifiers(user), ack()])
  if (entry === undefined)
    return void room.views.open(trigger, noticeModal(answerSentences.notVerifier[language], language))
  const deputies = await deputiesFor(room.ports, entry)
  await room.views.open(trigger, absenceModal(deputies, today(room.ports), language))
}

export function absenceModal(deputies: readonly Staff[], day: string, language: Language): ModalView {
  const options = [
    option(nobody, absenceText.noDeputy[language]),
    ...deputies.slice(0, deputiesMax).map(({ id, name }) => option(id, name)),
  ]
  const date = (action_id: string) => ({ type: 'datepicker' as const, action_id, initial_date: day })
  return {
    type: 'modal',
    callback_id: 'absence',
    title: title(absenceText.title[language]),
    submit: title(absenceText.save[language]),
    close: title(absenceText.close[language]),
    blocks: [
      input('from', absenceText.from[language], date('from')),
      input('until', absenceText.until[language], date('until')),
      input('deputy', absenceText.deputy[language], {
        type: 'static_select',
        action_id: 'deputy',
        options,
        ...(options[0] !== undefined && { initial_option: options[0] }),
      }),
      context(absenceText.explained[language]),
    ],
  }
}

/** The absence modal as Slack sends it back. */
export interface SentAbsence {
  readonly user: string
  readonly values: Readonly<Record<string, Readonly<Record<string, Chosen>>>>
}

interface Chosen {
  readonly selected_date?: string | null
  readonly selected_option?: { readonly value?: string } | null
}

type Reply =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }

/** Takes the absence down for every entry under which this person is a verifier. */
export async function submitAbsence(room: Room, { user, values }: SentAbsence): Promise<Reply> {
  const language = await room.people.languageOf(user)
  const update = (sentence: string): Reply => ({ response_action: 'update', view: noticeModal(sentence, language) })
  const entries = await room.people.verifiers(user)
  if (entries.length === 0) return update(answerSentences.notVerifier[language])
  const [from, until] = ['from', 'until'].map((key) => values[key]?.[key]?.selected_date ?? '')
  const chosen = values.deputy?.deputy?.selected_option?.value ?? nobody
  const deputy = chosen === nobody ? undefined : await room.ports.directory.staffById(chosen)
  for (const entry of entries) {
    // Under another agency's entry they may have no say: there open cases go back to the queue.
    const fits = deputy !== undefined && (entry === entries[0] || isDeputyFor(deputy, entry))
    const draft = { from: from ?? '', until: until ?? '', deputyId: fits ? deputy.id : null }
    const taken = await announceAbsence(room.ports, entry, draft)
    if (typeof taken === 'string')
      return { response_action: 'errors', errors: { [placeOf[taken]]: absenceFaults[taken][language] } }
  }
  await paintHome(room, user)
  return update(awaySentence(from ?? '', until ?? '', deputy?.name, language))
}

/** The field at which each fault can be mended. */
const placeOf: Readonly<Record<AbsenceFault, 'from' | 'until' | 'deputy'>> = {
  'not-a-day': 'from',
  'too-far': 'from',
  backwards: 'until',
  over: 'until',
  'too-long': 'until',
  'deputy-unfit': 'deputy',
  'deputy-away': 'deputy',
}

/** Owes this person's home tab anew. */
async function paintHome({ ports }: Room, user: string): Promise<void> {
  const row = { lane: 'interactive', target: `slack:${user}`, kind: 'home', payload: {} } as const
  const dedup = `home:${user}:${ports.newId()}`
  await ports.ledger.commit([{ changes: [], owed: [{ ...row, dedup, replaces: `home:${user}` }], knocks: [] }])
  ports.wake()
}

/** *Saya sudah kembali*. */
export async function endOwnAbsence(room: Room, click: Click, ack: () => Promise<void>): Promise<void> {
  for (const { id } of await room.people.verifiers(click.user)) await endAbsence(room.ports, id)
  await ack()
  await paintHome(room, click.user)
}
