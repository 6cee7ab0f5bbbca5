import type { Anatomy } from './anatomy.ts'
import { catalog, catalogWith, evilContent, objectLike, pageOf, pageWith, streamOf } from './document.ts'
import type { Operators } from './operator.ts'
import { mustRead } from './signing.ts'
import { entryOf, numberOf, withEntry } from './token.ts'
import { type UpdateShape, updated } from './update.ts'

const saved = (pdf: Anatomy, objects: Readonly<Record<number, string>> | undefined, shape?: UpdateShape) =>
  objects && updated(pdf, objects, shape)

/** The content stream of the first page replaced. */
export function withEvilContent(pdf: Anatomy): Readonly<Record<number, string>> | undefined {
  const page = pageOf(pdf)
  const number = page && /\/Contents\s*\[?\s*(\d+)\s+\d+\s+R/.exec(page[1])?.[1]
  return number === undefined ? undefined : { [Number(number)]: evilContent }
}

/** Class 5: what pages show is changed by an incremental save behind the signature. */
export const savedContent: Operators = {
  'content replaced': (pdf) => saved(pdf, withEvilContent(pdf)),
  'content of the page elsewhere': (pdf) => {
    const page = pageWith(pdf, 'Contents', `${pdf.size} 0 R`)
    return page && updated(pdf, { ...page, [pdf.size]: evilContent })
  },
  'a page added': (pdf) => {
    const tree = numberOf(entryOf(catalog(pdf), 'Pages'))
    const text = tree === undefined ? undefined : pdf.objects.get(tree)
    if (tree === undefined || text === undefined) return undefined
    const kids = entryOf(text, 'Kids')?.text.slice(1, -1) ?? ''
    const count = Number(entryOf(text, 'Count')?.text ?? 0) + 1
    const grown = withEntry(withEntry(text, 'Kids', `[${pdf.size} 0 R ${kids}]`), 'Count', `${count}`)
    const page = `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 200 200] /Contents ${pdf.size + 1} 0 R >>`
    return updated(pdf, { [tree]: grown, [pdf.size]: page, [pdf.size + 1]: evilContent })
  },
  'a page taken away': (pdf) => {
    const tree = numberOf(entryOf(catalog(pdf), 'Pages'))
    const text = tree === undefined ? '' : (pdf.objects.get(tree) ?? '')
    const kids = entryOf(text, 'Kids')?.text.match(/\d+\s+\d+\s+R/g) ?? []
    if (tree === undefined || kids.length < 2) return undefined
    return updated(pdf, { [tree]: withEntry(withEntry(text, 'Kids', `[${kids[0]}]`), 'Count', '1') })
  },
  'pages in another order': (pdf) => {
    const tree = numberOf(entryOf(catalog(pdf), 'Pages'))
    const text = tree === undefined ? '' : (pdf.objects.get(tree) ?? '')
    const kids = entryOf(text, 'Kids')?.text.match(/\d+\s+\d+\s+R/g) ?? []
    if (tree === undefined || kids.length < 2) return undefined
    return updated(pdf, { [tree]: withEntry(text, 'Kids', `[${kids.toReversed().join(' ')}]`) })
  },
  'another catalog': (pdf) =>
    updated(pdf, { [pdf.size]: withEntry(catalog(pdf), 'PageMode', '/FullScreen') }, { root: pdf.size }),
  'another catalog and other pages': (pdf) => {
    const [root, tree, page, content] = [pdf.size, pdf.size + 1, pdf.size + 2, pdf.size + 3]
    const objects = {
      [root]: withEntry(catalog(pdf), 'Pages', `${tree} 0 R`),
      [tree]: `<< /Type /Pages /Kids [${page} 0 R] /Count 1 >>`,
      [page]: `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 200 200] /Contents ${content} 0 R >>`,
      [content]: evilContent,
    }
    return updated(pdf, objects, { root })
  },
  'no cross-reference section': (pdf) => {
    const objects = withEvilContent(pdf)
    return objects && updated(pdf, objects, { without: 'xref' })
  },
  'objects alone': (pdf, chance) => {
    const found = objectLike(pdf, chance, /^\s*<</)
    return found && Buffer.concat([pdf.bytes, Buffer.from(`\n${found[0]} 0 obj\n${evilContent}\nendobj\n`)])
  },
  'a cross-reference section nobody starts': (pdf) => saved(pdf, withEvilContent(pdf), { without: 'startxref' }),
  'a wrong Prev': (pdf, chance) =>
    saved(pdf, withEvilContent(pdf), { prev: [0, 1, pdf.startXref + 1, pdf.bytes.length][chance.pick(4)] }),
  'no Prev': (pdf) => saved(pdf, withEvilContent(pdf), { prev: undefined }),
  'the other kind of cross-reference': (pdf) => saved(pdf, withEvilContent(pdf), { isTable: !pdf.isTable }),
  'a font replaced': (pdf, chance) => {
    const found = objectLike(pdf, chance, /\/Type\s*\/Font\b/)
    const other = '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>'
    return found && updated(pdf, { [found[0]]: other })
  },
  'a form or picture replaced': (pdf, chance) => {
    const found = objectLike(pdf, chance, /\/Type\s*\/XObject/)
    return (
      found &&
      updated(pdf, { [found[0]]: streamOf('0 g 0 0 99 99 re f', '/Type /XObject /Subtype /Form /BBox [0 0 99 99]') })
    )
  },
  'a freed object': (pdf, chance) => {
    const found = objectLike(pdf, chance, /\/Type\s*\/(Page|Pages|Font|Annot)\b|\/FT|stream/)
    return found && updated(pdf, {}, { free: [found[0]] })
  },
  'another page size': (pdf) => saved(pdf, pageWith(pdf, 'MediaBox', '[0 0 99 99]')),
  'another page box': (pdf, chance) =>
    saved(pdf, pageWith(pdf, ['CropBox', 'TrimBox', 'ArtBox', 'BleedBox'][chance.pick(4)]!, '[0 0 9 9]')),
  'a turned page': (pdf) =>
    saved(pdf, pageWith(pdf, 'Rotate', /\/Rotate\s+180/.test(pageOf(pdf)?.[1] ?? '') ? '90' : '180')),
  'a larger unit': (pdf) => saved(pdf, pageWith(pdf, 'UserUnit', '7')),
  'other resources of the page': (pdf) =>
    saved(pdf, pageWith(pdf, 'Resources', '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Symbol >> >> >>')),
  'an entry of the page that opens something': (pdf) =>
    saved(pdf, pageWith(pdf, 'AA', '<< /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>')),
  'evil, then as it was': (pdf) => {
    const objects = withEvilContent(pdf)
    if (objects === undefined) return undefined
    const number = Number(Object.keys(objects)[0])
    return updated(mustRead(updated(pdf, objects)), { [number]: pdf.objects.get(number)! })
  },
  encrypted: (pdf) => {
    const zeros = '00'.repeat(32)
    const encrypt = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${zeros}> /U <${zeros}> >> /ID [<01><01>]`
    return pdf.trailer.includes('/Encrypt')
      ? undefined
      : updated(pdf, catalogWith(pdf, 'PageMode', '/UseNone'), { trailer: encrypt })
  },
}
