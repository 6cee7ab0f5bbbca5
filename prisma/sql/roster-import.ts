import { randomUUID } from 'node:crypto'
import type { RosterLine } from '../../core/agency/roster.ts'
import { type RosterFault, rosterColumns } from '../../core/agency/roster-line.ts'
import {
  changedColumns,
  type ImportRules,
  type ImportTotals,
  type LineOutcome,
  type LineReport,
  type RosterImport,
  type ShownNumbers,
} from '../../core/handling/roster-import.ts'
import type { Sealer } from '../../core/handling/sealer.ts'
import { maskDigits } from '../../core/privacy/mask.ts'
import { type Client, fromBase64, rows } from './client.ts'
import type { Keys } from './keys.ts'
import { blindNumbers, openLine, sealedLine } from './roster-seal.ts'
import * as sql from './roster-statements.ts'

const pageSize = 1000
const timeoutMs = 300_000

/** What a settlement uses of its transaction. */
type Session = Pick<Client, '$queryRawUnsafe' | '$executeRawUnsafe'>

/**
 * Lines are sealed and set aside a batch at a time, outside any transaction: nobody waits meanwhile, and memory does not
 * grow with the file. The settlement compares them with the roster where they are, in one short transaction.
 */
export async function startRosterImport(client: Client, keys: Keys, sealer: Sealer, at: string): Promise<RosterImport> {
  await keys.ensure(['house'])
  await client.$executeRawUnsafe(sql.FORGET_STALE, at)
  const run = randomUUID()
  let taken = 0
  let isImported = true
  return {
    async take(lines) {
      const input = lines.map(({ lineNumber, shown, ...read }) => ({
        line: lineNumber,
        shown,
        ...('line' in read
          ? sealedLine(keys, sealer, read.line)
          : { faults: read.faults, ...blindNumbers(sealer, read) }),
      }))
      taken += await client.$executeRawUnsafe(sql.SET_ASIDE, run, at, JSON.stringify(input))
    },
    async settle(rules) {
      const totals = await client.$transaction((tx) => settle(tx, run, taken, rules), {
        maxWait: timeoutMs,
        timeout: timeoutMs,
      })
      isImported = totals.isImported
      return totals
    },
    async *report() {
      let last = 0
      for (;;) {
        const page = await rows<ReportRow>(client, sql.REPORT, run, last, pageSize)
        for (const row of page) yield reportOf(keys, row, isImported)
        const [end] = page.slice(-1)
        if (end === undefined || page.length < pageSize) return
        last = end.line
      }
    },
    async end() {
      await client.$executeRawUnsafe(sql.FORGET, run)
    },
  }
}

async function settle(tx: Session, run: string, taken: number, rules: ImportRules): Promise<ImportTotals> {
  const { at, agency = null } = rules
  for (const statement of sql.PREPARE) await tx.$executeRawUnsafe(statement)
  const [found] = await rows<{ lines: number }>(tx, sql.COUNT, run)
  if (found?.lines !== taken) throw new Error('The import was interrupted for too long. Start it again.')
  await tx.$executeRawUnsafe(sql.REFUSE_TWINS, run)
  const scope =
    agency === null ? (await rows<{ agency: string }>(tx, sql.SCOPE, run)).map(({ agency: code }) => code) : [agency]
  const whole = rules.isWhole ? scope : []
  while ((await tx.$executeRawUnsafe(sql.REFUSE_CONFLICTS, run, whole, agency)) > 0);
  await tx.$executeRawUnsafe(sql.COMPARE, run)
  await tx.$executeRawUnsafe(sql.COMPARE_PROMOTED, run)
  const refused = (await totalsOf(tx, run)).refused
  const isImported = refused === 0 || !(rules.isStrict || rules.isWhole)
  if (isImported) {
    await tx.$executeRawUnsafe(sql.DROP_PROMOTED, run)
    await tx.$executeRawUnsafe(sql.WRITE, run)
    await tx.$executeRawUnsafe(sql.AGE, run, at)
  }
  await tx.$executeRawUnsafe(sql.LIST_OTHERS, run, at, scope, isImported && rules.isWhole ? 'removed' : 'not-in-file')
  await tx.$executeRawUnsafe(sql.REMOVE_OTHERS, run, at)
  const { added, changed, ...rest } = await totalsOf(tx, run)
  return isImported
    ? { isImported, added, changed, ...rest }
    : { isImported, ...rest, added: 0, changed: 0, held: added + changed }
}

async function totalsOf(tx: Session, run: string): Promise<Record<LineOutcome, number>> {
  const found = await rows<{ outcome: LineOutcome; lines: number }>(tx, sql.TOTALS, run)
  const none = { added: 0, changed: 0, same: 0, refused: 0, held: 0, 'not-in-file': 0, removed: 0 }
  return { ...none, ...Object.fromEntries(found.map(({ outcome, lines }) => [outcome, lines])) }
}

interface ReportRow {
  readonly line: number
  readonly outcome: LineOutcome
  readonly shown: ShownNumbers | null
  readonly faults: readonly RosterFault[] | null
  readonly agency: string | null
  readonly key: string | null
  readonly beforeKey: string | null
  readonly sealed: string | null
  readonly before: string | null
}

function reportOf(keys: Keys, row: ReportRow, isImported: boolean): LineReport {
  const line = opened(keys, row.key, row.sealed)
  const before = opened(keys, row.beforeKey, row.before)
  const isHeld = !isImported && (row.outcome === 'added' || row.outcome === 'changed')
  return {
    lineNumber: row.shown === null ? null : row.line,
    outcome: isHeld ? 'held' : row.outcome,
    shown: row.shown ?? { nip: maskDigits(line?.nip ?? ''), nik: maskDigits(line?.nik ?? '') },
    agency: row.agency,
    columns: line === undefined || before === undefined ? [] : changedColumns(before, line, rosterColumns),
    faults: row.faults ?? [],
  }
}

const opened = (keys: Keys, key: string | null, sealed: string | null): RosterLine | undefined =>
  key === null || sealed === null ? undefined : openLine(keys, key, fromBase64(sealed))
