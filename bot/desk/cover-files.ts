import { type Context, Hono } from 'hono'
import type { Case } from '../../core/case/case.ts'
import { awaitsCover } from '../../core/case/cover-trust.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { takeSignedCover } from '../../core/handling/sign-cover.ts'
import { isUnfit } from '../../core/handling/signed-form.ts'
import { showOutcome, withCase } from './case.tsx'
import { attachment, gone, record } from './files.ts'
import { bytesIn } from './form-files.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** The cover sheet that a verifier signs in their own application: out as it was issued, in as they signed it. */
export function coverFileRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.post(
    '/desk/cases/:number/cover',
    withCase(desk, async (c, visitor, found) => {
      if (!awaitsCover(found) || found.cover == null || visitor.role !== 'verifier') return gone(c)
      const bytes = await desk.ports.files.get(found.id, found.cover.sha256, 'dossier')
      if (bytes === undefined) return gone(c)
      await record(desk, visitor, found, 'dossier', found.cover.sha256)
      return attachment(c, bytes, `${found.number}-lembar-pengantar.pdf`)
    }),
  )

  app.post(
    '/desk/cases/:number/signed-cover',
    withCase(desk, (c, visitor, found) => takeUpload(c, desk, visitor, found)),
  )

  return app
}

async function takeUpload(c: Context<DeskEnv>, desk: Desk, visitor: Visitor, found: Case): Promise<Response> {
  if (visitor.role !== 'verifier') return gone(c)
  const body = await c.req.parseBody()
  const bytes = await bytesIn(body['signed-cover'])
  const seen = Number(body.seen)
  const upload = { isOwn: body['cover-own'] === 'yes', ...(Number.isFinite(seen) && { seen }) }
  const who = { staffId: visitor.staff.id, role: visitor.role } as const
  const outcome = await takeSignedCover(desk.ports, found, bytes, who, upload)
  const typed = new Map<string, string>()
  if (isUnfit(outcome))
    return showOutcome(c, desk, visitor, { after: found, outcome: { section: 'cover', typed, ...outcome } })
  if (isRefusal(outcome)) {
    const after = (await desk.ports.ledger.caseById(found.id)) ?? found
    return showOutcome(c, desk, visitor, { after, outcome: { section: 'cover', typed, refusal: outcome, seen } })
  }
  return c.redirect(`/desk/cases/${found.number}?done=cover-signed`, 303)
}
