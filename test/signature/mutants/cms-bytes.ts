import type { Anatomy, SignaturePlace } from './anatomy.ts'
import { derAt } from './der.ts'
import { aSignature, type Operators } from './operator.ts'
import { spliced } from './update.ts'

const cmsOf = ({ contents }: SignaturePlace): Buffer => Buffer.from(contents.text.slice(1, -1), 'hex')
const put = (pdf: Anatomy, { contents }: SignaturePlace, text: string) =>
  spliced(pdf.bytes, contents.start, contents.end, text)
const padded = (text: string, { contents }: SignaturePlace) => text.padEnd(contents.end - contents.start)

/** Bytes of a signature container replaced by others of the same length. */
export function withCms(pdf: Anatomy, signature: SignaturePlace, bytes: Uint8Array): Buffer | undefined {
  const size = (signature.contents.end - signature.contents.start - 2) / 2
  if (bytes.length > size) return undefined
  return put(pdf, signature, `<${Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]).toString('hex')}>`)
}

/** Class 2, single bits: what no signature covers may differ, but never who signed, what, and when. */
export const cmsBits: Operators = {
  'a bit of the container': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const cms = cmsOf(signature)
    const at = chance.pick(derAt(cms).end)
    cms[at] = cms[at]! ^ (1 << chance.pick(8))
    return withCms(pdf, signature, cms)
  },

  'a byte of the container': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const cms = cmsOf(signature)
    const at = chance.pick(derAt(cms).end)
    cms[at] = (cms[at]! + 1 + chance.pick(255)) % 256
    return withCms(pdf, signature, cms)
  },
}

/** Class 2, the container as a whole: none of these may be taken. */
export const cmsWhole: Operators = {
  'padding not zero': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const cms = cmsOf(signature)
    const { end } = derAt(cms)
    if (end >= cms.length) return undefined
    cms[end + chance.pick(cms.length - end)] = 1 + chance.pick(255)
    return withCms(pdf, signature, cms)
  },
  'a second container behind the first': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const cms = cmsOf(signature)
    const { end } = derAt(cms)
    return withCms(pdf, signature, Buffer.concat([cms.subarray(0, end), cms.subarray(0, end)]))
  },
  'no container': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    return put(pdf, signature, padded('<>', signature))
  },
  'a container of zeros': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    return put(pdf, signature, signature.contents.text.replace(/[^<>]/g, '0'))
  },
  'null, a name, a number or nothing for a container': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    return put(
      pdf,
      signature,
      padded(['null', '/Null', '0', '', 'true', '[]', '<<>>', '10 0 R'][chance.pick(8)]!, signature),
    )
  },
  'a literal string for a container': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const bytes = cmsOf(signature).subarray(0, derAt(cmsOf(signature)).end)
    const literal = bytes
      .toString('latin1')
      .replace(/[\\()\r\n]/g, (c) => `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`)
    return put(pdf, signature, padded(`(${literal})`, signature))
  },
  'garbage for a container': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    return put(
      pdf,
      signature,
      signature.contents.text.replace(/[^<>]/g, () => '0123456789abcdef'[chance.pick(16)]!),
    )
  },
  'a truncated container': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const cms = cmsOf(signature)
    return withCms(pdf, signature, cms.subarray(0, 1 + chance.pick(derAt(cms).end - 1)))
  },
  'white space in the container': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const { text } = signature.contents
    const at = 1 + chance.pick(text.length - 3)
    return put(pdf, signature, `${text.slice(0, at)} ${text.slice(at, -2)}>`)
  },
  'an odd or foreign digit in the container': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const { text } = signature.contents
    return put(
      pdf,
      signature,
      chance.pick(2) === 0 ? `${text.slice(0, -2)}> ` : `${text.slice(0, 9)}g${text.slice(10)}`,
    )
  },
  'all values of the signature proper': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const cms = cmsOf(signature)
    const info = derAt(cms).children[1]?.children[0]?.children.at(-1)?.children[0]
    const value = info?.children.findLast(({ tag }) => tag === 0x04)
    if (value === undefined) return undefined
    cms.fill([0, 1, 0xff][chance.pick(3)]!, value.contentStart, value.end)
    return withCms(pdf, signature, cms)
  },
}
