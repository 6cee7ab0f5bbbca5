import { anchorsOf } from '../../../core/lab/cms/anchors.ts'
import { verifyPdf } from '../../../core/lab/signature/verify-pdf.ts'
import { ownRoots } from '../own-roots.ts'
import { type Anatomy, anatomyOf } from './anatomy.ts'
import { plainForm } from './base-form.ts'
import { type Identity, newIdentity, newKey } from './identity.ts'
import { filled, mustRead, placeholder, type SigningShape, signedUpdate } from './signing.ts'
import { latin1, updated } from './update.ts'

/** A signed file that must be valid, and what its attackers hold. */
export interface Base {
  readonly name: string
  readonly pdf: Anatomy
  /** PEM or DER certificates. */
  readonly anchors: readonly Buffer[]
  /** Another person with a certificate of the same root. */
  readonly insider: Identity
  /** The time of validation, ISO 8601. */
  readonly at: string
}

const root = newIdentity({ name: 'UJI Root', isAuthority: true })
const issuing = newIdentity({ name: 'UJI CA', issuer: root, isAuthority: true, serial: 2 })
const at = '2026-11-10T00:00:00Z'
const chain = [issuing.certificate]
const signer: Identity = { ...newIdentity({ name: 'Ratna Dewi', issuer: issuing, serial: 77 }), chain }
const insider: Identity = { ...newIdentity({ name: 'Budi Santoso', issuer: issuing, serial: 78 }), chain }
const rsa: Identity = { ...newIdentity({ name: 'Kunci RSA', issuer: issuing, serial: 79, key: newKey(65_537) }), chain }

const base = (name: string, file: Buffer): Base => ({
  name,
  pdf: mustRead(file),
  anchors: [root.certificate],
  insider,
  at,
})
const again = (file: Buffer, shape: SigningShape = {}) => signedUpdate(mustRead(file), insider, shape)!

function certified(permission: 1 | 2 | 3, isPacked: boolean): Buffer {
  const catalog = '<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R /Perms << /DocMDP 10 0 R >> >>'
  return filled(plainForm(isPacked, { 1: catalog }, placeholder({ certify: permission })), signer)
}

/** The files of our own that the operators work on; keys and signatures are new in every process. */
export function bases(): readonly Base[] {
  const [table, packed] = [false, true].map((isPacked) => filled(plainForm(isPacked), signer))
  const loose = filled(plainForm(false, indirect), signer)
  const store = latin1(`<< /Length ${issuing.certificate.length} >>\nstream\n`)
  return [
    base('table', table!),
    base('object streams', packed!),
    base('two signatures', again(table!)),
    base('two signatures, object streams', again(packed!)),
    base('empty update', updated(mustRead(table!), {})),
    base('security store', withStore(table!, store)),
    base('certified, no changes', certified(1, false)),
    base('certified, forms', certified(2, false)),
    base('certified, annotations', certified(3, true)),
    base('RSA', filled(plainForm(false), rsa)),
    base('indirect values', loose),
    base('adbe', filled(plainForm(false, {}, placeholder({ subFilter: 'adbe.pkcs7.detached' })), signer)),
    base(
      'no attributes',
      filled(plainForm(true, {}, placeholder({ subFilter: 'adbe.pkcs7.detached' })), signer, { isBare: true }),
    ),
  ]
}

/** Values that other files have in place, in objects of their own. */
const indirect: Readonly<Record<number, string>> = {
  2: '<< /Type /Pages /Kids 13 0 R /Count 14 0 R /MediaBox 15 0 R /Resources 16 0 R >>',
  3: '<< /Type /Page /Parent 2 0 R /Contents [4 0 R] /Annots 17 0 R >>',
  4: '<< /Length 18 0 R >>\nstream\nBT /F1 12 Tf 20 160 Td (Perubahan data) Tj ET\nendstream',
  6: '<< /Fields 19 0 R /SigFlags 3 /DR 20 0 R /DA (/Helv 10 Tf 0 g) >>',
  7: '<< /Type /Annot /Subtype /Widget /F 4 /FT /Tx /Ff 1 /T (nama) /V 21 0 R /Rect 22 0 R /P 3 0 R /AP 23 0 R >>',
  13: '[3 0 R 9 0 R]',
  14: '2',
  15: '[0 0 200 200]',
  16: '<< /Font 24 0 R >>',
  17: '[7 0 R 8 0 R]',
  18: '45',
  19: '[7 0 R 8 0 R]',
  20: '<< /Font 24 0 R >>',
  21: '(Ratna Dewi)',
  22: '[20 120 180 140]',
  23: '<< /N 11 0 R >>',
  24: '<< /F1 5 0 R /Helv 5 0 R >>',
}

function withStore(file: Buffer, head: Buffer): Buffer {
  const pdf = mustRead(file)
  const certificate = `${head.toString('latin1')}${issuing.certificate.toString('latin1')}\nendstream`
  const catalog = pdf.objects.get(pdf.root)!.replace('<<', `<< /DSS << /Certs [${pdf.size} 0 R] >>`)
  return updated(pdf, { [pdf.root]: catalog, [pdf.size]: certificate })
}

/** A valid file of a form with more objects, or others, by number. */
export const signedForm = (objects: Readonly<Record<number, string>>): Base =>
  base('form', filled(plainForm(false, objects), signer))

/** What the attackers of a file hold, by its own anchors. */
export const trustedBy = (anchors: readonly Buffer[]): Omit<Base, 'name' | 'pdf'> => ({
  anchors: [root.certificate, ...anchors],
  insider,
  at,
})

/** A signed file of other people as a base, at the time at which it says it was signed; undefined when it is not valid then. */
export function foreignBase(name: string, file: Buffer): Base | undefined {
  const pdf = anatomyOf(file)
  if (pdf === undefined) return undefined
  const anchors = [root.certificate, ...ownRoots(file)]
  const times = judgedBy(anchors, file, at).signatures.map(({ time }) => time.value ?? at)
  const signedAt = times.toSorted().at(-1) ?? at
  return judgedBy(anchors, file, signedAt).verdict === 'VALID'
    ? { name, pdf, anchors, insider, at: signedAt }
    : undefined
}

const judgedBy = (anchors: readonly Buffer[], file: Buffer, time: string) =>
  verifyPdf(file, { anchors: anchorsOf(anchors), crls: [], at: time })
