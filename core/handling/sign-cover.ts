import { authorise } from '../case/authorise.ts'
import type { Case } from '../case/case.ts'
import { awaitsCover, type SignedCover } from '../case/cover-trust.ts'
import { decide } from '../case/decide.ts'
import { isRefusal, type Refusal, refuse } from '../case/refusal.ts'
import type { PdfSignatureReport } from '../signature/report.ts'
import { signerMatch } from '../signature/signer-match.ts'
import type { Delivery } from './deliver.ts'
import { dossierParts, keepParts } from './dossier-archive.ts'
import { actorFor, type Who } from './people.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'
import { signedFormMaxBytes, type Unfit } from './signed-form.ts'

/** How an upload was meant: `isOwn` when its verifier says that a certificate new to us is theirs. */
export interface CoverUpload {
  readonly isOwn: boolean
  readonly seen?: number
}

/**
 * Takes the cover sheet in as its verifier signed it: right first, then bytes. It must begin with the very bytes that were
 * issued, so that everything after them is the signature's.
 */
export async function takeSignedCover(
  ports: Ports,
  c: Case,
  bytes: Uint8Array,
  who: Extract<Who, { staffId: string }>,
  { isOwn, seen }: CoverUpload,
): Promise<Case | Refusal | Unfit> {
  if (!awaitsCover(c) || c.cover == null) return refuse('not-now', { status: c.status })
  const actor = await actorFor(ports, who, c)
  if (actor === undefined) return refuse('not-yours')
  // Whoever may not even take it back has no say in it at all.
  const no = authorise(c, { type: 'withdraw-legalisation' }, actor)
  if (no !== undefined) return no
  const found = await judged(ports, c, c.cover.sha256, bytes, who.staffId)
  if (!('match' in found)) return found
  const command = { type: 'sign-cover', sheet: found, isOwn, ...(seen !== undefined && { seen }) } as const
  const [, manifest, timeline] = await Promise.all(
    dossierParts.map((part) => ports.files.get(c.id, c.cover?.sha256 ?? '', part)),
  )
  const decided = decide(c, command, { actor, at: ports.now(), agencies: ports.agencies })
  // Bytes that no case will name are not kept at all.
  if (isRefusal(decided)) return decided
  if (manifest === undefined || timeline === undefined) throw new Error('the manifest of an issued cover sheet is gone')
  await keepParts(ports, c, found.sha256, { dossier: bytes, manifest, timeline })
  return perform(ports, c.id, [command], who)
}

async function judged(
  ports: Ports,
  c: Case,
  issuedSha256: string,
  bytes: Uint8Array,
  staffId: string,
): Promise<SignedCover | Refusal | Unfit> {
  if (bytes.length > signedFormMaxBytes) return { unfit: 'TOO_BIG' }
  const { admit } = await import('../lab/admit.ts')
  const admitted = await admit(bytes, ports.scan)
  if ('unscanned' in admitted) return { unfit: 'SCAN_ERROR' }
  if ('refused' in admitted) return { unfit: admitted.refused }
  if (admitted.type !== 'pdf') return { unfit: 'UNSUPPORTED_TYPE' }
  const issued = await ports.files.get(c.id, issuedSha256, 'dossier')
  if (issued === undefined) throw new Error('the issued cover sheet is gone')
  if (!isPrefix(issued, bytes)) return refuse('other-cover')
  // Without a verifier of signatures, or without anchors, nobody can say who signed.
  if (ports.signatures === undefined || !ports.signatures.hasAnchors) return refuse('no-anchors')
  return withSigner(ports, c, await ports.signatures.verifyPdf(bytes), staffId)
}

const isPrefix = (issued: Uint8Array, bytes: Uint8Array): boolean =>
  bytes.length >= issued.length && issued.every((byte, index) => bytes[index] === byte)

async function withSigner(
  { pins, directory }: Pick<Ports, 'pins' | 'directory'>,
  c: Case,
  { file, verdict, reasons, signatures }: PdfSignatureReport,
  staffId: string,
): Promise<SignedCover> {
  const made = signatures.filter(({ kind }) => kind === 'signature')
  // One verifier legalises: a second signature is somebody else's word.
  const signer = made.length === 1 ? (made[0]?.signer ?? null) : null
  const known = await pins.pinsOf({ role: 'verifier', person: staffId })
  const name = (await directory.staffById(staffId))?.name ?? c.legalisedBy?.name ?? ''
  return { sha256: file.sha256, verdict, reasons, signer, match: signerMatch(signer, name, known) }
}

/** Notes the certificate with which a verifier legalised as theirs, once and on record. */
export async function pinVerifier(ports: Ports, c: Case): Promise<Delivery> {
  for (const event of await ports.ledger.history(c.id)) {
    if (event.type !== 'cover-signed' || !event.pins || c.agency === null) continue
    const { by, signer } = event.secret
    const { certSha256, commonName } = signer
    const verifier = { role: 'verifier', person: by.id, agency: c.agency } as const
    const isNew = await ports.pins.pin({ ...verifier, certSha256, commonName, by: by.id, caseId: c.id, at: event.at })
    if (!isNew) continue
    await ports.accessLog.record({ staffId: by.id, caseId: c.id, what: 'pin', ref: certSha256, at: event.at })
  }
  return { state: 'sent' }
}
