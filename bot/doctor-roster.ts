import pg from 'pg'
import { z } from 'zod'
import type { Config } from './config.ts'
import { askRunning } from './control.ts'
import type { Finding } from './doctor.ts'
import { tellAges } from './roster-age.ts'

const patienceMs = 3000

/** How old the rosters are. Opens no store, which would bring it up to date: it looks at a server, or asks who runs. */
export async function examineRoster({
  DATABASE_URL,
  DATA_DIR,
  mark,
}: Pick<Config, 'DATABASE_URL' | 'DATA_DIR' | 'mark'>): Promise<Finding> {
  const what = 'roster'
  if (mark === 'demo') return { what, state: 'good', say: 'is a sample' }
  const lines: string[] = []
  const isGood =
    DATABASE_URL === undefined
      ? await askRunning(DATA_DIR, ['roster', 'age'], (line) => lines.push(line)).then(goodness)
      : await lookAt(DATABASE_URL, lines)
  if (isGood === undefined)
    return { what, state: 'unknown', say: 'nobody told its age: start the program, or run pandu roster age' }
  const say = lines.join('; ').replaceAll('\t', ' ') || 'no agency is known yet'
  return isGood ? { what, state: 'good', say } : { what, state: 'bad', say: `${say}: run pandu roster import` }
}

/** From an exit code; undefined when it could not be told. */
const goodness = (exit: number | undefined): boolean | undefined =>
  exit === undefined || exit > 1 ? undefined : exit === 0

const rows = z.array(z.object({ code: z.string(), at: z.date().nullable(), lines: z.number().nullable() }))

/** Undefined when the server or its tables are not there. */
async function lookAt(url: string, lines: string[]): Promise<boolean | undefined> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  })
  try {
    await client.connect()
    const found = rows.parse((await client.query(AGES)).rows)
    const ages = found.flatMap(({ code, at, lines: count }) =>
      at === null ? [] : [{ agency: code, importedAt: at.toISOString(), lines: count ?? 0 }],
    )
    const codes = found.map(({ code }) => code)
    const told = tellAges(codes, ages, new Date().toISOString())
    lines.push(...told.lines)
    return told.isGood
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}

const AGES = `SELECT a."code", r."imported_at" AS at, r."lines" FROM "agency" a
  LEFT JOIN "roster_age" r ON r."agency" = a."code" ORDER BY a."position"`
