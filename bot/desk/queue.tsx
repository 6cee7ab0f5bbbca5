import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { noCase } from '../../core/handling/access-log.ts'
import { type QueueView, queueViews } from '../../core/ticket/queue.ts'
import { isViewDone } from '../text/desk-view.ts'
import { caseFor } from './case-view.ts'
import { recordSearch } from './found-list.ts'
import { strangerPage } from './login.tsx'
import { addressOf, filterFrom, namesPerson } from './queue-filter.ts'
import { queueList } from './queue-list.ts'
import { QueuePage } from './queue-page.tsx'
import { decidable } from './rights.tsx'
import { page, screenOf } from './screen.ts'
import { visitorOf } from './session.ts'
import { takeCommand, takeNext } from './take-next.ts'
import type { Desk, DeskEnv } from './visitor.ts'

const isView = (name: string | undefined): name is QueueView => queueViews.some((view) => view === name)

/** The list of cases, the way to one by its number, and the stream that says when to look again. */
export function queueRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.get('/desk', async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    const asked = c.req.query('view')
    const screen = screenOf(c, desk)
    const filter = filterFrom((name) => c.req.query(name))
    const view = isView(asked) ? asked : 'waiting'
    if (namesPerson(c.req.query('text'))) return c.redirect(`${addressOf(view, filter)}&done=no-person`, 303)
    // What a page asks by itself again is not looked for again.
    if (filter.text !== undefined && c.req.header('HX-Request') === undefined)
      await recordSearch(desk, visitor, noCase, 'words')
    const list = await queueList(desk.ports, visitor, { view, filter }, screen.at)
    const erasures = (await decidable(desk, visitor)).length
    const done = c.req.query('done')
    const told = { foundNone: done === 'none', done: isViewDone(done) ? done : undefined }
    return page(c, <QueuePage screen={screen} visitor={visitor} list={list} erasures={erasures} {...told} />)
  })

  app.post('/desk/next', async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    const taken = await takeNext(desk.ports, visitor, desk.ports.now())
    const to = taken === undefined ? '?done=none' : `/cases/${taken.number}?done=${takeCommand[visitor.role]}`
    return c.redirect(`/desk${to}`, 303)
  })

  app.get('/desk/events', (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return c.body(null, 401)
    const { token, session } = visitor
    const listener = desk.live.open(session.id, c.req.query('since'))
    // 204 tells the browser not to come back at once; the page still refreshes every minute.
    if (listener === undefined) return c.body(null, 204)
    return streamSSE(c, async (stream) => {
      let leave = () => {}
      stream.onAbort(() => {
        leave()
        listener.close()
      })
      await stream.writeSSE({ event: 'alive', data: '1', retry: 3000 })
      const found = await caseFor(desk, visitor, c.req.query('case') ?? '')
      if (found !== undefined && !stream.aborted) {
        leave = desk.presence.enter(found.id, visitor.staff)
        desk.live.follow(listener, found.id)
      }
      for (;;) {
        const beat = await listener.next()
        // Rights are read again for every word that is said.
        if (beat === 'over' || (await visitorOf(desk, token)) === undefined) break
        await stream.writeSSE({ event: beat, data: '1' })
      }
      leave()
      listener.close()
    })
  })

  return app
}
