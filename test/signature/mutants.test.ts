import { describe, expect, it } from 'vitest'
import { bases } from './mutants/base.ts'
import { manipulate, mutantOf, verdictOn } from './mutants/campaign.ts'
import { harmless, manipulations } from './mutants/table.ts'

const all = bases()
const seed = Number(process.env.SEED ?? 20_261_123)
const total = 1_000
const share = Math.ceil(total / all.length)

describe('A signed file', () => {
  it.each(all)('is valid before anybody touches it: $name', (base) => {
    expect(verdictOn(base, base.pdf.bytes)).toMatchObject({ verdict: 'VALID' })
  })

  it.each(all)('stays valid when only harmless things happen to it: $name', (base) => {
    const worse = harmless.flatMap((one) => {
      const file = mutantOf(base, one, seed)
      const verdict = file === undefined ? 'VALID' : verdictOn(base, file).verdict
      return verdict === 'VALID' ? [] : [`${one.name}: ${verdict}`]
    })
    expect(worse).toEqual([])
  })

  it.each(all.map((base, n) => ({ base, n, name: base.name })))(
    'is never called valid when manipulated: $name',
    ({ base, n }) => {
      const { mutants, findings } = manipulate(base, share, seed + n * share)
      expect(findings).toEqual([])
      expect(mutants).toBe(share)
    },
  )

  it('is manipulated in every way that is listed, on some file or other', () => {
    const idle = manipulations.filter((one) => all.every((base) => tries.every((n) => isIdle(base, one, n))))
    expect(idle.map(({ kind, name }) => `${kind}: ${name}`)).toEqual([])
  })
})

const tries = [1, 2, 3, 4]
const isIdle = (base: (typeof all)[number], one: (typeof manipulations)[number], n: number) =>
  mutantOf(base, one, seed + n) === undefined
