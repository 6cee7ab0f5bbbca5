import { describe, expect, it } from 'vitest'
import { at } from '../case/given.ts'
import { nik, nip, rina, signedIn } from './desk-fixture.ts'
import { claimed, fieldsOf, page, theCase } from './review-fixture.ts'

describe('the identity of a requester', () => {
  it('shows the roster number on request, on record, and never the one in the form', async () => {
    const { world, browser } = await claimed()
    expect(browser.page).not.toContain(rina.phone)
    await browser.post(`${page}/roster-number`)
    expect(browser.page).toContain(rina.phone)
    expect(browser.page).not.toContain('+6281234567890')
    expect(world.accesses).toContainEqual({
      staffId: 'sari',
      caseId: (await theCase(world)).id,
      what: 'number',
      ref: 'roster-phone',
      at,
    })
  })

  it('says where to look when the roster has no number', async () => {
    const { world, browser } = await claimed('reactivation', false)
    await world.ports.directory.importRoster([{ ...rina, phone: '' }])
    expect(browser.text).toContain('direktori telepon instansi')
    await browser.post(`${page}/roster-number`)
    expect(browser.text).toContain('direktori telepon instansi')
    expect(world.accesses.filter(({ what }) => what === 'number')).toEqual([])
  })

  it('shows no number of somebody on another agency’s roster, whatever NIP the form has', async () => {
    const { world, browser } = await claimed()
    await world.ports.directory.importRoster([{ ...rina, agency: 'other' }])
    await browser.post(`${page}/roster-number`)
    await browser.post(`${page}/start-call`)
    expect(browser.page).not.toContain(rina.phone)
    expect(world.accesses.filter(({ what }) => what === 'number')).toEqual([])
  })

  it('shows no call word to the verifier, on no page', async () => {
    const { world, browser } = await claimed()
    await browser.post(`${page}/start-call`)
    const { call } = await theCase(world)
    const shown = [browser.page, (await browser.get(page)).page]
    await browser.post(`${page}/confirm-call`, { words: 'salah sekali', 'number-from': 'roster' })
    for (const html of [...shown, browser.page]) for (const word of call!.words) expect(html).not.toContain(word)
    expect(browser.text).toContain('Salah 1 kali')
  })

  it('gives no second pair of words to whoever presses twice, and another one on request', async () => {
    const { world, browser } = await claimed()
    await browser.post(`${page}/start-call`)
    const first = (await theCase(world)).call!.words
    world.ports.pick = (below) => below - 1
    await browser.post(`${page}/start-call`)
    expect((await theCase(world)).call!.words).toEqual(first)
    await browser.post(`${page}/new-words`)
    expect((await theCase(world)).call!.words).not.toEqual(first)
  })

  it('freezes after three misses; only a meeting opens it again', async () => {
    const { world, browser } = await claimed()
    await browser.post(`${page}/start-call`)
    for (let n = 0; n < 3; n += 1)
      await browser.post(`${page}/confirm-call`, { words: 'bukan ini', 'number-from': 'roster' })
    expect((await theCase(world)).isFrozen).toBe(true)
    expect(browser.text).toContain('Dibekukan')
    expect((await browser.post(`${page}/start-call`)).status).toBe(422)
    await browser.post(`${page}/confirm-meeting`)
    expect(browser.text).toContain('bertemu langsung')
  })

  it('asks once more before a meeting is put on record, and for nothing else', async () => {
    const { browser } = await claimed()
    const asking = browser.page.match(/hx-confirm="[^"]*"/g)
    expect(asking).toEqual([expect.stringContaining('Nama Anda dicatat')])
    expect(browser.page).toMatch(/confirm-meeting"[^>]*hx-confirm=/)
  })

  it('takes the Enter key in the field of words as comparing them', async () => {
    const { world, browser } = await claimed()
    await browser.post(`${page}/start-call`)
    const { call } = await theCase(world)
    await browser.post(`${page}/enter`, { words: call!.words.join(' '), 'number-from': 'agency-directory' })
    expect((await theCase(world)).identity).toMatchObject({ method: 'call', numberFrom: 'agency-directory' })
  })

  it('reveals the roster number to nobody but the verifier who holds the case', async () => {
    const { world } = await claimed()
    for (const who of ['budi', 'dewi'] as const) {
      const other = await signedIn(world, who)
      await other.get(page)
      await other.post(`${page}/roster-number`)
      expect(other.status).toBe(403)
      expect(other.page).not.toContain(rina.phone)
    }
  })
})

describe('a masked value', () => {
  it('is shown on request, on record, to whoever holds the case', async () => {
    const { world, browser } = await claimed()
    expect(browser.page).not.toContain(nik)
    await browser.post(`${page}/reveal`, { item: 'nik', 'v.name': 'no', 'r.name': 'R03' })
    expect(browser.page).toContain(nik)
    expect(browser.page).not.toContain(nip)
    expect(fieldsOf(browser.page)['v.name']).toBe('no')
    expect(world.accesses).toContainEqual(expect.objectContaining({ staffId: 'sari', what: 'number', ref: 'nik' }))
  })

  it.each(['nik', 'nip', 'email', 'phone'])('stays masked for whoever does not hold the case: %s', async (item) => {
    const { world } = await claimed()
    for (const who of ['budi', 'dewi'] as const) {
      const other = await signedIn(world, who)
      await other.get(page)
      expect(other.text).not.toContain('Tampilkan')
      await other.post(`${page}/reveal`, { item })
      expect(other.status).toBe(403)
      for (const value of [nik, nip, rina.email, '+6281234567890']) expect(other.page).not.toContain(value)
    }
    expect(world.accesses.filter(({ what }) => what === 'number')).toEqual([])
  })

  it.each(['name', 'devices', '__proto__', 'constructor', ''])('is not what "%s" is', async (item) => {
    const { browser } = await claimed()
    expect((await browser.post(`${page}/reveal`, { item })).status).toBe(403)
  })
})
