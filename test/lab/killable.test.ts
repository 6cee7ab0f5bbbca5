import { describe, expect, it } from 'vitest'
import { atMost } from '../../core/lab/at-most.ts'
import { killable } from '../../core/lab/killable.ts'

const entry = new URL('./killable-child.ts', import.meta.url)
const task = (told: string) => Buffer.from(told)
const generous = { timeoutMs: 60_000, memoryMaxBytes: 1_000_000_000 }

describe('a process that may be killed', () => {
  it('is kept for the next task, and holds none of our environment', async () => {
    const run = killable<number>(entry, generous)
    const first = await run(task('who'))
    expect(first).toBeGreaterThan(0)
    expect(await run(task('who'))).toBe(first)
    expect(await run(task('environment'))).toBe(0)
  })

  it('is not kept when it is spent, and two tasks at once have two', async () => {
    const run = killable<number>(entry, generous)
    const [one, two] = await Promise.all([run(task('who')), run(task('who'))])
    expect(one).not.toBe(two)
    await Promise.all([run(task('spent')), run(task('spent'))])
    expect([one, two]).not.toContain(await run(task('who')))
  })

  it('is killed when it hangs, and the next task is served by another', async () => {
    const limits = { ...generous }
    const run = killable<number>(entry, limits)
    const first = await run(task('who'))
    limits.timeoutMs = 100
    expect(await run(task('hang'))).toBeUndefined()
    limits.timeoutMs = generous.timeoutMs
    const next = await run(task('who'))
    expect(next).toBeGreaterThan(0)
    expect(next).not.toBe(first)
  })

  it.runIf(process.platform === 'linux')('is killed when it takes too much memory', async () => {
    const run = killable<number>(entry, { timeoutMs: 600_000, memoryMaxBytes: 300_000_000 })
    expect(await run(task('grow'))).toBeUndefined()
  })

  it('that dies of its task tells so, and the next is served', async () => {
    const run = killable<number>(entry, generous)
    expect(await run(task('die'))).toBeUndefined()
    expect(await run(task('who'))).toBeGreaterThan(0)
  })
})

describe('tasks in turn', () => {
  it('run at most so many at once, first come first served, and a failure holds nobody up', async () => {
    const inTurn = atMost(2)
    const started: number[] = []
    const ends: (() => void)[] = []
    const tasks = [0, 1, 2, 3, 4].map((n) =>
      inTurn(() => {
        started.push(n)
        return new Promise<number>((resolve, reject) =>
          ends.push(() => (n === 1 ? reject(new Error('fault')) : resolve(n))),
        )
      }).catch(() => -1),
    )
    const settled = () => new Promise((resolve) => setImmediate(resolve))
    await settled()
    expect(started).toEqual([0, 1])
    ends[1]?.()
    await settled()
    expect(started).toEqual([0, 1, 2])
    ends[0]?.()
    ends[2]?.()
    await settled()
    expect(started).toEqual([0, 1, 2, 3, 4])
    ends[3]?.()
    ends[4]?.()
    expect(await Promise.all(tasks)).toEqual([0, -1, 2, 3, 4])
  })
})
