import pg from 'pg'
import { z } from 'zod'
import { wibMoment } from '../core/form/calendar.ts'
import type { Config } from './config.ts'
import { askRunning } from './control.ts'
import { tellCoverage } from './coverage-verb.ts'
import type { Finding } from './doctor.ts'

const patienceMs = 3000

/** Whether every agency has the people that its options count on. Opens no store: it looks at a server, or asks who runs. */
export async function examineCoverage({
  DATABASE_URL,
  DATA_DIR,
  mark,
}: Pick<Config, 'DATABASE_URL' | 'DATA_DIR' | 'mark'>): Promise<Finding> {
  const what = 'staff'
  if (mark === 'demo') return { what, state: 'good', say: 'is a sample' }
  const told = DATABASE_URL === undefined ? await askProgram(DATA_DIR) : await lookAt(DATABASE_URL)
  if (told === undefined)
    return { what, state: 'unknown', say: 'nobody told who works: start the program, or run pandu agency coverage' }
  if (told.length === 0) return { what, state: 'good', say: 'is enough in every agency' }
  return { what, state: 'bad', say: told.join('; ').replaceAll('\t', ' ') }
}

async function askProgram(dataDir: string): Promise<readonly string[] | undefined> {
  const lines: string[] = []
  const exit = await askRunning(dataDir, ['agency', 'coverage'], (line) => lines.push(line))
  return exit === undefined || exit > 1 ? undefined : lines
}

const agencies = z.array(
  z.object({
    code: z.string(),
    fallbackVerifier: z.string().nullable(),
    contactCenter: z.object({ isOutside: z.boolean().optional() }).nullable(),
  }),
)
const staff = z.array(
  z.object({
    id: z.string(),
    role: z.enum(['verifier', 'agent']),
    agencies: z.array(z.string()),
    name: z.string(),
    email: z.string(),
    slackUser: z.null(),
    removedAt: z.null(),
  }),
)
const absences = z.array(
  z.object({
    id: z.string(),
    staffId: z.string(),
    from: z.string(),
    until: z.string(),
    deputyId: z.null(),
    endedAt: z.null(),
  }),
)

/** Undefined when the server or its tables are not there. */
async function lookAt(url: string): Promise<readonly string[] | undefined> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  })
  try {
    await client.connect()
    const known = agencies.parse((await client.query(AGENCIES)).rows)
    const people = staff.parse((await client.query(STAFF)).rows)
    const away = absences.parse((await client.query(ABSENCES)).rows)
    const today = wibMoment(Date.now()).date
    return known.flatMap(({ code, fallbackVerifier, contactCenter }) => {
      const options = { fallbackVerifier: fallbackVerifier ?? undefined, contactCenter: contactCenter ?? undefined }
      return tellCoverage({ code, ...options }, people, away, today)
    })
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}

const AGENCIES = `SELECT "code", "config"->>'fallbackVerifier' AS "fallbackVerifier",
  "config"->'contactCenter' AS "contactCenter" FROM "agency" ORDER BY "position"`
// Only what telling people apart needs; no name leaves the server.
const STAFF = `SELECT "id", "role", "agencies", '' AS "name", "email", NULL AS "slackUser", NULL AS "removedAt"
  FROM "staff" WHERE "role" IN ('verifier', 'agent') AND "removed_at" IS NULL`
const ABSENCES = `SELECT "id", "staff_id" AS "staffId", "from", "until", NULL AS "deputyId", NULL AS "endedAt"
  FROM "absence" WHERE "ended_at" IS NULL`
