import type { EventType } from '../case/event.ts'

/** Happenings after which the requester's panel is painted anew. */
export const painted: ReadonlySet<EventType> = new Set([
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
  'prepared',
  'sent',
  'sent-back',
  'approved',
  'link-sent',
  'link-received',
  'setback-reported',
  'completed',
  'cancelled',
  'expired',
  'reopened',
])

/** Happenings after which the verifiers' card is. */
export const carded: ReadonlySet<EventType> = new Set([
  ...painted,
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
])
