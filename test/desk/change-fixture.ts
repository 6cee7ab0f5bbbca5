import type { Agency } from '../../core/agency/agency.ts'
import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { Casework } from '../../core/handling/casework.ts'
import { original } from '../../core/handling/evidence-files.ts'
import { issuedPart } from '../../core/handling/issue-form.ts'
import { houseWork } from '../../core/handling/work.ts'
import { diy, requester, Story, system } from '../case/given.ts'
import { Browser, type DeskWorld, deskWorld, number, pngBytes, signedIn } from './desk-fixture.ts'
import { allGood, lookAtAll } from './review-fixture.ts'

export const page = `/desk/cases/${number}`
export const former = `/desk/former/${number}`

/** A change of data that was submitted, its verifier at the desk, and joko of the agency that the requester left. */
export async function changing(answers: Readonly<Record<string, string | null>> = {}, agency: Agency = diy) {
  const world = await deskWorld()
  const story = new Story('data-change', [agency], answers).submitted()
  story.when({ type: 'consult-roster', facts: { isKnown: true, differs: [], hasPhone: true } }, system)
  const c = await world.keep(story)
  for (const { stored } of Object.values(c.evidence).flat()) {
    if (stored === undefined) continue
    await world.ports.files.put(c.id, stored.sha256, 'preview-1', pngBytes)
    await world.ports.files.put(c.id, stored.sha256, original, pngBytes)
  }
  return { world, browser: await signedIn(world, 'sari') }
}

export const caseIn = async ({ ports }: DeskWorld): Promise<Case> => {
  const c = await ports.ledger.caseByNumber(number)
  if (c === undefined) throw new Error('no case')
  return c
}

/** The same, accepted, with its form made. */
export async function issued(answers: Readonly<Record<string, string | null>> = {}) {
  const both = await changing(answers)
  await closes(both.browser, 'accept')
  await houseWorks(both.world)
  await both.browser.get(page)
  return both
}

/** Opens every picture of the page that a browser shows. */
export async function opensAll(world: DeskWorld, browser: Browser): Promise<void> {
  for (const [, path = ''] of browser.page.matchAll(/<img src="([^"]*)"/g))
    await new Browser(world).as(browser).get(path)
}

/** The verifier takes the case, finds all right and presses that button. */
export async function closes(browser: Browser, action: string, fields: Record<string, string> = {}): Promise<Browser> {
  await browser.get(page)
  await browser.post(`${page}/claim`)
  await lookAtAll(browser)
  await browser.post(`${page}/confirm-meeting`)
  await browser.get(page)
  return browser.post(`${page}/${action}`, { ...allGood(browser.page), ...fields })
}

/** Lets the house do what it owes to itself. */
export async function houseWorks({ ports }: DeskWorld): Promise<void> {
  const work = houseWork(ports, async () => ({ refused: 'CORRUPT' }))
  for (;;) {
    const items = await ports.outbox.claim('work', 20, ports.now(), 60_000)
    if (items.length === 0) return
    for (const item of items) {
      const delivery = await work(item)
      if (delivery.state === 'dead') throw new Error(delivery.error)
      await ports.outbox.settle([{ id: item.id, state: 'sent' }])
    }
  }
}

/** The requester's own word, as the chat gives it. */
export async function requesterSays(world: DeskWorld, command: Command): Promise<void> {
  const { ports } = world
  const c = await caseIn(world)
  const casework = new Casework([c], ports.agencies, ports.now())
  const outcome = casework.give(c.id, command, requester)
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  await ports.ledger.commit([casework.harvest(ports)])
}

/** The bytes of the form as it was issued. */
export async function issuedBytes(world: DeskWorld): Promise<Uint8Array> {
  const { id, form } = await caseIn(world)
  const bytes = form === null ? undefined : await world.ports.files.get(id, form.sha256, issuedPart)
  if (bytes === undefined) throw new Error('no form was issued')
  return bytes
}

/** Sends a file as a browser does. */
export const upload = (browser: Browser, bytes: Uint8Array | undefined, name = 'formulir.pdf'): Promise<Browser> =>
  browser.send(`${page}/signed-form`, 'signed-form', bytes, name)
