import { authorise } from '../case/authorise.ts'
import type { Case } from '../case/case.ts'
import type { ComparedForm } from '../case/command.ts'
import { formFault, signatureFault } from '../case/form-trust.ts'
import { type Refusal, refuse } from '../case/refusal.ts'
import type { ReturnedForm } from '../lab/returned-form.ts'
import { formVerdict } from '../signature/form-verdict.ts'
import type { SignatureReason } from '../signature/reason.ts'
import { type FilePart, original, previewPart } from './evidence-files.ts'
import { signatureOfForm } from './form-signature.ts'
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
  readonly form: ComparedForm
  readonly parts: readonly (readonly [part: FilePart, bytes: Uint8Array])[]
}

type Needed = Pick<Ports, 'files' | 'scan' | 'signatures' | 'pins' | 'agencies'>

/** Looks at a file that is said to be the signed form of a case; keeps nothing. @throws Error when the issued form is gone */
export async function compareSignedForm(
  ports: Needed,
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
  const found = await compare(ports, c, issued, bytes)
  if (!('relation' in found)) return found
  const { sha256, type, pages, preview, thumbnail } = admitted
  return {
    form: { file: { sha256, type, pages, sizeBytes: bytes.length }, ...found },
    parts: [
      [original, bytes],
      ['thumbnail', thumbnail],
      ...preview.map((page, n) => [previewPart(n + 1), page] as const),
    ],
  }
}

/** Relation, differences and verdict of a file, as far as it may go on with them. */
async function compare(
  ports: Needed,
  c: Case,
  issued: Uint8Array,
  bytes: Uint8Array,
): Promise<Omit<ComparedForm, 'file'> | Refusal | Unfit> {
  const report = await ports.signatures?.verifyPdf(bytes)
  const signature = report && (await signatureOfForm(ports, c, report))
  const { readReturnedForm } = await import('../lab/in-child.ts')
  // What anybody appended behind the signature is not what was signed.
  const revision = bytes.subarray(0, signature?.result?.signedBytes ?? bytes.length)
  const read = await readReturnedForm({ issued, returned: revision })
  if ('refused' in read) return { unfit: read.refused }
  const { relation, differing: differs } = read
  const judged = report && signature && formVerdict(report, signature, reasonsOf(read))
  // Whose signature it is matters less than what the file is; that it was broken matters more.
  const broken = judged?.verdict === 'INVALID' || judged?.verdict === 'UNREADABLE' ? signatureFault(judged) : undefined
  const fault = broken ?? formFault({ relation, differs })
  if (fault !== undefined) return fault
  // Without anchors nobody is trusted: people decide, and the case says that nothing else did.
  const isHopeless = judged?.verdict === 'UNTRUSTED' && ports.signatures?.hasAnchors !== true
  const verdict = judged === undefined || isHopeless ? null : judged
  return (verdict === null ? undefined : signatureFault(verdict)) ?? { relation, differs, verdict }
}

const reasonsOf = ({ isStamped, isSuspicious }: ReturnedForm): readonly SignatureReason[] => [
  ...(isStamped ? (['ADDED_STAMP'] as const) : []),
  ...(isSuspicious ? (['UNCLEAR_CHANGES'] as const) : []),
]

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
