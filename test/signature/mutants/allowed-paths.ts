import type { Anatomy } from './anatomy.ts'
import {
  catalog,
  catalogWith,
  evilContent,
  formOf,
  objectsLike,
  pageOf,
  pageWithAnnotation,
  streamOf,
} from './document.ts'
import { aSignature, type Operator, type Operators, oneOf } from './operator.ts'
import { withEvilContent } from './saved-content.ts'
import { signedUpdate } from './signing.ts'
import { entryOf, withEntry } from './token.ts'
import { updated } from './update.ts'

/** An object of the page overwritten, and named once more where a later revision may add things. */
const alsoNamed =
  (where: (number: number, pdf: Anatomy) => Readonly<Record<number, string>> | undefined): Operator =>
  (pdf) => {
    const evil = withEvilContent(pdf)
    const more = evil && where(Number(Object.keys(evil)[0]), pdf)
    return more && updated(pdf, { ...more, ...evil })
  }

const newField = (pdf: Anatomy, more: string, objects: Readonly<Record<number, string>> = {}) => {
  const form = formOf(pdf)
  const [page, fields] = [pageWithAnnotation(pdf, pdf.size), entryOf(form.text, 'Fields')?.text]
  if (page === undefined || fields?.startsWith('[') !== true) return undefined
  const field = `<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 /T (Lagi) /Rect [0 0 0 0] ${more} >>`
  const grown = withEntry(form.text, 'Fields', `[${fields.slice(1, -1)} ${pdf.size} 0 R]`)
  return { ...page, ...form.with(grown), [pdf.size]: field, ...objects }
}

/** Class 11: what is allowed to come later leads to what is not. */
export const allowedPaths: Operators = {
  'content named as a certificate': alsoNamed((number, pdf) => catalogWith(pdf, 'DSS', `<< /Certs [${number} 0 R] >>`)),
  'content named as validation data': alsoNamed((number, pdf) =>
    catalogWith(pdf, 'DSS', `<< /VRI << /${'A'.repeat(40)} << /Cert [${number} 0 R] >> >> >>`),
  ),
  'content named as metadata': alsoNamed((number, pdf) => catalogWith(pdf, 'Metadata', `${number} 0 R`)),
  'content named as an extension': alsoNamed((number, pdf) =>
    catalogWith(pdf, 'Extensions', `<< /ADBE << /BaseVersion /1.7 /ExtensionLevel ${number} 0 R >> >>`),
  ),
  'content named as an appearance': alsoNamed((number, pdf) => newField(pdf, `/AP << /N ${number} 0 R >>`)),
  'content named as a value': alsoNamed((number, pdf) => newField(pdf, `/V ${number} 0 R`)),
  'content named as a resource': alsoNamed((number, pdf) => {
    const form = formOf(pdf)
    return form.with(withEntry(form.text, 'DR', `<< /XObject << /X ${number} 0 R >> >>`))
  }),
  'content named in the trailer': (pdf) => {
    const evil = withEvilContent(pdf)
    return evil && updated(pdf, evil, { trailer: `/Info ${Object.keys(evil)[0]} 0 R` })
  },
  'a font named as a resource': (pdf, chance) => {
    const fonts = objectsLike(pdf, /\/Type\s*\/Font\b/)
    const form = formOf(pdf)
    if (fonts.length === 0) return undefined
    const [number] = oneOf(chance, fonts)
    const named = form.with(withEntry(form.text, 'DR', `<< /Font << /Helv ${number} 0 R /Lagi ${number} 0 R >> >>`))
    return updated(pdf, { ...named, [number]: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' })
  },
  'the page named as the page of a field': (pdf) => {
    const page = pageOf(pdf)
    const field = page && newField(pdf, `/P ${page[0]} 0 R`)
    if (page === undefined || field === undefined) return undefined
    const grown = field[page[0]] ?? page[1]
    return updated(pdf, {
      ...field,
      [page[0]]: withEntry(grown, 'Rotate', /\/Rotate\s+180/.test(grown) ? '90' : '180'),
    })
  },
  'an appearance of a signature overwritten': (pdf, chance) => {
    const { field } = aSignature(pdf, chance)
    const looks = /\/N\s+(\d+)\s+\d+\s+R/.exec(field === undefined ? '' : (pdf.objects.get(field) ?? ''))?.[1]
    return looks === undefined
      ? undefined
      : updated(pdf, {
          [Number(looks)]: streamOf('0 g 0 0 99 99 re f', '/Type /XObject /Subtype /Form /BBox [0 0 99 99]'),
        })
  },
  'an appearance of a text overwritten': (pdf) => {
    const [, text] = objectsLike(pdf, /\/FT\s*\/Tx/)[0] ?? []
    const looks = /\/N\s+(\d+)\s+\d+\s+R/.exec(text ?? '')?.[1]
    return looks === undefined
      ? undefined
      : updated(pdf, {
          [Number(looks)]: streamOf('BT (Orang Lain) Tj ET', '/Type /XObject /Subtype /Form /BBox [0 0 99 99]'),
        })
  },
  'a text field below a new signature field': (pdf) => {
    const [number, text] = objectsLike(pdf, /\/FT\s*\/Tx/)[0] ?? []
    const field = newField(pdf, `/Kids [${number} 0 R]`)
    return number !== undefined && text !== undefined && field
      ? updated(pdf, { ...field, [number]: withEntry(text, 'Parent', `${pdf.size} 0 R`) })
      : undefined
  },
  'a text field that becomes a signature field': (pdf) => {
    const [number, text] = objectsLike(pdf, /\/FT\s*\/Tx/)[0] ?? []
    return number === undefined
      ? undefined
      : updated(pdf, { [number]: withEntry(withEntry(text!, 'FT', '/Sig'), 'V', '') })
  },
  'a new field with an action': (pdf) => {
    const field = newField(pdf, '/A << /S /JavaScript /JS (app.alert\\(1\\)) >>')
    return field && updated(pdf, field)
  },
  'a new field with actions': (pdf) => {
    const field = newField(pdf, '/AA << /PV << /S /JavaScript /JS (app.alert\\(1\\)) >> >>')
    return field && updated(pdf, field)
  },
  'a new field with a background': (pdf) => {
    const field = newField(pdf, '/MK << /BG [1 1 1] >>')
    const wide = field && { ...field, [pdf.size]: field[pdf.size]!.replace('[0 0 0 0]', '[0 0 200 200]') }
    return wide && updated(pdf, wide)
  },
  'inherited page entries': (pdf, chance) => {
    const tree = /\/Parent\s+(\d+)/.exec(pageOf(pdf)?.[1] ?? '')?.[1]
    const text = tree === undefined ? undefined : pdf.objects.get(Number(tree))
    if (text === undefined) return undefined
    const [key, value] = [
      ['MediaBox', '[0 0 50 50]'],
      ['CropBox', '[0 0 50 50]'],
      ['Rotate', '90'],
      ['Resources', '<< >>'],
    ][chance.pick(4)] as [string, string]
    return updated(pdf, { [Number(tree)]: withEntry(text, key, value) })
  },
  'a group of the page': (pdf) => {
    const page = pageOf(pdf)
    return page && updated(pdf, { [page[0]]: withEntry(page[1], 'Group', '<< /S /Transparency /I true /K true >>') })
  },
  'a signed revision with content in a further signature of its own': (pdf, _, insider) =>
    signedUpdate(pdf, insider, { objects: { ...withEvilContent(pdf), [pdf.size + 5]: evilContent } }),
  'a catalog of another generation': (pdf) =>
    updated(pdf, { [pdf.root]: catalog(pdf) }, { generations: new Map([[pdf.root, 1]]) }),
}
