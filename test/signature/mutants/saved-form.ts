import type { Anatomy } from './anatomy.ts'
import {
  catalog,
  catalogWith,
  formOf,
  objectLike,
  objectsLike,
  pageOf,
  pageWithAnnotation,
  streamOf,
} from './document.ts'
import { aSignature, type Operator, type Operators } from './operator.ts'
import { entryOf, withEntry } from './token.ts'
import { updated } from './update.ts'

const withAnnotation =
  (annotation: string): Operator =>
  (pdf) => {
    const page = pageWithAnnotation(pdf, pdf.size)
    return page && updated(pdf, { ...page, [pdf.size]: annotation, [pdf.size + 1]: streamOf('0 0 99 99 re f') })
  }

const inCatalog =
  (key: string, value: string): Operator =>
  (pdf) => {
    const more = { [pdf.size]: streamOf('x'), [pdf.size + 1]: '<< /Type /OCG /Name (x) >>' }
    const before = entryOf(catalog(pdf), key)?.text
    return updated(pdf, {
      ...catalogWith(pdf, key, value.replaceAll('$', `${pdf.size}`).replaceAll('#', `${pdf.size + 1}`)),
      ...(before === value ? {} : more),
    })
  }

const inField =
  (pattern: RegExp, key: string, value: string): Operator =>
  (pdf, chance) => {
    const found = objectLike(pdf, chance, pattern)
    if (found === undefined || entryOf(found[1], key)?.text === value) return undefined
    return updated(pdf, { [found[0]]: withEntry(found[1], key, value) })
  }

const inForm =
  (key: string, value: string): Operator =>
  (pdf) => {
    const form = formOf(pdf)
    return entryOf(form.text, key)?.text === value
      ? undefined
      : updated(pdf, form.with(withEntry(form.text, key, value)))
  }

const symbols = '<< /Font << /Helv << /Type /Font /Subtype /Type1 /BaseFont /Symbol >> >> >>'
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
const text = /\/FT\s*\/(Tx|Btn|Ch)/
const signature = /\/FT\s*\/Sig/

/** Class 5: form, annotations, actions and layers changed by an incremental save behind the signature. */
export const savedForm: Operators = {
  'a FreeText annotation': withAnnotation(
    '<< /Type /Annot /Subtype /FreeText /Rect [0 0 90 90] /Contents (DIUBAH) /DA (/Helv 20 Tf) >>',
  ),
  'a stamp': withAnnotation('<< /Type /Annot /Subtype /Stamp /Rect [0 0 90 90] /Name /Approved >>'),
  'a link': withAnnotation(
    '<< /Type /Annot /Subtype /Link /Rect [0 0 90 90] /A << /S /URI /URI (https://example.test) >> >>',
  ),
  'a redaction': withAnnotation('<< /Type /Annot /Subtype /Redact /Rect [0 0 90 90] /OverlayText (X) >>'),
  'a widget of no field': withAnnotation(
    '<< /Type /Annot /Subtype /Widget /Rect [0 0 90 90] /FT /Tx /T (x) /V (DIUBAH) >>',
  ),
  'a widget like a signature, of no field': withAnnotation(
    '<< /Type /Annot /Subtype /Widget /Rect [0 0 90 90] /FT /Sig /T (x) >>',
  ),
  'a value': inField(text, 'V', '(Orang Lain)'),
  'a default value': inField(text, 'DV', '(Orang Lain)'),
  'an appearance of a value': inField(text, 'AP', '<< >>'),
  'flags of a field': inField(text, 'Ff', '0'),
  'an appearance of a signature': inField(signature, 'AP', '<< >>'),
  'a place of a signature': inField(signature, 'Rect', '[0 0 200 200]'),
  'a name of a signature field': inField(signature, 'T', '(Lain)'),
  'a name of a text field': inField(text, 'T', '(lain)'),
  'a tooltip of a field': inField(text, 'TU', '(lain)'),
  'a lock of a signature': inField(signature, 'Lock', '<< /Type /SigFieldLock /Action /All >>'),
  'a seed value of a signature': inField(signature, 'SV', '<< /Type /SV >>'),
  'an action of a field': inField(/\/FT/, 'AA', `<< /F ${script} >>`),
  'appearances that shall be made anew': inForm('NeedAppearances', 'true'),
  'an order of calculation': inForm('CO', '[7 0 R]'),
  XFA: inForm('XFA', '(<xdp/>)'),
  // Where there was none, whatever is drawn already says how itself.
  'another default appearance': (pdf, chance, insider) =>
    entryOf(formOf(pdf).text, 'DA') && inForm('DA', '(/Helv 0 Tf 1 g)')(pdf, chance, insider),
  'no fields': inForm('Fields', '[]'),
  // Names may be added; where there were none, nothing is replaced.
  'resources of the form replaced': (pdf, chance, insider) =>
    /Font/.test(entryOf(formOf(pdf).text, 'DR')?.text ?? '') ? inForm('DR', symbols)(pdf, chance, insider) : undefined,
  'no form': (pdf) => updated(pdf, catalogWith(pdf, 'AcroForm', '')),
  'an action when opened': inCatalog('OpenAction', script),
  'an action of the document': inCatalog('AA', `<< /WC ${script} >>`),
  'a named script': inCatalog('Names', `<< /JavaScript << /Names [(x) ${script}] >> >>`),
  'an embedded file': inCatalog(
    'Names',
    '<< /EmbeddedFiles << /Names [(x) << /Type /Filespec /F (x) /EF << /F $ 0 R >> >>] >> >>',
  ),
  'an associated file': inCatalog('AF', '[<< /Type /Filespec /F (x) /EF << /F $ 0 R >> >>]'),
  'a collection': inCatalog('Collection', '<< /View /T >>'),
  layers: inCatalog('OCProperties', '<< /OCGs [# 0 R] /D << /OFF [# 0 R] /Order [# 0 R] >> >>'),
  'an outline': inCatalog('Outlines', '<< /Type /Outlines /Count 0 >>'),
  destinations: inCatalog('Dests', '<< /x [3 0 R /Fit] >>'),
  'page labels': inCatalog('PageLabels', '<< /Nums [0 << /P (X) >>] >>'),
  'a viewer preference': inCatalog('ViewerPreferences', '<< /HideToolbar true >>'),
  'another structure': inCatalog('StructTreeRoot', '<< /Type /StructTreeRoot >>'),
  permissions: inCatalog('Perms', '<< /UR3 $ 0 R >>'),
  requirements: inCatalog('Requirements', '[<< /S /EnableJavaScripts >>]'),
  'an address base': inCatalog('URI', '<< /Base (https://example.test) >>'),
  'an output intent': inCatalog('OutputIntents', '[<< /Type /OutputIntent /S /GTS_PDFX >>]'),
  'a signature field taken away': (pdf, chance) => without(pdf, aSignature(pdf, chance).field),
  'a signature dictionary replaced': (pdf, chance) => {
    const { number, dictionary } = aSignature(pdf, chance)
    return updated(pdf, { [number]: withEntry(dictionary.text, 'Name', '(Orang Lain)') })
  },
  'a signature no longer held': (pdf, chance) => {
    const { field } = aSignature(pdf, chance)
    return field === undefined ? undefined : updated(pdf, { [field]: withEntry(pdf.objects.get(field)!, 'V', '') })
  },
  'an annotation taken away': (pdf) => {
    const page = pageOf(pdf)
    return page && entryOf(page[1], 'Annots')
      ? updated(pdf, { [page[0]]: withEntry(page[1], 'Annots', '[]') })
      : undefined
  },
  'an annotation changed': (pdf, chance) => {
    const found = objectsLike(pdf, /\/Subtype\s*\/(Widget|Link|FreeText|Stamp|Text)\b/)
    const one = found[chance.pick(Math.max(1, found.length))]
    return one && updated(pdf, { [one[0]]: withEntry(one[1], 'F', entryOf(one[1], 'F')?.text === '2' ? '0' : '2') })
  },
}

function without(pdf: Anatomy, field: number | undefined) {
  const form = formOf(pdf)
  const fields = entryOf(form.text, 'Fields')?.text
  if (field === undefined || fields?.startsWith('[') !== true || !new RegExp(`\\b${field} 0 R`).test(fields))
    return undefined
  return updated(pdf, form.with(withEntry(form.text, 'Fields', fields.replace(new RegExp(`\\b${field} 0 R`), ''))))
}
