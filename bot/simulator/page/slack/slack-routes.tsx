import { type Context, Hono } from 'hono'
import { slackText } from '../../../text/simulator-slack.ts'
import type { Member } from '../../slack/member.ts'
import { isRecord } from '../../wire/request-body.ts'
import { rememberChoice } from '../choice.ts'
import { filePolicy } from '../guard.ts'
import { byHand, done, formOf, fragment, type Screen, type Stage, screenOf } from '../stage.ts'
import { aimOf, answered, emptyHand, type Hand, keepTyped, type Touch, touched } from './hand.ts'
import { SlackPane } from './slack-pane.tsx'
import { SlackScreen, seatOf } from './slack-screen.tsx'

type Form = Awaited<ReturnType<typeof formOf>>

/** One thing that a member of staff does. */
interface Deed {
  readonly member: Member
  readonly form: Form
  readonly hand: Hand
  readonly t: Screen['t']
}

/** The hands of everybody in the workspace. */
export class Hands {
  readonly #hands = new Map<string, Hand>()

  readonly of = (memberId: string): Hand => {
    const hand = this.#hands.get(memberId) ?? emptyHand()
    this.#hands.set(memberId, hand)
    return hand
  }
}

/** Everything that staff does in the workspace. */
export function slackRoutes(stage: Stage, hands: Hands): Hono {
  const app = new Hono()
  const pane = (c: Context) => {
    const screen = screenOf(c, stage)
    rememberChoice(c, screen.choice)
    return fragment(c, <SlackPane seat={seatOf(screen, hands.of)} />)
  }
  app.get('/simulator/slack', pane)
  app.get('/simulator/slack/live', (c) => fragment(c, <SlackScreen seat={seatOf(screenOf(c, stage), hands.of)} />))
  app.get('/simulator/slack/files/:id', (c) => {
    const { base64 = null } = stage.world.slack.workspace.state.files[c.req.param('id')] ?? {}
    if (base64 === null) return c.notFound()
    c.header('Content-Security-Policy', filePolicy)
    return c.body(Buffer.from(base64, 'base64'), 200, { 'Content-Type': 'image/jpeg' })
  })
  app.post('/simulator/slack/home', async (c) => {
    await seatOf(screenOf(c, stage), hands.of).member.openHome()
    return pane(c)
  })
  for (const [name, act] of Object.entries(deeds))
    app.post(`/simulator/slack/${name}`, async (c) => {
      const form = await formOf(c)
      const member = stage.world.slack.members.find(({ id }) => id === form.text('member'))
      if (member === undefined) return c.text('–\n', 404)
      const { t } = screenOf(c, stage)
      keepTyped(member.modal(), typedIn(form))
      const deed = { member, form, hand: hands.of(member.id), t }
      return byHand(stage, 'slack', `slack:${member.id}`, () => act(deed))
    })
  app.post('/simulator/notice', async (c) => {
    const who = (await formOf(c)).text('who')
    stage.notices.delete(who)
    stage.live.tell(who.startsWith('slack') ? 'slack' : 'phone')
    return done()
  })
  return app
}

const typedIn = ({ names, text }: Form): ReadonlyMap<string, string> =>
  new Map(names.filter((name) => name.startsWith('value:')).map((name) => [name.slice('value:'.length), text(name)]))

const touchIn = ({ text }: Form): Touch => ({ on: text('on'), block: text('block'), action: text('action') })

const deeds: Readonly<Record<string, (deed: Deed) => unknown>> = { click, choose, tick, fill, submit, close, say }

/** A click; Slack itself asks first where the program wants that. */
async function click({ member, form, hand, t }: Deed): Promise<void> {
  const touch = touchIn(form)
  const element = touched(member, touch)
  const isAnswer = form.text('isSure') !== ''
  hand.question = undefined
  if (element === undefined) throw new Error(t(slackText.gone))
  if (isRecord(element.confirm) && !isAnswer) {
    hand.question = { ...touch, confirm: { type: 'confirm', ...element.confirm } }
    return
  }
  if (form.text('isSure') !== 'no') await answered(member.click(touch.action, aimOf(touch)), t(slackText.noAnswer))
}

async function choose({ member, form, t }: Deed): Promise<void> {
  const touch = touchIn(form)
  const option = form.text('option') || form.text(`option:${touch.block}`)
  if (option !== '') await answered(member.choose(touch.action, option, aimOf(touch)), t(slackText.noAnswer))
}

async function tick({ member, form, t }: Deed): Promise<void> {
  const { block } = touchIn(form)
  const modal = member.modal()
  if (modal === undefined) throw new Error(t(slackText.gone))
  const option = form.text('option')
  const ticked = form.text('isOn') === '' ? modal.uncheck(block, option) : modal.check(block, option)
  await answered(ticked, t(slackText.noAnswer))
}

async function fill({ member, form, t }: Deed): Promise<void> {
  const { block } = touchIn(form)
  const modal = member.modal()
  if (modal === undefined) throw new Error(t(slackText.gone))
  await answered(modal.fill(block, form.text(`value:${block}`)), t(slackText.noAnswer))
}

async function submit({ member, hand, t }: Deed): Promise<void> {
  const modal = member.modal()
  if (modal === undefined) throw new Error(t(slackText.gone))
  const { outcome, errors } = await modal.submit()
  hand.errors = { view: modal.id, of: errors }
  if (outcome === 'failed') throw new Error(t(slackText.noAnswer))
}

async function close({ member }: Deed): Promise<void> {
  await member.modal()?.close()
}

async function say({ member, form, t }: Deed): Promise<void> {
  const [text, channel, threadTs] = [form.text('text').trim(), form.text('channel'), form.text('thread')]
  if (text === '') return
  if (text.startsWith('/')) await answered(member.slash(text, { channel }), t(slackText.noAnswer))
  else member.say(channel, text, threadTs === '' ? {} : { threadTs })
}
