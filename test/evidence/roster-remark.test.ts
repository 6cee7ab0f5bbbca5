import { describe, expect, it } from 'vitest'
import { remarksOf } from '../../core/evidence/remark.ts'
import { at, Story } from '../case/given.ts'

const unknown = { isKnown: false, differs: [], hasPhone: false } as const

const remarked = (employment: string) => {
  const { case: c } = new Story('issuance', undefined, { employment }).submitted().consulted(unknown)
  return [...remarksOf(c, at)].flatMap(([item, codes]) => (codes.includes('roster-unknown') ? [item] : []))
}

describe('a roster that knows nobody of that number', () => {
  it.each(['pns', 'pppk'])('is remarked on the NIP of who has one (%s)', (employment) => {
    expect(remarked(employment)).toEqual(['nip'])
  })

  it('is remarked on the NIK of who has no NIP', () => {
    expect(remarked('lainnya')).toEqual(['nik'])
  })

  it('is remarked on nothing while it was not asked yet', () => {
    const { case: c } = new Story('issuance').submitted()
    expect([...remarksOf(c, at).values()].flat()).not.toContain('roster-unknown')
  })
})
