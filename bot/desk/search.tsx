import { type Context, Hono } from 'hono'
import { parseCaseNumber } from '../../core/case/case-number.ts'
import { plainWords } from '../../core/ticket/plain-words.ts'
import { visible } from '../text/escape.ts'
import { foundList, placeIn } from './found-list.ts'
import { strangerPage } from './login.tsx'
import { page, screenOf } from './screen.ts'
import { SearchPage } from './search-page.tsx'
import { searchPath } from './search-path.ts'
import type { Desk, DeskEnv } from './visitor.ts'

const typedMax = 200

/**
 * Finds cases. Words stand in the address, so that a search can be gone back to; numbers and addresses of people come in
 * the body of a form and are never in one: browsers and servers keep addresses.
 */
export function searchRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.get(searchPath, async (c) => {
    const typed = cleaned(c.req.query('q'))
    const number = parseCaseNumber(typed)
    if (number !== undefined) return c.redirect(`/desk/cases/${number}`, 303)
    // Gone from the address at once.
    if (plainWords(typed).people.length > 0) return c.redirect(`${searchPath}?done=in-address`, 303)
    return show(c, desk, typed, c.req.query('after'))
  })

  app.post(searchPath, async (c) => {
    const fields = await c.req.parseBody()
    const textOf = (name: string) => (typeof fields[name] === 'string' ? fields[name] : undefined)
    const typed = cleaned(textOf('q'))
    const number = parseCaseNumber(typed)
    if (number !== undefined) return c.redirect(`/desk/cases/${number}`, 303)
    if (plainWords(typed).people.length > 0) return show(c, desk, typed, textOf('after'))
    return c.redirect(`${searchPath}?${new URLSearchParams({ q: typed })}`, 303)
  })

  return app
}

const cleaned = (typed: string | undefined): string =>
  visible(typed ?? '')
    .trim()
    .slice(0, typedMax)

async function show(c: Context<DeskEnv>, desk: Desk, typed: string, place: string | undefined): Promise<Response> {
  const visitor = c.get('visitor')
  if (visitor === undefined) return strangerPage(c, desk)
  const asked = plainWords(typed)
  const isAsked = asked.words.length + asked.people.length > 0
  const after = placeIn(place)
  const list = isAsked ? await foundList(desk, visitor, asked, after) : undefined
  const screen = screenOf(c, desk, asked.people.length > 0 ? searchPath : undefined)
  const wasInAddress = c.req.query('done') === 'in-address'
  const more = { ...(list && { list }), isLater: after !== undefined, wasInAddress }
  return page(c, <SearchPage screen={screen} visitor={visitor} typed={typed} asked={asked} {...more} />)
}
