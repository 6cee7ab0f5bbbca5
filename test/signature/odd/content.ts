import type { Makers } from './layouts.ts'
import { oddFile, plainObjects, type Row, signatureText, stream, usualFrame } from './odd-file.ts'

const plain = (number: number): string => plainObjects[number] ?? ''
const content = 'BT /F1 12 Tf 40 200 Td (Permohonan) Tj ET'
const contentOf = (body: string): Buffer => oddFile({ objects: { 4: body } })
const hex = Buffer.from(content).toString('hex')

/** Frames one object in its own way. */
const framed = (number: number, text: (body: string) => string): Buffer =>
  oddFile({ frame: (row: Row, body) => (row.number === number ? text(body) : usualFrame(row, body)) })

/** Files whose objects are written oddly. */
export const honestContent: Makers = {
  'a length that stands in an object of its own': () =>
    oddFile({
      objects: { 4: stream(content).replace(/Length \d+/, 'Length 10 0 R'), 10: String(content.length) },
      trailer: '/Size 11 /Root 1 0 R',
    }),
  'a length one too long': () => contentOf(stream(content).replace(/Length \d+/, `Length ${content.length + 1}`)),
  'a length three too short': () =>
    contentOf(stream(`${content}   `).replace(/Length \d+/, `Length ${content.length}`)),
  'a length far too long': () => contentOf(stream(content).replace(/Length \d+/, 'Length 9999')),
  'no length': () => contentOf(stream(content).replace(/ *\/Length \d+/, '')),
  'endstream right behind the data': () => contentOf(stream(content).replace('\nendstream', 'endstream')),
  'CR LF before endstream': () => contentOf(stream(content).replace('\nendstream', '\r\nendstream')),
  'CR alone behind stream': () => contentOf(stream(content).replace('stream\n', 'stream\r')),
  'a space behind stream': () => contentOf(stream(content).replace('stream\n', 'stream \n')),
  'endobj right behind endstream': () => framed(4, (body) => `4 0 obj\n${body}endobj\n`),
  'an object without endobj': () => framed(9, (body) => `9 0 obj\n${body}\n`),
  'an object of nothing': () => oddFile({ objects: { 9: '' } }),
  'a name with an odd #': () => oddFile({ objects: { 9: plain(9).replace('Helvetica', 'Helv#Bold') } }),
  'names with escapes': () => oddFile({ objects: { 3: plain(3).replace('/Type /Page', '/Ty#70e /P#61ge') } }),
  'a number with two signs': () => oddFile({ objects: { 3: plain(3).replace('[0 0 300 300]', '[0 --0 300 300]') } }),
  'a number with a sign within': () => oddFile({ objects: { 3: plain(3).replace('[0 0 300 300]', '[0 0 300 30-0]') } }),
  'numbers with bare points': () =>
    oddFile({ objects: { 3: plain(3).replace('[0 0 300 300]', '[.0 -.0 300. +300]') } }),
  'a key twice with the same value': () =>
    oddFile({ objects: { 9: plain(9).replace('/Type /Font', '/Type /Font /Type /Font') } }),
  'a key twice in the page': () =>
    oddFile({ objects: { 3: plain(3).replace('/Type /Page', '/Type /Page /Rotate 0 /Rotate 90') } }),
  'strings with octals and continued lines': () =>
    oddFile({ objects: { 5: '<< /Producer (o\\144d \\\n(nested) \\) \\7) >>' } }),
  'an odd hexadecimal string': () => oddFile({ objects: { 5: '<< /Producer <6f 64 6> >>' } }),
  'a filter in an array': () => contentOf(stream(`${hex}>`, '/Filter [/ASCIIHexDecode] /DecodeParms [null]')),
  'a filter by its short name': () => contentOf(stream(`${hex}>`, '/Filter /AHx')),
  'a filter that nobody knows': () => contentOf(stream(content, '/Filter /OddDecode')),
  'a crypt filter of identity': () =>
    contentOf(stream(content, '/Filter [/Crypt] /DecodeParms [<< /Name /Identity >>]')),
  LZW: () => contentOf(stream('\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01', '/Filter /LZWDecode')),
  'references to nothing': () => oddFile({ objects: { 3: plain(3).replace('/Parent', '/B [77 0 R] /Parent') } }),
  'an entry that leads to another object': () =>
    oddFile({
      frame: (row, body) => (row.number === 9 ? usualFrame({ ...row, number: 99 }, body) : usualFrame(row, body)),
    }),
  'a page tree of two levels with an empty node': () =>
    oddFile({
      objects: {
        2: '<< /Type /Pages /Kids [10 0 R 3 0 R] /Count 1 >>',
        10: '<< /Type /Pages /Parent 2 0 R /Kids [] /Count 0 >>',
      },
      trailer: '/Size 11 /Root 1 0 R',
    }),
  'annotations in an object of their own': () =>
    oddFile({ objects: { 3: plain(3).replace('[7 0 R]', '10 0 R'), 10: '[7 0 R]' }, trailer: '/Size 11 /Root 1 0 R' }),
  'an object that nobody lists': () => contentOf(`${stream(content)}\nendobj\n55 0 obj\n(old)`),
  'resources and an appearance in the form': () =>
    oddFile({
      objects: { 6: plain(6).replace('/SigFlags', '/DA (/Helv 0 Tf 0 g) /DR << /Font << /Helv 9 0 R >> >> /SigFlags') },
    }),
  'no type in the signature': () => oddFile({ objects: { 8: signatureText.replace('/Type /Sig ', '') } }),
}
