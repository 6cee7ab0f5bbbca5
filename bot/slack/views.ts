import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { failureOf, type Report } from './clients.ts'

/** What we know of a modal that is open: our own changes since the picture that a click still carries. */
interface Known {
  readonly superseded: Set<string>
  latest: string
  tail: Promise<void>
}

const knownMax = 500

/** The click is too old; somebody drew a newer picture; the modal was closed. */
const expected: ReadonlySet<string> = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
  'hash_conflict',
  'not_found',
])

const againAfterMs = 250
const patienceMs = 2_000
const nothing = (): undefined => undefined

/** A second try after a failure that may pass. @throws the first failure when no second try is worth it */
async function again<T>(error: unknown, call: () => Promise<T>): Promise<T> {
  const failure = failureOf(error)
  const waitMs = failure.kind === 'later' ? failure.afterMs : againAfterMs
  if (failure.kind === 'refused' || waitMs > patienceMs) throw error
  await new Promise((resolve) => setTimeout(resolve, waitMs))
  return call()
}

/**
 * The open modals. A change names the version (`hash`) it was made from, so that none overwrites a newer one; clicks
 * of one modal are drawn one after another, each from the case as it then stands.
 */
export class Views {
  readonly #client: WebClient
  readonly #report: Report
  readonly #known = new Map<string, Known>()

  constructor(client: WebClient, report: Report) {
    this.#client = client
    this.#report = report
  }

  /** Opens a modal. @returns its id; undefined when the click is too old by now or Slack is away */
  async open(trigger: string, view: ModalView): Promise<string | undefined> {
    try {
      const { view: opened } = await this.#client.views.open({ trigger_id: trigger, view })
      if (opened?.id !== undefined && opened.hash !== undefined) this.#learn(opened.id, opened.hash)
      return opened?.id
    } catch (error) {
      this.#judge(error)
      return undefined
    }
  }

  /**
   * Draws a modal anew, after what is being drawn already; `draw` may decide that nothing has to change.
   * @returns false when Slack failed to draw it, twice
   */
  paint(id: string, hash: string | undefined, draw: () => Promise<ModalView | undefined>): Promise<boolean> {
    const known = this.#learn(id, hash)
    const painted = known.tail.then(() => this.#paint(id, hash, known, draw))
    known.tail = painted.then(nothing, nothing)
    return painted
  }

  async #paint(
    id: string,
    hash: string | undefined,
    known: Known,
    draw: () => Promise<ModalView | undefined>,
  ): Promise<boolean> {
    const view = await draw()
    if (view === undefined) return true
    // A picture that we have not drawn is newer than ours: the modal was answered with it.
    const from = hash === undefined || known.superseded.has(hash) ? known.latest : hash
    const update = () => this.#client.views.update({ view_id: id, view, ...(from !== '' && { hash: from }) })
    try {
      // The same picture from the same version: had the first one arrived, the second is a conflict of versions.
      const { view: drawn } = await update().catch((error: unknown) => again(error, update))
      known.superseded.add(from)
      known.latest = drawn?.hash ?? ''
      return true
    } catch (error) {
      const isExpected = this.#judge(error)
      if (!isExpected && failureOf(error).kind !== 'refused') this.#report({ what: 'slack-failed', error })
      return isExpected
    }
  }

  /** What was chosen is committed in any case; only our own faults are worth a report. @returns true for what may happen */
  #judge(error: unknown): boolean {
    const failure = failureOf(error)
    const isExpected = failure.kind === 'refused' && expected.has(failure.code)
    if (failure.kind === 'refused' && !isExpected) this.#report({ what: 'slack-failed', error })
    return isExpected
  }

  #learn(id: string, hash = ''): Known {
    const known = this.#known.get(id) ?? { superseded: new Set(), latest: hash, tail: Promise.resolve() }
    this.#known.delete(id)
    this.#known.set(id, known)
    const [oldest] = this.#known.keys()
    if (this.#known.size > knownMax && oldest !== undefined) this.#known.delete(oldest)
    return known
  }
}
