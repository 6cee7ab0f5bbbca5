import { type Context, Hono } from 'hono'
import { checkSignatures } from '../../core/handling/check-signatures.ts'
import { isUnfit } from '../../core/handling/signed-form.ts'
import { uncheckedSentence } from '../text/desk-signature.ts'
import { signaturePath } from './body-size.ts'
import { bytesIn } from './form-files.ts'
import { strangerPage } from './login.tsx'
import { page, screenOf } from './screen.ts'
import { type CheckShown, SignaturePage } from './signature-page.tsx'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** Where staff check the signatures of any PDF; nothing of the file is kept. */
export function signatureRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.get(signaturePath, async (c) => {
    const visitor = c.get('visitor')
    return visitor === undefined ? strangerPage(c, desk) : show(c, desk, visitor, {})
  })

  app.post(signaturePath, async (c) => {
    const visitor = c.get('visitor')
    if (visitor === undefined) return strangerPage(c, desk)
    const { file } = await c.req.parseBody()
    const outcome = await checkSignatures(desk.ports, visitor.staff.id, await bytesIn(file))
    if (isUnfit(outcome)) return show(c, desk, visitor, { fault: uncheckedSentence(outcome.unfit, c.get('language')) })
    return show(c, desk, visitor, { report: outcome, name: file instanceof File ? file.name : '' })
  })

  return app
}

function show(c: Context<DeskEnv>, desk: Desk, { session }: Visitor, shown: CheckShown) {
  const body = (
    <SignaturePage
      screen={screenOf(c, desk, signaturePath)}
      csrf={session.csrf}
      hasAnchors={desk.ports.signatures?.hasAnchors === true}
      {...shown}
    />
  )
  return page(c, body, shown.fault === undefined ? 200 : 422)
}
