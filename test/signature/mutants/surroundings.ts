import type { Operators } from './operator.ts'
import { latin1 } from './update.ts'

const zip = 'PK\x05\x06'.padEnd(22, '\0')
const behind = (pdf: { readonly bytes: Buffer }, text: string) => Buffer.concat([pdf.bytes, latin1(text)])
const before = (pdf: { readonly bytes: Buffer }, text: string) => Buffer.concat([latin1(text), pdf.bytes])
const small =
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n'

/** Class 6: bytes before and behind the file. */
export const surroundings: Operators = {
  'text behind': (pdf, chance) => behind(pdf, `${'x'.repeat(1 + chance.pick(40))}\n`),
  'a comment behind': (pdf) => behind(pdf, '% Orang Lain\n'),
  'NULs behind': (pdf, chance) => behind(pdf, '\0'.repeat(1_000 + chance.pick(40))),
  'another end of file behind': (pdf) => behind(pdf, '%%EOF\n'),
  'another start behind': (pdf) => behind(pdf, `startxref\n${pdf.startXref}\n%%EOF\n`),
  'a start of nothing behind': (pdf) => behind(pdf, 'startxref\n0\n%%EOF\n'),
  'a ZIP behind': (pdf) => behind(pdf, zip),
  'another PDF behind': (pdf) => behind(pdf, `${small}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`),
  'another trailer behind': (pdf) => behind(pdf, 'trailer\n<< /Size 3 /Root 1 0 R >>\n'),
  'an object behind': (pdf) => behind(pdf, '4 0 obj\n(Orang Lain)\nendobj\n'),
  'text before': (pdf, chance) => before(pdf, `${'x'.repeat(1 + chance.pick(40))}\n`),
  'a comment before': (pdf) => before(pdf, '% Orang Lain\n'),
  'a header before': (pdf) => before(pdf, '%PDF-1.4\n'),
  'NULs before': (pdf) => before(pdf, '\0'.repeat(16)),
  'a ZIP before': (pdf) => before(pdf, zip),
  'HTML before': (pdf) => before(pdf, '<html><script>1</script></html>\n'),
  'another PDF before': (pdf) => before(pdf, `${small}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`),
}
