import { join } from 'node:path'
import { Loop } from '../core/handling/loop.ts'
import { fillSearch } from '../core/handling/note-words.ts'
import { collectOrphans } from '../core/handling/orphans.ts'
import type { Ports } from '../core/handling/ports.ts'
import { retire } from '../core/handling/retention.ts'
import { sweepEvidence } from '../prisma/evidence-files.ts'
import { errorFields, type Log } from './log.ts'

const everyMs = 60 * 60_000
const dayMs = 24 * everyMs
const draftDays = 30
/** How long a mail waits in the tray, and how long its mark keeps it from coming in twice. */
const mailDays = 30
const mailMarkDays = 400

/**
 * Sweeps out, at its start and every hour, what is over: links, sessions, codes, unsent words, files left half written and rosters left half read; once a day
 * also what is over its time (`core/privacy/retention.ts`) and files that a crash left without a row.
 */
export function createSweep(ports: Ports, dataDir: string, log: Pick<Log, 'info' | 'error'>): Loop {
  const { deskAccess, directory, identities, rights, now } = ports
  const failed = (error: unknown) => log.error('the sweep stumbled and comes again', errorFields(error))
  const sweep = async () => {
    const at = now()
    const access = (await deskAccess.sweep(at)) + (await rights.sweep(at)) + (await ports.api.sweepApi(at))
    const codes = await identities.sweep(at)
    const roster = await directory.sweepRoster(at)
    const before = new Date(Date.parse(at) - everyMs).toISOString()
    const drafts = await ports.drafts.sweepDrafts(new Date(Date.parse(at) - draftDays * dayMs).toISOString())
    const days = (count: number) => new Date(Date.parse(at) - count * dayMs).toISOString()
    const hooks = await ports.hooks.sweepDeliveries(days(draftDays))
    const mails = await ports.mails.sweepMails(days(mailDays), days(mailMarkDays))
    const files = await sweepEvidence(join(dataDir, 'evidence'), before)
    const found = await fillSearch(ports)
    if (access + codes + roster + drafts + hooks + mails + files > 0)
      log.info('swept', { access, codes, roster, drafts, hooks, mails, files })
    if (found > 0) log.info('noted words of cases from before', { cases: found })
  }
  let retiredAtMs = 0
  const retireDaily = async () => {
    if (Date.parse(now()) - retiredAtMs < dayMs) return
    const counts: Record<string, number> = {}
    for await (const { what } of retire(ports, false)) counts[what] = (counts[what] ?? 0) + 1
    const orphans = await collectOrphans(ports, new Date(Date.parse(now()) - dayMs).toISOString())
    retiredAtMs = Date.parse(now())
    if (orphans > 0) log.info('removed files that no history names', { orphans })
    if (Object.keys(counts).length > 0) log.info('erased what is over its time', counts)
  }
  return new Loop({
    async step() {
      // Nothing of it is urgent: what failed is left to the next hour.
      await sweep().catch(failed)
      await retireDaily().catch(failed)
      return 0
    },
    sleepMs: async () => everyMs,
    failed,
  })
}
