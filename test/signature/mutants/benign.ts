import { catalog } from './document.ts'
import { aSignature, type Operators, oneOf } from './operator.ts'
import { mustRead, signedUpdate } from './signing.ts'
import { entryOf } from './token.ts'
import { spliced, updated } from './update.ts'

/** What honest programs do: a valid file stays valid. */
export const benign: Operators = {
  nothing: (pdf) => pdf.bytes,
  'hexadecimal digits of another case': (pdf, chance) => {
    const { contents } = aSignature(pdf, chance)
    const isUpper = /[A-F]/.test(contents.text)
    const text = isUpper ? contents.text.toLowerCase() : contents.text.toUpperCase()
    return spliced(pdf.bytes, contents.start, contents.end, text)
  },
  'one hexadecimal digit of another case': (pdf, chance) => {
    const { contents } = aSignature(pdf, chance)
    const letters = [...contents.text.matchAll(/[a-fA-F]/g)]
    const { index, 0: letter } = oneOf(chance, letters)
    const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
    return spliced(pdf.bytes, contents.start + index, contents.start + index + 1, other)
  },
  'an empty update': (pdf) => updated(pdf, {}),
  'a security store': (pdf, _, insider) => {
    if (entryOf(catalog(pdf), 'DSS')) return undefined
    const head = `<< /Length ${insider.certificate.length} >>\nstream\n`
    const certificate = `${head}${insider.certificate.toString('latin1')}\nendstream`
    const withStore = catalog(pdf).replace('<<', `<< /DSS << /Certs [${pdf.size} 0 R] >>`)
    return updated(pdf, { [pdf.root]: withStore, [pdf.size]: certificate })
  },
}

/** A true further signature: allowed but where the first one certifies that nothing shall change. */
export const furtherSignature: Operators = {
  'a further signature': (pdf, _, insider) =>
    /\/P 1\b/.test(pdf.text) || pdf.trailer.includes('/Encrypt') ? undefined : signedUpdate(pdf, insider),
  'two further signatures': (pdf, _, insider) => {
    const once = furtherSignature['a further signature']!(pdf, _, insider)
    return once && signedUpdate(mustRead(Buffer.from(once)), insider)
  },
}
