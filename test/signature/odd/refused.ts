import type { Makers } from './layouts.ts'
import { contentsText, oddFile, plainObjects, rangeText, signatureText, usualEnd, usualTable } from './odd-file.ts'

const plain = (number: number): string => plainObjects[number] ?? ''
const junk = 'junk\n'

/** Files that may be honest and are refused all the same: each has a second reading, or lacks what a signature needs. */
export const refused: Makers = {
  'the end told twice': () => oddFile({ end: (at) => `${usualEnd(at)}${usualEnd(at)}` }),
  'words behind the end, signed': () => oddFile({ end: (at) => `${usualEnd(at)}<!-- page -->\n` }),
  'a table that counts from 1 and means 0': () =>
    oddFile({ table: (rows) => usualTable(rows).replace('xref\n0', 'xref\n1') }),
  'offsets that count from a header behind junk': () =>
    oddFile({
      header: `${junk}%PDF-1.4\n`,
      table: (rows) => usualTable(rows.map((row) => ({ ...row, at: row.at - junk.length }))),
      end: (at) => usualEnd(at - junk.length),
    }),
  'a signature that stands within its field': () =>
    oddFile({ objects: { 7: plain(7).replace('8 0 R', signatureText), 8: null } }),
  'a range in an object of its own': () =>
    oddFile({
      objects: { 8: signatureText.replace(rangeText, '10 0 R'), 10: rangeText },
      trailer: '/Size 11 /Root 1 0 R',
    }),
  'a container in an object of its own': () =>
    oddFile({
      objects: { 8: signatureText.replace(contentsText, '10 0 R'), 10: contentsText },
      trailer: '/Size 11 /Root 1 0 R',
    }),
  'digits spread over lines': () => oddFile({ digits: (hex) => hex.replace(/.{64}/g, '$&\n') }),
  'two values of one key of the signature': () =>
    oddFile({ objects: { 8: signatureText.replace('/Type /Sig', '/Type /Sig /Reason (a) /Reason (b)') } }),
  'a signature that no form has': () => oddFile({ objects: { 6: '<< /Fields [] /SigFlags 3 >>' } }),
  'a container of version 4': () => oddFile({ cms: () => ({ version: 4 }) }),
  'a container that announces no digest': () => oddFile({ cms: () => ({ digests: [] }) }),
  'a container without the certificate that signed': () => oddFile({ cms: () => ({ certificates: [] }) }),
}
