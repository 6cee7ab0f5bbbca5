import { describe, expect, it } from 'vitest'
import { hostiles, plain } from './hostile.ts'
import { verdictOn } from './mutants/campaign.ts'

// What takes longest to make is made in the long campaign only.
const quick = hostiles.filter(({ name }) => !/bomb|25 MB|million|100 sig/.test(name))

describe('A file that is made to cost', () => {
  it.each(quick)('is answered: $name', ({ make, isHonest }) => {
    const { verdict } = verdictOn(plain, make())
    if (isHonest) expect(verdict).toBe('VALID')
    else expect(['VALID', 'INVALID', 'UNTRUSTED', 'UNREADABLE']).toContain(verdict)
  })
})
