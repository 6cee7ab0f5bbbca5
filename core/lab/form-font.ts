import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fontkit from '@cantoo/fontkit'
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib'

/** The letters of a form; inside the file, so that it looks and prints the same everywhere. */
export interface FormFonts {
  readonly plain: PDFFont
  readonly bold: PDFFont
}

const files = createRequire(import.meta.url)
const read = (file: string) => readFileSync(files.resolve(`@expo-google-fonts/noto-sans/${file}`))
let letters: { readonly plain: Uint8Array; readonly bold: Uint8Array } | undefined

/** Embeds Noto Sans (Latin with all its accents, Greek, Cyrillic), only the letters used. */
export async function formFonts(document: PDFDocument): Promise<FormFonts> {
  letters ??= { plain: read('400Regular/NotoSans_400Regular.ttf'), bold: read('700Bold/NotoSans_700Bold.ttf') }
  document.registerFontkit(fontkit)
  // One glyph per letter: whoever copies or searches the text finds what was typed.
  const options = { subset: true, features: { liga: false, clig: false } }
  // Named here (ISO 32000-1, 9.6.4): a name made up by chance would be another in every file.
  return {
    plain: await document.embedFont(letters.plain, { ...options, customName: 'PANDUA+NotoSans-Regular' }),
    bold: await document.embedFont(letters.bold, { ...options, customName: 'PANDUB+NotoSans-Bold' }),
  }
}
