import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { corpusFolder, specimensIn } from '../signature/corpus.ts'
import { hostiles, plain } from '../signature/hostile.ts'
import { type Base, bases, foreignBase } from '../signature/mutants/base.ts'
import { type Campaign, manipulate, verdictOn } from '../signature/mutants/campaign.ts'
import { issuedBases } from '../signature/mutants/issued.ts'

const seed = Number(process.env.SEED ?? 20_261_123)
const fileCount = 20
const perFile = 1_000
const slowestMs = 1_000
const hostileMs = 5_000

const corpus = corpusFolder()
if (corpus === undefined) process.stderr.write('SKIPPED: no signed PDFs of other people (SIGNED_PDF_CORPUS).\n')
const foreign = (corpus === undefined ? [] : specimensIn(corpus)).flatMap(({ file, expected }): readonly Base[] => {
  const found = expected === 'INTACT' ? foreignBase(file, readFileSync(join(corpus!, file))) : undefined
  return found ? [found] : []
})
const own = [...bases(), ...(await issuedBases())]
// Without other people's files the own ones come once more, with other keys.
const all = [...own, ...foreign, ...(own.length + foreign.length < fileCount ? bases() : [])]

const rows: (readonly [Base, Campaign])[] = []

describe('A signed file under a thousand manipulations', () => {
  it('is one of twenty at least', () => expect(all.length).toBeGreaterThanOrEqual(fileCount))

  it.each(all.map((base, n) => ({ base, n, name: base.name })))(
    'is never called valid, and always within a second: $name',
    ({ base, n }) => {
      const campaign = manipulate(base, perFile, seed + n * perFile, () => performance.now())
      rows.push([base, campaign])
      expect(campaign.findings).toEqual([])
      expect(campaign.mutants).toBe(perFile)
      expect(campaign.slowestMs, campaign.slowest).toBeLessThan(slowestMs)
    },
  )
})

describe('A file that is made to cost', () => {
  it.each(hostiles)('is answered within five seconds: $name', ({ make, isHonest }) => {
    const file = make()
    const startedAt = performance.now()
    const { verdict } = verdictOn(plain, file)
    expect(performance.now() - startedAt).toBeLessThan(hostileMs)
    if (isHonest) expect(verdict).toBe('VALID')
  })
})

afterAll(() => {
  const lines = rows.map(([{ name }, { mutants, verdicts, slowestMs: ms, slowest }]) => {
    const counts = [...verdicts].toSorted().map(([verdict, count]) => `${verdict} ${count}`)
    return `| ${name} | ${mutants} | ${counts.join(', ')} | ${ms.toFixed(0)} ms (${slowest}) |`
  })
  process.stdout.write(`| file | mutants | verdicts | slowest |\n|---|---|---|---|\n${lines.join('\n')}\n`)
})
