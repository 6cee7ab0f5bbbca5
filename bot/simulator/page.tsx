import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { pageText } from '../text/simulator-page.ts'
import { rememberChoice } from './page/choice.ts'
import { Frame } from './page/frame.tsx'
import { guard } from './page/guard.ts'
import { Live } from './page/live.ts'
import { mailRoutes } from './page/mail/mail-routes.tsx'
import { phoneRoutes } from './page/phone/phone-routes.tsx'
import { Tombstones } from './page/phone/tombstones.ts'
import { SampleShelf } from './page/samples/shelf.ts'
import { Seen } from './page/seen.ts'
import { Hands, slackRoutes } from './page/slack/slack-routes.tsx'
import { seatOf } from './page/slack/slack-screen.tsx'
import { type Stage, screenOf } from './page/stage.ts'
import { loadAssets, staticRoutes } from './page/static-files.ts'
import { castOf } from './page/story/cast.ts'
import { Story } from './page/story/story.ts'
import { storyRoutes } from './page/story/story-routes.tsx'
import type { World } from './world.ts'

export interface SimulatorPageOptions {
  /** A one-time link to the desk; undefined while the program is not ready. */
  deskLink(staffId: string): Promise<string | undefined>
  /** Brings the mails of the next working morning now. */
  morning(): Promise<void>
}

/** The page on which one person plays all roles. */
export interface SimulatorPage {
  /** Answers everything below `/simulator`. */
  handle(request: Request): Promise<Response>
  /** Ends the open streams and the played case. */
  stop(): void
}

const uploadMaxBytes = 40 * 1024 * 1024

/** Builds the newcomer's page over a simulated world. */
export function createSimulatorPage(world: World, { deskLink, morning }: SimulatorPageOptions): SimulatorPage {
  const live = new Live()
  const shelf = new SampleShelf()
  const tombstones = new Tombstones(world.telegram.memory)
  const story: Story = new Story({
    cast: (origin) => castOf(stage, shelf, origin),
    changed() {
      live.tell('story')
      // What is typed into a modal changes nothing that others would hear of.
      live.tell('slack')
    },
    waitForChange: (timeoutMs) => nextChange(world, timeoutMs),
  })
  const stage: Stage = {
    world,
    live,
    tombstones,
    deskLink,
    morning,
    assets: loadAssets(),
    seen: new Seen(),
    notices: new Map(),
    signed: new Set(),
    takeOver: () => story.pause(),
  }
  const hands = new Hands()
  const unsubscribe = watch(stage)
  const app = new Hono()
  app.use(guard)
  app.use(bodyLimit({ maxSize: uploadMaxBytes, onError: (c) => tooLarge(c, stage) }))
  app.get('/simulator', async (c) => {
    const screen = screenOf(c, stage)
    rememberChoice(c, screen.choice)
    const body = <Frame screen={screen} seat={seatOf(screen, hands.of)} samples={await shelf.all()} story={story} />
    return c.html(html`<!DOCTYPE html>${body}`)
  })
  app.get('/simulator/', (c) => c.redirect('/simulator', 301))
  app.get('/simulator/live', () => live.open())
  for (const routes of [
    staticRoutes(stage.assets),
    phoneRoutes(stage, shelf),
    slackRoutes(stage, hands),
    mailRoutes(stage),
    storyRoutes(stage, story),
  ])
    app.route('/', routes)
  return {
    handle: async (request) => app.fetch(request),
    stop() {
      story.pause()
      unsubscribe()
      live.stop()
    },
  }
}

const tooLarge = (c: Context, stage: Stage) => c.text(screenOf(c, stage).t(pageText.tooLarge), 413)

/** Tells open pages what to draw anew, whoever changed it. */
function watch({ world, live, tombstones }: Stage): () => void {
  const { memory, callbacks } = world.telegram
  const stops = [
    memory.changes.subscribe(() => {
      tombstones.note()
      live.tell('phone')
    }),
    callbacks.changes.subscribe(() => live.tell('phone')),
    world.slack.workspace.changes.subscribe(() => live.tell('slack')),
    world.mailbox.changes.subscribe(() => live.tell('mail')),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function nextChange(world: World, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(end, timeoutMs)
    const stop = world.subscribe(end)
  })
}
