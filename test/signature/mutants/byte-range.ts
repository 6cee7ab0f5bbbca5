import type { Anatomy, SignaturePlace } from './anatomy.ts'
import { aSignature, type Operator, type Operators } from './operator.ts'
import { spliced } from './update.ts'

type Range = SignaturePlace['range']

/** The range written anew; in its own place when it fits, so that nothing else moves. */
const put = (pdf: Anatomy, { byteRange }: SignaturePlace, text: string) =>
  text === byteRange.text
    ? undefined
    : spliced(pdf.bytes, byteRange.start, byteRange.end, text.padEnd(byteRange.end - byteRange.start))

const becoming =
  (text: (range: Range, pdf: Anatomy, by: number) => string): Operator =>
  (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    return put(pdf, signature, text(signature.range, pdf, 1 + chance.pick(16)))
  }

/** Class 3: the range of a signature says something else. */
export const byteRange: Operators = {
  'the first start moved': becoming(([a, b, c, d], _, by) => `[${a + by} ${b} ${c} ${d}]`),
  'the first end moved back': becoming(([a, b, c, d], _, by) => `[${a} ${b - by} ${c} ${d}]`),
  'the first end moved on': becoming(([a, b, c, d], _, by) => `[${a} ${b + by} ${c} ${d}]`),
  'the second start moved back': becoming(([a, b, c, d], _, by) => `[${a} ${b} ${c - by} ${d}]`),
  'the second start moved on': becoming(([a, b, c, d], _, by) => `[${a} ${b} ${c + by} ${d}]`),
  'the second end moved back': becoming(([a, b, c, d], _, by) => `[${a} ${b} ${c} ${d - by}]`),
  'the second end moved on': becoming(([a, b, c, d], _, by) => `[${a} ${b} ${c} ${d + by}]`),
  'the whole file': becoming((_, pdf) => `[0 ${pdf.bytes.length} ${pdf.bytes.length} 0]`),
  'all zero': becoming(() => '[0 0 0 0]'),
  negative: becoming(
    ([a, b, c, d], _, by) => [`[${a} ${-b} ${c} ${d}]`, `[-1 ${b} ${c} ${d}]`, `[0 ${b} -1 ${d}]`][by % 3]!,
  ),
  huge: becoming(
    ([, b, c], _, by) => `[0 ${b} ${c} ${['99999999999999999999', '9007199254740993', '4294967296'][by % 3]}]`,
  ),
  real: becoming(
    ([a, b, c, d], _, by) => [`[${a} ${b}.0 ${c} ${d}]`, `[${a} ${b} ${c} ${d}.5]`, `[0. ${b} ${c} ${d}]`][by % 3]!,
  ),
  'two numbers': becoming((_, pdf) => `[0 ${pdf.bytes.length}]`),
  'three numbers': becoming(([a, b, c]) => `[${a} ${b} ${c}]`),
  'six numbers': becoming(([a, b, c, d]) => `[${a} ${b} ${c} ${d} ${c + d} 0]`),
  'null for a range': becoming(() => 'null'),
  'a name for a range': becoming(() => '/All'),
  'an empty range': becoming(() => '[]'),
  'a number for a range': becoming(() => '0'),
  'swapped pairs': becoming(([a, b, c, d]) => `[${c} ${d} ${a} ${b}]`),
  overlapping: becoming(([, b, , d], _, by) => `[0 ${b} ${b - by} ${d}]`),
  'no gap': becoming(([, b, c, d]) => `[0 ${b} ${b} ${d + c - b}]`),
  'another sign or leading zeros': becoming(([a, b, c, d]) => `[+${a} ${b} ${c} ${d}]`),
  'a comment in the range': becoming(([a, b, c, d]) => `[${a}%\n${b} ${c} ${d}]`),
  'a reference in the range': becoming(([a, , c, d]) => `[${a} 5 0 R ${c} ${d}]`),
  'an indirect range': becoming(() => '1 0 R'),

  'no range': (pdf, chance) => {
    const { byteRange: token } = aSignature(pdf, chance)
    const start = pdf.text.lastIndexOf('/ByteRange', token.start)
    return spliced(pdf.bytes, start, token.end, ' '.repeat(token.end - start))
  },

  'an indirect range that says the same': (pdf, chance) => {
    const signature = aSignature(pdf, chance)
    const number = pdf.size
    const text = `${number} 0 R`.padEnd(signature.byteRange.end - signature.byteRange.start)
    const changed = spliced(pdf.bytes, signature.byteRange.start, signature.byteRange.end, text)
    return Buffer.concat([changed, Buffer.from(`${number} 0 obj\n${signature.byteRange.text}\nendobj\n`)])
  },
}
