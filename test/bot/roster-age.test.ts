import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { serveControl } from '../../bot/control.ts'
import { examineRoster } from '../../bot/doctor-roster.ts'
import { tellAges } from '../../bot/roster-age.ts'
import { openDatabase } from '../../prisma/database.ts'
import { blankServerDatabase, describeOnServer, freshServerDatabase } from '../database.ts'
import { temporaryFolder } from '../folder.ts'

const imported = (importedAt: string) => [{ agency: 'diy', importedAt, lines: 12 }]

it('a roster is good for three months', () => {
  const ages = imported('2026-08-25T00:00:00.000Z')
  expect(tellAges(['diy'], ages, '2026-11-23T00:00:00.000Z')).toEqual({
    isGood: true,
    lines: ['diy\t2026-08-25, 90 days ago\t12 lines'],
  })
  expect(tellAges(['diy'], ages, '2026-11-24T00:00:00.000Z').isGood).toBe(false)
})

it('an agency without a roster is told, one that is no longer configured is not', () => {
  expect(tellAges(['bantul'], imported('2026-11-22T00:00:00.000Z'), '2026-11-23T00:00:00.000Z')).toEqual({
    isGood: false,
    lines: ['bantul\tnever imported'],
  })
})

it('doctor asks the program that runs, and cannot tell when none does', async () => {
  const dataDir = temporaryFolder('age')
  const place = { DATABASE_URL: undefined, DATA_DIR: dataDir, mark: 'real' as const }
  expect(await examineRoster(place)).toMatchObject({ state: 'unknown' })
  const close = await serveControl(dataDir, async (args, print) => {
    print(args.join(' '))
    return 1
  })
  expect(await examineRoster(place)).toEqual({
    what: 'roster',
    state: 'bad',
    say: 'roster age: run pandu roster import',
  })
  expect(await examineRoster({ ...place, mark: 'demo' })).toMatchObject({ state: 'good' })
  await close()
})

describeOnServer('doctor on a server', () => {
  const look = (url: string) => examineRoster({ DATABASE_URL: url, DATA_DIR: randomUUID(), mark: 'real' })

  it('looks without bringing the store up to date', async () => {
    const url = await blankServerDatabase()
    expect(await look(url)).toMatchObject({ state: 'unknown' })
    expect(await look(url)).toMatchObject({ state: 'unknown' })
    expect(await look('postgres://nobody@127.0.0.1:1/none')).toMatchObject({ state: 'unknown' })
  })

  it('tells the age of every agency', async () => {
    const url = await freshServerDatabase()
    const { prisma, close } = await openDatabase({ url })
    await prisma.agency.create({ data: { code: 'diy', position: 0, config: {} } })
    expect(await look(url)).toMatchObject({ state: 'bad', say: 'diy never imported: run pandu roster import' })
    await prisma.rosterAge.create({ data: { agency: 'diy', importedAt: new Date(), lines: 3 } })
    expect(await look(url)).toMatchObject({ state: 'good', say: expect.stringMatching(/^diy .* 0 days ago 3 lines$/) })
    await close()
  })
})
