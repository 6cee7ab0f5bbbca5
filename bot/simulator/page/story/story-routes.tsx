import { type Context, Hono } from 'hono'
import { choiceOf, rememberChoice } from '../choice.ts'
import { people, staffOf } from '../people.ts'
import { done, formOf, fragment, type Stage, screenOf } from '../stage.ts'
import { type Story, speeds } from './story.ts'
import { StoryScreen } from './story-bar.tsx'

/** The buttons of the case that plays itself. */
export function storyRoutes(stage: Stage, story: Story): Hono {
  const app = new Hono()
  app.get('/simulator/story', (c) => fragment(c, <StoryScreen screen={screenOf(c, stage)} story={story} />))
  app.post('/simulator/story/play', (c) => {
    story.play(new URL(c.req.url).origin)
    return watching(c, stage)
  })
  app.post('/simulator/story/resume', (c) => {
    story.resume()
    return watching(c, stage)
  })
  app.post('/simulator/story/pause', () => {
    story.pause()
    return done()
  })
  app.post('/simulator/story/speed', async (c) => {
    const wanted = Number((await formOf(c)).text('speed'))
    story.speed = speeds.find((speed) => speed === wanted) ?? 1
    stage.live.tell('story')
    return done()
  })
  return app
}

/** Turns the page to the people who play; it is drawn anew only when it shows others. */
function watching(c: Context, { world }: Stage): Response {
  const choice = choiceOf(c)
  const sari = staffOf(world).find(({ role }) => role === 'verifier')?.member.id ?? ''
  const person = people[0].key
  const isShown = [person, ''].includes(choice.person) && [sari, ''].includes(choice.member) && choice.room !== 'home'
  if (isShown) return done()
  rememberChoice(c, { ...choice, person, member: sari, room: '' })
  c.header('HX-Refresh', 'true')
  return c.body(null, 204)
}
