import { vi } from 'vitest'
import { createDesk } from '../../bot/desk/desk.tsx'
import { makeDeskLink } from '../../core/handling/desk-link.ts'
import { issuedPart } from '../../core/handling/issue-form.ts'
import { Browser, publicUrl } from '../desk/desk-fixture.ts'
import { allGood, lookAtAll } from '../desk/review-fixture.ts'
import { signedCopy } from '../desk/signed-pdf.ts'
import type { Stage } from './section.ts'

/** Machines that run all tests at once are slow. */
export const eventually = <T>(look: () => Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 20_000, interval: 50 })

/** The desk over the stage's store, and whoever sits at it. */
export class Desk {
  readonly stage: Stage
  readonly #desk: ReturnType<typeof createDesk>

  constructor(stage: Stage) {
    this.stage = stage
    this.#desk = createDesk(stage.program.ports, { publicUrl })
  }

  async signsIn(staffId: string): Promise<Browser> {
    const browser = new Browser({ desk: this.#desk })
    const link = await makeDeskLink(this.stage.program.ports, publicUrl, staffId)
    await browser.post('/desk/login', { t: new URL(link).searchParams.get('t') ?? '' })
    return browser
  }

  /** The verifier takes the case, looks at every file, meets its requester and presses that button. */
  async closes(browser: Browser, number: string, action: string): Promise<void> {
    const page = `/desk/cases/${number}`
    await browser.get(page)
    await browser.post(`${page}/claim`)
    await lookAtAll(browser)
    await browser.post(`${page}/confirm-meeting`)
    // What the roster says may still be on its way.
    await eventually(async () => {
      await browser.get(page)
      await browser.post(`${page}/${action}`, allGood(browser.page))
      if (browser.status !== 200) throw new Error(browser.text)
    })
  }

  /** The bytes of the form that the house made. */
  async issued(number: string): Promise<Uint8Array> {
    return eventually(async () => {
      const { id, form } = await this.stage.case(number)
      const bytes = form && (await this.stage.program.ports.files.get(id, form.sha256, issuedPart))
      if (!bytes) throw new Error('no form yet')
      return bytes
    })
  }

  /** The form as the person in charge signs it, or somebody else. */
  async signed(number: string, name = this.#inCharge): Promise<Uint8Array> {
    return signedCopy(await this.issued(number), name, this.stage.program.ports.now())
  }

  get #inCharge(): string {
    return this.stage.program.ports.agencies[0]?.personInCharge.name ?? ''
  }

  /** Uploads a file as the signed form, and looks at what the page then shows. */
  async brings(browser: Browser, number: string, file: Uint8Array): Promise<void> {
    const page = `/desk/cases/${number}`
    await browser.get(page)
    await browser.send(`${page}/signed-form`, 'signed-form', file, 'formulir-ttd.pdf')
    await lookAtAll(browser)
  }

  /** Brings the signed form back, looks at it and legalises. */
  async legalises(browser: Browser, number: string): Promise<void> {
    const page = `/desk/cases/${number}`
    await this.brings(browser, number, await this.signed(number))
    await browser.get(page)
    await browser.post(`${page}/legalise-form`)
    if (browser.status !== 200) throw new Error(browser.text)
  }
}
