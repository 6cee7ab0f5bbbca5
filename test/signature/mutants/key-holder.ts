import { createHash } from 'node:crypto'
import type { Anatomy, SignaturePlace } from './anatomy.ts'
import { withCms } from './cms-bytes.ts'
import { type CmsShape, cmsOver, digestInfo } from './cms-maker.ts'
import { der, derAt, integer, nothing, oid, sequence } from './der.ts'
import { catalogWith, pageWithAnnotation } from './document.ts'
import { type Identity, newIdentity, newKey, partsOf } from './identity.ts'
import { aSignature, type Operators } from './operator.ts'
import { withEvilContent } from './saved-content.ts'
import { signedUpdate } from './signing.ts'
import { entryOf } from './token.ts'
import { spliced, updated } from './update.ts'

/** The attacker's own world: a root of the trusted one's name, and somebody below it. */
const fakeRoot = newIdentity({ name: 'UJI Root', isAuthority: true })
const fakeChain = { chain: [fakeRoot.certificate] }
const nobody = newIdentity({ name: 'Ratna Dewi', issuer: fakeRoot, serial: 5 })

const cmsOf = ({ contents }: SignaturePlace): Buffer => {
  const bytes = Buffer.from(contents.text.slice(1, -1), 'hex')
  return bytes.subarray(0, derAt(bytes).end)
}
const signedOf = (pdf: Anatomy, { range: [a, b, c, d] }: SignaturePlace): Buffer =>
  Buffer.concat([pdf.bytes.subarray(a, a + b), pdf.bytes.subarray(c, c + d)])

/** The certificates of a container, the signer's first where its maker put it first. */
function certificatesOf(signature: SignaturePlace): readonly Buffer[] {
  const cms = cmsOf(signature)
  const set = derAt(cms).children[1]?.children[0]?.children.find(({ tag }) => tag === 0xa0)
  return set?.children.map(({ start, end }) => cms.subarray(start, end)) ?? []
}

/** A certificate with issuer and serial number of the true one over another key. */
function namesake(signature: SignaturePlace, key = newKey(), spki?: Buffer): Identity | undefined {
  const [first] = certificatesOf(signature)
  if (first === undefined) return undefined
  const { issuer, serial } = partsOf(first)
  const own = newIdentity({ name: 'x', issuer: fakeRoot, key, ...(spki && { spki }) })
  const parts = derAt(own.certificate).children[0]!.children
  const body = parts.map(({ start, end }, n) =>
    n === 1 ? serial : n === 3 ? issuer : n === 5 ? partsOf(first).subject : own.certificate.subarray(start, end),
  )
  const outer = derAt(own.certificate)
    .children.slice(1)
    .map(({ start, end }) => own.certificate.subarray(start, end))
  return { certificate: sequence(sequence(...body), ...outer), key }
}

/** The container of a signature made anew over what the file now says. */
function resigned(
  pdf: Anatomy,
  signature: SignaturePlace,
  by: Identity | undefined,
  shape: CmsShape = {},
): Buffer | undefined {
  const chain = shape.chain ?? certificatesOf(signature)
  return by && withCms(pdf, signature, cmsOver(signedOf(pdf, signature), by, { ...shape, chain }))
}

/** A file with one signed word changed, everything else in its place. */
function changed(pdf: Anatomy, signature: SignaturePlace): Anatomy | undefined {
  const found = /\((?=[A-Za-z])[^()\\]{3,40}\)/.exec(pdf.text.slice(0, signature.range[1]))
  if (found === null) return undefined
  const bytes = spliced(pdf.bytes, found.index + 1, found.index + 2, found[0][1] === 'X' ? 'Y' : 'X')
  return { ...pdf, bytes, text: bytes.toString('latin1') }
}

/** The block that RSA would give back: as it should be, or short of padding with garbage behind (RFC 8017 §9.2). */
const block = (signed: Buffer, size: number, isShort: boolean): Buffer => {
  const info = digestInfo(signed)
  const padding = Buffer.alloc(isShort ? 8 : size - info.length - 3, 0xff)
  const text = Buffer.concat([Buffer.from([0, 1]), padding, Buffer.from([0]), info])
  return Buffer.concat([text, Buffer.alloc(size - text.length)])
}

function cubeRoot(value: bigint): bigint {
  let [low, high] = [0n, 1n << 700n]
  while (low < high) {
    const middle = (low + high) >> 1n
    if (middle ** 3n < value) low = middle + 1n
    else high = middle
  }
  return low
}

const forgedCube = (signed: Buffer): Buffer =>
  Buffer.from(
    cubeRoot(BigInt(`0x${block(signed, 256, true).toString('hex')}`))
      .toString(16)
      .padStart(512, '0'),
    'hex',
  )

const rsaSpki = (exponent: number): Buffer => {
  const modulus = (1n << 2047n) + BigInt(`0x${createHash('sha512').update('n').digest('hex')}`) * 2n + 1n
  const key = sequence(integer(modulus), integer(exponent))
  return sequence(sequence(oid('1.2.840.113549.1.1.1'), nothing), der(0x03, Buffer.from([0]), key))
}
/** Only its type counts where the signature is forged: the algorithm in the container is RSA. */
const rsaKey = newKey(65_537)

/** The signature proper replaced, everything else of the container kept. */
function withSignature(
  pdf: Anatomy,
  signature: SignaturePlace,
  value: (signed: Buffer, size: number) => Buffer | undefined,
) {
  const cms = cmsOf(signature)
  const infos = derAt(cms).children[1]?.children[0]?.children.at(-1)?.children[0]
  const token = infos?.children.findLast(({ tag }) => tag === 0x04)
  const attributes = infos?.children.find(({ tag }) => tag === 0xa0)
  if (token === undefined) return undefined
  const signed = attributes
    ? Buffer.concat([Buffer.from([0x31]), cms.subarray(attributes.start + 1, attributes.end)])
    : signedOf(pdf, signature)
  const forged = value(signed, token.end - token.contentStart)
  if (forged === undefined || forged.length > token.end - token.contentStart) return undefined
  Buffer.concat([Buffer.alloc(token.end - token.contentStart - forged.length), forged]).copy(cms, token.contentStart)
  return withCms(pdf, signature, cms)
}

/** Class 10: attackers who can sign, or who pretend that they could. */
export const keyHolder: Operators = {
  'signed anew by nobody': (pdf, chance) => resigned(pdf, aSignature(pdf, chance), nobody, fakeChain),
  'signed anew by nobody over changed content': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const evil = changed(pdf, signature)
    return evil && resigned(evil, signature, nobody, fakeChain)
  },
  'a namesake certificate': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    return resigned(pdf, signature, namesake(signature))
  },
  'a namesake certificate over changed content': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const evil = changed(pdf, signature)
    return evil && resigned(evil, signature, namesake(signature))
  },
  'a further signature by nobody': (pdf) => signedUpdate(pdf, nobody, fakeChain),
  'a further signature by nobody over changed content': (pdf) => {
    const objects = withEvilContent(pdf)
    return objects && signedUpdate(pdf, nobody, { ...fakeChain, objects })
  },
  'a further signature that certifies': (pdf, chance, insider) =>
    signedUpdate(pdf, insider, { objects: withEvilContent(pdf) ?? {}, certify: (1 + chance.pick(3)) as 1 | 2 | 3 }),
  'attributes relabelled as data': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const cms = cmsOf(signature)
    const info = derAt(cms).children[1]?.children[0]?.children.at(-1)?.children[0]
    const attributes = info?.children.find(({ tag }) => tag === 0xa0)
    if (info === undefined || attributes === undefined) return undefined
    const data = Buffer.concat([Buffer.from([0x31]), cms.subarray(attributes.start + 1, attributes.end)])
    const kept = info.children.filter((child) => child !== attributes).map(({ start, end }) => cms.subarray(start, end))
    return relabelled(pdf, signature, data, sequence(...kept))
  },
  'a key of exponent 1': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const by = namesake(signature, rsaKey, rsaSpki(1))
    return resigned(pdf, signature, by, { forge: (signed) => block(signed, 256, false) })
  },
  'a key of exponent 3': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    return resigned(pdf, signature, namesake(signature, rsaKey, rsaSpki(3)), { forge: forgedCube })
  },
  'a cube root for a signature': (pdf, chance) =>
    withSignature(pdf, aSignature(pdf, chance), (signed, size) => (size === 256 ? forgedCube(signed) : undefined)),
  'the block itself for a signature': (pdf, chance) =>
    withSignature(pdf, aSignature(pdf, chance), (signed, size) =>
      size >= 128 ? block(signed, size, chance.pick(2) === 0) : undefined,
    ),
  'a cube root over changed content': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const evil = changed(pdf, signature)
    return evil && resigned(evil, signature, borrowed(signature), { forge: forgedCube })
  },
  'ECDSA of zeros': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const [r, s] = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ][chance.pick(4)]!
    return resigned(pdf, signature, borrowed(signature), { forge: () => sequence(integer(r!), integer(s!)) })
  },
  'ECDSA of the order': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
    return resigned(pdf, signature, borrowed(signature), { forge: () => sequence(integer(order), integer(order)) })
  },
  'no signature proper': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    return resigned(pdf, signature, borrowed(signature), { forge: () => Buffer.alloc(0) })
  },
  'another digest claimed': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    return resigned(pdf, signature, nobody, { ...fakeChain, digest: createHash('sha256').update('x').digest() })
  },
  'an annotation on a certified file (EAA)': (pdf) => {
    const page = pageWithAnnotation(pdf, pdf.size)
    if (page === undefined || !/\/DocMDP/.test(pdf.text)) return undefined
    return updated(pdf, {
      ...page,
      [pdf.size]: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 190 190] /DA (/Helv 20 Tf) /Contents (DIUBAH) >>',
    })
  },
  'a signature that covers text of a certified file (SSA)': (pdf, chance) => {
    if (!/\/DocMDP/.test(pdf.text)) return undefined
    const looks =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 190 190] /Length 20 >>\nstream\n0 g 0 0 190 190 re f\nendstream'
    const field = `<< /Type /Annot /Subtype /Widget /F 132 /FT /Sig /T (Lagi) /Rect [0 0 190 190] /AP << /N ${pdf.size + 1} 0 R >> >>`
    const page = pageWithAnnotation(pdf, pdf.size)
    const form = entryOf(pdf.objects.get(pdf.root)!, 'AcroForm')?.text
    if (page === undefined || form === undefined) return undefined
    const seen = { ...page, [pdf.size]: field, [pdf.size + 1]: looks }
    return chance.pick(2) === 0 ? updated(pdf, seen) : signedUpdate(pdf, nobody, { ...fakeChain, objects: seen })
  },
  'the permissions of a certified file widened': (pdf) =>
    /\/DocMDP/.test(pdf.text) ? updated(pdf, { ...catalogWith(pdf, 'Perms', ''), ...withEvilContent(pdf) }) : undefined,
}

/** The true certificate, without its key. */
function borrowed(signature: SignaturePlace): Identity | undefined {
  const [certificate] = certificatesOf(signature)
  if (certificate === undefined) return undefined
  const isRsa = certificate.includes(oid('1.2.840.113549.1.1.1'))
  return { certificate, key: isRsa ? rsaKey : nobody.key }
}

/** A file whose signed bytes are the attributes of a true signature: what was signed is called the document. */
function relabelled(pdf: Anatomy, signature: SignaturePlace, data: Buffer, info: Buffer): Buffer | undefined {
  const cms = cmsOf(signature)
  const body = derAt(cms).children[1]!.children[0]!
  const parts = body.children.map(({ start, end }) => cms.subarray(start, end))
  const made = sequence(oid('1.2.840.113549.1.7.2'), der(0xa0, sequence(...parts.slice(0, -1), der(0x31, info))))
  const at = pdf.bytes.length + 1
  const text = entryOf(signature.dictionary.text, 'ByteRange')!
  const range = `[${at} ${data.length} ${at + data.length} 0]`
  const moved = withCms(pdf, signature, made)
  if (moved === undefined || range.length > text.text.length) return undefined
  const { byteRange } = signature
  const ranged = spliced(moved, byteRange.start, byteRange.end, range.padEnd(byteRange.end - byteRange.start))
  return Buffer.concat([ranged, Buffer.from('\n'), data])
}
