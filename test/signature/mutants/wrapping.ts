import { aSignature, type Operators } from './operator.ts'
import { entryOf, withEntry } from './token.ts'
import { latin1, spliced, updated } from './update.ts'

/** Class 4: the second signed part moved away, something else in the gap (signature wrapping). */
export const wrapping: Operators = {
  'a gap with a second range': (pdf, chance) => {
    const { range, contents } = aSignature(pdf, chance)
    const more = ` /ByteRange [0 ${range[1]} ${range[2] + 400} ${range[3]}]`
    const evil = `>>\nendobj\n4 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n`
    return spliced(pdf.bytes, contents.end, contents.end, `${more}${evil}`.padEnd(400))
  },
  'the tail moved, its range with it': (pdf, chance) => {
    const { range, byteRange, contents } = aSignature(pdf, chance)
    const by = 1 + chance.pick(500)
    const moved = spliced(pdf.bytes, contents.end, contents.end, '\n'.padEnd(by, '%'))
    const text = `[0 ${range[1]} ${range[2] + by} ${range[3]}]`
    return spliced(moved, byteRange.start, byteRange.end, text.padEnd(byteRange.end - byteRange.start))
  },
  'a tail behind the end of the file': (pdf, chance) => {
    const { number, range, dictionary } = aSignature(pdf, chance)
    const tail = pdf.bytes.subarray(range[2], range[2] + range[3])
    const evil = updated(pdf, {
      [number]: withEntry(dictionary.text, 'ByteRange', `[0 ${range[1]} ${2 * pdf.bytes.length + 20_000} ${range[3]}]`),
      [pdf.root]: withEntry(pdf.objects.get(pdf.root)!, 'Evil', 'true'),
    })
    return Buffer.concat([evil, Buffer.alloc(2 * pdf.bytes.length + 20_000 - evil.length, 0x20), tail])
  },
  'a gap that is larger than the container': (pdf, chance) => {
    const { contents } = aSignature(pdf, chance)
    const hex = contents.text.slice(1, -1)
    const shorter = hex.slice(0, -200)
    if (!/^0*$/.test(hex.slice(-200))) return undefined
    const more = ['/Evil (x)', '/V 1', '/Type /Sig', '/Name (Ratna Dewi)', '% nothing\n'][chance.pick(5)]!
    return spliced(pdf.bytes, contents.start, contents.end, `<${shorter}>${more.padEnd(200)}`)
  },
  'a comment around the container': (pdf, chance) => {
    const { contents } = aSignature(pdf, chance)
    const hex = contents.text.slice(1, -1)
    return spliced(pdf.bytes, contents.start, contents.end, `%\n<${hex.slice(0, -4)}>  `)
  },
  'the container of the newest dictionary elsewhere': (pdf, chance) => {
    const { number, dictionary } = aSignature(pdf, chance)
    return updated(pdf, { [number]: dictionary.text })
  },
  'the newest dictionary with another range': (pdf, chance) => {
    const { number, dictionary, range } = aSignature(pdf, chance)
    const text = withEntry(dictionary.text, 'ByteRange', `[0 ${range[1]} ${range[2]} ${range[3] - 1}]`)
    return entryOf(text, 'Contents') ? updated(pdf, { [number]: text }) : undefined
  },
  'two signed files in one': (pdf) => Buffer.concat([pdf.bytes, latin1('\n'), pdf.bytes]),
}
