import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scanner } from '../../bot/doctor-scanner.ts'
import { describeWithClamd } from '../clamd.ts'
import { temporaryFolder } from '../folder.ts'

describeWithClamd('the scanner, as doctor looks at it,', (clamd) => {
  beforeAll(clamd.start)
  afterAll(clamd.kill)

  it('is good when it takes the largest file, and says which signatures it has', async () => {
    expect(await scanner({ CLAMD_URL: clamd.url })).toMatchObject({
      state: 'good',
      say: expect.stringContaining('ClamAV'),
    })
  })
})

it('a scanner that is configured and away is a bad finding, none at all is said to be none', async () => {
  const url = `unix:${join(temporaryFolder('nobody'), 'socket')}`
  expect(await scanner({ CLAMD_URL: url })).toMatchObject({ state: 'bad', say: expect.stringContaining('held') })
  expect(await scanner({ CLAMD_URL: undefined })).toMatchObject({ state: 'unknown' })
})
