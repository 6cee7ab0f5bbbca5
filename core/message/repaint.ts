import type { EventType, OutwardType } from '../case/event.ts'

const paintedOnes = [
  'submitted',
  'claimed',
  'released',
  'handed-over',
  'returned',
  'rejected',
  'identity-confirmed',
  'accepted',
  'settled',
  'form-issued',
  'signed-form-received',
  'revocation-planned',
  'revocation-asked',
  'revoked',
  'reissue-asked',
  'certificate-noted',
  'legalised',
  'cover-issued',
  'cover-signed',
  'legalisation-withdrawn',
  'prepared',
  'sent',
  'sent-back',
  'approved',
  'link-sent',
  'link-received',
  'setback-reported',
  'completed',
  'cancelled',
  'merged',
  'expired',
  'reopened',
] as const satisfies readonly OutwardType[]

/** Happenings after which the requester's panel is painted anew. A note of staff can be none of them. */
export const painted: ReadonlySet<EventType> = new Set<EventType>(paintedOnes)

const cardedOnes: readonly OutwardType[] = [
  ...paintedOnes,
  'roster-consulted',
  'signature-confirmed',
  'proved',
  'rivals-noted',
  'evidence-compared',
  'item-judged',
  'call-started',
  'call-missed',
  'taken',
  'put-back',
  'assigned',
  'escalated',
]

/** Happenings after which the agents' card is, besides those of the verifiers' one. */
export const ticketed: ReadonlySet<EventType> = new Set<EventType>(['snoozed', 'woken', 'replied', 'wrote'])

/** Happenings after which the verifiers' card is. */
export const carded: ReadonlySet<EventType> = new Set<EventType>(cardedOnes)
