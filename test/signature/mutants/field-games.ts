import type { Anatomy } from './anatomy.ts'
import { plainForm } from './base-form.ts'
import { catalogWith, evilContent, formOf, objectsLike, pageWithAnnotation, streamOf } from './document.ts'
import { aSignature, type Operators } from './operator.ts'
import { withEvilContent } from './saved-content.ts'
import { mustRead, signedUpdate } from './signing.ts'
import { entryOf, withEntry } from './token.ts'
import { spliced, updated } from './update.ts'

/** One more field in the form and on the first page. */
export function withField(
  pdf: Anatomy,
  field: string,
  more: Readonly<Record<number, string>> = {},
): Buffer | undefined {
  const form = formOf(pdf)
  const [page, fields] = [pageWithAnnotation(pdf, pdf.size), entryOf(form.text, 'Fields')?.text]
  if (page === undefined || fields?.startsWith('[') !== true) return undefined
  const grown = withEntry(form.text, 'Fields', `[${fields.slice(1, -1)} ${pdf.size} 0 R]`)
  return updated(pdf, { ...page, ...form.with(grown), ...more, [pdf.size]: field })
}

const widget = '/Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /F 132'

/** Class 8: fields that share a signature, that are none, or that come from elsewhere. */
export const fieldGames: Operators = {
  'a shared signature': (pdf, chance) =>
    withField(pdf, `<< ${widget} /T (Lagi) /V ${aSignature(pdf, chance).number} 0 R >>`),
  'a shared signature, the document changed': (pdf, chance) =>
    withField(pdf, `<< ${widget} /T (Lagi) /V ${aSignature(pdf, chance).number} 0 R >>`, withEvilContent(pdf)),
  'an empty field that is a text': (pdf) =>
    withField(pdf, `<< ${widget.replace('Sig', 'Tx')} /T (Lagi) /V (Orang Lain) >>`),
  'a field with an appearance that is none': (pdf) =>
    withField(pdf, `<< ${widget.replace('0 0 0 0', '0 0 200 200')} /T (Lagi) /AP << /N ${pdf.size + 1} 0 R >> >>`, {
      [pdf.size + 1]:
        '<< /Type /XObject /Subtype /Form /BBox [0 0 200 200] /Length 20 >>\nstream\n0 g 0 0 200 200 re f\nendstream',
    }),
  'a field with a signature of nobody': (pdf) => withField(pdf, `<< ${widget} /T (Lagi) /V << /Type /Sig >> >>`),
  'a field of the same name': (pdf, chance) => {
    const { field } = aSignature(pdf, chance)
    const name = entryOf(field === undefined ? '' : (pdf.objects.get(field) ?? ''), 'T')?.text
    // In an encrypted file a name is other bytes in every object.
    return name === undefined || pdf.trailer.includes('/Encrypt')
      ? undefined
      : withField(pdf, `<< ${widget} /T ${name} >>`)
  },
  'a signature copied to another document': (pdf, chance) => {
    const { dictionary } = aSignature(pdf, chance)
    return plainForm(false, { 4: evilContent }, dictionary.text)
  },
  'a signature copied to another document at its place': (pdf, chance) => {
    const { dictionary, range } = aSignature(pdf, chance)
    const other = plainForm(false, { 4: evilContent }, dictionary.text)
    const at = other.toString('latin1').indexOf(entryOf(dictionary.text, 'Contents')!.text)
    return at >= range[1] ? undefined : spliced(other, 9, 9, `%${'x'.repeat(range[1] - at - 1)}`)
  },
  'a signature copied to a field of a changed document': (pdf, chance) => {
    const evil = withEvilContent(pdf)
    const { dictionary } = aSignature(pdf, chance)
    if (evil === undefined) return undefined
    return withField(pdf, `<< ${widget} /T (Lagi) /V ${pdf.size + 1} 0 R >>`, {
      ...evil,
      [pdf.size + 1]: dictionary.text,
    })
  },
  'the form hidden, its signature with it': (pdf) =>
    updated(pdf, { ...withEvilContent(pdf), ...catalogWith(pdf, 'AcroForm', '<< /Fields [] >>') }),
  'a true second signature over changed content': (pdf, _, insider) => {
    const objects = withEvilContent(pdf)
    return objects && signedUpdate(pdf, insider, { objects })
  },
  'a true second signature that covers the page': (pdf, chance, insider) => {
    const looks = '1 g 0 0 900 900 re f 0 g BT /F1 20 Tf 20 160 Td (Orang Lain) Tj ET'
    const form = streamOf(looks, '/Type /XObject /Subtype /Form /BBox [0 0 900 900]')
    const flags = [4, 132, 0, 64, 512][chance.pick(5)]
    const widget = `/F ${flags} /Rect [0 0 900 900] /AP << /N ${pdf.size + 2} 0 R >>`
    return signedUpdate(pdf, insider, { objects: { [pdf.size + 2]: form }, widget })
  },
  'a true second signature that covers a field': (pdf, _, insider) => {
    const [, text] = objectsLike(pdf, /\/FT\s*\/Tx/)[0] ?? []
    const place = entryOf(text ?? '', 'Rect')?.text
    const looks = streamOf('1 g 0 0 900 900 re f', '/Type /XObject /Subtype /Form /BBox [0 0 900 900]')
    const widget = `/F 4 /Rect ${place} /AP << /N ${pdf.size + 2} 0 R >>`
    return place === undefined ? undefined : signedUpdate(pdf, insider, { objects: { [pdf.size + 2]: looks }, widget })
  },
  'a true second signature, then changed content': (pdf, _, insider) => {
    const signed = signedUpdate(pdf, insider)
    const again = signed && mustRead(signed)
    const objects = again && withEvilContent(again)
    return again && objects && updated(again, objects)
  },
}
