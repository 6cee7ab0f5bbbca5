import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { isRunning, type ProcessIdentity, processIdentity, thisProcess } from './process-identity.ts'

const holderShape = processIdentity.extend({ state: z.enum(['running', 'stopping']), token: z.string() })
type Holder = z.infer<typeof holderShape>

/** Two programs in one data folder would silently lose each other's rows. */
export class DataDirInUse extends Error {
  readonly dataDir: string
  readonly pid: number
  readonly state: 'running' | 'stopping'

  constructor(dataDir: string, { pid, state }: { pid: number; state: 'running' | 'stopping' }) {
    super(`The data folder ${dataDir} is in use by process ${pid}, which is ${state}.`)
    this.name = 'DataDirInUse'
    this.dataDir = dataDir
    this.pid = pid
    this.state = state
  }
}

/** The right of this process, and of no other, to open what is in the data folder. */
export interface DataDirLock {
  /** From now on a starting program waits for this one instead of giving up. */
  markStopping(): void
  release(): void
}

/**
 * Takes the data folder, which is made if need be (mode 700). A holder that is stopping is waited for, one that died,
 * even by kill -9, is replaced at once.
 * @throws DataDirInUse when the holder runs, or is still stopping after `patienceMs` (15 s)
 */
export async function lockDataDir(dataDir: string, { patienceMs = 15_000 } = {}): Promise<DataDirLock> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'lock')
  const mine: Holder = { ...thisProcess(), state: 'running', token: randomUUID() }
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    if (create(path, mine)) return hold(path, mine)
    const holder = read(path)
    if (holder) {
      const isGone = !isPresent(path, holder)
      if (isGone && replace(path, holder, mine)) return hold(path, mine)
      const mayWait = isGone || holder.state === 'stopping' || isRunning(holder) === undefined
      if (!mayWait || performance.now() > giveUpAt) throw new DataDirInUse(dataDir, holder)
    }
    await pause(25)
  }
}

// A holder that this process cannot see (another container, machine or boot) shows its presence by touching the file.
const BEAT_MS = 2_000
const SILENCE_MS = 10_000

function isPresent(path: string, holder: Holder): boolean {
  return isRunning(holder) ?? touchedAgoMs(path) < SILENCE_MS
}

function touchedAgoMs(path: string): number {
  const touchedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return touchedAt === undefined ? Number.POSITIVE_INFINITY : Date.now() - touchedAt
}

function hold(path: string, mine: Holder): DataDirLock {
  const isMine = () => read(path)?.token === mine.token
  const beat = setInterval(() => isMine() && utimesSync(path, new Date(), new Date()), BEAT_MS)
  beat.unref()
  return {
    markStopping: () => {
      if (isMine()) put(path, { ...mine, state: 'stopping' })
    },
    release: () => {
      clearInterval(beat)
      if (isMine()) unlinkSync(path)
    },
  }
}

/**
 * Succeeds a dead holder. Only one process can make the file that is named after the dead one's token, and only its
 * maker may rename it over the lock, as long as the lock is still the dead one's.
 */
function replace(
  path: string,
  dead: Holder,
  mine: Holder,
  isStillDue = () => read(path)?.token === dead.token,
): boolean {
  const succession = `${path}.after-${dead.token}`
  if (!create(succession, mine)) {
    const rival = read(succession)
    if (!rival || isPresent(succession, rival)) return false
    // It died between the two steps.
    const isReplaced = replace(path, rival, mine, isStillDue)
    if (isReplaced) unlinkSync(succession)
    return isReplaced
  }
  if (isStillDue()) renameSync(succession, path)
  else unlinkSync(succession)
  return read(path)?.token === mine.token
}

/** Makes the file with its whole content at once, or returns false when it is there. */
function create(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.token}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return false
    throw cause
  } finally {
    unlinkSync(draft)
  }
}

function put(path: string, holder: Holder): void {
  const draft = `${path}.${holder.token}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  renameSync(draft, path)
}

/** Undefined when there is none; an unreadable one (a power cut) counts as a dead holder's. */
function read(path: string): Holder | undefined {
  try {
    return holderShape.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined
    if (cause instanceof SyntaxError || cause instanceof z.ZodError) return UNREADABLE
    throw cause
  }
}

const NOBODY: ProcessIdentity = { pid: 0, boot: undefined, namespace: undefined, startedAt: undefined }
const UNREADABLE: Holder = { ...NOBODY, state: 'running', token: 'unreadable' }

function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code
}
