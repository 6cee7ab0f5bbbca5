import { expect, it } from 'vitest'
import { dewi, Story, sari } from '../case/given.ts'
import { type Browser, deskWorld, signedIn } from './desk-fixture.ts'

const another = (n: number) => `PANDU-2026-${String(n).padStart(6, '0')}-Z`
const numbersIn = (browser: Browser) => [...browser.page.matchAll(/id="case-([^"]*)"/g)].map(([, found]) => found)
const submitted = () => new Story('lost-authenticator').submitted()

it('turns the pages of a long list, and counts what is behind a hundred no more', async () => {
  const world = await deskWorld()
  for (let n = 1; n <= 105; n += 1) await world.keepAnother(submitted(), another(n))
  const browser = await signedIn(world, 'sari')
  const seen = numbersIn(await browser.get('/desk'))
  expect(seen).toHaveLength(50)
  expect(browser.text).toContain('99+')
  for (;;) {
    const next = /<a rel="next" href="([^"]*)"/.exec(browser.page)?.[1]
    if (next === undefined) break
    seen.push(...numbersIn(await browser.get(next.replaceAll('&amp;', '&'))))
    expect(browser.text).toContain('Ke atas')
  }
  expect(seen).toEqual(Array.from({ length: 105 }, (_, n) => another(n + 1)))
})

it('narrows a view, keeps the choice while the list is live, and says when nothing matches', async () => {
  const world = await deskWorld()
  await world.keepAnother(submitted(), another(1))
  await world.keepAnother(new Story().submitted(), another(2))
  const browser = await signedIn(world, 'sari')
  expect(numbersIn(await browser.get('/desk?view=all&procedure=reactivation'))).toEqual([another(2)])
  expect(browser.page).toContain('hx-get="/desk?view=all&amp;procedure=reactivation"')
  expect(browser.page).toContain('<option value="reactivation" selected')
  expect(numbersIn(await browser.get('/desk?view=all&status=in-review'))).toEqual([])
  expect(browser.text).toContain('Tidak ada yang cocok dengan saringan ini.')
  expect(browser.text).toContain('Hapus saringan')
})

it('takes no page, status or agency from an address that it does not know or that is another’s', async () => {
  const world = await deskWorld()
  await world.keepAnother(submitted(), another(1))
  const browser = await signedIn(world, 'sari')
  const forged = Buffer.from("1' OR true --").toString('base64url')
  expect(numbersIn(await browser.get(`/desk?view=all&after=${forged}&status=__proto__`))).toEqual([another(1)])
  expect(numbersIn(await browser.get('/desk?view=all&status=draft'))).toEqual([])
  expect(numbersIn(await browser.get('/desk?view=all&agency=elsewhere'))).toEqual([])
})

it('shows what is due within a day, and what is late', async () => {
  const world = await deskWorld()
  const { dueAt } = await world.keepAnother(submitted(), another(1))
  const from = async (hours: number) => {
    world.clock = new Date(Date.parse(dueAt!) + hours * 3_600_000).toISOString()
    return numbersIn(await (await signedIn(world, 'sari')).get('/desk?view=near'))
  }
  expect(await from(-25)).toEqual([])
  expect(await from(-23)).toEqual([another(1)])
  expect(await from(5)).toEqual([another(1)])
})

it('shows what waits for BSrE: to verifiers from when it was sent, to agents once one of them took it', async () => {
  const world = await deskWorld()
  await world.keepAnother(new Story().sent(), another(1))
  await world.keepAnother(new Story().sent().when({ type: 'take' }, dewi), another(2))
  await world.keepAnother(submitted().when({ type: 'claim' }, sari), another(3))
  const verifier = await signedIn(world, 'sari')
  expect(numbersIn(await verifier.get('/desk?view=bsre')).toSorted()).toEqual([another(1), another(2)])
  expect((await verifier.get(`/desk/cases/${another(1)}`)).status).toBe(200)
  const agent = await signedIn(world, 'dewi')
  expect(numbersIn(await agent.get('/desk?view=bsre'))).toEqual([another(2)])
})

it('says who of the desk opened a case last, and when', async () => {
  const world = await deskWorld()
  await world.keepAnother(submitted(), another(1))
  const [sari, budi] = [await signedIn(world, 'sari'), await signedIn(world, 'budi')]
  expect((await sari.get('/desk')).text).not.toContain('Dibuka')
  await sari.get(`/desk/cases/${another(1)}`)
  expect((await sari.get('/desk')).text).toContain('Dibuka Anda, 09.00')
  await budi.get(`/desk/cases/${another(1)}`)
  world.clock = new Date(Date.parse(world.clock) + 24 * 3_600_000).toISOString()
  const later = await signedIn(world, 'sari')
  expect((await later.get('/desk')).text).toContain('Dibuka Budi, Sen 23 Nov 2026')
})
