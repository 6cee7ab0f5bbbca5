import { type Context, Hono } from 'hono'
import { parseCaseNumber } from '../../core/case/case-number.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { dismissMail, joinMail } from '../../core/handling/mail-in.ts'
import { mailInText } from '../text/desk-mail.ts'
import type { Bilingual } from '../text/language.ts'
import { strangerPage } from './login.tsx'
import { MailTrayPage } from './mail-tray-page.tsx'
import { NotFoundPage } from './notice-page.tsx'
import { page, screenOf } from './screen.ts'
import { trayPath } from './tray-path.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** More are not looked through at once. */
const shownMax = 50
const reasonMax = 300

/** What was just done, or why it was not; `typed` comes back into the form of that mail. */
export interface TrayOutcome {
  readonly said: Bilingual
  readonly isDone: boolean
  readonly mailId?: string
  readonly typed?: Readonly<Record<string, string>>
  readonly number?: string
}

/** Where agents find the mails that are nobody's: each joins one to a case, or sets it aside, by name. */
export function mailTrayRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const { ports } = desk
  const forAgents =
    (answer: (c: Context<DeskEnv>, visitor: Visitor) => Promise<Response> | Response) => (c: Context<DeskEnv>) => {
      const visitor = c.get('visitor')
      if (visitor === undefined) return strangerPage(c, desk)
      if (visitor.role !== 'agent') return page(c, <NotFoundPage screen={screenOf(c, desk, '/desk')} />, 404)
      return answer(c, visitor)
    }

  app.get(
    trayPath,
    forAgents((c, visitor) => show(c, desk, visitor)),
  )

  app.post(
    `${trayPath}/:id/join`,
    forAgents(async (c, visitor) => {
      const [id, typed] = [c.req.param('id') ?? '', textOf((await c.req.parseBody()).number)]
      const number = parseCaseNumber(typed)
      if ((await ports.mails.mailById(id)) === undefined) return fail(c, desk, visitor, mailInText.gone)
      const outcome = await joinMail(ports, id, number, visitor.staff.id)
      if (!isRefusal(outcome))
        return show(c, desk, visitor, { said: mailInText.joined, isDone: true, number: outcome.number })
      const said = outcome.refused === 'too-many-messages' ? mailInText.full : mailInText.noCase
      return fail(c, desk, visitor, said, { mailId: id, typed: { number: typed } })
    }),
  )

  app.post(
    `${trayPath}/:id/dismiss`,
    forAgents(async (c, visitor) => {
      const [id, reason] = [c.req.param('id') ?? '', textOf((await c.req.parseBody()).reason).trim()]
      if (reason.length < 3) return fail(c, desk, visitor, mailInText.noReason, { mailId: id, typed: { reason } })
      const isDone = await dismissMail(ports, id, reason.slice(0, reasonMax), visitor.staff.id)
      return isDone
        ? show(c, desk, visitor, { said: mailInText.dismissed, isDone })
        : fail(c, desk, visitor, mailInText.gone)
    }),
  )

  return app
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const fail = (
  c: Context<DeskEnv>,
  desk: Desk,
  visitor: Visitor,
  said: Bilingual,
  more: Pick<TrayOutcome, 'mailId' | 'typed'> = {},
) => show(c, desk, visitor, { said, isDone: false, ...more })

async function show(c: Context<DeskEnv>, desk: Desk, visitor: Visitor, outcome?: TrayOutcome) {
  const mails = await desk.ports.mails.mailsIn('tray', shownMax)
  const screen = screenOf(c, desk, trayPath)
  return page(
    c,
    <MailTrayPage
      screen={screen}
      visitor={visitor}
      mails={mails}
      hasMore={mails.length >= shownMax}
      outcome={outcome}
    />,
    outcome === undefined || outcome.isDone ? 200 : 422,
  )
}
