import { type Context, Hono } from 'hono'
import { isFormerAgency } from '../../core/case/authorise.ts'
import type { Case } from '../../core/case/case.ts'
import { parseCaseNumber } from '../../core/case/case-number.ts'
import { isRefusal, type Refusal } from '../../core/case/refusal.ts'
import { isFormerTaskOpen } from '../../core/handling/former-agency.ts'
import { actorFor } from '../../core/handling/people.ts'
import { perform } from '../../core/handling/perform.ts'
import { changeText, formerText } from '../text/desk-change.ts'
import { refusalSentence } from '../text/refusal.ts'
import { shownText } from './hostile-text.ts'
import { strangerPage } from './login.tsx'
import { NotFoundPage, NoticePage } from './notice-page.tsx'
import { page, type Screen, screenOf } from './screen.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** The one thing that a verifier of the former agency sees and does: a name, a number, and the press that it is revoked. */
export function formerRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.get('/desk/former/:number', async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    const found = await taskFor(desk, visitor, c.req.param('number'))
    return found === undefined ? nothing(c, desk) : show(c, desk, visitor, found)
  })

  app.post('/desk/former/:number/revoked', async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    const found = await taskFor(desk, visitor, c.req.param('number'))
    if (found === undefined) return nothing(c, desk)
    const who = { staffId: visitor.staff.id, role: 'former-verifier' } as const
    const outcome = await perform(desk.ports, found.id, [{ type: 'confirm-revoked' }], who)
    if (isRefusal(outcome)) return show(c, desk, visitor, found, outcome)
    return c.redirect(`/desk/former/${found.number}`, 303)
  })

  return app
}

/** The case of that number, once its requester has asked for the revocation by an agency of this verifier. */
async function taskFor({ ports, report }: Desk, { staff, role }: Visitor, typed: string): Promise<Case | undefined> {
  const c = await ports.ledger.caseByNumber(parseCaseNumber(typed) ?? typed)
  if (c === undefined || role !== 'verifier') return undefined
  const actor = await actorFor(ports, { staffId: staff.id, role: 'former-verifier' }, c)
  const isTheirs = actor !== undefined && isFormerAgency(c, staff.agencies)
  if (isTheirs && (isFormerTaskOpen(c) || c.trail.revoked !== undefined)) return c
  report({ what: 'desk-denied', staffId: staff.id, number: c.number })
  return undefined
}

const nothing = (c: Context<DeskEnv>, desk: Desk) => page(c, <NotFoundPage screen={screenOf(c, desk, '/desk')} />, 404)

async function show(c: Context<DeskEnv>, desk: Desk, visitor: Visitor, found: Case, refusal?: Refusal) {
  const { ports } = desk
  const look = {
    staffId: visitor.staff.id,
    caseId: found.id,
    what: 'case',
    ref: found.number,
    at: ports.now(),
  } as const
  await ports.accessLog.record(look)
  const now = (await ports.ledger.caseById(found.id)) ?? found
  return page(
    c,
    <FormerPage
      screen={screenOf(c, desk, `/desk/former/${found.number}`)}
      visitor={visitor}
      c={now}
      refusal={refusal}
    />,
    refusal === undefined ? 200 : 409,
  )
}

interface FormerProps {
  readonly screen: Screen
  readonly visitor: Visitor
  readonly c: Case
  readonly refusal: Refusal | undefined
}

const FormerPage = ({ screen, visitor, c, refusal }: FormerProps) => {
  const { t, language } = screen
  const { name } = c.answers
  const isOpen = isFormerTaskOpen(c)
  return (
    <NoticePage screen={screen} title={formerText.title} text={isOpen ? formerText.task : formerText.done}>
      <dl class="facts">
        <div>
          <dt>{t(formerText.name)}</dt>
          <dd>
            <bdi>{typeof name === 'string' ? shownText(name) : '–'}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t(formerText.number)}</dt>
          <dd>{c.number}</dd>
        </div>
      </dl>
      {refusal !== undefined && (
        <p class="alert" role="alert">
          {refusalSentence(refusal, language)}
        </p>
      )}
      {isOpen && (
        <form method="post" action={`/desk/former/${c.number}/revoked`}>
          <input type="hidden" name="csrf" value={visitor.session.csrf} />
          <button class="primary" type="submit">
            {t(changeText.revoked)}
          </button>
        </form>
      )}
    </NoticePage>
  )
}
