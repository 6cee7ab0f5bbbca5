import { Hono } from 'hono'
import { deskPath, withoutSlash } from '../../core/handling/desk-link.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { absenceRoutes } from './absence.tsx'
import { alikeRoutes } from './alike-page.tsx'
import { bodySizes } from './body-size.ts'
import { caseRoutes } from './case.tsx'
import { counterRoutes } from './counter.tsx'
import { coverFileRoutes } from './cover-files.ts'
import { copyRoutes } from './data-copy.tsx'
import { fileRoutes } from './files.ts'
import { formDoorRoutes } from './form-door.tsx'
import { formFileRoutes } from './form-files.ts'
import { formerRoutes } from './former.tsx'
import { strictHeaders } from './headers.ts'
import { hooksRoutes } from './hooks.tsx'
import { howToRoutes } from './how-to.tsx'
import { Live, type LiveOptions } from './live.ts'
import { loginRoutes } from './login.tsx'
import { mailTrayRoutes } from './mail-tray.tsx'
import { meRoutes } from './me.tsx'
import { FailurePage, ForeignFormPage, NotFoundPage } from './notice-page.tsx'
import { Presence } from './presence.ts'
import { queueRoutes } from './queue.tsx'
import { reportRoutes } from './reports.tsx'
import { rightsRoutes } from './rights.tsx'
import { savedViewRoutes } from './saved-view.tsx'
import { page, screenOf } from './screen.ts'
import { searchRoutes } from './search.tsx'
import { formFault, recognise } from './session.ts'
import { signatureRoutes } from './signature.tsx'
import { SingleSignOn, type SsoOptions } from './single-sign-on.ts'
import { ssoRoutes } from './sso-login.tsx'
import { ssoBackPath } from './sso-path.ts'
import { loadAssets, staticRoutes } from './static-files.ts'
import type { Desk, DeskEnv, DeskReport } from './visitor.ts'

export interface DeskOptions {
  readonly publicUrl: string
  /** Hears what operators should know; ids and codes only. */
  readonly report?: (report: DeskReport) => void
  readonly live?: Partial<LiveOptions>
  /** True where mail comes in. */
  readonly hasMailIn?: boolean
  /** The organisation's own login service; without one people come by one-time links alone. */
  readonly sso?: Omit<SsoOptions, 'redirectUri'>
}

/** The desk as the program holds it. */
export interface DeskApp {
  /** Answers everything below `/desk`. */
  readonly app: Hono<DeskEnv>
  /** Tells open pages that something was committed; cheap, call it for every commit. */
  notify(): void
  /** Ends the open streams, so that the server can close. */
  stop(): void
}

// Also `/desk` itself; nothing of the server around it.
const everything = `${deskPath}/*`

/** Builds the web desk of verifiers and agents over the ports. */
export function createDesk(ports: Ports, options: DeskOptions): DeskApp {
  const publicUrl = withoutSlash(options.publicUrl)
  const live = new Live(options.live)
  const desk: Desk = {
    ports,
    publicUrl,
    isSecure: publicUrl.startsWith('https:'),
    hasSso: options.sso !== undefined,
    hasMailIn: options.hasMailIn === true,
    assets: loadAssets((bytes) => ports.sha256(bytes)),
    live,
    presence: new Presence((caseId) => live.stir(caseId)),
    report: options.report ?? (() => {}),
  }
  const app = new Hono<DeskEnv>()
  app.use(everything, strictHeaders)
  app.route('/', staticRoutes(desk.assets))
  app.use(everything, recognise(desk))
  app.use(
    everything,
    bodySizes(desk, (c) => page(c, <FailurePage screen={screenOf(c, desk, deskPath)} what="tooLarge" />, 413)),
  )
  guardForms(app, desk)
  app.route('/', loginRoutes(desk))
  if (options.sso !== undefined) {
    const redirectUri = `${publicUrl}${ssoBackPath}`
    app.route('/', ssoRoutes(desk, new SingleSignOn({ ...options.sso, redirectUri })))
  }
  app.route('/', meRoutes(desk))
  app.route('/', queueRoutes(desk))
  app.route('/', savedViewRoutes(desk))
  app.route('/', searchRoutes(desk))
  app.route('/', reportRoutes(desk))
  app.route('/', rightsRoutes(desk))
  app.route('/', mailTrayRoutes(desk))
  app.route('/', copyRoutes(desk))
  app.route('/', absenceRoutes(desk))
  app.route('/', hooksRoutes(desk))
  app.route('/', signatureRoutes(desk))
  // Before the forms of a case, whose address `:action` would also fit the cover sheet.
  app.route('/', fileRoutes(desk))
  app.route('/', alikeRoutes(desk))
  app.route('/', formFileRoutes(desk))
  app.route('/', coverFileRoutes(desk))
  app.route('/', formDoorRoutes(desk))
  app.route('/', formerRoutes(desk))
  app.route('/', caseRoutes(desk))
  app.route('/', counterRoutes(desk))
  app.route('/', howToRoutes(desk))
  app.get(`${deskPath}/`, (c) => c.redirect(deskPath, 301))
  handleFailures(app, desk)
  return { app, notify: () => live.notify(), stop: () => live.stop() }
}

/** Every form is checked here, before any route sees it. */
function guardForms(app: Hono<DeskEnv>, desk: Desk): void {
  app.use(everything, async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const fault = await formFault(c, desk)
    if (fault === undefined) return next()
    desk.report({ what: 'desk-refused-request', why: fault })
    const screen = screenOf(c, desk, deskPath)
    if (fault === 'csrf') return page(c, <FailurePage screen={screen} what="csrf" />, 403)
    return page(c, <ForeignFormPage screen={screen} address={`${desk.publicUrl}${deskPath}`} />, 403)
  })
}

function handleFailures(app: Hono<DeskEnv>, desk: Desk): void {
  app.all(everything, (c) => page(c, <NotFoundPage screen={screenOf(c, desk, deskPath)} />, 404))
  app.onError((error, c) => {
    desk.report({ what: 'desk-failed', error })
    const what = error instanceof Outage ? 'outage' : 'defect'
    return page(c, <FailurePage screen={screenOf(c, desk, deskPath)} what={what} />, what === 'outage' ? 503 : 500)
  })
}
