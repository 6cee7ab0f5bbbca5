import { formatCaseNumber } from '../../core/case/case-number.ts'
import { dewi, Story, sari, system } from '../case/given.ts'
import { type Browser, deskWorld, signedIn } from '../desk/desk-fixture.ts'
import type { Town } from './case-town.ts'
import type { Look } from './interleaved.ts'

const numbers = Array.from({ length: 20 }, (_, n) => formatCaseNumber(2027, n + 1))

/** Opens the page of a case at the desk of each town, as a signed-in verifier; all but the network between. */
export async function casePages(towns: readonly Town[]): Promise<Look> {
  const browsers = new Map<Town, Browser>()
  for (const town of towns) {
    const world = await deskWorld({ store: town.store })
    const known = { type: 'consult-roster', facts: { isKnown: true, differs: [], hasPhone: true } } as const
    const stories = [
      () => new Story().submitted().when(known, system).when({ type: 'claim' }, sari),
      () => new Story().sent().when({ type: 'take' }, dewi),
    ]
    for (const [n, number] of numbers.entries()) await world.keepAnother((stories[n % 2] ?? stories[0])!(), number)
    browsers.set(town, await signedIn(world, 'sari'))
  }
  return async (town, n) => {
    const browser = browsers.get(town)
    await browser?.get(`/desk/cases/${numbers[n % numbers.length]}`)
    if (browser?.status !== 200) throw new Error(`a case was answered ${browser?.status}`)
  }
}
