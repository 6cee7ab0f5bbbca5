import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Casework } from '../../core/handling/casework.ts'
import { collectOrphans } from '../../core/handling/orphans.ts'
import { atMost } from '../../core/lab/at-most.ts'
import { sha256 } from '../../core/lab/digest.ts'
import { type Database, openDatabase } from '../../prisma/database.ts'
import { sweepEvidence } from '../../prisma/evidence-files.ts'
import { diy, requester } from '../case/given.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { temporaryFolder } from '../folder.ts'
import { textPicture } from '../lab/sample-images.ts'
import { at, item, openCaseIn, portsIn, storeIn, takeInOnce } from './sealing.ts'
import type { Death } from './sealing-child.ts'

/** Before, between and after each step of the three files of a picture, and of the row that names them. */
const deaths: readonly Death[] = [
  { point: 'file-putting', pass: 1 },
  { point: 'file-written', pass: 1 },
  { point: 'file-synced', pass: 2 },
  { point: 'file-renamed', pass: 3 },
  { point: 'file-put', pass: 1 },
  { point: 'command-committed', pass: 1 },
]
const parts = ['original', 'thumbnail', 'preview-1'] as const
const later = '2100-01-01T00:00:00.000Z'
const two = atMost(2)

describeOnServer('a file whose program is killed', () => {
  const folder = temporaryFolder('sealing')
  const sealedIn = join(folder, 'sealed')
  const picture = join(folder, 'picture.png')
  let bytes: Buffer
  let digest: string
  let database: Database
  /** By the place of its death in the list. */
  const cases: string[] = []

  beforeAll(async () => {
    bytes = await textPicture().png().toBuffer()
    digest = sha256(bytes)
    writeFileSync(picture, bytes)
    const url = await freshServerDatabase()
    database = await openDatabase({ url })
    for (const n of deaths.keys()) cases.push(await openCaseIn(database, sealedIn, n))
    const die = async (death: Death, caseId: string) => {
      const child = fork(new URL('./sealing-child.ts', import.meta.url), {
        execArgv: ['--import', 'tsx'],
        silent: true,
      })
      child.send({ sealing: { url, folder: sealedIn, picture, caseId }, death })
      return once(child, 'exit')
    }
    const ends = await Promise.all(deaths.map((death, n) => two(() => die(death, cases[n] ?? ''))))
    expect(ends).toEqual(deaths.map(() => [null, 'SIGKILL']))
  }, 60_000)
  afterAll(() => database.close())

  const fileOf = async (caseId: string) =>
    (await storeIn(database, sealedIn).ledger.caseById(caseId))?.evidence[item]?.[0]
  const contents = (caseId: string) =>
    Promise.all(parts.map((part) => storeIn(database, sealedIn).files.get(caseId, digest, part)))
  const namesIn = () => readdirSync(sealedIn, { recursive: true, encoding: 'utf8' }).filter((path) => path.length > 3)

  it('has no row without its file, and no file that is only half there under its name', async () => {
    const states = []
    let readable = 0
    for (const caseId of cases) {
      const file = await fileOf(caseId)
      const found = (await contents(caseId)).filter((content) => content !== undefined)
      states.push(file?.state)
      readable += found.length
      if (file?.state === 'stored') expect(found).toHaveLength(parts.length)
    }
    expect(states).toEqual(deaths.map(({ point }) => (point === 'command-committed' ? 'stored' : 'pending')))
    expect(namesIn().filter((name) => !name.endsWith('.part'))).toHaveLength(readable)
  })

  it('leaves what was half written to the sweep, and the rest to be tried again', async () => {
    expect(await sweepEvidence(sealedIn, later)).toBe(2)
    const [first = '', second = ''] = cases
    for (const caseId of [first, second]) await takeInOnce(database, { folder: sealedIn, caseId }, bytes)
    for (const caseId of [first, second]) {
      expect(await fileOf(caseId)).toMatchObject({ state: 'stored', stored: { sha256: digest } })
      expect(await contents(caseId)).not.toContain(undefined)
    }
  })

  it('leaves nothing when it was taken back before it was tried again; what is named stays', async () => {
    const ports = portsIn(database, sealedIn)
    const named = [cases[0], cases[1], cases.at(-1)]
    for (const caseId of cases.slice(2, -1)) {
      const c = await ports.ledger.caseById(caseId)
      const work = new Casework(c === undefined ? [] : [c], [diy], at)
      work.give(caseId, { type: 'clear-evidence', item }, requester)
      await ports.ledger.commit([work.harvest(ports)])
      await takeInOnce(database, { folder: sealedIn, caseId }, bytes)
    }
    const before = namesIn().length
    expect(await collectOrphans(ports, '2000-01-01T00:00:00.000Z')).toBe(0)
    const soon = new Date(Date.now() + 60_000).toISOString()
    expect(await collectOrphans(ports, soon)).toBe(before - parts.length * named.length)
    for (const caseId of named) expect(await contents(caseId ?? '')).not.toContain(undefined)
    expect(namesIn()).toHaveLength(parts.length * named.length)
  })

  it('is left alone where its case is unknown: it belongs to another store', async () => {
    const other = await openDatabase({ url: await freshServerDatabase() })
    try {
      const soon = new Date(Date.now() + 60_000).toISOString()
      expect(await collectOrphans(portsIn(other, sealedIn), soon)).toBe(0)
    } finally {
      await other.close()
    }
  })
})
