import type { Decisions } from './decide.ts'

/** What the counter owes a requester without a chat whom no mail reaches: somebody tells them. */
export const counterDecisions: Decisions<'owe-telling' | 'tell'> = {
  // Owed twice after a crash, it is still one thing to say.
  'owe-telling': ({ counter }, { notice }) =>
    counter === undefined || counter.untold.some((one) => one.notice === notice)
      ? []
      : [{ type: 'telling-owed', notice }],
  tell: ({ counter }) => (counter === undefined || counter.untold.length === 0 ? [] : [{ type: 'told' }]),
}
