import { describe, expect, it } from 'vitest'
import { dewi, Story, sari } from '../case/given.ts'
import { type Browser, deskWorld, number, signedIn } from './desk-fixture.ts'
import { submitted } from './review-fixture.ts'

const numbersIn = (browser: Browser) => [...browser.page.matchAll(/id="case-([^"]*)"/g)].map(([, found]) => found)
const another = (n: number) => `PANDU-2026-00000${n}-Z`

describe('the queue of a verifier', () => {
  it('puts urgent cases first, then those due first', async () => {
    const world = await deskWorld()
    const submitAt = (at: string) => {
      const story = new Story('lost-authenticator').filled()
      return story.when({ type: 'submit', consent: { version: 'v', textSha256: 'a'.repeat(64) } }, undefined, at)
    }
    await world.keepAnother(submitAt('2026-11-24T02:00:00.000Z'), another(2))
    await world.keepAnother(submitAt('2026-11-23T02:00:00.000Z'), another(3))
    const urgent = await world.keepAnother(submitAt('2026-11-25T02:00:00.000Z'), another(4))
    await world.ports.ledger.commit([
      { changes: [{ before: urgent, after: { ...urgent, isUrgent: true }, events: [] }], owed: [], knocks: [] },
    ])
    const browser = await signedIn(world, 'sari')
    expect(numbersIn(await browser.get('/desk'))).toEqual([another(4), another(3), another(2)])
    expect(browser.text).toContain('MENDESAK')
  })

  it('parts what waits from what is mine', async () => {
    const world = await deskWorld()
    await world.keep(new Story().submitted())
    await world.keepAnother(new Story('lost-authenticator').submitted().when({ type: 'claim' }, sari), another(2))
    const browser = await signedIn(world, 'sari')
    expect(numbersIn(await browser.get('/desk'))).toEqual([number])
    expect(numbersIn(await browser.get('/desk?view=mine'))).toEqual([another(2)])
    expect(numbersIn(await browser.get('/desk?view=all'))).toHaveLength(2)
    expect(numbersIn(await browser.get('/desk?view=ended'))).toEqual([])
    expect(numbersIn(await browser.get('/desk?view=drop%20table'))).toEqual([number])
  })

  it('says in words and colour how much time is left', async () => {
    const { world, browser } = await submitted()
    const chip = async (at: string) => {
      world.clock = at
      const fresh = await signedIn(world, 'sari')
      return /<span class="chip ([a-z]+)"[^>]*>([^<]*)/.exec((await fresh.get('/desk')).page)?.slice(1)
    }
    expect(browser.status).toBe(200)
    expect(await chip('2026-11-23T03:00:00.000Z')).toEqual(['ample', '23 j lagi'])
    expect(await chip('2026-11-24T01:00:00.000Z')).toEqual(['soon', '1 j lagi'])
    expect(await chip('2026-11-24T02:35:00.000Z')).toEqual(['over', 'lewat 35 m'])
  })

  it('counts the hours in which somebody works: in the evening nearly all of them are used, though the night is long', async () => {
    const { world } = await submitted()
    // 15.30 WIB of the first day, with six working hours of eight behind; 19.00 WIB, with seven or more.
    for (const [at, colour] of [
      ['2026-11-23T07:30:00.000Z', 'ample'],
      ['2026-11-23T12:00:00.000Z', 'soon'],
    ] as const) {
      world.clock = at
      const fresh = await signedIn(world, 'sari')
      for (const path of ['/desk', `/desk/cases/${number}`])
        expect((await fresh.get(path)).page).toContain(`<span class="chip ${colour}"`)
    }
  })

  it('leaves the requester’s own days to the clock on the wall', async () => {
    const world = await deskWorld()
    const { dueAt } = await world.keep(new Story().claimed().judged(['nip']).when({ type: 'return' }, sari))
    world.clock = new Date(Date.parse(dueAt ?? '') - 5 * 3_600_000).toISOString()
    expect((await (await signedIn(world, 'sari')).get(`/desk/cases/${number}`)).page).toContain('"chip ample"')
  })

  it('shows people masked', async () => {
    const { browser } = await submitted()
    expect((await browser.get('/desk')).page).not.toContain('Wulandari')
    expect(browser.text).toContain('R••• W•••')
  })

  it('leads to a case by its number, however it is typed', async () => {
    const world = await deskWorld()
    await world.keepAnother(new Story().submitted(), 'PANDU-2026-000417-S')
    const browser = await signedIn(world, 'sari')
    expect((await browser.post('/desk/search', { q: 'pandu 2026 000417 s' })).status).toBe(200)
    expect(browser.page).toContain('/desk/cases/PANDU-2026-000417-S/')
  })

  it('speaks English when asked to, from then on', async () => {
    const { browser } = await submitted()
    expect((await browser.get('/desk?lang=en')).text).toContain('Waiting')
    expect((await browser.get('/desk')).page).toContain('<html lang="en">')
    expect((await browser.get('/desk?lang=xx')).page).toContain('<html lang="en">')
  })
})

describe('the queue of an agent', () => {
  it('parts what nobody took from what is mine, and leaves reviews to verifiers', async () => {
    const world = await deskWorld()
    await world.keep(new Story().submitted())
    await world.keepAnother(new Story('lost-authenticator').sent(), another(2))
    await world.keepAnother(new Story().sent().when({ type: 'take' }, dewi), another(3))
    const browser = await signedIn(world, 'dewi')
    expect(numbersIn(await browser.get('/desk'))).toEqual([another(2)])
    expect(numbersIn(await browser.get('/desk?view=mine'))).toEqual([another(3)])
    expect(numbersIn(await browser.get('/desk?view=all'))).toEqual([another(2), another(3)])
  })
})

describe('an open page', () => {
  const words = async (browser: Browser, stream = '/desk/events') => {
    await browser.get(stream)
    const reader = browser.response.body!.getReader()
    const next = async () => new TextDecoder().decode((await reader.read()).value ?? new Uint8Array())
    expect(await next()).toContain('event: alive')
    return { next, reader }
  }

  it('hears that something changed, never what', async () => {
    const { world, browser } = await submitted()
    const { next } = await words(browser)
    world.desk.notify()
    world.desk.notify()
    expect(await next()).toBe('event: change\ndata: 1\n\n')
    world.desk.stop()
    expect(await next()).toBe('')
  })

  it('hears at once what changed between the page and its stream, and nothing when nothing did', async () => {
    const { world, browser } = await submitted()
    const streamOf = async (path: string) => {
      await browser.get(path)
      return /sse-connect="([^"]*)"/.exec(browser.page)?.[1] ?? ''
    }
    for (const path of ['/desk', `/desk/cases/${number}`]) {
      const stream = await streamOf(path)
      world.desk.notify()
      const { next, reader } = await words(browser, stream)
      expect(await next(), path).toBe('event: change\ndata: 1\n\n')
      await reader.cancel()
    }
    const { next } = await words(browser, await streamOf('/desk'))
    world.desk.stop()
    expect(await next()).toBe('')
  })

  it('hears nothing more once the role is gone', async () => {
    const { world, browser } = await submitted()
    const { next } = await words(browser)
    await world.ports.directory.saveStaff({
      ...(await world.ports.directory.staffById('sari'))!,
      removedAt: world.clock,
    })
    world.desk.notify()
    expect(await next()).toBe('')
  })

  it('leaves connections of its browser free for pages', async () => {
    const { world, browser } = await submitted()
    const readers = []
    for (let n = 0; n < 3; n += 1) readers.push((await words(browser)).reader)
    expect((await browser.get('/desk/events')).status).toBe(204)
    for (const reader of readers) await reader.cancel()
    const { reader } = await words(browser)
    await reader.cancel()
    world.desk.stop()
  })

  it('is told when its case changed behind its back', async () => {
    const { world, browser } = await submitted()
    const c = await world.ports.ledger.caseByNumber(number)
    expect((await browser.get(`/desk/cases/${number}/watch?revision=${c!.revision}`)).status).toBe(204)
    await browser.get(`/desk/cases/${number}/watch?revision=${c!.revision - 1}`)
    expect(browser.text).toContain('Pengajuan ini baru saja berubah')
  })
})
