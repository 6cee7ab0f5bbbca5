import { setTimeout as pause } from 'node:timers/promises'

/** Resolves after a time, or at once when the signal is aborted. */
export const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal }).catch(() => {
    // Being woken early is what the signal is for.
  })
