import type { AllMiddlewareArgs, AnyMiddlewareArgs, BlockAction, ViewClosedAction, ViewSubmitAction } from '@slack/bolt'
import { Outage } from '../../core/handling/outage.ts'
import type { Language } from '../text/language.ts'
import { answerSentences } from '../text/slack-answer.ts'
import { type Click, tell } from './answer.ts'
import { strangerHome } from './home.ts'
import { noticeModal } from './review-modal.ts'
import type { Room } from './room.ts'

type Interaction = BlockAction | ViewSubmitAction | ViewClosedAction
type Ack = (answer?: object) => Promise<void>
type Why = 'stranger' | 'notVerifier'

/**
 * Stands before every button, field and modal, also those shown long ago: whoever is neither verifier nor agent at this moment reads one
 * sentence and nothing of a case. Home tab and `/pandu` ask the same when they are drawn.
 */
export const gate =
  (room: Room) =>
  async (args: AllMiddlewareArgs & AnyMiddlewareArgs): Promise<void> => {
    const { body, next } = args
    const why = isInteraction(body) ? await turnedAway(room, body) : undefined
    if (why === undefined || !isInteraction(body)) return next()
    room.report({ what: 'slack-denied', user: body.user.id, why })
    // Whatever is pressed, sent or closed can be acknowledged; the types of all of them together do not say so.
    await turnAway(room, body, why, ('ack' in args ? args.ack : async () => {}) as Ack)
  }

const interactions: ReadonlySet<unknown> = new Set(['block_actions', 'view_submission', 'view_closed'])
const isInteraction = (body: object): body is Interaction => 'type' in body && interactions.has(body.type)

async function turnedAway({ people }: Room, body: Interaction): Promise<Why | undefined> {
  if (isFromElsewhere(body)) return 'stranger'
  try {
    return (await people.isStaff(body.user.id)) ? undefined : 'notVerifier'
  } catch (error) {
    // Behind the gate they are asked once more, and an outage gets its own sentence there.
    if (error instanceof Outage) return undefined
    throw error
  }
}

/** In one company's grid people of all its workspaces meet; elsewhere another team is another company. */
const isFromElsewhere = ({ user, team, enterprise }: Interaction): boolean =>
  enterprise == null && team != null && user.team_id !== undefined && user.team_id !== team.id

async function turnAway(room: Room, body: Interaction, why: Why, ack: Ack): Promise<void> {
  const language = await room.people.languageOf(body.user.id)
  const sentence = answerSentences[why][language]
  if (body.type === 'view_closed') return ack()
  if (body.type === 'view_submission') return ack({ response_action: 'update', view: noticeModal(sentence, language) })
  await ack()
  const { view } = body
  if (view?.type === 'modal')
    return void (await room.views.paint(view.id, view.hash, async () => noticeModal(sentence, language)))
  if (view?.type === 'home') await emptyHome(room, body.user.id, language)
  await tell(room, clickOf(body), sentence)
}

/** Takes what a home tab still shows of cases. */
async function emptyHome({ client, report }: Room, user: string, language: Language): Promise<void> {
  await client.views
    .publish({ user_id: user, view: strangerHome({ language }) })
    .catch((error: unknown) => report({ what: 'slack-failed', error }))
}

/** A press, and where its answer can be shown. */
export const clickOf = ({ user, trigger_id: trigger, channel }: BlockAction): Click => ({
  user: user.id,
  trigger,
  channel: channel?.id,
})
