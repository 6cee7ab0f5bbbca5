import { type Context, Hono } from 'hono'
import type { Case } from '../../core/case/case.ts'
import { manifestOf } from '../../core/case/items.ts'
import { dossierZip } from '../../core/handling/dossier-archive.ts'
import { original } from '../../core/handling/evidence-files.ts'
import { isHeldBy } from '../../core/ticket/queue.ts'
import { renewLease, withCase } from './case.tsx'
import { filePolicy } from './headers.ts'
import { dossierOf } from './manifest.tsx'
import { previewType } from './preview-type.ts'
import type { Desk, DeskEnv, Visitor } from './visitor.ts'

const previewPart = /^(?:thumbnail|preview-[1-9][0-9]?)$/

/** Sealed files of a case: previews to look at, originals and the cover sheet to keep. Every look is on record. */
export function fileRoutes(desk: Desk): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const { ports } = desk

  app.get(
    '/desk/cases/:number/files/:sha256/:part',
    withCase(desk, async (c, visitor, found) => {
      const { sha256 = '', part = '' } = c.req.param()
      if (!previewPart.test(part) || !hasFile(found, sha256)) return gone(c)
      const bytes = await ports.files.get(found.id, sha256, part)
      const type = bytes && previewType(bytes)
      if (bytes === undefined || type === undefined) return gone(c)
      // A thumbnail is too small to judge by: seeing it is not having opened the file.
      if (part !== 'thumbnail') await record(desk, visitor, found, 'evidence', sha256)
      return sealed(c, bytes, type, 'inline')
    }),
  )

  app.post(
    '/desk/cases/:number/files/:sha256/original',
    withCase(desk, async (c, visitor, found) => {
      const { sha256 = '' } = c.req.param()
      if (!mayKeep(found, visitor, sha256) || !hasFile(found, sha256)) return gone(c)
      const bytes = await ports.files.get(found.id, sha256, original)
      if (bytes === undefined) return gone(c)
      await record(desk, visitor, found, 'evidence', sha256)
      return attachment(c, bytes, `${found.number}-${nameOf(found, sha256)}`)
    }),
  )

  app.post(
    '/desk/cases/:number/dossier',
    withCase(desk, async (c, visitor, found) => {
      const sha256 = dossierOf(await ports.ledger.history(found.id))
      if (sha256 === undefined || !isHeldBy(found, visitor.role, visitor.staff.id)) return gone(c)
      const bytes = await ports.files.get(found.id, sha256, 'dossier')
      if (bytes === undefined) return gone(c)
      await record(desk, visitor, found, 'dossier', sha256)
      return attachment(c, bytes, `${found.number}.pdf`)
    }),
  )

  app.post(
    '/desk/cases/:number/dossier.zip',
    withCase(desk, async (c, visitor, found) => {
      const sha256 = dossierOf(await ports.ledger.history(found.id))
      if (sha256 === undefined || !isHeldBy(found, visitor.role, visitor.staff.id)) return gone(c)
      const zip = await dossierZip(ports, found, sha256)
      if ('fault' in zip) return gone(c)
      await record(desk, visitor, found, 'dossier', sha256)
      return attachment(c, zip.bytes, `${found.number}.zip`)
    }),
  )

  return app
}

/** Originals are for whoever has the case in hand; the signed form is for every verifier who may bring it in. */
const mayKeep = (c: Case, { role, staff }: Visitor, sha256: string): boolean =>
  isHeldBy(c, role, staff.id) || (role === 'verifier' && c.signedForm?.file.sha256 === sha256)

/** True only for the files that this case holds now: a digest learnt elsewhere opens nothing. */
const hasFile = (c: Case, sha256: string): boolean =>
  c.signedForm?.file.sha256 === sha256 ||
  Object.values(c.evidence).some((files) => files.some(({ stored }) => stored?.sha256 === sha256))

/** The name inside the dossier, made by us; never the sender's. */
const nameOf = (c: Case, sha256: string): string =>
  manifestOf(c).find((entry) => entry.sha256 === sha256)?.name ?? sha256.slice(0, 12)

/** Nothing to see: the same for what does not exist and for what is not theirs. */
export const gone = (c: Context<DeskEnv>): Response => c.text('404', 404)

/** Puts a look on record before the file is handed out. */
export async function record(
  desk: Desk,
  visitor: Visitor,
  c: Case,
  what: 'evidence' | 'dossier' | 'form',
  ref: string,
): Promise<void> {
  await desk.ports.accessLog.record({ staffId: visitor.staff.id, caseId: c.id, what, ref, at: desk.ports.now() })
  await renewLease(desk, visitor, c)
}

function sealed(c: Context<DeskEnv>, bytes: Uint8Array, type: string, disposition: string): Response {
  c.header('Content-Type', type)
  c.header('Content-Disposition', disposition)
  c.header('Content-Security-Policy', filePolicy)
  c.header('Cache-Control', 'private, no-store')
  // A copy on a plain buffer, which is what a response takes.
  return c.body(new Uint8Array(bytes))
}

/** Hands a file out to be kept, never to be run. */
export const attachment = (c: Context<DeskEnv>, bytes: Uint8Array, name: string): Response =>
  sealed(c, bytes, 'application/octet-stream', `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '_')}"`)
