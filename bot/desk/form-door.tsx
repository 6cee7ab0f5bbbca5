import { type Context, Hono } from 'hono'
import type { Case } from '../../core/case/case.ts'
import { isRefusal, type Refusal } from '../../core/case/refusal.ts'
import { compareSignedForm, isUnfit, keepSignedForm } from '../../core/handling/signed-form.ts'
import { maskName } from '../../core/privacy/mask.ts'
import { doorText } from '../text/desk-change.ts'
import type { Bilingual, Language } from '../text/language.ts'
import { pdfFaultSentence } from '../text/pdf-fault.ts'
import { refusalSentence } from '../text/refusal.ts'
import { doorPath } from './body-size.ts'
import { bytesIn } from './form-files.ts'
import { NoticePage } from './notice-page.tsx'
import { page, type Screen, screenOf } from './screen.ts'
import type { Desk, DeskEnv } from './visitor.ts'

/** Where a one-time link of the person in charge leads: one signed form in, nothing of the case out. */
export function formDoorRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  // Looked at by mail scanners and previews too: only the upload spends it.
  app.get(doorPath, async (c) => {
    const token = c.req.query('t') ?? ''
    const found = await caseBehind(desk, token)
    return found === undefined ? spent(c, desk) : door(c, desk, found, token)
  })

  app.post(doorPath, async (c) => {
    const token = c.req.query('t') ?? ''
    const found = await caseBehind(desk, token)
    if (found === undefined) return spent(c, desk)
    const body = await c.req.parseBody()
    return takeForm(c, desk, found, token, await bytesIn(body.form))
  })

  return app
}

/** The case whose form a link is for, while that very form waits; undefined for every other link. */
async function caseBehind({ ports }: Desk, token: string): Promise<Case | undefined> {
  const link = await ports.deskAccess.formLink(token, ports.now())
  const c = link && (await ports.ledger.caseById(link.caseId))
  if (link === undefined || c?.status !== 'awaiting-signature' || c.signedForm !== null) return undefined
  return c.form?.sha256 === link.formSha256 && c.form.at === link.issuedAt ? c : undefined
}

async function takeForm(
  c: Context<DeskEnv>,
  desk: Desk,
  found: Case,
  token: string,
  bytes: Uint8Array,
): Promise<Response> {
  const { ports } = desk
  const { language } = screenOf(c, desk, '/desk')
  const compared = await compareSignedForm(ports, found, bytes)
  if (isUnfit(compared)) return door(c, desk, found, token, pdfFaultSentence(compared.unfit, language))
  if (isRefusal(compared)) return door(c, desk, found, token, doorSentence(compared, language))
  // Of two uploads in one moment only one spends the link.
  if (!(await ports.deskAccess.spendFormLink(token, ports.now()))) return spent(c, desk)
  try {
    const outcome = await keepSignedForm(ports, found, compared, { role: 'person-in-charge', caseId: found.id })
    if (isRefusal(outcome)) return door(c, desk, found, token, refusalSentence(outcome, language))
  } catch (error) {
    // Nothing was taken, so nothing is spent.
    await ports.deskAccess.saveFormLink(token, linkOf(found), hourFrom(ports.now()))
    throw error
  }
  return say(c, desk, doorText.doneTitle, doorText.done, 200)
}

/** Whoever comes by a link has a mail before them, and neither a case nor a button. */
function doorSentence(refusal: Refusal, language: Language): string {
  if (refusal.refused === 'unsigned-form') return doorText.unsigned[language]
  return refusal.refused === 'other-form' ? doorText.other[language] : refusalSentence(refusal, language)
}

const linkOf = ({ id, form }: Case) => ({
  caseId: id,
  formSha256: form?.sha256 ?? '',
  issuedAt: form?.at ?? '',
})
const hourFrom = (at: string): string => new Date(Date.parse(at) + 3_600_000).toISOString()

const spent = (c: Context<DeskEnv>, desk: Desk) => say(c, desk, doorText.spentTitle, doorText.spent, 410)

const say = (c: Context<DeskEnv>, desk: Desk, title: Bilingual, text: Bilingual, status: 200 | 410) =>
  page(c, <NoticePage screen={strangerScreen(c, desk, doorPath)} title={title} text={text} />, status)

/** Whoever comes by a link is nobody here, also on a device where somebody is signed in. */
const strangerScreen = (c: Context<DeskEnv>, desk: Desk, here: string): Screen => ({
  ...screenOf(c, desk, here),
  visitor: undefined,
})

function door(c: Context<DeskEnv>, desk: Desk, found: Case, token: string, fault?: string) {
  const here = `${doorPath}?t=${encodeURIComponent(token)}`
  const screen = strangerScreen(c, desk, here)
  const csrf = c.get('visitor')?.session.csrf
  return page(
    c,
    <DoorPage screen={screen} c={found} here={here} fault={fault} csrf={csrf} />,
    fault === undefined ? 200 : 422,
  )
}

interface DoorProps {
  readonly screen: Screen
  readonly c: Case
  readonly here: string
  readonly fault: string | undefined
  readonly csrf: string | undefined
}

const DoorPage = ({ screen, c, here, fault, csrf }: DoorProps) => {
  const { t } = screen
  const { name } = c.answers
  return (
    <NoticePage screen={screen} title={doorText.title} text={doorText.how}>
      <p>
        {t(doorText.forWhom)} <b>{maskName(typeof name === 'string' ? name : '')}</b> · {t(doorText.number)}{' '}
        <b>{c.number}</b>
      </p>
      {fault !== undefined && (
        <p class="alert" role="alert">
          {fault}
        </p>
      )}
      <form method="post" action={here} enctype="multipart/form-data">
        {csrf !== undefined && <input type="hidden" name="csrf" value={csrf} />}
        <label>
          {t(doorText.file)}
          <input type="file" name="form" accept="application/pdf,.pdf" required />
        </label>
        <button class="primary" type="submit">
          {t(doorText.send)}
        </button>
      </form>
    </NoticePage>
  )
}
