import { isCrashPoint, onCrashPoint } from '../core/handling/crash-point.ts'

/**
 * Kills this very process at the n-th pass of a boundary (`CRASH_AT=turn-committed:3`), as kill -9 would: only in tests
 * and on a demo store, where nothing real is at stake.
 */
export function rehearseCrash({ CRASH_AT = '', NODE_ENV }: NodeJS.ProcessEnv, mark: 'demo' | 'real'): void {
  const [name = '', count = '1'] = CRASH_AT.split(':')
  if (!isCrashPoint(name) || (mark === 'real' && NODE_ENV !== 'test')) return
  let left = Number(count)
  onCrashPoint((point) => {
    if (point !== name) return
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  })
}
