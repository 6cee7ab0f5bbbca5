// Draws the pictures of the forms and of a dossier's cover for the docs: npx tsx test/lab/draw-forms.ts (needs poppler's pdftoppm).
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverSheet } from '../../core/lab/cover-sheet.ts'
import { sha256 } from '../../core/lab/digest.ts'
import { formPdf } from '../../core/lab/form-pdf.ts'
import { dossierOf } from '../../core/legalise/dossier.ts'
import { listedFiles } from '../../core/legalise/dossier-files.ts'
import { diy, Story } from '../case/given.ts'
import { temporaryFolder } from '../folder.ts'
import { changeSample, emblem, letterhead, resetSample } from './sample-forms.ts'

const pictures = new URL('../../docs/pictures/', import.meta.url).pathname
const folder = temporaryFolder('forms')
const file = join(folder, 'page.pdf')
const draw = (bytes: Uint8Array, name: string) => {
  writeFileSync(file, bytes)
  execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', file, join(pictures, name)])
}
for (const form of [resetSample(), changeSample()])
  draw(await formPdf(form, { ...letterhead, logo: await emblem() }), `form-${form.layout.name}`)
const { case: c, events } = new Story().legalised()
const sealed = { manifest: listedFiles(c), manifestSha256: sha256('a manifest') }
draw(await coverSheet({ ...dossierOf(c, events, diy), ...sealed }), 'dossier-cover')
