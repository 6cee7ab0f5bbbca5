import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What a process may take before it is killed. */
export interface Limits {
  readonly timeoutMs: number
  readonly memoryMaxBytes: number
  /** How many tasks a process is given at most; 25 when absent. */
  readonly tasksMax?: number
  /** A process that holds more after a task is not kept for the next one; half of the above when absent. */
  readonly keptMaxBytes?: number
}

/** What a process tells when it has done a task; a spent one is not given another. */
export interface Told<Answer> {
  readonly answer: Answer
  readonly isSpent: boolean
}

const TASKS_PER_PROCESS = 25
const IDLE_MS = 15_000
const MEMORY_LOOK_MS = 50
const PAGE_BYTES = 4096
const HEAP_MAX_MB = 256

/**
 * Runs tasks in processes of their own that may be killed, because what they read is somebody's program. A process is
 * kept for the next task for some seconds: starting one costs more than most tasks.
 * @returns undefined when the task had to be killed or took its process down with it
 */
export function killable<Answer, Task extends object = Uint8Array>(
  entry: URL,
  limits: Limits,
): (task: Task) => Promise<Answer | undefined> {
  const idle = new Map<ChildProcess, NodeJS.Timeout>()
  const served = new WeakMap<ChildProcess, number>()

  return async (task) => {
    const child = wake(idle) ?? start(entry)
    const told = await tell<Answer>(child, task, limits)
    const count = (served.get(child) ?? 0) + 1
    served.set(child, count)
    const isSpent = told === undefined || told.isSpent || count >= (limits.tasksMax ?? TASKS_PER_PROCESS)
    if (isSpent || memoryOf(child) > (limits.keptMaxBytes ?? limits.memoryMaxBytes / 2)) child.kill('SIGKILL')
    else rest(child, idle)
    return told?.answer
  }
}

function start(entry: URL): ChildProcess {
  const isTypeScript = entry.pathname.endsWith('.ts')
  const loader = isTypeScript ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : []
  return fork(fileURLToPath(entry), {
    execArgv: [...loader, `--max-old-space-size=${HEAP_MAX_MB}`],
    // The process has no business with tokens and keys.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

function tell<Answer>(child: ChildProcess, task: object, limits: Limits): Promise<Told<Answer> | undefined> {
  return new Promise((resolve, reject) => {
    const kill = () => child.kill('SIGKILL')
    const deadline = setTimeout(kill, limits.timeoutMs)
    const watch = setInterval(() => memoryOf(child) > limits.memoryMaxBytes && kill(), MEMORY_LOOK_MS)
    const done = (settle: () => void) => () => {
      clearTimeout(deadline)
      clearInterval(watch)
      child.removeAllListeners()
      settle()
    }
    child.once('error', (error) => done(() => reject(error))())
    child.once(
      'exit',
      done(() => resolve(undefined)),
    )
    // The answer of our own program, whose type it shares.
    child.once('message', (told) => done(() => resolve(told as Told<Answer>))())
    child.send(task, (error) => error && kill())
  })
}

/** Keeps a process for the next task without keeping ours alive for it. */
function rest(child: ChildProcess, idle: Map<ChildProcess, NodeJS.Timeout>): void {
  const leave = () => {
    clearTimeout(idle.get(child))
    idle.delete(child)
    child.kill('SIGKILL')
  }
  idle.set(child, setTimeout(leave, IDLE_MS).unref())
  child.once('exit', leave)
  child.unref()
  child.channel?.unref()
}

function wake(idle: Map<ChildProcess, NodeJS.Timeout>): ChildProcess | undefined {
  const [child] = idle.keys()
  if (child === undefined) return undefined
  clearTimeout(idle.get(child))
  idle.delete(child)
  child.removeAllListeners()
  child.ref()
  child.channel?.ref()
  return child
}

/** Resident memory in bytes as the system tells it; 0 where it does not, and only the deadline guards. */
function memoryOf({ pid }: ChildProcess): number {
  try {
    const [, resident = '0'] = readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')
    return Number(resident) * PAGE_BYTES
  } catch {
    return 0
  }
}
