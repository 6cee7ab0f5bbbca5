import { type Context, Hono } from 'hono'
import type { Case } from '../../core/case/case.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { issuedPart } from '../../core/handling/issue-form.ts'
import { isUnfit, takeSignedForm } from '../../core/handling/signed-form.ts'
import { showOutcome, withCase } from './case.tsx'
import { attachment, gone, record } from './files.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

/** The form that the person in charge signs: out as it was issued, in as a signed copy. */
export function formFileRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.post(
    '/desk/cases/:number/form',
    withCase(desk, async (c, visitor, found) => {
      if (found.form === null || visitor.role !== 'verifier') return gone(c)
      const bytes = await desk.ports.files.get(found.id, found.form.sha256, issuedPart)
      if (bytes === undefined) return gone(c)
      await record(desk, visitor, found, 'form', found.form.sha256)
      return attachment(c, bytes, `${found.number}-formulir.pdf`)
    }),
  )

  app.post(
    '/desk/cases/:number/signed-form',
    withCase(desk, (c, visitor, found) => takeUpload(c, desk, visitor, found)),
  )

  return app
}

async function takeUpload(c: Context<DeskEnv>, desk: Desk, visitor: Visitor, found: Case): Promise<Response> {
  if (visitor.role !== 'verifier') return gone(c)
  const body = await c.req.parseBody()
  const bytes = await bytesIn(body['signed-form'])
  const seen = Number(body.seen)
  const who = { staffId: visitor.staff.id, role: visitor.role } as const
  const outcome = await takeSignedForm(desk.ports, found, bytes, who, Number.isFinite(seen) ? seen : undefined)
  const typed = new Map<string, string>()
  if (isUnfit(outcome))
    return showOutcome(c, desk, visitor, { after: found, outcome: { section: 'form', typed, ...outcome } })
  if (isRefusal(outcome)) {
    const after = (await desk.ports.ledger.caseById(found.id)) ?? found
    return showOutcome(c, desk, visitor, { after, outcome: { section: 'form', typed, refusal: outcome, seen } })
  }
  return c.redirect(`/desk/cases/${found.number}?done=form-back`, 303)
}

/** The bytes of an uploaded file; none when there was no file. */
export const bytesIn = async (field: unknown): Promise<Uint8Array> =>
  field instanceof File ? new Uint8Array(await field.arrayBuffer()) : new Uint8Array()
