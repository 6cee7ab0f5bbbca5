import { readFileSync, readlinkSync } from 'node:fs'
import { z } from 'zod'

/** Tells one process from another that later gets its number; what the system does not tell is absent. */
export const processIdentity = z.object({
  pid: z.number().int(),
  /** Of the machine's start. */
  boot: z.string().optional(),
  /** Of process numbers: two containers number theirs apart. */
  namespace: z.string().optional(),
  /** Clock ticks after the machine's start. */
  startedAt: z.string().optional(),
})
export type ProcessIdentity = z.infer<typeof processIdentity>

export function thisProcess(): ProcessIdentity {
  const { pid } = process
  return { pid, ...here(), startedAt: statusOf(pid)?.startedAt }
}

/** Whether that very process still runs; undefined when it is out of sight: another boot, machine or container. */
export function isRunning(identity: ProcessIdentity): boolean | undefined {
  if (identity.pid <= 0) return false
  const { boot, namespace } = here()
  if (identity.boot !== boot || identity.namespace !== namespace) return undefined
  if (boot === undefined) return answersSignals(identity.pid)
  const status = statusOf(identity.pid)
  return status !== undefined && !status.isZombie && status.startedAt === identity.startedAt
}

function here(): Pick<ProcessIdentity, 'boot' | 'namespace'> {
  return {
    boot: ifAny(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    namespace: ifAny(() => readlinkSync('/proc/self/ns/pid')),
  }
}

/** From proc(5): after the command in brackets, the state comes first and the start time twentieth. */
function statusOf(pid: number): { isZombie: boolean; startedAt: string | undefined } | undefined {
  const line = ifAny(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ')
  return fields && { isZombie: fields[0] === 'Z', startedAt: fields[19] }
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

/** Not every system has /proc. */
function ifAny<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
