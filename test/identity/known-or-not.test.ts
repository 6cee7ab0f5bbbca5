import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { RosterLine } from '../../core/agency/roster.ts'
import { createSealer } from '../../core/lab/seal.ts'
import { openDatabase } from '../../prisma/database.ts'
import { createSqlStore } from '../../prisma/sql-store.ts'
import { empty, useDatabase } from '../database.ts'
import { temporaryFolder } from '../folder.ts'
import { TestClock } from '../prisma/stores.ts'
import { bambang, claims, rina, Town } from './town.ts'

const chat = 11
const tables = ['case', 'event', 'chat', 'inbox', 'outbox', 'code', 'claim', 'binding', 'access']
/** What is sealed or drawn by chance: only its length counts. Hashes cover chance as well. */
const byChance = ['key', 'state', 'payload', 'sealed', 'sealed_digest', 'hash', 'chain']

interface Played {
  readonly rows: Readonly<Record<string, unknown>>
  readonly words: string
  readonly mails: number
}

const masked = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value instanceof Uint8Array) return [column, `${value.length} bytes`]
      if (!byChance.includes(column) || typeof value !== 'string' || !/^[\w-]{32,}$/.test(value)) return [column, value]
      return [column, `${value.length} characters`]
    }),
  )

const database = useDatabase(() => openDatabase({ memory: true }))

/** A chat claims to be Rina, asks for a code twice, guesses, and sends the case; this is what the database holds then. */
async function played(...roster: readonly RosterLine[]): Promise<Played> {
  const clock = new TestClock()
  await empty(database())
  const { prisma } = database()
  const evidenceDir = temporaryFolder('evidence')
  const sealer = createSealer(Buffer.alloc(32, 7))
  const store = createSqlStore(prisma, { sealer, evidenceDir, now: clock.now, newId: randomUUID })
  const town = await new Town(clock, store).settle(...roster)
  await claims(town, chat, rina)
  await town.says(chat, 'Kirim kode', '00000000', 'Kirim ulang', 'kode saya 1111 1111', 'Email dinas belum aktif')
  const rows: Record<string, unknown> = {}
  for (const table of tables) {
    const found = await prisma.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM "${table}"`)
    // When a row arrived is the database's own clock.
    rows[table] = found.map(({ received_at: _, ...row }) => masked(row)).toSorted(byText)
  }
  return { rows, words: town.wordsTo(chat), mails: town.mails.length }
}

const byText = (one: unknown, other: unknown): number => (textOf(one) < textOf(other) ? -1 : 1)
const textOf = (row: unknown): string =>
  JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value))

it('a number that somebody has and one that nobody has leave the same rows and the same words', async () => {
  const known = await played(rina, bambang)
  const unknown = await played(bambang)
  const withoutMail = await played({ ...rina, email: '' }, bambang)
  expect(known.mails).toBe(2)
  expect(unknown.mails + withoutMail.mails).toBe(0)
  for (const other of [unknown, withoutMail]) {
    expect(other.words).toBe(known.words)
    for (const table of tables) expect(textOf(other.rows[table])).toBe(textOf(known.rows[table]))
  }
  expect(known.words).toContain('Sisa percobaan: 4')
  expect(textOf(known.rows.code)).toContain('"tries":1')
  expect(textOf(known.rows)).not.toMatch(/198504122010012005|3404015204850001|rina\.wulandari@/)
  // The comparison is not blind: another number leaves other rows.
  expect(textOf(known.rows.code)).toMatch(/"subject":"[\w-]{43}"/)
})
