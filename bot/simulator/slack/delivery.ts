/** What Slack sends to the program. */
export interface Parcel {
  kind: 'event' | 'interaction' | 'command' | 'suggestion'
  payload: Record<string, unknown>
}

/** How the program answered. */
export interface Acknowledgement {
  /** Whether it answered in time and well. */
  isAcknowledged: boolean
  /** HTTP status, 200 over a socket, 0 = no answer. */
  status: number
  /** What it answered, if anything. */
  body: unknown
  /** Told by the program that a failed event should not come again. */
  isFinal: boolean
  reason: 'ok' | 'http_timeout' | 'http_error' | 'connection_failed'
}

/** Number and reason of a repeated event. */
export interface Retry {
  number: number
  reason: string
}

/** A way to the program. */
export interface Transport {
  send(parcel: Parcel, retry?: Retry): Promise<Acknowledgement>
}

/** Slack waits three seconds for an answer. */
export const ANSWER_WITHIN_MS = 3000

/** No answer came. */
export function unanswered(reason: Acknowledgement['reason']): Acknowledgement {
  return { isAcknowledged: false, status: 0, body: undefined, isFinal: false, reason }
}
