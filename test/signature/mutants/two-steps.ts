import { streamOf } from './document.ts'
import { withField } from './field-games.ts'
import { type Operator, type Operators, oneOf } from './operator.ts'
import { filled, mustRead, placeholder } from './signing.ts'
import { updated } from './update.ts'

const looks = '/Type /XObject /Subtype /Form /BBox [0 0 900 900]'
const opaque = '1 g 0 0 900 900 re f 0 g BT /F1 20 Tf 20 160 Td (Orang Lain) Tj ET'

/** An empty field first, then a true signature in it that looks otherwise. */
const inTwo =
  (before: string, after: (drawing: number) => string): Operator =>
  (pdf, _, insider) => {
    const start = '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Lagi)'
    const drawn = { [pdf.size + 1]: streamOf(opaque, looks) }
    const first = withField(pdf, `${start} ${before.replace('#', `${pdf.size + 1}`)} >>`, drawn)
    if (first === undefined) return undefined
    const empty = mustRead(first)
    const objects = {
      [pdf.size]: `${start} ${after(pdf.size + 1)} /V ${empty.size} 0 R >>`,
      [empty.size]: placeholder({}),
    }
    return filled(updated(empty, objects), insider)
  }

const wide = '/Rect [0 0 900 900]'
const shown = (drawing: number) => `/AP << /N ${drawing} 0 R >>`

/** Class 15: what each step may do, and both together may not. */
export const twoSteps: Operators = {
  'an empty place, then an appearance that covers the page': inTwo(
    `/F 132 ${wide}`,
    (drawing) => `/F 132 ${wide} ${shown(drawing)}`,
  ),
  'a hidden appearance, then shown': inTwo(
    `/F 2 ${wide} /AP << /N # 0 R >>`,
    (drawing) => `/F 132 ${wide} ${shown(drawing)}`,
  ),
  'an empty place, then a background': inTwo(`/F 132 ${wide}`, () => `/F 132 ${wide} /MK << /BG [1 1 1] >>`),
  'no place, then all of the page': inTwo(
    '/F 132 /Rect [0 0 0 0] /AP << /N # 0 R >>',
    (drawing) => `/F 132 ${wide} ${shown(drawing)}`,
  ),
  'a place elsewhere, then another appearance': (pdf, chance, insider) => {
    const rect = oneOf(chance, ['/Rect [0 0 900 300]', '/Rect [900 900 0 0]', '/Rect [-9 -9 900 900]'])
    return inTwo(`/F 132 ${rect}`, (drawing) => `/F 132 ${rect} ${shown(drawing)}`)(pdf, chance, insider)
  },
}
