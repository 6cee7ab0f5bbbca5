import { Changes, type Patience } from './changes.ts'

/** How a call ended: an HTTP status, or what became of it instead. */
export type CallStatus = number | 'pending' | 'held' | 'reset' | 'lost-answer' | 'black-hole'

/** One call that the program made to a network; files appear as name, type and size. */
export interface CallRecord {
  /** Position in the whole log, from 0. */
  index: number
  method: string
  /** Chat or channel that it concerns, if any. */
  target?: string | number | undefined
  payload: Record<string, unknown>
  at: number
  status: CallStatus
  /** What the network answered. */
  answer?: unknown
}

/** What the program asked of a network, oldest first; very long logs forget their beginning. */
export class CallLog {
  readonly records: CallRecord[] = []
  readonly #changes = new Changes()
  readonly #keep: number
  #next = 0

  constructor(keep = 20_000) {
    this.#keep = keep
  }

  open(call: Pick<CallRecord, 'method' | 'payload' | 'target' | 'at'>): CallRecord {
    const record: CallRecord = { ...call, index: this.#next++, status: 'pending' }
    this.records.push(record)
    if (this.records.length > this.#keep) this.records.splice(0, this.#keep / 2)
    this.#changes.notify()
    return record
  }

  close(record: CallRecord, status: CallStatus, answer?: unknown): void {
    record.status = status
    if (answer !== undefined) record.answer = answer
    this.#changes.notify()
  }

  /** The first call, past or coming, that fits. */
  waitFor(predicate: (call: CallRecord) => boolean, patience: Patience = {}): Promise<CallRecord> {
    const seen = () => this.records.map((call) => `${call.method} ${call.status}`).join('\n')
    return this.#changes.until(() => this.records.find(predicate), { what: 'the call', seen, ...patience })
  }
}
