import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unaccounted } from '../../../core/lab/pdf/accounting.ts'
import { openPdf } from '../../../core/lab/pdf/document.ts'
import { formFields } from '../../../core/lab/pdf/fields.ts'

const beside = new URL('../../../../shared/corpus/signed-pdf', import.meta.url).pathname
const folder = process.env.SIGNED_PDF_CORPUS ?? beside
const isThere = existsSync(join(folder, 'manifest.tsv'))
const lines = isThere ? readFileSync(join(folder, 'manifest.tsv'), 'utf8').trim().split('\n').slice(1) : []
const intact = lines.map((line) => line.split('\t')).filter(([, , , , , , expected]) => expected !== 'NOT_VALID')

describe.skipIf(!isThere)('signed files of others that are intact', () => {
  it.each(intact)('%s opens, each revision of it, and all objects are where they should be', (file = '') => {
    const document = openPdf(readFileSync(join(folder, file)))
    for (const revision of document.revisions) {
      formFields(document, revision)
      for (const number of revision.numbers()) revision.object(number)
    }
    expect(unaccounted(document, document.revisions[0]?.end)).toEqual([])
  })
})

if (!isThere || readdirSync(folder).length === 0)
  process.stderr.write('SKIPPED: reading signed files of others; name their folder in SIGNED_PDF_CORPUS to run it.\n')
