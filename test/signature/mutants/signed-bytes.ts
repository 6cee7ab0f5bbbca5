import { aSignature, type Operators, signedPosition } from './operator.ts'
import { spliced } from './update.ts'

/** Class 1: bytes that a signature covers are other bytes, gone, or moved. */
export const signedBytes: Operators = {
  'a bit flipped': (pdf, chance) => {
    const bytes = Buffer.from(pdf.bytes)
    const at = signedPosition(aSignature(pdf, chance), chance)
    bytes[at] = bytes[at]! ^ (1 << chance.pick(8))
    return bytes
  },

  'a byte replaced': (pdf, chance) => {
    const bytes = Buffer.from(pdf.bytes)
    const at = signedPosition(aSignature(pdf, chance), chance)
    bytes[at] = (bytes[at]! + 1 + chance.pick(255)) % 256
    return bytes
  },

  'two bytes swapped': (pdf, chance) => {
    const bytes = Buffer.from(pdf.bytes)
    const signature = aSignature(pdf, chance)
    const [a, b] = [signedPosition(signature, chance), signedPosition(signature, chance)]
    if (bytes[a] === bytes[b]) return undefined
    ;[bytes[a], bytes[b]] = [bytes[b]!, bytes[a]!]
    return bytes
  },

  'bytes deleted': (pdf, chance) => {
    const signature = pdf.signatures[0]!
    const at = signedPosition(signature, chance)
    return spliced(pdf.bytes, at, Math.min(at + 1 + chance.pick(8), signature.range[2] + signature.range[3]), '')
  },

  'bytes inserted': (pdf, chance) => {
    const at = signedPosition(aSignature(pdf, chance), chance)
    return spliced(pdf.bytes, at, at, [' ', '\n', '%\n', '0', '\0', '<<>>', 'endobj'][chance.pick(7)]!)
  },

  'a run overwritten': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const at = signedPosition(signature, chance)
    const end = at < signature.range[1] ? signature.range[1] : signature.range[2] + signature.range[3]
    const length = Math.min(1 + chance.pick(64), end - at)
    const filler = String.fromCharCode([0, 0x20, 0x41, 0xff][chance.pick(4)]!).repeat(length)
    return pdf.text.slice(at, at + length) === filler ? undefined : spliced(pdf.bytes, at, at + length, filler)
  },

  'a block written twice': (pdf, chance) => {
    const at = signedPosition(aSignature(pdf, chance), chance)
    return spliced(pdf.bytes, at, at, pdf.text.slice(at, at + 1 + chance.pick(64)))
  },

  'a signed text replaced': (pdf, chance) => {
    const words = [...pdf.text.matchAll(/\((?=[A-Za-z])[^()\\]{3,40}\)/g)]
    const { range } = pdf.signatures[0]!
    const word = words[chance.pick(Math.max(1, words.length))]
    if (word === undefined || word.index + word[0].length > range[2] + range[3]) return undefined
    if (word.index < range[2] && word.index + word[0].length > range[1]) return undefined
    return spliced(pdf.bytes, word.index + 1, word.index + 2, word[0][1] === 'X' ? 'Y' : 'X')
  },

  'cut within the signed range': (pdf, chance) => pdf.bytes.subarray(0, signedPosition(pdf.signatures[0]!, chance)),

  'the tail cut': (pdf, chance) => {
    const { range } = pdf.signatures[0]!
    return pdf.bytes.subarray(0, range[2] + range[3] - 3 - chance.pick(40))
  },

  'the head cut': (pdf, chance) => pdf.bytes.subarray(1 + chance.pick(40)),
}
