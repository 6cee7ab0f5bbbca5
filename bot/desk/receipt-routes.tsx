import { type Context, Hono } from 'hono'
import type { Case } from '../../core/case/case.ts'
import { parseCaseNumber } from '../../core/case/case-number.ts'
import { counterPath, withServed } from './counter-case.ts'
import { notFound } from './notice-page.tsx'
import { isSameSecret } from './origin.ts'
import { CheckPage, ReceiptPage } from './receipt.tsx'
import { page, type Screen, screenOf } from './screen.ts'
import type { Desk, DeskEnv } from './visitor.ts'

/** The receipt of a case of the counter, and the page that its address opens for whoever holds it. */
export function receiptRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(
    '/desk/counter/:number/receipt',
    withServed(desk, (c, served) => {
      // Nothing was received yet.
      if (served.c.submittedAt === null) return c.redirect(counterPath(served), 303)
      return page(c, <ReceiptPage {...about(c, desk)} screen={inItsLanguage(c, desk, served.c)} c={served.c} />)
    }),
  )
  app.get('/desk/check/:number/:pass', async (c) => {
    const { number = '', pass = '' } = c.req.param()
    const found = await desk.ports.ledger.caseByNumber(parseCaseNumber(number) ?? '')
    const counter = found?.counter
    const isTheirs = counter !== undefined && isSameSecret(pass.toUpperCase(), counter.pass)
    if (found === undefined || counter === undefined || !isTheirs) return notFound(c, desk)
    return page(c, <CheckPage {...about(c, desk)} c={{ ...found, counter }} />)
  })
  return app
}

/** The sheet speaks the language that its requester chose, unless another one is asked for. */
function inItsLanguage(c: Context<DeskEnv>, desk: Desk, { language }: Pick<Case, 'language'>): Screen {
  const screen = screenOf(c, desk)
  return c.req.query('lang') === undefined ? { ...screen, language, t: (text) => text[language] } : screen
}

const about = (c: Context<DeskEnv>, desk: Desk) => ({
  screen: screenOf(c, desk),
  agencies: desk.ports.agencies,
  publicUrl: desk.publicUrl,
})
