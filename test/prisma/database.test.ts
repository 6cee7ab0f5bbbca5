import { existsSync, renameSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Outage } from '../../core/handling/outage.ts'
import { openDatabase } from '../../prisma/database.ts'
import { DataDirInUse } from '../../prisma/lock.ts'
import { blankServerDatabase, describeOnDatabases, describeOnServer } from '../database.ts'
import { temporaryFolder } from '../folder.ts'
import { bringDatabase } from '../journeys/born-database.ts'
import { startPostgres } from '../postgres.ts'

/** A data folder with a database that was born and closed before. */
async function bornFolder(): Promise<string> {
  const dataDir = temporaryFolder('database')
  await bringDatabase(dataDir)
  return dataDir
}

const agency = { code: 'diy', position: 1, config: { name: 'Daerah Istimewa Yogyakarta' } }

describeOnDatabases('a database', (database) => {
  it('is empty at the start of every test', async () => {
    const { prisma } = database()
    expect(await prisma.agency.count()).toBe(0)
    await prisma.agency.create({ data: agency })
  })

  it('is empty again at the start of the next', async () => {
    expect(await database().prisma.agency.count()).toBe(0)
  })

  it('keeps moments as they are, whatever zone the server lives in', async () => {
    const { prisma } = database()
    const at = new Date('2026-01-31T23:30:00.250Z')
    await prisma.deskLink.create({ data: { hash: 'h', staffId: 's', expiresAt: at } })
    const rows = await prisma.$queryRaw<{ iso: string }[]>`
      SELECT to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') AS iso FROM desk_link`
    expect(rows).toEqual([{ iso: '2026-01-31T23:30:00.250' }])
    expect(await prisma.deskLink.findFirst()).toMatchObject({ expiresAt: at })
  })

  it('gives the bytes back that it was given', async () => {
    const { prisma } = database()
    const line = Uint8Array.from({ length: 256 }, (_, at) => at)
    await prisma.roster.create({ data: { nip: '1', nik: '2', email: 'e', agency: 'diy', digest: 'd', line } })
    const row = await prisma.roster.findFirstOrThrow()
    expect([...row.line]).toEqual([...line])
  })

  it('undoes a transaction that fails', async () => {
    const { prisma } = database()
    const twice = prisma.$transaction(async (tx) => {
      await tx.agency.create({ data: agency })
      await tx.agency.create({ data: agency })
    })
    await expect(twice).rejects.toMatchObject({ code: 'P2002' })
    expect(await prisma.agency.count()).toBe(0)
  })

  it('does not repeat the values of a failed query in its error', async () => {
    const { prisma } = database()
    await prisma.agency.create({ data: agency })
    const again = prisma.agency.create({ data: { ...agency, config: { note: '3404010101010001' } } })
    await expect(again).rejects.toSatisfy((error: Error) => !`${error.message}${error.stack}`.includes('340401'))
  })
})

describe('an embedded database on disk', () => {
  it('is there again after it was closed', async () => {
    const dataDir = await bornFolder()
    const first = await openDatabase({ dataDir })
    await first.prisma.agency.create({ data: agency })
    await first.close()
    const second = await openDatabase({ dataDir })
    expect(await second.prisma.agency.count()).toBe(1)
    await second.close()
  })

  it('refuses a second opener, even in the same program', async () => {
    const dataDir = await bornFolder()
    const first = await openDatabase({ dataDir })
    await expect(openDatabase({ dataDir })).rejects.toThrow(DataDirInUse)
    await first.close()
    const second = await openDatabase({ dataDir })
    await second.close()
  })

  it('starts anew when the very first start was cut off', async () => {
    const dataDir = await bornFolder()
    renameSync(join(dataDir, 'pg'), join(dataDir, 'pg.unborn'))
    truncateSync(join(dataDir, 'pg.unborn', 'global', 'pg_control'))
    const second = await openDatabase({ dataDir })
    expect(await second.prisma.agency.count()).toBe(0)
    expect(existsSync(join(dataDir, 'pg.unborn'))).toBe(false)
    await second.close()
  })

  it('opens its log so that a commit reaches the disk', async () => {
    const database = await openDatabase({ dataDir: await bornFolder() })
    const rows = await database.prisma.$queryRaw`SELECT name, setting FROM pg_settings
      WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'wal_sync_method') ORDER BY name`
    expect(rows).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'synchronous_commit', setting: 'on' },
      { name: 'wal_sync_method', setting: 'open_datasync' },
    ])
    await database.close()
  })
})

describeOnServer('a database on a server', () => {
  it('is made by several programs that start at once', async () => {
    const url = await blankServerDatabase()
    const programs = await Promise.all([1, 2, 3].map(() => openDatabase({ url })))
    await programs[0]!.prisma.agency.create({ data: agency })
    expect(await programs[2]!.prisma.agency.count()).toBe(1)
    await Promise.all(programs.map((program) => program.close()))
  })

  it('is an outage when it is away, and a defect when it does not know us', async () => {
    await expect(openDatabase({ url: 'postgres://nobody:secret@127.0.0.1:1/none' })).rejects.toThrow(Outage)
    const url = (await blankServerDatabase()).replace(/\/test_/, '/unknown_')
    await expect(openDatabase({ url })).rejects.not.toThrow(Outage)
  })

  it('serves again after the server crashed under an idle program', async () => {
    const server = await startPostgres()
    if (!server) throw new Error('this suite runs only where there is a server')
    const database = await openDatabase({ url: server.url })
    await database.prisma.agency.create({ data: agency })
    await server.crash()
    const count = async () => database.prisma.agency.count()
    expect(await count().catch(count)).toBe(1)
    await database.close()
    await server.stop()
  })
})
