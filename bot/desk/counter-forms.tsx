import type { Context } from 'hono'
import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { mayHearByMail } from '../../core/case/counter.ts'
import { isRefusal, type Refusal, refuse } from '../../core/case/refusal.ts'
import { saveAtCounter } from '../../core/handling/counter-form.ts'
import { perform } from '../../core/handling/perform.ts'
import { counterConsentText, counterConsentVersion } from '../text/counter-consent.ts'
import { visible } from '../text/escape.ts'
import { refusalSentence } from '../text/refusal.ts'
import { commandNamed } from './counter-acts.ts'
import { type CounterOutcome, counterPath, type Served } from './counter-case.ts'
import { CounterPage } from './counter-page.tsx'
import { type Body, typedAtCounter } from './counter-typed.ts'
import { notFound } from './notice-page.tsx'
import { page, screenOf } from './screen.ts'
import type { Desk, DeskEnv } from './visitor.ts'

type C = Context<DeskEnv>

interface Shown {
  readonly outcome?: CounterOutcome
  readonly done?: string | undefined
}

/** The page of a case of the counter; while it is filled in, and while somebody is to be called, a look at it is a look at numbers. */
export async function show(c: C, desk: Desk, served: Served, { outcome, done }: Shown = {}): Promise<Response> {
  const { ports } = desk
  const isShown = served.c.status === 'draft' || served.c.counter.untold.length > 0
  const what = isShown ? ('number' as const) : ('case' as const)
  const { staff } = served.visitor
  await ports.accessLog.record({ staffId: staff.id, caseId: served.c.id, what, ref: 'counter', at: ports.now() })
  const screen = screenOf(c, desk, counterPath(served))
  const isRefused = outcome !== undefined && (outcome.refusal !== undefined || outcome.faults.size > 0)
  return page(c, <CounterPage view={{ ...served, desk, screen, outcome, done }} />, isRefused ? 422 : 200)
}

/** Keeps what is right and shows the rest again where it was typed. */
export async function save(c: C, desk: Desk, served: Served): Promise<Response> {
  const { after, outcome } = await keep(c, desk, served)
  if (outcome.faults.size > 0 || outcome.refusal !== undefined) return show(c, desk, at(served, after), { outcome })
  return c.redirect(`${counterPath(served)}?done=saved`, 303)
}

/** Keeps the form, then sends it under the declaration of whoever serves. */
export async function send(c: C, desk: Desk, served: Served): Promise<Response> {
  const { after, outcome } = await keep(c, desk, served)
  const { typed } = outcome
  const refused = (refusal: Refusal, now: Case) => show(c, desk, at(served, now), { outcome: { ...outcome, refusal } })
  if (outcome.faults.size > 0 || outcome.refusal !== undefined) return show(c, desk, at(served, after), { outcome })
  const isDeclared = ['present', 'stated', 'agreed'].every((name) => typed.has(name))
  if (!isDeclared) return refused(refuse('consent-missing', { at: 'counter' }), after)
  const text = counterConsentText(c.get('language'))
  const hearsMail = typed.get('hears') === 'mail' && desk.ports.has.mail && mayHearByMail(after)
  const sent = await give(desk, served, {
    type: 'submit',
    consent: { version: counterConsentVersion, textSha256: desk.ports.sha256(new TextEncoder().encode(text)) },
    declared: { hears: hearsMail ? 'mail' : 'in-person' },
  })
  if (isRefusal(sent)) return refused(sent, (await desk.ports.ledger.caseById(after.id)) ?? after)
  return c.redirect(`${counterPath(served)}?done=sent`, 303)
}

/** Keeps the form, then removes the files of one part. */
export async function clear(c: C, desk: Desk, served: Served): Promise<Response> {
  const item = textIn(await bodyOf(c), 'clear')
  const { after, outcome } = await keep(c, desk, served)
  const cleared = await give(desk, served, { type: 'clear-evidence', item })
  if (isRefusal(cleared)) return show(c, desk, at(served, after), { outcome: { ...outcome, refusal: cleared } })
  if (outcome.faults.size > 0) return show(c, desk, at(served, cleared), { outcome })
  return c.redirect(`${counterPath(served)}?done=saved`, 303)
}

/** Notes a step that the requester takes, or that they were told. */
export async function note(c: C, desk: Desk, served: Served): Promise<Response> {
  const body = await bodyOf(c)
  const said = (name: string): string => textIn(body, name)
  const act = said('act')
  if (act === 'none') return c.redirect(counterPath(served), 303)
  const command = commandNamed(act, said, Number(said('seen')))
  if (command === undefined) return notFound(c, desk)
  const noted = await give(desk, served, command)
  if (!isRefusal(noted)) return c.redirect(`${counterPath(served)}?done=noted`, 303)
  const typed = new Map(['day', 'reason'].map((name) => [name, said(name)]))
  const now = (await desk.ports.ledger.caseById(served.c.id)) ?? served.c
  return show(c, desk, at(served, now), { outcome: { typed, faults: new Map(), refusal: noted } })
}

const give = ({ ports }: Desk, { c, visitor }: Served, command: Command): Promise<Case | Refusal> =>
  perform(ports, c.id, [command], { staffId: visitor.staff.id, role: 'counter' })

/** The same served person with their case as it now stands. */
const at = (served: Served, c: Case): Served => ({ ...served, c: { ...c, counter: c.counter ?? served.c.counter } })

const bodyOf = (c: C): Promise<Body> => c.req.parseBody({ all: true })
const textIn = (body: Body, name: string): string => (typeof body[name] === 'string' ? visible(body[name]).trim() : '')

async function keep(
  c: C,
  desk: Desk,
  { c: found, visitor }: Served,
): Promise<{ after: Case; outcome: CounterOutcome }> {
  const { language } = screenOf(c, desk)
  const { form, typed, faults } = await typedAtCounter(found, await bodyOf(c), language)
  const saved = await saveAtCounter(desk.ports, found.id, form, visitor.staff.id)
  if (isRefusal(saved)) return { after: found, outcome: { typed, faults, refusal: saved } }
  // What an earlier answer made pointless is not wrong: it is not asked any more.
  const refused = [...saved.refusals].filter(([, refusal]) => refusal.refused !== 'unknown-item')
  const sentences = refused.map(([item, refusal]) => [item, refusalSentence(refusal, language, item)] as const)
  return { after: saved.c, outcome: { typed, faults: new Map([...faults, ...sentences]) } }
}
