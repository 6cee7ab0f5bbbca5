import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { dataDir as emptyDatabase } from '@electric-sql/pglite-prepopulatedfs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringToDisk, checkpointAbove } from '../../prisma/checkpoint.ts'
import { temporaryFolder } from '../folder.ts'

const megabyte = 1024 * 1024

describe('the log of an embedded database', () => {
  let folder: string
  let directory: string
  let lite: PGlite
  beforeAll(async () => {
    folder = temporaryFolder('checkpoint')
    directory = join(folder, 'pg')
    lite = await PGlite.create({ dataDir: directory, loadDataDir: await emptyDatabase() })
    await lite.exec('CREATE TABLE note (id int, body text); ALTER TABLE note ALTER body SET STORAGE EXTERNAL')
  })
  afterAll(async () => {
    await lite.close()
  })

  const write = (megabytes: number) =>
    lite.query(`INSERT INTO note SELECT n, repeat('x', 1024) FROM generate_series(1, $1::int * 1024) n`, [megabytes])
  const logBytes = async () => {
    const { rows } = await lite.query<{ bytes: number }>(
      'SELECT (pg_current_wal_lsn() - redo_lsn)::int AS bytes FROM pg_control_checkpoint()',
    )
    return rows[0]?.bytes ?? Number.NaN
  }

  it('is left alone while it is short', async () => {
    await write(2)
    const before = await logBytes()
    await checkpointAbove(64 * megabyte, lite, directory)
    expect(await logBytes()).toBeGreaterThanOrEqual(before)
  })

  it('is let go once it is long, and every row is there after a crash', async () => {
    await write(6)
    expect(await logBytes()).toBeGreaterThan(4 * megabyte)
    await checkpointAbove(4 * megabyte, lite, directory)
    expect(await logBytes()).toBeLessThan(megabyte)
    await write(1)
    const crashed = join(folder, 'crashed')
    cpSync(directory, crashed, { recursive: true })
    const survivor = await PGlite.create({ dataDir: crashed })
    const { rows } = await survivor.query('SELECT count(*)::int AS notes FROM note')
    await survivor.close()
    expect(rows).toEqual([{ notes: 9 * 1024 }])
  })

  it('and its files are brought to the disk even while one of them goes', async () => {
    const dropped = lite.exec('CREATE TABLE gone AS SELECT 1; DROP TABLE gone; CHECKPOINT')
    await expect(bringToDisk(directory)).resolves.toBeUndefined()
    await dropped
  })
})
