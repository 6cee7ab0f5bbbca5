import type { NoticeCode } from './message.ts'

/** What a requester of the counter is told by mail or by somebody; the rest makes sense in a chat only. */
export const counterNotices = [
  'submitted',
  'asked',
  'returned',
  'new-verifier',
  'substitute',
  'rejected',
  'legalised',
  'sent',
  'approved',
  'link-sent',
  'sent-back',
  'completed',
  'cancelled-by-agent',
  'expired',
  'expires-soon',
  'still-your-turn',
  'certificate-ends',
  'reopened',
  'settled',
  'form-issued',
  'ready-to-revoke',
  'revocation-due',
  'revocation-asked',
  'revoked',
  'change-verified',
  'reissue-asked',
] as const satisfies readonly NoticeCode[]

export type CounterNotice = (typeof counterNotices)[number]

export const isCounterNotice = (code: string): code is CounterNotice => counterNotices.some((known) => known === code)
