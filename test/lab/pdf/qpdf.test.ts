import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { unaccounted } from '../../../core/lab/pdf/accounting.ts'
import { openPdf, type PdfDocument } from '../../../core/lab/pdf/document.ts'
import { formFields } from '../../../core/lab/pdf/fields.ts'
import { textOf } from '../../../core/lab/pdf/text.ts'
import { removeFolders, temporaryFolder } from '../../folder.ts'

const isThere = spawnSync('qpdf', ['--version']).status === 0
const owned = (...more: readonly string[]) => ['--encrypt', '', 'owner', ...more, '--']
const weak = '--allow-weak-crypto'

afterAll(removeFolders)

async function rewritten(options: readonly string[]): Promise<Uint8Array> {
  const folder = temporaryFolder('qpdf')
  const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
  const made = await PDFDocument.create()
  const field = made.getForm().createTextField('nama')
  field.addToPage(made.addPage())
  field.setText('Rina Wulandari')
  writeFileSync(from, await made.save())
  const { status, stderr } = spawnSync('qpdf', [from, ...options, to])
  if (status !== 0) throw new Error(String(stderr))
  return readFileSync(to)
}

function namedIn(document: PdfDocument): readonly string[] {
  const [revision] = document.revisions
  const fields = revision === undefined ? [] : formFields(document, revision)
  return fields.map(({ name, value }) => `${name}: ${value?.kind === 'string' ? textOf(value.bytes) : ''}`)
}

describe.skipIf(!isThere)('a file that qpdf wrote', () => {
  it.each<[string, readonly string[]]>([
    ['linearized', ['--linearize', '--object-streams=disable']],
    ['linearized with object streams', ['--linearize', '--object-streams=generate']],
    ['as PDF 2.0', ['--force-version=2.0']],
    ['of revision 6', owned('256')],
    ['of revision 6, linearized', ['--linearize', ...owned('256')]],
    ['of revision 6, metadata in the clear', owned('256', '--cleartext-metadata')],
    ['of revision 5', owned('256', '--force-R5')],
    ['of AES with 128 bits', owned('128', '--use-aes=y')],
    ['of RC4 with 128 bits', [weak, ...owned('128', '--use-aes=n')]],
    ['of RC4 in a crypt filter', [weak, ...owned('128', '--force-V4')]],
    ['of RC4 with 40 bits', [weak, ...owned('40')]],
  ])('%s is one revision whose bytes are all accounted for', async (_, options) => {
    const document = openPdf(await rewritten(options))
    expect(document.revisions).toHaveLength(1)
    expect(unaccounted(document)).toEqual([])
    expect(namedIn(document)).toEqual(['nama: Rina Wulandari'])
  })

  it('for whoever knows a password is not read', async () => {
    const bytes = await rewritten(['--encrypt', 'user', 'owner', '256', '--'])
    expect(() => openPdf(bytes)).toThrow(expect.objectContaining({ code: 'PASSWORD' }))
  })
})

if (!isThere) process.stderr.write('SKIPPED: reading what qpdf writes; install qpdf to run it.\n')
