import { aSignature, type Operator, type Operators } from './operator.ts'
import { entryOf, withEntry } from './token.ts'
import { spliced, updated } from './update.ts'

const inPlace =
  (key: string, text: (before: string) => string): Operator =>
  (pdf, chance) => {
    const { dictionary } = aSignature(pdf, chance)
    const token = entryOf(dictionary.text, key)
    if (token === undefined || text(token.text) === token.text) return undefined
    return spliced(pdf.bytes, dictionary.start + token.start, dictionary.start + token.end, text(token.text))
  }

const overridden =
  (key: string, value: string): Operator =>
  (pdf, chance) => {
    const { number, dictionary } = aSignature(pdf, chance)
    return updated(pdf, { [number]: withEntry(dictionary.text, key, value) })
  }

/** Class 9: another kind of signature claimed than was made. */
export const subFilter: Operators = {
  'SHA-1 in place': inPlace('SubFilter', () => '/adbe.pkcs7.sha1'),
  'bare RSA in place': inPlace('SubFilter', () => '/adbe.x509.rsa_sha1'),
  'a timestamp in place': inPlace('SubFilter', () => '/ETSI.RFC3161'),
  'nothing known in place': inPlace('SubFilter', () => '/Apa.Saja'),
  'a type in place': inPlace('Type', () => '/DocTimeStamp'),
  'another handler in place': inPlace('Filter', () => '/Apa.Saja'),
  'SHA-1 behind': overridden('SubFilter', '/adbe.pkcs7.sha1'),
  'bare RSA behind': overridden('SubFilter', '/adbe.x509.rsa_sha1'),
  'a timestamp behind': overridden('SubFilter', '/ETSI.RFC3161'),
  'nothing known behind': overridden('SubFilter', '/Apa.Saja'),
  'a certificate behind': overridden('Cert', '<3000>'),
  'a type behind': overridden('Type', '/DocTimeStamp'),
}
