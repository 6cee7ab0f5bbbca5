import { original } from '../../core/handling/evidence-files.ts'
import { Story, system } from '../case/given.ts'
import { Browser, type DeskWorld, deskWorld, number, pngBytes, signedIn } from './desk-fixture.ts'

export const page = `/desk/cases/${number}`
type Procedure = 'reactivation' | 'lost-authenticator'

/** A submitted case with its files, and a verifier signed in. */
export async function submitted(procedure: Procedure = 'reactivation', hasPhone = true) {
  const world = await deskWorld()
  const story = new Story(procedure).submitted()
  story.when({ type: 'consult-roster', facts: { isKnown: true, differs: [], hasPhone } }, system)
  await keepFiles(world, await world.keep(story))
  return { world, browser: await signedIn(world, 'sari') }
}

export async function keepFiles(world: DeskWorld, c: Story['case']): Promise<void> {
  for (const { stored } of Object.values(c.evidence).flat()) {
    if (stored === undefined) continue
    await world.ports.files.put(c.id, stored.sha256, 'preview-1', pngBytes)
    await world.ports.files.put(c.id, stored.sha256, original, pngBytes)
  }
}

/** The case in the hands of that verifier. */
export async function claimed(procedure?: Procedure, hasPhone?: boolean) {
  const both = await submitted(procedure, hasPhone)
  await both.browser.get(page)
  await both.browser.post(`${page}/claim`)
  return both
}

export const theCase = async (world: DeskWorld) => (await world.ports.ledger.caseByNumber(number))!

/** What a browser would send for the page as it stands: its radios and selects. */
export function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input [^>]*type="radio"[^>]*>/g)) {
    const [, name = ''] = /name="([^"]*)"/.exec(tag) ?? []
    const [, value = ''] = /value="([^"]*)"/.exec(tag) ?? []
    if (/ checked/.test(tag)) fields[name] = value
  }
  for (const [, name = '', options = ''] of html.matchAll(/<select name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    const [, first = ''] = /<option value="([^"]*)"/.exec(options) ?? []
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? first
  }
  return fields
}

export const allGood = (html: string) => {
  const names = [...html.matchAll(/name="(v\.[^"]*)"/g)].map(([, name = '']) => name)
  return Object.fromEntries(names.map((name) => [name, 'ok']))
}

/** Fetches every picture of the page, as a browser does that shows it. */
export async function lookAtAll(browser: Browser): Promise<void> {
  for (const [, path = ''] of browser.page.matchAll(/<img src="([^"]*)"/g))
    await new Browser(browser.world).as(browser).get(path)
}
