import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DataDirInUse, lockDataDir } from '../../prisma/lock.ts'
import { isRunning, thisProcess } from '../../prisma/process-identity.ts'
import { temporaryFolder } from '../folder.ts'

class Program {
  readonly process: ChildProcessWithoutNullStreams
  readonly #lines: Interface

  constructor() {
    this.process = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'lock-holder.ts')])
    this.process.stderr.pipe(process.stderr)
    this.#lines = createInterface({ input: this.process.stdout })
  }

  async say(command: string): Promise<string> {
    const answer = once(this.#lines, 'line')
    this.process.stdin.write(`${command}\n`)
    return String((await answer)[0])
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const exit = once(this.process, 'exit')
    this.process.kill(signal)
    await exit
  }
}

let folder: string
beforeEach(() => {
  folder = temporaryFolder('lock')
})

const path = () => join(folder, 'lock')
const leave = (record: object | string) =>
  writeFileSync(path(), typeof record === 'string' ? record : JSON.stringify(record))
const holderNow = () => JSON.parse(readFileSync(path(), 'utf8')) as { pid: number; state: string; token: string }
const someone = { state: 'running', token: 'someone' }

describe('the lock of the data folder', () => {
  it('makes the folder for its owner alone', async () => {
    const dataDir = join(folder, 'deep', 'data')
    const lock = await lockDataDir(dataDir)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'lock')).mode & 0o777).toBe(0o600)
    lock.release()
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('is given once in a program, and again after it was released', async () => {
    const lock = await lockDataDir(folder)
    await expect(lockDataDir(folder)).rejects.toThrow(DataDirInUse)
    lock.release()
    const again = await lockDataDir(folder)
    again.release()
  })

  it('is taken over from a process whose number now belongs to another', async () => {
    leave({ ...thisProcess(), startedAt: '1', ...someone })
    const lock = await lockDataDir(folder)
    expect(holderNow().pid).toBe(process.pid)
    lock.release()
  })

  it('is taken over when a power cut left it unreadable', async () => {
    for (const rest of ['', '{"pid":', '{"pid":"one"}']) {
      leave(rest)
      const lock = await lockDataDir(folder)
      lock.release()
    }
    expect(readdirSync(folder)).toEqual([])
  })

  it('is taken over from another boot that has been silent, not from one that still touches it', async () => {
    leave({ ...thisProcess(), boot: 'another', ...someone })
    await expect(lockDataDir(folder, { patienceMs: 100 })).rejects.toThrow(/in use by process \d+, which is running/)
    const elevenSecondsAgo = new Date(Date.now() - 11_000)
    utimesSync(path(), elevenSecondsAgo, elevenSecondsAgo)
    const lock = await lockDataDir(folder, { patienceMs: 0 })
    lock.release()
  })

  it('is taken over when a first successor died in the middle', async () => {
    leave({ ...thisProcess(), startedAt: '1', ...someone })
    const deadHeir = { ...thisProcess(), startedAt: '2', state: 'running', token: 'heir' }
    writeFileSync(`${path()}.after-someone`, JSON.stringify(deadHeir))
    const lock = await lockDataDir(folder, { patienceMs: 0 })
    expect(readdirSync(folder)).toEqual(['lock'])
    lock.release()
  })

  it("never removes or changes another holder's", async () => {
    const lock = await lockDataDir(folder)
    leave({ ...thisProcess(), ...someone })
    lock.markStopping()
    lock.release()
    expect(holderNow()).toMatchObject(someone)
  })
})

describe('two programs and one data folder', () => {
  let program: Program
  beforeEach(() => {
    program = new Program()
  })
  afterEach(() => program.process.kill('SIGKILL'))

  it('the second is refused at once and hears who holds it', async () => {
    expect(await program.say(`take ${folder}`)).toBe('taken')
    // Whoever waited for a running program would wait for ever.
    const patient = lockDataDir(folder, { patienceMs: Number.POSITIVE_INFINITY })
    await expect(patient).rejects.toMatchObject({ pid: program.process.pid, state: 'running' })
  })

  it('the second starts at once when the first was killed', async () => {
    await program.say(`take ${folder}`)
    await program.end('SIGKILL')
    expect(existsSync(path())).toBe(true)
    const lock = await lockDataDir(folder, { patienceMs: 0 })
    lock.release()
  })

  it('the second waits for a first that is stopping', async () => {
    await program.say(`take ${folder}`)
    await program.say(`stopping ${folder}`)
    const waiting = lockDataDir(folder)
    expect(holderNow()).toMatchObject({ pid: program.process.pid, state: 'stopping' })
    await program.say(`release ${folder}`)
    const lock = await waiting
    expect(holderNow()).toMatchObject({ pid: process.pid, state: 'running' })
    lock.release()
  })

  it('the second starts when the first dies while stopping', async () => {
    await program.say(`take ${folder}`)
    await program.say(`stopping ${folder}`)
    const waiting = lockDataDir(folder)
    await program.end('SIGKILL')
    const lock = await waiting
    lock.release()
  })

  it('the second gives up when the first does not finish', async () => {
    await program.say(`take ${folder}`)
    await program.say(`stopping ${folder}`)
    await expect(lockDataDir(folder, { patienceMs: 100 })).rejects.toMatchObject({ state: 'stopping' })
  })
})

describe('programs that start in the same moment', () => {
  const programs: Program[] = []
  beforeAll(() => {
    for (let count = 0; count < 4; count++) programs.push(new Program())
  })
  afterAll(() => {
    for (const program of programs) program.process.kill('SIGKILL')
  })

  it.each(['a new folder', 'the folder of a dead holder'])('on %s, one gets it', async (kind) => {
    for (let round = 0; round < 25; round++) {
      const dataDir = join(folder, `round-${round}`)
      mkdirSync(dataDir)
      const dead = JSON.stringify({ ...thisProcess(), startedAt: '1', ...someone })
      if (kind === 'the folder of a dead holder') writeFileSync(join(dataDir, 'lock'), dead)
      const startAt = Date.now() + 20
      const answers = await Promise.all(programs.map((program) => program.say(`take ${dataDir} ${startAt}`)))
      const winner = programs[answers.indexOf('taken')]
      const refusal = `refused ${winner?.process.pid} running`
      expect(answers.toSorted()).toEqual([refusal, refusal, refusal, 'taken'])
      expect(readdirSync(dataDir)).toEqual(['lock'])
    }
  })
})

describe('a process', () => {
  it('that ended but was not yet collected by its parent runs no more', async () => {
    const parent = spawn('/bin/sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 30'])
    const [line] = await once(createInterface({ input: parent.stdout }), 'line')
    const zombie = { ...thisProcess(), pid: Number(line) }
    await expect.poll(() => readFileSync(`/proc/${zombie.pid}/stat`, 'utf8')).toContain(') Z ')
    const startedAt = readFileSync(`/proc/${zombie.pid}/stat`, 'utf8').split(' ')[21]
    expect(isRunning({ ...zombie, startedAt })).toBe(false)
    parent.kill()
  })

  it('is told from a container’s, whose numbers mean nothing here', () => {
    expect(isRunning(thisProcess())).toBe(true)
    expect(isRunning({ ...thisProcess(), namespace: 'pid:[1]' })).toBeUndefined()
  })
})
