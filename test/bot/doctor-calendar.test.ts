import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { examineCalendars } from '../../bot/doctor-calendar.ts'
import { diy } from '../case/given.ts'
import { temporaryFolder } from '../folder.ts'

const at = '2026-11-23T02:00:00.000Z'
const examined = (...holidays: readonly (readonly string[] | undefined)[]) => {
  const path = join(temporaryFolder('calendars'), 'agencies.json')
  const usual = { days: [1, 2, 3, 4, 5], opensAtHour: 8, closesAtHour: 16 }
  const agencies = holidays.map((days, n) => ({
    ...diy,
    code: `agency-${n}`,
    ...(days !== undefined && { calendar: { ...usual, holidays: days } }),
  }))
  writeFileSync(path, JSON.stringify(agencies))
  return examineCalendars({ AGENCIES_FILE: path, mark: 'real' }, at)
}

it('finds agencies whose holidays were not carried on, and those that never had any', () => {
  expect(examined(['2026-12-25']).state).toBe('good')
  const found = examined(['2026-12-25'], ['2026-08-17', '2027-08-17'], undefined)
  expect(found).toMatchObject({ state: 'bad', say: expect.stringContaining('for agency-1, agency-2:') })
})

it('says that it cannot tell, and asks nothing of a demo', () => {
  expect(examineCalendars({ AGENCIES_FILE: undefined, mark: 'real' }, at).state).toBe('unknown')
  expect(examineCalendars({ AGENCIES_FILE: '/does/not/exist', mark: 'demo' }, at).state).toBe('good')
})
