import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { serveControl } from '../../bot/control.ts'
import { tellCoverage } from '../../bot/coverage-verb.ts'
import { examineCoverage } from '../../bot/doctor-coverage.ts'
import { openDatabase } from '../../prisma/database.ts'
import { blankServerDatabase, describeOnServer, freshServerDatabase } from '../database.ts'
import { temporaryFolder } from '../folder.ts'

it('what is missing is told with its agency, its day, who is left and what to do', () => {
  expect(tellCoverage({ code: 'diy', fallbackVerifier: 'wayan@bantulkab.go.id' }, [], [], '2026-12-01')).toEqual([
    expect.stringMatching(/^diy\t0 active verifiers on 2026-12-01: run pandu staff add, or /),
    expect.stringMatching(/^diy\t.*fallbackVerifier.* no active verifier of another agency/),
    expect.stringMatching(/^diy\tno active agent: .*--role agent.*isOutside/),
  ])
})

it('doctor asks the program that runs, and cannot tell when none does', async () => {
  const dataDir = temporaryFolder('coverage')
  const place = { DATABASE_URL: undefined, DATA_DIR: dataDir, mark: 'real' as const }
  expect(await examineCoverage(place)).toMatchObject({ state: 'unknown' })
  const close = await serveControl(dataDir, async (args, print) => {
    print(args.join(' '))
    return 1
  })
  expect(await examineCoverage(place)).toMatchObject({ state: 'bad', say: 'agency coverage' })
  await close()
  const quiet = await serveControl(dataDir, async () => 0)
  expect(await examineCoverage(place)).toMatchObject({ state: 'good' })
  expect(await examineCoverage({ ...place, mark: 'demo' })).toMatchObject({ state: 'good' })
  await quiet()
})

describeOnServer('doctor on a server', () => {
  const look = (url: string) => examineCoverage({ DATABASE_URL: url, DATA_DIR: randomUUID(), mark: 'real' })

  it('cannot tell where nothing was set up', async () => {
    expect(await look(await blankServerDatabase())).toMatchObject({ state: 'unknown' })
    expect(await look('postgres://nobody@127.0.0.1:1/none')).toMatchObject({ state: 'unknown' })
  })

  it('counts who works and is not away', async () => {
    const url = await freshServerDatabase()
    const { prisma, close } = await openDatabase({ url })
    const add = (id: string, role: string, agency = 'diy') =>
      prisma.staff.create({ data: { id, role, agencies: [agency], name: id, email: `${id}@jogjaprov.go.id` } })
    await prisma.agency.create({ data: { code: 'diy', position: 0, config: {} } })
    await add('dewi', 'agent')
    expect((await look(url)).say).toContain('diy 0 active verifiers')
    for (const id of ['sari', 'budi']) await add(id, 'verifier')
    expect(await look(url)).toMatchObject({ state: 'good' })
    const away = { id: 'a', staffId: 'sari', from: '2020-01-01', until: '2100-01-01' }
    await prisma.absence.create({ data: away })
    expect((await look(url)).say).toContain('diy 1 active verifier on ')
    await prisma.absence.update({ where: { id: 'a' }, data: { endedAt: new Date() } })
    expect(await look(url)).toMatchObject({ state: 'good' })
    await prisma.staff.update({ where: { id: 'dewi' }, data: { removedAt: new Date() } })
    expect((await look(url)).say).toContain('diy no active agent')
    const config = { contactCenter: { isOutside: true }, fallbackVerifier: 'wayan@jogjaprov.go.id' }
    await prisma.agency.update({ where: { code: 'diy' }, data: { config } })
    expect(await look(url)).toMatchObject({ state: 'bad', say: expect.stringMatching(/^diy its fallbackVerifier/) })
    await add('wayan', 'verifier', 'bantul')
    expect(await look(url)).toMatchObject({ state: 'good' })
    await close()
  })
})
