import { type Context, Hono } from 'hono'
import { isSamePerson } from '../../core/agency/staff.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { counterCases, openAtCounter } from '../../core/handling/counter.ts'
import { isProcedureName } from '../../core/procedure/names.ts'
import { counterText } from '../text/desk-counter.ts'
import { languages } from '../text/language.ts'
import { refusalSentence } from '../text/refusal.ts'
import { counterPath, forClerk, withServed } from './counter-case.ts'
import { clear, note, save, send, show } from './counter-forms.tsx'
import { CounterListPage } from './counter-list.tsx'
import { receiptRoutes } from './receipt-routes.tsx'
import { page, screenOf } from './screen.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

const casesShown = 100

/** The counter: a verifier fills in, with whoever stands there, a case for somebody without Telegram. */
export function counterRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.route('/', receiptRoutes(desk))
  app.get(
    '/desk/counter',
    forClerk(desk, (c, visitor) => list(c, desk, visitor)),
  )
  app.get(
    '/desk/counter/new/:procedure',
    forClerk(desk, (c, visitor) => list(c, desk, visitor)),
  )
  app.post(
    '/desk/counter/open',
    forClerk(desk, (c, visitor) => open(c, desk, visitor)),
  )
  app.get(
    '/desk/counter/:number',
    withServed(desk, (c, served) => show(c, desk, served, { done: c.req.query('done') })),
  )
  app.get(
    '/desk/counter/:number/watch',
    withServed(desk, (c, served) => {
      if (String(served.c.revision) === c.req.query('revision')) return c.body(null, 204)
      return c.html(<Stale number={served.c.number} language={c.get('language')} />)
    }),
  )
  app.get('/desk/counter/:number/:action', (c) => c.redirect(`/desk/counter/${c.req.param('number')}`, 303))
  app.post(
    '/desk/counter/:number/save',
    withServed(desk, (c, served) => save(c, desk, served)),
  )
  app.post(
    '/desk/counter/:number/send',
    withServed(desk, (c, served) => send(c, desk, served)),
  )
  app.post(
    '/desk/counter/:number/clear',
    withServed(desk, (c, served) => clear(c, desk, served)),
  )
  app.post(
    '/desk/counter/:number/act',
    withServed(desk, (c, served) => note(c, desk, served)),
  )
  return app
}

const Stale = ({ number, language }: { number: string; language: 'id' | 'en' }) => (
  <span class="alert">
    {counterText.stale[language]} <a href={`/desk/counter/${number}`}>{counterText.reload[language]}</a>
  </span>
)

async function list(c: Context<DeskEnv>, desk: Desk, visitor: Visitor, fault?: string): Promise<Response> {
  const { ports } = desk
  const { staff } = visitor
  const chosen = c.req.param('procedure') ?? ''
  const [cases, isAlone] = await Promise.all([
    counterCases(ports, staff.agencies, casesShown),
    isAloneAt(desk, visitor),
  ])
  return page(
    c,
    <CounterListPage
      screen={screenOf(c, desk, fault === undefined ? undefined : '/desk/counter')}
      visitor={visitor}
      cases={cases}
      agencies={ports.agencies.filter(({ code }) => staff.agencies.includes(code))}
      chosen={isProcedureName(chosen) ? chosen : undefined}
      isAlone={isAlone}
      fault={fault}
    />,
    fault === undefined ? 200 : 422,
  )
}

/** True when some agency of theirs has no other verifier, to review what they fill in. */
async function isAloneAt({ ports }: Desk, { staff }: Visitor): Promise<boolean> {
  const crews = await Promise.all(staff.agencies.map((code) => ports.directory.staffOf('verifier', code)))
  return crews.some((crew) => crew.every((one) => isSamePerson(one, staff)))
}

async function open(c: Context<DeskEnv>, desk: Desk, visitor: Visitor): Promise<Response> {
  const body = await c.req.parseBody()
  const said = (name: string): string => (typeof body[name] === 'string' ? body[name] : '')
  const procedure = said('procedure')
  const { language } = screenOf(c, desk)
  if (!isProcedureName(procedure)) return list(c, desk, visitor, counterText.chooseService[language])
  const opened = await openAtCounter(desk.ports, visitor.staff.id, {
    procedure,
    agency: said('agency') || (visitor.staff.agencies[0] ?? ''),
    language: languages.find((one) => one === said('language')) ?? 'id',
  })
  if (isRefusal(opened)) return list(c, desk, visitor, refusalSentence(opened, language))
  return c.redirect(counterPath({ c: opened }), 303)
}
