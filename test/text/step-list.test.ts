import { expect, it } from 'vitest'
import { courseSteps } from '../../bot/text/step-list.ts'
import { sampleCase } from '../dialogue/sample-case.ts'

const states = (parts: Parameters<typeof sampleCase>[0]) =>
  courseSteps(sampleCase(parts, 'reactivation')).map(({ state }) => state)

it('the steps of a case whose requester found all well before it was handed on are not called done', () => {
  expect(states({ status: 'in-review' })).toContain('ahead')
  expect(states({ status: 'completed', manifest: null, settled: null })).toEqual([])
  expect(new Set(states({ status: 'completed', manifest: [] }))).toEqual(new Set(['done']))
  expect(states({ status: 'cancelled' })).toEqual([])
})
