import { expect, it } from 'vitest'
import { endOfSpan } from '../../core/ticket/due-span.ts'

it.each([
  // A Monday, 09.00 WIB.
  ['over', '2026-11-23T02:00:00.000Z', '2026-11-23T02:00:00.000Z'],
  ['today', '2026-11-23T02:00:00.000Z', '2026-11-23T16:59:59.999Z'],
  ['week', '2026-11-23T02:00:00.000Z', '2026-11-29T16:59:59.999Z'],
  // Midnight in WIB belongs to the day that begins.
  ['today', '2026-11-22T17:00:00.000Z', '2026-11-23T16:59:59.999Z'],
  // A Sunday is the last day of its week.
  ['week', '2026-11-29T02:00:00.000Z', '2026-11-29T16:59:59.999Z'],
] as const)('what is due by %s at %s is due by %s', (span, at, end) => {
  expect(endOfSpan(span, at)).toBe(end)
})
