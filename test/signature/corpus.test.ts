import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { corpusFolder, isFit, judged, specimensIn } from './corpus.ts'

const folder = corpusFolder()
const at = '2026-11-10T00:00:00Z'
if (folder === undefined) process.stderr.write('SKIPPED: no signed PDFs of other people (SIGNED_PDF_CORPUS).\n')

describe.skipIf(folder === undefined)('Signed PDFs of other people', () => {
  const specimens = folder === undefined ? [] : specimensIn(folder)
  const all = specimens.map((specimen) => {
    const report = judged(readFileSync(join(folder!, specimen.file)), at)
    return { ...specimen, verdict: report.verdict, reasons: report.reasons, fits: isFit(specimen, report) }
  })

  it('are judged as their makers judge them, 97 of 100 at least', () => {
    expect(all.length).toBeGreaterThan(0)
    const differing = all.filter(({ fits }) => !fits).map(({ file, verdict }) => `${file} ${verdict}`)
    expect(differing.length / all.length, differing.join(', ')).toBeLessThanOrEqual(0.03)
  })

  it('are never called valid where their makers call them not valid', () => {
    const fooled = all.filter(({ expected, verdict }) => expected === 'NOT_VALID' && verdict === 'VALID')
    expect(fooled.map(({ file }) => file)).toEqual([])
  })
})
