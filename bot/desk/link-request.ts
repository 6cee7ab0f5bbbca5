import type { OwedRow } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { deskRoleOf } from './session.ts'

const windowMs = 10 * 60_000
const perAddress = 3

/** Requests for login links by mail: rate-limited, and silent about which addresses belong to staff. */
export class LinkRequests {
  readonly #ports: Ports
  readonly #asked = new Map<string, number[]>()

  constructor(ports: Ports) {
    this.#ports = ports
  }

  /** Owes a mail with a link to each role that this address works in; nothing to anybody else. */
  async ask(email: string): Promise<void> {
    const { ledger, directory, has } = this.#ports
    const address = email.trim().toLowerCase()
    if (!has.mail) return
    const staff = (await directory.staffByEmail(address)).filter((one) => deskRoleOf(one) !== undefined)
    // Only addresses of staff are counted: strangers can neither fill the memory nor use up anybody's turn.
    if (staff.length === 0 || !this.#mayAsk(address)) return
    await ledger.commit([{ changes: [], owed: staff.map(({ id }) => this.#row(id)), knocks: [] }])
    this.#ports.wake()
  }

  // The link itself is made when the mail leaves, so that none ever lies in the outbox.
  #row(staffId: string): OwedRow {
    return {
      dedup: `login-link:${this.#ports.newId()}`,
      lane: 'interactive',
      target: `mail:${staffId}`,
      kind: 'staff-mail',
      payload: { staffId, code: 'login-link' },
    }
  }

  #mayAsk(address: string): boolean {
    const now = Date.parse(this.#ports.now())
    const recent = (this.#asked.get(address) ?? []).filter((time) => time > now - windowMs)
    if (recent.length >= perAddress) return false
    this.#asked.set(address, [...recent, now])
    return true
  }
}
