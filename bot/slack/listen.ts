import type { App, BlockAction, BlockElementAction, ViewOutput } from '@slack/bolt'
import { Outage } from '../../core/handling/outage.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { askAbsence, endOwnAbsence, submitAbsence } from './absence.ts'
import { type Click, tell } from './answer.ts'
import { decideOnCard } from './card-action.ts'
import { askEnd, certificateEnd } from './certificate-end.ts'
import { clickOf, gate } from './gate.ts'
import { pageOf } from './home.ts'
import { homeOf } from './home-of.ts'
import { submitAnswer } from './one-question.ts'
import { showWaysIn } from './open-for.ts'
import { askReturn, recordReturn } from './record-return.ts'
import { later, nextReview, skeletonAfterMs, startReview } from './review.ts'
import { closeReview, type Press, pressInReview } from './review-action.ts'
import { submitReview } from './review-submit.ts'
import { circumstances, type Room } from './room.ts'
import { answerSlash } from './slash.ts'
import { actOnTicket } from './ticket-action.ts'
import { askWords, submitWords, wordsCallback } from './ticket-words.ts'

type Ack = () => Promise<void>
type Handle = (room: Room, click: Click, body: BlockAction, action: BlockElementAction, ack: Ack) => Promise<void>

/** Every button and field, by its action id. */
const handlers: Readonly<Record<string, Handle>> = {
  review: (room, click, _, action, ack) => startReview(room, click, carried(action), ack),
  'confirm-revoked': decide('confirm-revoked'),
  legalise: decide('legalise'),
  'take-over': decide('take-over'),
  approve: decide('approve'),
  'send-link': decide('send-link'),
  'record-return': (room, click, _, action, ack) => askReturn(room, click, carried(action), ack),
  'ask-reissue': decide('ask-reissue'),
  'note-end': (room, click, _, action, ack) => askEnd(room, click, carried(action), ack),
  'former-revoked': decide('former'),
  'ticket-take': (room, click, _, action, ack) => actOnTicket(room, click, carried(action), 'take', ack),
  'ticket-put-back': (room, click, _, action, ack) => actOnTicket(room, click, carried(action), 'put-back', ack),
  'ticket-note': (room, click, _, action, ack) => askWords(room, click, 'note', carried(action), ack),
  'ticket-reply': (room, click, _, action, ack) => askWords(room, click, 'reply', carried(action), ack),
  absent: (room, click, _, __, ack) => askAbsence(room, click, ack),
  'back-at-work': (room, click, _, __, ack) => endOwnAbsence(room, click, ack),
  'open-for': (room, click, _, __, ack) => showWaysIn(room, click, ack),
  next: turnToNext,
  'page-previous': turnPage,
  'page-next': turnPage,
  'open-desk': press('open-desk'),
  call: press('call'),
  'new-words': press('new-words'),
  met: press('met'),
  ...Object.fromEntries(
    ['clean', 'verdict', 'why', 'note', 'decision', 'reject-why'].map((field) => [field, press('form')]),
  ),
}

/** Binds what people do at Slack to what the house does; every handler commits first and acknowledges then. */
export function listen(app: App, room: Room): void {
  app.use(gate(room))
  app.action(/.*/, async ({ body, action, ack }) => {
    if (body.type === 'block_actions' && 'action_id' in action) await onAction(room, body, action, () => ack())
    else await ack()
  })
  app.view({ callback_id: 'review', type: 'view_submission' }, async ({ body, ack }) => {
    const reply = await submitReview(room, { user: body.user.id, view: shown(body.view) })
    await (reply === undefined ? ack() : ack(reply))
  })
  app.view({ callback_id: 'review', type: 'view_closed' }, async ({ body, ack }) => {
    await closeReview(room, { user: body.user.id, view: shown(body.view) })
    await ack()
  })
  app.view({ callback_id: 'absence', type: 'view_submission' }, async ({ body, ack }) => {
    await ack(await submitAbsence(room, { user: body.user.id, values: body.view.state.values }))
  })
  for (const asked of [recordReturn, certificateEnd])
    app.view({ callback_id: asked.callbackId, type: 'view_submission' }, async ({ body, ack }) => {
      const [answered] = Object.values(body.view.state.values).flatMap((block) => Object.values(block))
      const answer = answered?.value ?? answered?.selected_date ?? ''
      await ack(await submitAnswer(room, asked, { user: body.user.id, metadata: body.view.private_metadata, answer }))
    })
  for (const kind of ['note', 'reply'] as const)
    app.view({ callback_id: wordsCallback[kind], type: 'view_submission' }, async ({ body, ack }) => {
      const typed = body.view.state.values.words?.words?.value ?? ''
      await ack(await submitWords(room, kind, { user: body.user.id, metadata: body.view.private_metadata, typed }))
    })
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab === 'home') await oweHome(room, event.user, body.event_id)
  })
  app.command('/pandu', async ({ command, ack }) => {
    await answerSlash(room, command, ack)
  })
}

async function onAction(room: Room, body: BlockAction, action: BlockElementAction, ack: Ack): Promise<void> {
  const click = clickOf(body)
  const handle = handlers[action.action_id]
  try {
    if (handle !== undefined) return await handle(room, click, body, action, ack)
    await ack()
    await tell(room, click, answerSentences.oldButton[await room.people.languageOf(click.user)])
  } catch (error) {
    if (!(error instanceof Outage)) throw error
    await ack()
    await tell(room, click, answerSentences.busy[await room.people.languageOf(click.user)])
  }
}

const carried = (action: BlockElementAction): string => ('value' in action ? (action.value ?? '') : '')

function decide(deed: Parameters<typeof decideOnCard>[3]): Handle {
  return (room, click, _, action, ack) => decideOnCard(room, click, carried(action), deed, ack)
}

function press(what: Press): Handle {
  return async (room, { user }, { view }, _, ack) => {
    if (view?.callback_id === 'review') return pressInReview(room, { user, view: shown(view) }, what, ack)
    await ack()
  }
}

/** The modal as Slack sent it, with nothing where Slack left something out. */
const shown = (view: ViewOutput) => ({
  id: view.id,
  hash: view.hash,
  private_metadata: view.private_metadata,
  submit: view.submit && { text: view.submit.text },
  blocks: view.blocks ?? [],
  state: { values: view.state?.values ?? {} },
})

async function turnToNext(room: Room, click: Click, { view }: BlockAction, _: BlockElementAction, ack: Ack) {
  const language = await room.people.languageOf(click.user)
  const next = nextReview(room, click.user, language)
  await Promise.race([next, later(skeletonAfterMs)])
  await ack()
  if (view !== undefined) await room.views.paint(view.id, view.hash, () => next)
}

async function turnPage(room: Room, { user }: Click, { view }: BlockAction, action: BlockElementAction, ack: Ack) {
  await ack()
  if (view === undefined) return
  const page = pageOf(JSON.stringify({ p: Number(carried(action)) }))
  const s = circumstances(room, await room.people.languageOf(user))
  await room.client.views.publish({ user_id: user, view: await homeOf(room, user, page, s), hash: view.hash })
}

/** A home tab is owed under the event's id: the same event again owes nothing more, and Slack is told once it is safe. */
async function oweHome({ ports }: Room, user: string, eventId: string): Promise<void> {
  const row = { lane: 'interactive', target: `slack:${user}`, kind: 'home', payload: {} } as const
  await ports.ledger.commit([
    { changes: [], owed: [{ ...row, dedup: `slack:${eventId}`, replaces: `home:${user}` }], knocks: [] },
  ])
  ports.wake()
}
