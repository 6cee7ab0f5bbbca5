import { join } from 'node:path'
import { Loop } from '../core/handling/loop.ts'
import type { Ports } from '../core/handling/ports.ts'
import { sweepEvidence } from '../prisma/evidence-files.ts'
import { errorFields, type Log } from './log.ts'

const everyMs = 60 * 60_000

/** Sweeps out, at its start and every hour, what is over: desk links and sessions, codes, and files left half written. */
export function createSweep(
  { deskAccess, identities, now }: Pick<Ports, 'deskAccess' | 'identities' | 'now'>,
  dataDir: string,
  log: Pick<Log, 'info' | 'error'>,
): Loop {
  const failed = (error: unknown) => log.error('the sweep stumbled and comes again', errorFields(error))
  const sweep = async () => {
    const at = now()
    const access = await deskAccess.sweep(at)
    const codes = await identities.sweep(at)
    const before = new Date(Date.parse(at) - everyMs).toISOString()
    const files = await sweepEvidence(join(dataDir, 'evidence'), before)
    if (access + codes + files > 0) log.info('swept', { access, codes, files })
  }
  return new Loop({
    async step() {
      // Nothing of it is urgent: what failed is left to the next hour.
      await sweep().catch(failed)
      return 0
    },
    sleepMs: async () => everyMs,
    failed,
  })
}
