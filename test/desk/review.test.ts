import { describe, expect, it } from 'vitest'
import { at, Story, sari, system } from '../case/given.ts'
import { rina, signedIn, staff } from './desk-fixture.ts'
import { allGood, claimed, fieldsOf, lookAtAll, page, submitted, theCase } from './review-fixture.ts'

describe('a verifier at the desk', () => {
  it('legalises a clean case in at most six presses', async () => {
    const { world, browser } = await submitted('lost-authenticator')
    let presses = 0
    const press = async (path: string, fields: Record<string, string> = {}) => {
      presses += 1
      return browser.post(path, { ...fieldsOf(browser.page), ...fields })
    }
    await browser.get('/desk')
    presses += 1
    await browser.get(page)
    await press(`${page}/claim`)
    await press(`${page}/start-call`)
    const { call } = await theCase(world)
    await press(`${page}/confirm-call`, {
      words: `${call?.words[0]} - ${call?.words[1]}`.toUpperCase(),
      'number-from': 'roster',
    })
    expect(browser.text).toContain('Sudah dipastikan')
    await press(`${page}/legalise`, allGood(browser.page))
    expect((await theCase(world)).status).toBe('legalised')
    expect(presses).toBeLessThanOrEqual(6)
  })

  it('preselects what is clean and leaves remarked items to be judged', async () => {
    const { browser } = await claimed()
    const fields = fieldsOf(browser.page)
    expect(fields['v.nik']).toBe('ok')
    // The requester answered "Tidak tahu": that is for the verifier to decide.
    expect(fields['v.position']).toBeUndefined()
  })

  it('is told what is undecided, and keeps the verdicts given', async () => {
    const { world, browser } = await claimed()
    await browser.post(`${page}/legalise`, { 'v.name': 'ok', 'v.nik': 'no', 'r.nik': 'R01', 'n.nik': 'angka ke-3' })
    expect(browser.status).toBe(422)
    expect(browser.text).toContain('belum dinilai')
    expect((await theCase(world)).verdicts).toMatchObject({
      name: { ok: true },
      nik: { ok: false, reason: 'R01', note: 'angka ke-3' },
    })
    expect(browser.page).toContain('value="angka ke-3"')
  })

  it('cannot legalise before every file was opened; opening each is on record', async () => {
    const { world, browser } = await claimed()
    await browser.post(`${page}/confirm-meeting`)
    await browser.post(`${page}/legalise`, allGood(browser.page))
    expect(browser.status).toBe(422)
    expect(browser.text).toContain('belum Anda buka')
    await browser.get(page)
    await lookAtAll(browser)
    expect(world.accesses.filter(({ what }) => what === 'evidence')).toHaveLength(2)
    await browser.post(`${page}/legalise`, allGood(browser.page))
    expect((await theCase(world)).status).toBe('legalised')
    expect(browser.text).toContain('Dilegalisasi; berkas sedang disiapkan')
    const legalised = (await world.ports.ledger.history((await theCase(world)).id)).find(
      ({ type }) => type === 'legalised',
    )
    expect(legalised).toMatchObject({
      statement: expect.stringContaining('melegalisasi'),
      formSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('cannot legalise before the identity is confirmed', async () => {
    const { browser } = await claimed('lost-authenticator')
    await browser.post(`${page}/legalise`, allGood(browser.page))
    expect(browser.status).toBe(422)
    expect(browser.text).toContain('Identitas pemohon belum dipastikan')
  })

  it('returns only what is failing, and is offered the next case', async () => {
    const { world, browser } = await claimed()
    await world.keepAnother(new Story('lost-authenticator').submitted(), 'PANDU-2026-000002-Y')
    await browser.post(`${page}/return`, { ...allGood(browser.page), 'v.nik': 'no', 'r.nik': 'R01' })
    expect(browser.status).toBe(200)
    expect(await theCase(world)).toMatchObject({ status: 'needs-correction', owed: ['nik'] })
    expect(browser.text).toContain('Berikutnya: PANDU-2026-000002-Y')
  })

  it('says so when nothing is marked for correction', async () => {
    const { world, browser } = await claimed()
    await browser.post(`${page}/return`, allGood(browser.page))
    expect(browser.status).toBe(422)
    expect(browser.text).toContain('Belum ada bagian yang ditandai perlu perbaikan')
    expect((await theCase(world)).status).toBe('in-review')
  })

  it('asks for a reason when an item fails without one', async () => {
    const { browser } = await claimed()
    await browser.post(`${page}/save`, { 'v.nik': 'no', 'r.nik': '' })
    expect(browser.status).toBe(422)
    expect(browser.text).toContain('Alasannya belum ada')
    expect(fieldsOf(browser.page)['v.nik']).toBe('no')
  })

  it('rejects with a reason, and in own words only when there are enough', async () => {
    const { world, browser } = await claimed()
    await browser.post(`${page}/reject`, { 'reject-reason': 'R90', 'reject-note': 'pendek' })
    expect(browser.status).toBe(422)
    expect(browser.page).toContain('pendek</textarea>')
    expect(browser.page).toMatch(/<select name="reject-reason"><option value="">/)
    await browser.post(`${page}/reject`, { 'reject-reason': '' })
    expect(browser.status).toBe(422)
    await browser.post(`${page}/reject`, { 'reject-reason': 'nonsense' })
    expect(browser.status).toBe(422)
    await browser.post(`${page}/reject`, { 'reject-reason': 'R25' })
    expect((await theCase(world)).status).toBe('rejected')
  })

  it('keeps what was typed when the case changed meanwhile, and sees what changed', async () => {
    const { world, browser } = await claimed()
    const typed = { 'v.nik': 'no', 'r.nik': 'R01', 'n.nik': 'catatan saya' }
    world.clock = new Date(Date.parse(at) + 1000).toISOString()
    const other = await signedIn(world, 'sari')
    await other.get(page)
    await other.post(`${page}/release`)
    await other.post(`${page}/claim`)
    await browser.post(`${page}/save`, typed)
    expect(browser.status).toBe(409)
    expect(browser.text).toContain('baru saja berubah')
    expect(browser.text).toContain('Yang berubah sejak halaman Anda dibuka')
    expect(browser.text).toContain('Mulai memeriksa')
    expect(browser.page).toContain('value="catatan saya"')
    expect((await theCase(world)).verdicts.nik).toBeUndefined()
    await browser.post(`${page}/save`, typed)
    expect(browser.status).toBe(200)
    expect((await theCase(world)).verdicts.nik).toMatchObject({ ok: false })
  })

  it('gets the verdicts back after a lease ran out and the case is claimed again', async () => {
    const { world, browser } = await claimed()
    const story = new Story().submitted()
    story.when({ type: 'consult-roster', facts: { isKnown: true, differs: [], hasPhone: true } }, system)
    story.when({ type: 'claim' }, sari).when({ type: 'release', because: 'lease-over' }, system)
    const c = await theCase(world)
    await world.ports.ledger.commit([
      {
        changes: [{ before: c, after: { ...story.case, revision: c.revision + 1 }, events: [story.events.at(-1)!] }],
        owed: [],
        knocks: [],
      },
    ])
    await browser.post(`${page}/save`, { 'v.nik': 'no', 'r.nik': 'R01', 'n.nik': 'belum hilang' })
    expect(browser.status).toBe(409)
    expect(browser.page).toContain('type="hidden" name="n.nik" value="belum hilang"')
    const kept = Object.fromEntries(
      [...browser.page.matchAll(/type="hidden" name="([vrn]\.[^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    )
    await browser.post(`${page}/claim`, kept)
    expect(browser.status).toBe(200)
    expect(browser.page).toContain('value="belum hilang"')
  })

  it('cannot touch a case that a colleague holds', async () => {
    const { world, browser } = await submitted()
    await browser.get(page)
    const colleague = await signedIn(world, 'budi')
    await colleague.get(page)
    await colleague.post(`${page}/claim`)
    await browser.post(`${page}/save`, { 'v.nik': 'ok' })
    expect(browser.status).toBe(409)
    expect(browser.page).not.toContain('type="radio"')
    expect(browser.text).toContain('Budi')
  })

  it('cannot review a case of their own', async () => {
    const { world } = await submitted()
    await world.ports.directory.saveStaff({ ...staff.sari, email: rina.email })
    const own = await signedIn(world, 'sari')
    await own.get(page)
    await own.post(`${page}/claim`)
    expect(own.status).toBe(403)
    expect(own.text).toContain('pengajuan Anda sendiri')
  })

  it('renews the lease with every look and every form, not by a page that refreshes itself', async () => {
    const { world, browser } = await claimed()
    const { id, revision } = await theCase(world)
    const minutes = (n: number) => new Date(Date.parse(at) + n * 60_000).toISOString()
    world.clock = minutes(10)
    await browser.get(`${page}/watch?revision=${revision}`)
    expect(await world.ports.ledger.leaseUntil(id)).toBe(minutes(20))
    await browser.get(page)
    expect(await world.ports.ledger.leaseUntil(id)).toBe(minutes(30))
    world.clock = minutes(15)
    await browser.post(`${page}/save`, { 'v.name': 'ok' })
    expect(await world.ports.ledger.leaseUntil(id)).toBe(minutes(35))
    world.clock = minutes(16)
    await (await signedIn(world, 'budi')).get(page)
    expect(await world.ports.ledger.leaseUntil(id)).toBe(minutes(35))
  })

  it('has no buttons of an agent', async () => {
    const { browser } = await claimed()
    expect((await browser.post(`${page}/take`)).status).toBe(404)
  })
})
