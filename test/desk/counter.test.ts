import { describe, expect, it } from 'vitest'
import { counterConsentVersion } from '../../bot/text/counter-consent.ts'
import type { Case } from '../../core/case/case.ts'
import { counterOpeningsPerDay, openAtCounter } from '../../core/handling/counter.ts'
import { heldPart } from '../../core/handling/held-file.ts'
import { perform } from '../../core/handling/perform.ts'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { goodAnswers } from '../case/given.ts'
import {
  type Browser,
  type DeskWorld,
  deskWorld,
  nik,
  nip,
  pngBytes,
  publicUrl,
  signedIn,
  staff,
} from './desk-fixture.ts'

const person = {
  'a:name': goodAnswers.name ?? '',
  'a:employment': 'pns',
  'a:nip': nip,
  'a:nik': nik,
  'a:email': goodAnswers.email ?? '',
  'u:phone': '1',
  'a:unit': 'Bidang Aplikasi',
  'u:position': '1',
  'a:trouble': 'Tautan tidak pernah tiba di email dinas.',
  'n:screenshot': '1',
}
const declared = { present: '1', stated: '1', agreed: '1' }

/** A verifier who has opened a case at the counter. */
async function opened(procedure: ProcedureName = 'passphrase-reset', options: { readonly mail?: boolean } = {}) {
  const world = await deskWorld(options)
  const sari = await signedIn(world, 'sari')
  await sari.get('/desk/counter')
  await sari.post('/desk/counter/open', { procedure, language: 'id' })
  const [c] = await world.ports.ledger.find({ counter: {}, limit: 1 })
  if (c === undefined) throw new Error(`no case: ${sari.text}`)
  return { world, sari, number: c.number, path: `/desk/counter/${c.number}`, now: () => caseOf(world, c.number) }
}

async function caseOf(world: DeskWorld, number: string): Promise<Case> {
  const c = await world.ports.ledger.caseByNumber(number)
  if (c === undefined) throw new Error('no such case')
  return c
}

async function sent(options: { readonly mail?: boolean; readonly hears?: string } = {}) {
  const all = await opened('passphrase-reset', options)
  await all.sari.post(`${all.path}/save`, person)
  await all.sari.post(`${all.path}/send`, { ...declared, hears: options.hears ?? 'in-person' })
  expect(all.sari.text).toContain('Terkirim')
  return all
}

const send = (browser: Browser, path: string, files: Record<string, Uint8Array>, fields: Record<string, string> = {}) =>
  browser.sendAll(path, fields, files)

describe('the counter', () => {
  it('lists every service, the one chosen by a link ticked, and opens a draft that nobody but its agency sees', async () => {
    const { world, sari, number, now } = await opened()
    await sari.get('/desk/counter/new/revocation')
    expect(sari.page).toMatch(/value="revocation" required="" checked=""/)
    expect(sari.text).toContain(number)
    expect(await now()).toMatchObject({ status: 'draft', agency: 'diy', counter: { openedBy: { id: 'sari' } } })
    const joko = await signedIn(world, 'joko')
    expect((await joko.get(`/desk/counter/${number}`)).status).toBe(404)
    const budi = await signedIn(world, 'budi')
    expect((await budi.get(`/desk/counter/${number}`)).status).toBe(200)
    const dewi = await signedIn(world, 'dewi')
    for (const path of ['/desk/counter', `/desk/counter/${number}`]) expect((await dewi.get(path)).status).toBe(404)
  })

  it('asks for a service, and leads back to itself after signing in', async () => {
    const { world, sari } = await opened()
    expect((await sari.post('/desk/counter/open', { procedure: 'nothing' })).status).toBe(422)
    const browser = await signedIn(world, 'budi')
    await browser.post('/desk/logout')
    expect((await browser.get('/desk/counter/new/data-change')).status).toBe(401)
    expect(decodeURIComponent(browser.cookie('pandu_wanted') ?? '')).toBe('/desk/counter/new/data-change')
  })

  it('warns whoever has no colleague to review', async () => {
    const { world, sari } = await opened()
    expect((await sari.get('/desk/counter')).text).not.toContain('satu-satunya verifikator')
    await world.ports.directory.saveStaff({ ...staff.budi, removedAt: world.clock })
    expect((await sari.get('/desk/counter')).text).toContain('satu-satunya verifikator')
  })

  it('opens so many a day for one person and no more', async () => {
    const { world, sari } = await opened()
    for (let n = 1; n < counterOpeningsPerDay; n += 1)
      await openAtCounter(world.ports, 'sari', { procedure: 'question', agency: 'diy', language: 'id' })
    await sari.get('/desk/counter')
    await sari.post('/desk/counter/open', { procedure: 'question' })
    expect(sari.text).toContain(`sudah membuka ${counterOpeningsPerDay} pengajuan di loket dalam sehari`)
    const budi = await signedIn(world, 'budi')
    await budi.get('/desk/counter')
    expect((await budi.post('/desk/counter/open', { procedure: 'question' })).text).toContain('BELUM TERKIRIM')
  })

  it('opens for no other agency than one’s own', async () => {
    const { world, sari } = await opened()
    await sari.get('/desk/counter')
    expect((await sari.post('/desk/counter/open', { procedure: 'question', agency: 'bantul' })).status).toBe(422)
    expect(await world.ports.ledger.find({ agencies: ['bantul'], limit: 9 })).toEqual([])
  })
})

describe('the form of the counter', () => {
  it('asks the same questions as a chat, further ones once their answer is kept', async () => {
    const { sari, path } = await opened('revocation')
    await sari.get(path)
    expect(sari.text).toContain('Siapa nama lengkap Anda?')
    expect(sari.page).not.toContain('name="a:ownerName"')
    expect(sari.page).not.toContain('name="a:agency"')
    await sari.post(`${path}/save`, { 'a:revocationFor': 'other' })
    expect(sari.text).toContain('Tersimpan.')
    expect(sari.page).toContain('name="a:ownerName"')
  })

  it('keeps what is right, and shows what is wrong where it was typed, with the sentence of the chat', async () => {
    const { sari, path, now } = await opened()
    await sari.get(path)
    const typed = { ...person, 'a:nip': '19850412201001200', 'a:email': 'rina@gmail.com' }
    expect((await sari.post(`${path}/save`, typed)).status).toBe(422)
    expect(sari.text).toContain('NIP terdiri dari 18 angka; yang Anda kirim 17.')
    expect(sari.text).toContain('jogjaprov.go.id')
    for (const value of ['19850412201001200', 'rina@gmail.com']) expect(sari.page).toContain(`value="${value}"`)
    const { answers } = await now()
    expect(answers).toMatchObject({ name: 'Rina Wulandari', nik, phone: null, position: null })
    expect(answers).not.toHaveProperty('nip')
    expect(answers).not.toHaveProperty('email')
    expect((await sari.post(`${path}/save`, { ...person })).status).toBe(200)
    expect(await now()).toMatchObject({ answers: { nip, email: goodAnswers.email } })
  })

  it('notes nothing for what is left as it is', async () => {
    const { sari, path, now } = await opened()
    await sari.get(path)
    await sari.post(`${path}/save`, person)
    const { revision } = await now()
    await sari.post(`${path}/save`, { ...person, 'a:name': ` ${goodAnswers.name} ` })
    expect((await now()).revision).toBe(revision)
  })

  it('neither keeps nor repeats a secret', async () => {
    const { sari, path, now } = await opened()
    await sari.get(path)
    await sari.post(`${path}/save`, { 'a:trouble': 'passphrase saya Rahasia#123 tidak bisa' })
    expect(sari.text).toContain('tidak kami simpan')
    expect(sari.page).not.toContain('Rahasia#123')
    expect((await now()).answers).not.toHaveProperty('trouble')
  })

  it('shows what people type as text only', async () => {
    const { sari, path } = await opened()
    await sari.get(path)
    await sari.post(`${path}/save`, { 'a:unit': '"><script>alert(1)</script>', 'a:name': '<img src=x>' })
    expect(sari.page).not.toContain('<script>alert')
    expect(sari.page).not.toContain('<img src=x>')
  })

  it('takes files for the part they belong to, sealed before the row that names them, and lets them go again', async () => {
    const { world, sari, path, now } = await opened('registration')
    await sari.get(path)
    await send(sari, `${path}/save`, { 'f:recommendation-letter': pngBytes }, { 'a:name': goodAnswers.name ?? '' })
    const c = await now()
    const [file] = c.evidence['recommendation-letter'] ?? []
    expect(file).toMatchObject({ state: 'pending', source: 'desk', sizeBytes: pngBytes.length })
    expect(await world.ports.files.get(c.id, file?.id ?? '', heldPart)).toEqual(pngBytes)
    expect(c.finished).toEqual(['recommendation-letter'])
    expect(c.answers).toMatchObject({ name: goodAnswers.name })
    expect(sari.text).toContain('sedang diperiksa')
    await send(sari, `${path}/clear`, {}, { clear: 'recommendation-letter', 'a:unit': 'Sekretariat' })
    expect(await now()).toMatchObject({ finished: [], answers: { unit: 'Sekretariat' } })
    expect((await now()).evidence['recommendation-letter']).toEqual([])
  })

  it('keeps a file for nothing that is not asked', async () => {
    const { sari, path, now } = await opened()
    await sari.get(path)
    await send(sari, `${path}/save`, { 'f:decree': pngBytes })
    expect((await now()).received).toBe(0)
  })

  it('wants the secret of its session', async () => {
    const { sari, path, now } = await opened()
    await sari.get(path)
    expect((await sari.post(`${path}/save`, { ...person, csrf: 'x' })).status).toBe(403)
    expect((await now()).answers).toEqual({ agency: 'diy' })
  })

  it('reads in English too', async () => {
    const { sari, path } = await opened()
    expect((await sari.get(`${path}?lang=en`)).text).toContain('Ask the employee, fill in, then Save.')
  })
})

describe('sending at the counter', () => {
  it('says what is still empty, and sends nothing without all three statements', async () => {
    const { sari, path, now } = await opened()
    await sari.get(path)
    expect(sari.text).toContain('Belum dapat dikirim')
    await sari.post(`${path}/save`, person)
    expect(sari.text).toContain('Bacakan kepada pegawai')
    expect((await sari.post(`${path}/send`, { present: '1', stated: '1' })).status).toBe(422)
    expect(sari.text).toContain('Ketiga pernyataan di bawah belum dicentang semua')
    expect((await now()).status).toBe('draft')
    await sari.post(`${path}/send`, { ...declared, hears: 'mail' })
    expect(await now()).toMatchObject({
      status: 'submitted',
      counter: { hears: 'mail' },
      identity: { method: 'meeting', by: { id: 'sari' } },
      consent: { version: counterConsentVersion },
    })
  })

  it('keeps a last change that came with the press, and does not send when it is wrong', async () => {
    const { sari, path, now } = await opened()
    await sari.get(path)
    await sari.post(`${path}/save`, person)
    await sari.post(`${path}/send`, { ...declared, 'a:nik': '3404' })
    expect(await now()).toMatchObject({ status: 'draft', answers: { nik } })
    expect(sari.page).toContain('name="present" value="1" checked=""')
    await sari.post(`${path}/send`, { ...declared, 'a:unit': 'Sekretariat' })
    expect(await now()).toMatchObject({ status: 'submitted', answers: { unit: 'Sekretariat' } })
  })

  it('offers mail only where it may go', async () => {
    const noMail = await opened('passphrase-reset', { mail: false })
    await noMail.sari.get(noMail.path)
    await noMail.sari.post(`${noMail.path}/save`, person)
    expect(noMail.sari.text).toContain('Pandu di sini tidak mengirim email')
    await noMail.sari.post(`${noMail.path}/send`, { ...declared, hears: 'mail' })
    expect((await noMail.now()).counter?.hears).toBe('in-person')
    const lost = await opened('lost-authenticator')
    await lost.sari.get(lost.path)
    const { 'a:trouble': _, 'n:screenshot': __, ...asked } = person
    await lost.sari.post(`${lost.path}/save`, {
      ...asked,
      'u:signingDeadline': '1',
      'a:lossReason': 'phone-lost',
      'u:lostOn': '1',
    })
    expect(lost.sari.text).toContain('belum dapat dipercaya')
  })

  it('lets nobody send their own case', async () => {
    const { sari, path, now } = await opened()
    await sari.get(path)
    await sari.post(`${path}/save`, { ...person, 'a:email': staff.sari.email })
    expect((await sari.post(`${path}/send`, declared)).text).toContain('Ini pengajuan Anda sendiri')
    expect((await now()).status).toBe('draft')
  })

  it('bars whoever filled it in from the review, and no colleague', async () => {
    const { world, sari, number, now } = await sent()
    await sari.get(`/desk/cases/${number}`)
    expect((await sari.post(`/desk/cases/${number}/claim`)).status).toBe(403)
    expect(sari.text).toContain('diisi lewat Anda di loket')
    const budi = await signedIn(world, 'budi')
    await budi.get(`/desk/cases/${number}`)
    expect(budi.text).toContain('Dibuka di loket')
    await budi.post(`/desk/cases/${number}/claim`)
    expect((await now()).verifier?.id).toBe('budi')
  })
})

describe('after it was sent', () => {
  it('has a receipt that masks the person, and an address that shows no more than how it stands', async () => {
    const { world, sari, path, number, now } = await sent()
    await sari.get(`${path}/receipt`)
    for (const shown of [number, 'MENUNGGU VERIFIKATOR', 'Sari', 'disampaikan petugas instansi'])
      expect(sari.text).toContain(shown)
    for (const hidden of [nip, nik, goodAnswers.email ?? '', goodAnswers.name ?? ''])
      expect(sari.page).not.toContain(hidden)
    const pass = (await now()).counter?.pass ?? ''
    expect(sari.text).toContain(`${publicUrl}/desk/check/${number}/${pass}`)
    const browser = await signedIn(world, 'budi')
    await browser.post('/desk/logout')
    expect((await browser.get(`/desk/check/${number}/${pass.toLowerCase()}`)).status).toBe(200)
    expect(browser.text).toContain('MENUNGGU VERIFIKATOR')
    for (const hidden of [nip, nik, 'Sari', 'Rina']) expect(browser.page).not.toContain(hidden)
    const wrong = pass === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA'
    expect((await browser.get(`/desk/check/${number}/${wrong}`)).status).toBe(404)
    expect((await browser.get(`${path}/receipt`)).status).toBe(401)
  })

  it('has no receipt before, and no answers on its page any more', async () => {
    const { sari, path } = await opened()
    await sari.get(`${path}/receipt`)
    expect(sari.text).toContain('BELUM TERKIRIM')
    const done = await sent()
    await done.sari.get(done.path)
    for (const hidden of [nip, nik]) expect(done.sari.page).not.toContain(hidden)
  })

  it('takes what was returned at the counter again, and only that', async () => {
    const { world, sari, path, now } = await sent()
    const c = await now()
    const who = { staffId: 'budi', role: 'verifier' } as const
    const items = Object.keys(c.answers).filter((item) => item !== 'agency')
    const verdicts = items.map((item) =>
      item === 'nik' ? ({ item, ok: false, reason: 'R01' } as const) : ({ item, ok: true } as const),
    )
    await perform(world.ports, c.id, [{ type: 'claim' }, { type: 'judge', verdicts }, { type: 'return' }], who)
    await sari.get(path)
    expect(sari.page).toContain('name="a:nik" autocomplete="off"')
    expect(sari.page).not.toContain('name="a:name"')
    expect(sari.page).not.toContain(nik)
    await sari.post(`${path}/send`, { ...declared, 'a:nik': nik })
    expect((await now()).status).toBe('submitted')
  })

  it('shows what the requester must be told, also once it has ended, until somebody told them', async () => {
    const { world, sari, path, number, now } = await sent()
    const c = await now()
    await perform(world.ports, c.id, [{ type: 'claim' }, { type: 'reject', reason: 'R05' }], {
      staffId: 'budi',
      role: 'verifier',
    })
    await perform(world.ports, c.id, [{ type: 'owe-telling', notice: 'rejected' }], 'house')
    await sari.get('/desk/counter')
    expect(sari.text).toContain(number)
    expect(sari.text).toContain('Beri tahu pegawai langsung')
    await sari.get(path)
    expect(sari.text).toContain('Pengajuan Anda ditolak.')
    await sari.post(`${path}/act`, { act: 'tell' })
    expect(sari.text).not.toContain('Pengajuan Anda ditolak.')
    expect((await now()).counter?.untold).toEqual([])
    expect((await sari.get('/desk/counter')).text).not.toContain(number)
  })

  it('notes a requester’s step, refuses one whose time is over, and presses nothing by Enter', async () => {
    const { sari, path, now } = await sent()
    await sari.get(path)
    await sari.post(`${path}/act`, { act: 'none' })
    expect((await now()).status).toBe('submitted')
    expect((await sari.post(`${path}/act`, { act: 'no-such-step' })).status).toBe(404)
    await sari.get(path)
    expect((await sari.post(`${path}/act`, { act: 'complete', seen: '1' })).text).toContain('baru saja berubah')
    await sari.post(`${path}/act`, { act: 'cancel', reason: 'Pegawai tidak jadi' })
    expect((await now()).status).toBe('cancelled')
    await sari.get(path)
    expect((await sari.post(`${path}/act`, { act: 'cancel' })).status).toBe(422)
  })
})
