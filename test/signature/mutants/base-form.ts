import { deflateSync } from 'node:zlib'
import { placeholder } from './signing.ts'
import { latin1 } from './update.ts'

/** A form of two pages: text fields, an inherited page size, and an empty place for a signature. */
export function plainForm(
  isPacked: boolean,
  more: Readonly<Record<number, string>> = {},
  signature = placeholder({}),
): Buffer {
  const content = 'BT /F1 12 Tf 20 160 Td (Perubahan data atas nama Ratna Dewi) Tj ET'
  const objects: Record<number, string> = {
    1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 /MediaBox [0 0 200 200] /Resources << /Font << /F1 5 0 R >> >> >>',
    3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [7 0 R 8 0 R] >>',
    4: `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    6: '<< /Fields [7 0 R 8 0 R] /SigFlags 3 /DR << /Font << /Helv 5 0 R >> >> /DA (/Helv 10 Tf 0 g) >>',
    7: '<< /Type /Annot /Subtype /Widget /F 4 /FT /Tx /Ff 1 /T (nama) /V (Ratna Dewi) /Rect [20 120 180 140] /P 3 0 R /AP << /N 11 0 R >> >>',
    8: '<< /Type /Annot /Subtype /Widget /F 4 /FT /Sig /T (TTE_PJ) /V 10 0 R /Rect [20 20 180 60] /P 3 0 R /AP << /N 12 0 R >> >>',
    9: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>',
    10: signature,
    11: '<< /Type /XObject /Subtype /Form /BBox [0 0 160 20] /Resources << /Font << /Helv 5 0 R >> >> /Length 33 >>\nstream\nBT /Helv 10 Tf (Ratna Dewi) Tj ET\nendstream',
    12: '<< /Type /XObject /Subtype /Form /BBox [0 0 160 40] /Resources << >> /Length 18 >>\nstream\n0 0 160 40 re S   \nendstream',
    ...more,
  }
  return isPacked ? packedFile(objects) : plainFile(objects)
}

function plainFile(objects: Readonly<Record<number, string>>): Buffer {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const lines = ['0000000000 65535 f ']
  for (const [number, body] of Object.entries(objects)) {
    lines.push(`${String(text.length).padStart(10, '0')} 00000 n `)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const head = `xref\n0 ${lines.length}\n${lines.join('\n')}\ntrailer\n<< /Size ${lines.length} /Root 1 0 R /ID [<0102><0102>] >>\n`
  return latin1(`${text}${head}startxref\n${text.length}\n%%EOF\n`)
}

/** Cross-reference stream, and an object stream for what may lie in one (ISO 32000-2 §7.5.7). */
function packedFile(objects: Readonly<Record<number, string>>): Buffer {
  const isLoose = (body: string) => body.includes('stream\n') || body.includes('/ByteRange')
  const all = Object.entries(objects).map(([number, body]) => [Number(number), body] as const)
  const [loose, packed] = [all.filter(([, body]) => isLoose(body)), all.filter(([, body]) => !isLoose(body))]
  const [container, table] = [all.length + 1, all.length + 2]
  let bodies = ''
  const heads = packed.map(([number, body]) => {
    const head = `${number} ${bodies.length}`
    bodies += `${body} `
    return head
  })
  const first = `${heads.join(' ')} `
  const data = deflateSync(latin1(first + bodies)).toString('latin1')
  const dictionary = `<< /Type /ObjStm /N ${packed.length} /First ${first.length} /Filter /FlateDecode /Length ${data.length} >>`
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const rows = new Map<number, readonly [number, number, number]>([[0, [0, 0, 65535]]])
  for (const [number, body] of [...loose, [container, `${dictionary}\nstream\n${data}\nendstream`] as const]) {
    rows.set(number, [1, text.length, 0])
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  for (const [index, [number]] of packed.entries()) rows.set(number, [2, container, index])
  rows.set(table, [1, text.length, 0])
  const bytes = Buffer.alloc((table + 1) * 7)
  for (const [number, [type, place, last]] of rows) {
    bytes[number * 7] = type
    bytes.writeUInt32BE(place, number * 7 + 1)
    bytes.writeUInt16BE(last, number * 7 + 5)
  }
  const head = `<< /Type /XRef /W [1 4 2] /Size ${table + 1} /Root 1 0 R /ID [<0102><0102>] /Length ${bytes.length} >>`
  const stream = `${table} 0 obj\n${head}\nstream\n${bytes.toString('latin1')}\nendstream\nendobj\n`
  return latin1(`${text}${stream}startxref\n${text.length}\n%%EOF\n`)
}
