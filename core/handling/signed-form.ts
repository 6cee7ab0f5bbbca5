import { authorise } from '../case/authorise.ts'
import type { Case, SignedForm } from '../case/case.ts'
import { formFault } from '../case/decide-change.ts'
import { type Refusal, refuse } from '../case/refusal.ts'
import { type FilePart, original, previewPart } from './evidence-files.ts'
import { issuedPart } from './issue-form.ts'
import { actorFor, type Who } from './people.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

/** A signed form is a page or two; what is larger is something else. */
export const signedFormMaxBytes = 10 * 1024 * 1024

/** Why a file was not even compared: a code of its check at the door. */
export interface Unfit {
  readonly unfit: string
}

/** A file that was compared with the issued form, and where its pieces lie. */
export interface Compared {
  readonly form: Omit<SignedForm, 'at' | 'from'>
  readonly parts: readonly (readonly [part: FilePart, bytes: Uint8Array])[]
}

/** Looks at a file that is said to be the signed form of a case; keeps nothing. @throws Error when the issued form is gone */
export async function compareSignedForm(
  ports: Pick<Ports, 'files' | 'scan'>,
  c: Case,
  bytes: Uint8Array,
): Promise<Compared | Refusal | Unfit> {
  if (c.status !== 'awaiting-signature' || c.form === null) return refuse('not-now', { status: c.status })
  if (bytes.length > signedFormMaxBytes) return { unfit: 'TOO_BIG' }
  const { admit } = await import('../lab/admit.ts')
  const admitted = await admit(bytes, ports.scan)
  if ('unscanned' in admitted) return { unfit: 'SCAN_ERROR' }
  if ('refused' in admitted) return { unfit: admitted.refused }
  if (admitted.type !== 'pdf') return { unfit: 'UNSUPPORTED_TYPE' }
  const issued = await ports.files.get(c.id, c.form.sha256, issuedPart)
  if (issued === undefined) throw new Error('the issued form is gone')
  const { readReturnedForm } = await import('../lab/in-child.ts')
  const read = await readReturnedForm({ issued, returned: bytes })
  if ('refused' in read) return { unfit: read.refused }
  const { match: relation, differing: differs, isSigned } = read
  const fault = formFault({ relation, differs })
  if (fault !== undefined) return fault
  if (!isSigned) return refuse('unsigned-form')
  const { sha256, type, pages, preview, thumbnail } = admitted
  return {
    // What the signature is worth is for who verifies it; until then that is said, and people look.
    form: { file: { sha256, type, pages, sizeBytes: bytes.length }, relation, differs, verdict: null },
    parts: [
      [original, bytes],
      ['thumbnail', thumbnail],
      ...preview.map((page, n) => [previewPart(n + 1), page] as const),
    ],
  }
}

/** Seals a compared form and gives it to its case. */
export async function keepSignedForm(
  ports: Ports,
  c: Case,
  { form, parts }: Compared,
  who: Who,
  seen?: number,
): Promise<Case | Refusal> {
  const command = { type: 'attach-signed-form', form, ...(seen !== undefined && { seen }) } as const
  const actor = await actorFor(ports, who, c)
  const no = actor === undefined ? refuse('not-yours') : authorise(c, command, actor)
  // Bytes that no case will name are not kept at all.
  if (no !== undefined) return no
  for (const [part, content] of parts) await ports.files.put(c.id, form.file.sha256, part, content)
  return perform(ports, c.id, [command], who)
}

/** Takes a signed form in as a verifier brings it: right first, then bytes. */
export async function takeSignedForm(
  ports: Ports,
  c: Case,
  bytes: Uint8Array,
  who: Who,
  seen?: number,
): Promise<Case | Refusal | Unfit> {
  const compared = await compareSignedForm(ports, c, bytes)
  if (!('form' in compared)) return compared
  return keepSignedForm(ports, c, compared, who, seen)
}

export const isUnfit = (outcome: object): outcome is Unfit => 'unfit' in outcome
