import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { serveControl } from '../../bot/control.ts'
import { tellGaps } from '../../bot/coverage-verb.ts'
import { examineCoverage } from '../../bot/doctor-coverage.ts'
import { openDatabase } from '../../prisma/database.ts'
import { blankServerDatabase, describeOnServer, freshServerDatabase } from '../database.ts'

it('a gap is told with its agency, its day and who is left', () => {
  expect(tellGaps([{ agency: 'diy', on: '2026-12-01', present: 1 }])).toEqual(['diy\t1 active verifier on 2026-12-01'])
})

it('doctor asks the program that runs, and cannot tell when none does', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pandu-coverage-'))
  const place = { DATABASE_URL: undefined, DATA_DIR: dataDir, mark: 'real' as const }
  expect(await examineCoverage(place)).toMatchObject({ state: 'unknown' })
  const close = await serveControl(dataDir, async (args, print) => {
    print(args.join(' '))
    return 1
  })
  expect(await examineCoverage(place)).toMatchObject({
    state: 'bad',
    say: expect.stringContaining('agency coverage: '),
  })
  await close()
  const quiet = await serveControl(dataDir, async () => 0)
  expect(await examineCoverage(place)).toMatchObject({ state: 'good' })
  expect(await examineCoverage({ ...place, mark: 'demo' })).toMatchObject({ state: 'good' })
  await quiet()
  rmSync(dataDir, { recursive: true })
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
    await prisma.agency.create({ data: { code: 'diy', position: 0, config: {} } })
    expect((await look(url)).say).toContain('diy 0 active verifiers')
    for (const id of ['sari', 'budi'])
      await prisma.staff.create({
        data: { id, role: 'verifier', agencies: ['diy'], name: id, email: `${id}@jogjaprov.go.id` },
      })
    expect(await look(url)).toMatchObject({ state: 'good' })
    const away = { id: 'a', staffId: 'sari', from: '2020-01-01', until: '2100-01-01' }
    await prisma.absence.create({ data: away })
    expect((await look(url)).say).toContain('diy 1 active verifier on ')
    await prisma.absence.update({ where: { id: 'a' }, data: { endedAt: new Date() } })
    expect(await look(url)).toMatchObject({ state: 'good' })
    await close()
  })
})
