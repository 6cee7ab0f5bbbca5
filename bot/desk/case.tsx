import { type Context, Hono } from 'hono'
import type { Case } from '../../core/case/case.ts'
import { parseCaseNumber } from '../../core/case/case-number.ts'
import { isRefusal, type refuse } from '../../core/case/refusal.ts'
import { leaseMs } from '../../core/message/saying.ts'
import type { ErasedCase } from '../../core/privacy/erasure.ts'
import { isHeldBy } from '../../core/ticket/queue.ts'
import { caseText, isDoneCode } from '../text/desk-case.ts'
import { visible } from '../text/escape.ts'
import { type Answered, answerForm } from './case-answer.ts'
import { CasePage } from './case-page.tsx'
import { caseFor, caseView, type Typed } from './case-view.ts'
import { ErasedPage } from './erased-page.tsx'
import { strangerPage } from './login.tsx'
import { NotFoundPage } from './notice-page.tsx'
import { Others } from './others.tsx'
import { nextCase } from './queue-list.ts'
import { page, screenOf } from './screen.ts'
import { draftsIn } from './talk-forms.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

type CaseHandler = (c: Context<DeskEnv>, visitor: Visitor, found: Case) => Promise<Response> | Response

/** The page of a case and all its forms. */
export function caseRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const keepDraft = withCase(desk, async (c, visitor, found) => {
    desk.presence.type(found.id, visitor.staff.id, desk.ports.now())
    await keepWords(desk, visitor, found, await typedOf(c))
    await renewLease(desk, visitor, found)
    return c.body(null, 204)
  })
  app.get(
    '/desk/cases/:number',
    withCase(desk, (c, visitor, found) => showCase(c, desk, visitor, found)),
  )
  app.get(
    '/desk/cases/:number/watch',
    withCase(desk, (c, _, found) => watch(c, found)),
  )
  app.get(
    '/desk/cases/:number/presence',
    withCase(desk, (c, visitor, found) => showPresence(c, desk, visitor, found)),
  )
  app.post('/desk/cases/:number/draft', async (c) => {
    // Whoever is signed out meanwhile keeps the page with their words in it.
    if (c.get('visitor') === undefined) return c.body(null, 401)
    return keepDraft(c)
  })
  // A form's address opened by itself, such as after signing in again, leads to its page.
  app.get('/desk/cases/:number/:action', (c) => c.redirect(`/desk/cases/${c.req.param('number')}`, 303))
  app.post(
    '/desk/cases/:number/:action',
    withCase(desk, (c, visitor, found) => takeForm(c, desk, visitor, found)),
  )
  return app
}

/** Hands a handler the case of the address, or answers in its place: not signed in, or nothing to see. */
export function withCase(desk: Desk, handle: CaseHandler): (c: Context<DeskEnv>) => Promise<Response> {
  return async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    const typed = c.req.param('number') ?? ''
    const number = parseCaseNumber(typed) ?? typed
    const found = await caseFor(desk, visitor, number)
    const erased = found === undefined ? await erasedFor(desk, visitor, number) : undefined
    if (erased !== undefined) return page(c, <ErasedPage screen={screenOf(c, desk, '/desk')} erased={erased} />, 410)
    if (found === undefined) return page(c, <NotFoundPage screen={screenOf(c, desk, '/desk')} />, 404)
    return handle(c, visitor, found)
  }
}

/** What is left of an erased case of this person's agencies. */
async function erasedFor({ ports }: Desk, { staff }: Visitor, number: string): Promise<ErasedCase | undefined> {
  const erased = await ports.rights.erased(number)
  return erased?.agency != null && staff.agencies.includes(erased.agency) ? erased : undefined
}

/** Whoever works on a case keeps it: each look and each form renews the lease. */
export async function renewLease({ ports }: Desk, { staff, role }: Visitor, c: Case): Promise<void> {
  if (!isHeldBy(c, role, staff.id)) return
  await ports.ledger.renewLease(c.id, new Date(Date.parse(ports.now()) + leaseMs).toISOString())
}

async function showCase(c: Context<DeskEnv>, desk: Desk, visitor: Visitor, found: Case): Promise<Response> {
  const { ports } = desk
  await renewLease(desk, visitor, found)
  await ports.accessLog.record({
    staffId: visitor.staff.id,
    caseId: found.id,
    what: 'case',
    ref: found.number,
    at: ports.now(),
  })
  const done = c.req.query('done')
  const isLast = c.req.query('next') === '1'
  const next = isLast ? await nextCase(ports, visitor, found, ports.now()) : undefined
  const others = desk.presence.others(found.id, visitor.staff.id, ports.now())
  const view = await caseView(ports, found, visitor, screenOf(c, desk), {
    others,
    ...(isDoneCode(done) && { done }),
    ...(next !== undefined && { next }),
  })
  return page(c, <CasePage view={view} />)
}

/** What an open page asks when something changed: whether it is this case. Asked by the page itself, it renews nothing. */
function watch(c: Context<DeskEnv>, found: Case): Response | Promise<Response> {
  if (String(found.revision) === c.req.query('revision')) return c.body(null, 204)
  const language = c.get('language')
  return c.html(
    <span class="alert">
      {caseText.stale[language]} <a href={`/desk/cases/${found.number}`}>{caseText.reload[language]}</a>
    </span>,
  )
}

/** What an open page asks when somebody came, went or writes. */
function showPresence(c: Context<DeskEnv>, desk: Desk, { staff }: Visitor, found: Case) {
  const others = desk.presence.others(found.id, staff.id, desk.ports.now())
  return c.html(<Others others={others} language={c.get('language')} />)
}

/** Words of the composer outlive whatever becomes of the form that they came with. */
const keepWords = ({ ports }: Desk, { staff }: Visitor, c: Case, typed: Typed): Promise<void> =>
  ports.drafts.keepDrafts(staff.id, c.id, draftsIn(typed), ports.now())

async function typedOf(c: Context<DeskEnv>): Promise<Typed> {
  const fields = Object.entries(await c.req.parseBody())
  return new Map(
    fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, visible(value)] as const] : [])),
  )
}

async function takeForm(c: Context<DeskEnv>, desk: Desk, visitor: Visitor, found: Case): Promise<Response> {
  const typed = await typedOf(c)
  await keepWords(desk, visitor, found, typed)
  const answered = await answerForm(desk, visitor, found, c.req.param('action') ?? '', typed)
  if (answered === undefined) return page(c, <NotFoundPage screen={screenOf(c, desk, '/desk')} />, 404)
  if ('goTo' in answered) return c.redirect(answered.goTo, 303)
  return showOutcome(c, desk, visitor, answered)
}

/** The page of a case with what came of a form. */
export async function showOutcome(
  c: Context<DeskEnv>,
  desk: Desk,
  visitor: Visitor,
  { after, outcome }: Extract<Answered, { outcome: unknown }>,
): Promise<Response> {
  await renewLease(desk, visitor, after)
  const screen = screenOf(c, desk, `/desk/cases/${after.number}`)
  const view = await caseView(desk.ports, after, visitor, screen, { outcome })
  return page(c, <CasePage view={view} />, outcome.unfit === undefined ? statusOf(outcome.refusal) : 422)
}

const forbidden = ['not-yours', 'own-case', 'other-part']
const conflicts = ['changed', 'held-by-other', 'not-now', 'said-meanwhile']

function statusOf(refusal: ReturnType<typeof refuse> | undefined): 200 | 403 | 409 | 422 {
  if (refusal === undefined || !isRefusal(refusal)) return 200
  if (forbidden.includes(refusal.refused)) return 403
  return conflicts.includes(refusal.refused) ? 409 : 422
}
