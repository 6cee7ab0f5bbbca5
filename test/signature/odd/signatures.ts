import { createHash } from 'node:crypto'
import type { Makers } from './layouts.ts'
import { oddFile, plainObjects, signatureText } from './odd-file.ts'

const plain = (number: number): string => plainObjects[number] ?? ''
const more = { trailer: '/Size 12 /Root 1 0 R /Info 5 0 R' }
const spelled = (text: (dictionary: string) => string): Buffer => oddFile({ objects: { 8: text(signatureText) } })

/** Files whose form, field, dictionary or container is odd. */
export const honestSignatures: Makers = {
  'a range spread over lines': () => oddFile({ range: ([a, b, c, d]) => `[\n${a}\n ${b}\t${c}\r\n${d} ]` }),
  'a range with leading zeros': () =>
    oddFile({
      range: (all) =>
        `[0 ${all
          .slice(1)
          .map((n) => String(n).padStart(10, '0'))
          .join(' ')}]`,
    }),
  'a range with a comment': () => oddFile({ range: (all) => `[${all.join(' ')} % signed\n]` }),
  'digits in upper case': () => oddFile({ digits: (hex) => hex.toUpperCase() }),
  'digits before the range': () => spelled((text) => text.replace(/(\/ByteRange \[.*?\]) (\/Contents <0+>)/, '$2 $1')),
  'a key twice with the same value in the signature': () =>
    spelled((text) => text.replace('/Type /Sig', '/Type /Sig /Type /Sig')),
  'another filter': () => spelled((text) => text.replace('Adobe.PPKLite', 'Adobe.PPKMS')),
  'no filter': () => spelled((text) => text.replace('/Filter /Adobe.PPKLite ', '')),
  'no SubFilter': () => spelled((text) => text.replace('/SubFilter /ETSI.CAdES.detached ', '')),
  'a Reference of null': () => spelled((text) => text.replace('/Type /Sig', '/Type /Sig /Reference null')),
  'Prop_Build and a place': () =>
    spelled((text) =>
      text.replace('/Type /Sig', '/Type /Sig /Location (Jakarta) /Prop_Build << /App << /Name /Odd /REx (1) >> >>'),
    ),
  'a form within the catalog': () => oddFile({ objects: { 1: plain(1).replace('6 0 R', plain(6)) } }),
  'fields in an object of their own': () =>
    oddFile({ objects: { 6: '<< /Fields 10 0 R /SigFlags 3 >>', 10: '[7 0 R]' }, ...more }),
  'a form without SigFlags': () => oddFile({ objects: { 6: '<< /Fields [7 0 R] >>' } }),
  'a field listed twice': () => oddFile({ objects: { 6: '<< /Fields [7 0 R 7 0 R] /SigFlags 3 >>' } }),
  'fields that are nothing': () => oddFile({ objects: { 6: '<< /Fields [null 77 0 R 7 0 R] /SigFlags 3 >>' } }),
  'a field without a name': () => oddFile({ objects: { 7: plain(7).replace('/T (TTE) ', '') } }),
  'a field in a group': () =>
    oddFile({
      objects: {
        6: '<< /Fields [10 0 R] /SigFlags 3 >>',
        7: plain(7).replace('/FT', '/Parent 10 0 R /FT'),
        10: '<< /T (grup) /Kids [7 0 R] >>',
      },
      ...more,
    }),
  'a field whose widget is a kid': () =>
    oddFile({
      objects: {
        6: '<< /Fields [10 0 R] /SigFlags 3 >>',
        7: '<< /Type /Annot /Subtype /Widget /F 132 /Rect [0 0 0 0] /P 3 0 R /Parent 10 0 R >>',
        10: '<< /FT /Sig /T (TTE) /V 8 0 R /Kids [7 0 R] >>',
      },
      ...more,
    }),
  'a field whose widget repeats the value': () =>
    oddFile({
      objects: {
        6: '<< /Fields [10 0 R] /SigFlags 3 >>',
        7: '<< /Type /Annot /Subtype /Widget /FT /Sig /V 8 0 R /F 132 /Rect [0 0 0 0] /P 3 0 R /Parent 10 0 R >>',
        10: '<< /FT /Sig /T (TTE) /V 8 0 R /Kids [7 0 R] >>',
      },
      ...more,
    }),
  'a field with two widgets': () =>
    oddFile({
      objects: {
        3: plain(3).replace('[7 0 R]', '[7 0 R 11 0 R]'),
        6: '<< /Fields [10 0 R] /SigFlags 3 >>',
        7: '<< /Subtype /Widget /Rect [0 0 0 0] /Parent 10 0 R >>',
        10: '<< /FT /Sig /T (TTE) /V 8 0 R /Kids [7 0 R 11 0 R] >>',
        11: '<< /Subtype /Widget /Rect [0 0 0 0] /Parent 10 0 R >>',
      },
      ...more,
    }),
  'a widget that no page has': () => oddFile({ objects: { 3: plain(3).replace('/Annots [7 0 R] ', '') } }),
  'a name in UTF-16': () => oddFile({ objects: { 7: plain(7).replace('(TTE)', '<feff005400540045>') } }),
  'a page whose list of annotations names nothing': () =>
    oddFile({ objects: { 3: plain(3).replace('[7 0 R]', '[null 7 0 R 77 0 R]') } }),
  'certified, nobody may change it': () =>
    oddFile({
      objects: {
        1: plain(1).replace('/AcroForm', '/Perms << /DocMDP 8 0 R >> /AcroForm'),
        8: signatureText.replace(
          '/Type /Sig',
          '/Type /Sig /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>]',
        ),
      },
    }),
  'adbe.pkcs7.sha1': () =>
    oddFile({
      objects: { 8: signatureText.replace('ETSI.CAdES.detached', 'adbe.pkcs7.sha1') },
      cms: (content) => {
        const digest = createHash('sha1').update(content).digest()
        return { content: digest, inside: digest }
      },
    }),
  'a date in a form of its own': () => spelled((text) => text.replace('/Type /Sig', '/Type /Sig /M (2026-11-20)')),
}
