import { type Context, Hono } from 'hono'
import { copyFor } from '../../core/handling/stored-data.ts'
import { copyText } from '../text/desk-rights.ts'
import { NoticePage } from './notice-page.tsx'
import { page, type Screen, screenOf } from './screen.ts'
import type { Desk, DeskEnv } from './visitor.ts'

/** The copy of a chat's data. A link is looked at by GET, which previews and scanners do too, and spent by POST. */
export function copyRoutes(desk: Desk): Hono<DeskEnv> {
  const { ports } = desk
  const app = new Hono<DeskEnv>()

  app.get('/desk/copy', async (c) => {
    const token = c.req.query('t') ?? ''
    if (!(await ports.rights.isCopyLinkGood(token, ports.now()))) return spent(c, desk)
    return page(c, <CopyPage screen={screenOf(c, desk)} token={token} />)
  })

  app.post('/desk/copy', async (c) => {
    const { t } = await c.req.parseBody()
    const chat = typeof t === 'string' ? await ports.rights.spendCopyLink(t, ports.now()) : undefined
    if (chat === undefined) return spent(c, desk)
    c.header('Content-Type', 'application/json; charset=utf-8')
    c.header('Content-Disposition', 'attachment; filename="data-saya.json"')
    return c.body(JSON.stringify(await copyFor(ports, chat), null, 2))
  })

  return app
}

const CopyPage = ({ screen, token }: { screen: Screen; token: string }) => (
  <NoticePage screen={screen} title={copyText.title} text={copyText.ready}>
    <form method="post" action="/desk/copy">
      <input type="hidden" name="t" value={token} />
      {screen.visitor && <input type="hidden" name="csrf" value={screen.visitor.session.csrf} />}
      <button class="primary" type="submit">
        {screen.t(copyText.download)}
      </button>
    </form>
  </NoticePage>
)

const spent = (c: Context<DeskEnv>, desk: Desk) =>
  page(c, <NoticePage screen={screenOf(c, desk, '/desk')} title={copyText.spentTitle} text={copyText.spent} />, 410)
