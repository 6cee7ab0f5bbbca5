// Draws the pictures of the forms for the docs: npx tsx test/lab/draw-forms.ts (needs poppler's pdftoppm).
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formPdf } from '../../core/lab/form-pdf.ts'
import { changeSample, emblem, letterhead, resetSample } from './sample-forms.ts'

const pictures = new URL('../../docs/pictures/', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'pandu-forms-'))
for (const form of [resetSample(), changeSample()]) {
  const file = join(folder, 'form.pdf')
  writeFileSync(file, await formPdf(form, { ...letterhead, logo: await emblem() }))
  const name = join(pictures, `form-${form.layout.name}`)
  execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', file, name])
}
rmSync(folder, { recursive: true })
