import { describe, expect, it } from 'vitest'
import {
  append,
  form,
  judged,
  type Objects,
  room,
  second,
  sign,
  signedField,
  signedForm,
  signer,
  stampRoom,
  tsa,
} from './signed-pdf.ts'

const empty = '<< /Length 2 >>\nstream\nq \nendstream'
const evil = '<< /Length 21 >>\nstream\nBT (Lain sekali) Tj ET\nendstream'.replace('21', '22')
const drawing = (length = 2) =>
  `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length ${length} >>\nstream\nq \nendstream`
const catalog = (more: string) => form[1]!.replace('/Pages', `${more} /Pages`)
const page = (more: string) => form[3]!.replace('/Parent', `${more} /Parent`)
const fields = (more: string) => form[5]!.replace('8 0 R]', `8 0 R ${more}]`)
const widget = (entries: string) => `<< /FT /Sig /Type /Annot /Subtype /Widget /F 132 /P 3 0 R ${entries} >>`
const box = '/Rect [300 100 400 160]'
const nowhere = '/Rect [0 0 0 0]'

const modified = ['INVALID', 'MODIFIED_AFTER_SIGNING']
const changed = (objects: Objects, trailer = '') => judged(append(signedForm(), objects, trailer))
/** A form with more objects, signed, and then updated. */
const prepared = (more: Objects, objects: Objects, trailer = '') =>
  judged(
    append(
      sign(append(append(undefined, { ...form, ...more }, trailer), { 8: signedField, 20: room() }), signer),
      objects,
      trailer,
    ),
  )

describe('after it was signed, a document may gain', () => {
  it.each<readonly [string, Objects]>([
    [
      'a store of certificates',
      { 1: catalog('/DSS 40 0 R'), 40: '<< /Certs [41 0 R] /VRI << /AB << /Cert [41 0 R] >> >> >>', 41: empty },
    ],
    [
      'extensions and a version',
      { 1: catalog('/Extensions << /ADBE << /BaseVersion /1.7 /ExtensionLevel 8 >> >> /Version /2.0') },
    ],
    ['metadata', { 1: catalog('/Metadata 40 0 R'), 40: empty }],
    ['an empty place for a signature that shows nothing', { 5: fields('40 0 R'), 40: widget(`/T (baru) ${nowhere}`) }],
  ])('%s', (_name, objects) => {
    expect(changed(objects)).toEqual(['VALID', 'LTA_UPDATES'])
  })

  it.each<readonly [string, Objects]>([
    ['resources of the form', { 10: '<< /Font << /Helv 9 0 R /Zapf 40 0 R >> >>', 40: form[9]! }],
    ['objects that nobody uses', { 40: evil }],
    ['what was said before in another number', { 4: form[4]! }],
  ])('%s, which changes nothing', (_name, objects) => {
    expect(changed(objects)).toEqual(['VALID'])
  })

  it('information on itself', () => {
    expect(changed({ 40: '<< /ModDate (D:20261123000000Z) >>' }, '/Info 40 0 R')).toEqual(['VALID', 'LTA_UPDATES'])
  })

  it('a store in two steps', () => {
    const once = append(signedForm(), { 1: catalog('/DSS 40 0 R'), 40: '<< /Certs [41 0 R] >>', 41: empty })
    const twice = append(once, { 40: '<< /Certs [41 0 R 42 0 R] /CRLs [] >>', 42: empty })
    expect(judged(twice)).toEqual(['VALID', 'LTA_UPDATES'])
  })
})

describe('a field that is filled in after the signature', () => {
  const filled = form[6]!.replace('lama', 'baru')

  it('is said, and looked at', () => {
    expect(changed({ 6: filled })).toEqual(['NEEDS_REVIEW', 'FORM_FILLED'])
  })

  it('may be drawn anew', () => {
    const objects = { 6: filled.replace('/T ', '/AP << /N 40 0 R >> /T '), 40: drawing() }
    expect(changed(objects)).toEqual(['NEEDS_REVIEW', 'FORM_FILLED'])
  })

  it('modifies the document when it is read-only, or was locked, or nothing may change', () => {
    expect(changed({ 7: form[7]!.replace('1985', '1990') })).toEqual(modified)
    const locked = (parameters: string) =>
      `/Type /Sig /SubFilter /ETSI.CAdES.detached /Reference [<< /Type /SigRef ${parameters} >>]`
    const with_ = (entries: string) =>
      judged(
        append(sign(append(append(undefined, form), { 8: signedField, 20: room(entries) }), signer), { 6: filled }),
      )
    expect(with_(locked('/TransformMethod /DocMDP /TransformParams << /P 1 >>'))).toEqual(modified)
    expect(with_(locked('/TransformMethod /DocMDP /TransformParams << /P 2 >>'))).toEqual([
      'NEEDS_REVIEW',
      'FORM_FILLED',
    ])
    const lock = (parameters: string) =>
      with_(locked(`/TransformMethod /FieldMDP /TransformParams << ${parameters} >>`))
    expect(lock('/Action /All')).toEqual(modified)
    expect(lock('/Action /Include /Fields [(catatan)]')).toEqual(modified)
    expect(lock('/Action /Include /Fields [(lain)]')).toEqual(['NEEDS_REVIEW', 'FORM_FILLED'])
    expect(lock('/Action /Exclude /Fields [(lain)]')).toEqual(modified)
  })

  it('must not move, change its kind, or get an action', () => {
    for (const to of [
      '/Rect [0 0 1 1]',
      '/Ff 2 /Rect [50 700 250 720]',
      '/A << /S /JavaScript /JS (1) >> /Rect [50 700 250 720]',
    ])
      expect(changed({ 6: form[6]!.replace('/Rect [50 700 250 720]', to) })).toEqual(modified)
  })

  it('must not change a picture that others use as well', () => {
    const own = form[6]!.replace('/T ', '/AP << /N 30 0 R >> /T ')
    const shared = { 6: own, 30: drawing(), 3: form[3]!.replace('/Font <<', '/XObject << /X 30 0 R >> /Font <<') }
    expect(prepared({ 6: own, 30: drawing() }, { 30: drawing().replace('q ', 'Q ') })).toEqual([
      'NEEDS_REVIEW',
      'FORM_FILLED',
    ])
    expect(prepared(shared, { 30: drawing().replace('q ', 'Q ') })).toEqual(modified)
  })
})

describe('whatever else changes after the signature modifies the document', () => {
  it.each<readonly [string, Objects]>([
    ['content', { 4: evil }],
    ['content of another object', { 3: form[3]!.replace('4 0 R', '40 0 R'), 40: evil }],
    ['a font', { 9: form[9]!.replace('Helvetica', 'Courier') }],
    ['a font of the form, by another one under the same name', { 10: '<< /Font << /Helv 40 0 R >> >>', 40: form[9]! }],
    ['the size of a page', { 3: page('/MediaBox [0 0 100 100]') }],
    ['its rotation', { 3: page('/Rotate 180') }],
    ['another page', { 2: '<< /Type /Pages /Kids [3 0 R 40 0 R] /Count 2 >>', 40: page('') }],
    [
      'a note on a page',
      { 3: form[3]!.replace('8 0 R]', '8 0 R 40 0 R]'), 40: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] >>' },
    ],
    ['a note that stands in the list itself', { 3: form[3]!.replace('8 0 R]', '8 0 R << /Subtype /FreeText >>]') }],
    ['a widget taken away', { 3: form[3]!.replace('7 0 R ', '') }],
    ['a field taken away', { 5: form[5]!.replace('7 0 R ', '') }],
    ['a new text field', { 5: fields('40 0 R'), 40: '<< /FT /Tx /T (baru) /V (x) >>' }],
    ['a script', { 1: catalog('/OpenAction << /S /JavaScript /JS (1) >>') }],
    ['layers', { 1: catalog('/OCProperties << /OCGs [] /D << >> >>') }],
    ['files within', { 1: catalog('/Names << /EmbeddedFiles << /Names [] >> >>') }],
    ['a form of another kind', { 5: form[5]!.replace('/DR', '/XFA 40 0 R /DR'), 40: empty }],
    ['a freed object', { 9: null }],
    ['no form any more', { 1: form[1]!.replace('/AcroForm 5 0 R', '') }],
    ['a new field with an action', { 5: fields('40 0 R'), 40: widget(`/T (baru) ${nowhere} /AA << >>`) }],
    ['a key that stands twice', { 1: form[1]!.replace('/Pages 2 0 R', '/Pages 2 0 R /Pages 40 0 R'), 40: form[2]! }],
    ['a store with something else in it', { 1: catalog('/DSS << /Certs [] /Font 4 0 R >>') }],
    ['metadata that is no stream', { 1: catalog('/Metadata << /X 40 0 R >>'), 40: empty }],
  ])('%s', (_name, objects) => {
    expect(changed(objects).slice(0, 2)).toEqual(modified)
  })

  it('another catalog, or another key of the trailer', () => {
    const file = Buffer.from(append(signedForm(), { 50: form[1]! }))
    file.write('/Root 50 0 R'.slice(0, 12), file.lastIndexOf('/Root 1 0 R '), 'latin1')
    expect(judged(Uint8Array.from(file))).toEqual(modified)
    expect(changed({}, '/Other 4 0 R')).toEqual(modified)
    expect(changed({}, '/Other (x)')).toEqual(['NEEDS_REVIEW', 'UNCLEAR_CHANGES'])
  })

  it('what was changed and then changed back', () => {
    expect(judged(append(append(signedForm(), { 4: evil }), { 4: form[4]! }))).toEqual(modified)
  })

  it('what a signed object referred to before it was there', () => {
    const waiting = { 3: form[3]!.replace('4 0 R', '[4 0 R 30 0 R]') }
    expect(prepared(waiting, { 30: evil })).toEqual(modified)
  })

  it('a field that is something else as well', () => {
    const twice = { 3: form[3]!.replace('/Font <<', '/Properties << /P1 31 0 R >> /Font <<'), 5: fields('31 0 R') }
    const place = { 31: widget(`/T (Kedua) ${nowhere} /OCGs []`) }
    const objects = { 31: widget(`/T (Kedua) ${nowhere} /OCGs [] /V 32 0 R`), 32: room() }
    const signed = sign(
      append(append(undefined, { ...form, ...twice, ...place }), { 8: signedField, 20: room() }),
      signer,
    )
    expect(judged(sign(append(signed, objects), second))).toEqual(modified)
  })

  it('what may change in one place and is used in another as well', () => {
    const content = { 3: form[3]!.replace('4 0 R', '30 0 R'), 1: catalog('/Metadata 30 0 R'), 30: empty }
    expect(prepared(content, { 30: evil })).toEqual(modified)
    const list = {
      1: catalog('/DSS << /Certs 31 0 R >>'),
      3: form[3]!.replace('4 0 R', '31 0 R'),
      31: '[30 0 R]',
      30: empty,
    }
    expect(prepared(list, { 30: evil })).toEqual(modified)
    expect(prepared(list, { 31: '[30 0 R 32 0 R]', 32: evil })).toEqual(modified)
    const named = '/Info 30 0 R /Other 30 0 R'
    expect(prepared({ 30: '<< /A (b) >>' }, { 30: '<< /A (c) >>' }, named)).toEqual(modified)
  })

  it('resources that the page shares with the form', () => {
    const shared = { 3: form[3]!.replace('<< /Font << /F1 9 0 R >> >>', '10 0 R') }
    expect(prepared(shared, { 10: '<< /Font << /Helv 9 0 R /F2 40 0 R >> >>', 40: form[9]! })).toEqual(modified)
  })

  it('a later signature over it', () => {
    const objects = {
      3: form[3]!.replace('4 0 R', '40 0 R'),
      40: evil,
      5: fields('31 0 R'),
      31: widget(`/T (Kedua) ${box} /V 32 0 R`),
      32: room(),
    }
    expect(judged(sign(append(signedForm(), objects), second))).toEqual([...modified])
  })

  it('a time stamp that shows something', () => {
    const objects = {
      3: form[3]!.replace('8 0 R]', '8 0 R 31 0 R]'),
      5: fields('31 0 R'),
      31: widget(`/T (TSA) ${box} /AP << /N 33 0 R >> /V 32 0 R`),
      32: stampRoom,
      33: drawing(),
    }
    expect(judged(sign(append(signedForm(), objects), tsa, '2026-11-22T10:00:00Z'))).toEqual(modified)
  })

  it('the signature itself, or its field', () => {
    for (const objects of [
      { 8: form[8]! },
      { 5: form[5]!.replace(' 8 0 R]', ']') },
      { 8: signedField.replace('20', '40'), 40: room() },
    ])
      expect(changed(objects)).toEqual(expect.arrayContaining(['INVALID', 'SIG_REPLACED']))
    expect(changed({ 8: signedField.replace('/V', `/AP << /N 40 0 R >> /V`), 40: drawing() })).toEqual(modified)
  })
})

describe('a widget that a document gains', () => {
  const shows = `${box} /AP << /N 33 0 R >>`
  const page_ = form[3]!.replace('8 0 R]', '8 0 R 31 0 R]')

  it('must not be one more of a field that was signed, or that is none for signatures', () => {
    const ofText = { 3: page_, 7: form[7]!.replace('/T ', '/Kids [31 0 R] /T '), 31: widget(`/Parent 7 0 R ${shows}`) }
    expect(changed({ ...ofText, 33: drawing() })).toEqual(modified)
    const ofSigned = {
      3: page_,
      8: signedField.replace('/T ', '/Kids [31 0 R] /T '),
      31: widget(`/Parent 8 0 R ${shows}`),
    }
    expect(changed({ ...ofSigned, 33: drawing() })).toEqual(modified)
  })

  it('must not bring back a signature that an earlier form did not hold', () => {
    const orphan = sign(append(append(undefined, form), { 20: room() }), signer)
    expect(judged(append(orphan, { 8: signedField }))).toEqual(['INVALID', 'BYTERANGE_BOUNDS'])
  })

  it('must not have been there before, hidden from the page', () => {
    const hidden = { 5: fields('31 0 R'), 31: widget(`/T (siap) ${shows}`), 33: drawing() }
    expect(prepared(hidden, { 3: page_ })).toEqual(modified)
  })

  it('must show nothing when it holds a time stamp in a place for signatures', () => {
    const place = { 3: page_, 5: fields('31 0 R'), 31: widget(`/T (Kedua) ${box}`) }
    const signed = sign(append(append(undefined, { ...form, ...place }), { 8: signedField, 20: room() }), signer)
    const stamped = (entries: string) =>
      judged(
        sign(
          append(signed, { 31: widget(`/T (Kedua) ${box} ${entries} /V 32 0 R`), 32: stampRoom, 33: drawing() }),
          tsa,
          '2026-11-22T10:00:00Z',
        ),
      )
    expect(stamped('')).toEqual(['VALID', 'LTA_UPDATES'])
    expect(stamped('/AP << /N 33 0 R >>')).toEqual(modified)
  })

  it('may lock fields', () => {
    const locked = { 6: form[6]!.replace('/FT /Tx', '/FT /Tx /Ff 1') }
    expect(changed(locked)).toEqual(['VALID'])
    expect(changed({ 7: form[7]!.replace('/Ff 1', '/Ff 0') })).toEqual(modified)
  })

  it('may be tagged', () => {
    const tagged = {
      1: catalog('/StructTreeRoot 30 0 R'),
      30: '<< /Type /StructTreeRoot /ParentTree 34 0 R /K 35 0 R >>',
      34: '<< /Nums [] >>',
      35: '<< /K [] >>',
    }
    const again = { 34: '<< /Nums [0 36 0 R] >>', 35: '<< /K [36 0 R] >>', 36: '<< /S /Form /P 35 0 R >>' }
    expect(prepared(tagged, again)).toEqual(['NEEDS_REVIEW', 'UNCLEAR_CHANGES'])
    const abused = { ...tagged, 35: '<< /K [4 0 R] >>' }
    expect(prepared(abused, { 4: evil })).toEqual(expect.arrayContaining(modified))
  })
})

describe('what cannot be told for sure is looked at', () => {
  it.each<readonly [string, Objects]>([
    [
      'an empty place for a signature that shows something',
      { 5: fields('40 0 R'), 40: widget(`/T (baru) ${box} /MK << /BG [1 0 0] >>`) },
    ],
    ['fields that are to be drawn anew', { 5: form[5]!.replace('/DR', '/NeedAppearances true /DR') }],
  ])('%s', (_name, objects) => {
    expect(changed(objects)).toEqual(['NEEDS_REVIEW', 'UNCLEAR_CHANGES'])
  })

  it('an object that no revision lists', () => {
    expect(changed({ 40: `${empty}\nendobj\n4 0 obj\n${evil}` })).toEqual(['NEEDS_REVIEW', 'UNCLEAR_CHANGES'])
  })
})

describe('what a signed document asks for and does not hold', () => {
  const hollow = form[3]!.replace('/Contents 4 0 R', '/Contents [4 0 R 50 0 R]')

  it('may not be brought later, on a page that gains the place of a signature', () => {
    const gained = {
      3: hollow.replace('8 0 R]', '8 0 R 40 0 R]'),
      5: fields('40 0 R'),
      40: widget(`/T (baru) ${nowhere}`),
    }
    expect(prepared({ 3: hollow }, gained)).toEqual(['VALID', 'LTA_UPDATES'])
    expect(prepared({ 3: hollow }, { ...gained, 50: evil })).toEqual(modified)
  })

  it('may not be brought later in a catalog that gains a store', () => {
    const layers = '<< /OCGs [9 0 R] /D << /OFF [9 0 R] >> >>'
    const more = { 1: catalog('/OCProperties 50 0 R /DSS << >>'), 50: layers }
    expect(prepared({ 1: catalog('/OCProperties 50 0 R') }, more)).toEqual(modified)
  })

  it('may not be a font, or the look of fields, by which viewers draw them', () => {
    const named = { 6: form[6]!.replace('/V', '/DA (/Foo 12 Tf) /V') }
    const font = { 10: '<< /Font << /Helv 9 0 R /Foo 40 0 R >> >>', 40: form[9]! }
    expect(prepared(named, font)).toEqual(modified)
    expect(changed({ 5: form[5]!.replace('/DR', '/DA (/Helv 12 Tf 1 g) /DR') })).toEqual(modified)
  })
})

describe('what a viewer would find that repairs the file', () => {
  const hidden = (data: string) => `<< /Length ${data.length} >>\nstream\n${data}\nendstream`

  it.each([
    ['an object', `\n4 0 obj\n${evil}\nendobj\n`],
    ['a trailer', '\ntrailer\n<< /Root 40 0 R >>\n'],
  ])('is no part of the document: %s in the data of a stream', (_name, data) => {
    const unclear = ['NEEDS_REVIEW', 'UNCLEAR_CHANGES']
    expect(changed({ 1: catalog('/Metadata 41 0 R'), 41: hidden(data) }, '/Info 59 0 R')).toEqual(unclear)
    expect(changed({ 41: hidden(data) })).toEqual(unclear)
    expect(changed({ 41: `(${data})` })).toEqual(unclear)
  })
})

describe('a place for a later signature that others signed empty', () => {
  const signedIn = (place: string) => {
    const shown = form[3]!.replace('8 0 R]', '8 0 R 40 0 R]')
    const empty = { ...form, 3: shown, 5: fields('40 0 R'), 40: widget(`/T (lain) ${place}`) }
    const first = sign(append(append(undefined, empty), { 8: signedField, 20: room() }), signer)
    const drawn = widget(`/T (lain) ${place} /AP << /N 42 0 R >> /V 41 0 R`)
    return judged(sign(append(first, { 40: drawn, 41: room(), 42: drawing() }), second))
  }

  it('is signed there', () => {
    expect(signedIn(box)).toEqual(['VALID', 'SIGNED_AGAIN'])
  })

  it.each([
    ['all of the page', '/Rect [0 0 595 842]'],
    ['a field', '/Rect [50 640 250 680]'],
  ])('is looked at by a person when it lies over %s', (_, place) => {
    expect(signedIn(place)).toEqual(['NEEDS_REVIEW', 'UNCLEAR_CHANGES'])
  })
})
