import { officerAt } from '../agency/in-charge.ts'
import type { Case } from '../case/case.ts'
import type { FormSignature } from '../signature/form-verdict.ts'
import type { PdfSignatureReport, SignatureResult } from '../signature/report.ts'
import { isBetter, signerMatch } from '../signature/signer-match.ts'
import type { Ports } from './ports.ts'

type Needed = Pick<Ports, 'pins' | 'agencies'>

/**
 * The signature by which a form counts: that of whoever was in charge when it was made, else the last one. Only a proven
 * time says when that was; a claimed one could name any day, so the day of the check stands in for it.
 */
export async function signatureOfForm(
  ports: Needed,
  c: Pick<Case, 'agency'>,
  { signatures, checkedAt }: Pick<PdfSignatureReport, 'signatures' | 'checkedAt'>,
): Promise<FormSignature> {
  const made = signatures.filter(({ kind }) => kind === 'signature')
  let best = await held(ports, c, undefined, checkedAt)
  for (const result of made) {
    const { value, source } = result.time
    const one = await held(ports, c, result, source === 'timestamp' && value !== null ? value : checkedAt)
    if (!isBetter(best.match, one.match)) best = one
  }
  return best
}

async function held(
  { pins, agencies }: Needed,
  { agency: code }: Pick<Case, 'agency'>,
  result: SignatureResult | undefined,
  at: string,
): Promise<FormSignature> {
  const agency = agencies.find((one) => one.code === code)
  if (agency === undefined) return { result, expected: { name: '', nip: '', isActing: false }, match: 'other' }
  const { name, nip, isActing } = officerAt(agency, at)
  const expected = { name, nip, isActing }
  const { certSha256 } = agency.personInCharge
  const known = [
    ...(await pins.pinsOf({ role: 'person-in-charge', person: nip })),
    // The operator's own word counts like a confirmed use.
    ...(isActing || certSha256 === undefined ? [] : [{ certSha256 }]),
  ]
  return { result, expected, match: signerMatch(result?.signer ?? null, name, known) }
}
