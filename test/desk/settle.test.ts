import { describe, expect, it } from 'vitest'
import type { ProcedureName } from '../../core/procedure/names.ts'
import { Story, system } from '../case/given.ts'
import { caseIn, closes, page } from './change-fixture.ts'
import { deskWorld, pngBytes, signedIn } from './desk-fixture.ts'
import { allGood } from './review-fixture.ts'

async function submitted(procedure: ProcedureName) {
  const world = await deskWorld()
  const story = new Story(procedure).submitted()
  if (story.case.status === 'submitted')
    story.when({ type: 'consult-roster', facts: { isKnown: true, differs: [], hasPhone: true } }, system)
  const { id, evidence } = await world.keep(story)
  for (const { stored } of Object.values(evidence).flat())
    if (stored !== undefined) await world.ports.files.put(id, stored.sha256, 'preview-1', pngBytes)
  return { world, browser: await signedIn(world, 'sari') }
}

describe('a case that needs no dossier, at the desk', () => {
  it('offers its outcomes instead of a legalisation', async () => {
    const { browser } = await submitted('registration')
    await browser.get(page)
    await browser.post(`${page}/claim`)
    expect(browser.text).toMatch(/Sudah didaftarkan di AMS.*Ternyata sudah terdaftar.*Terdaftar di instansi lain/)
    expect(browser.page).not.toContain('/legalise"')
    expect(browser.page).not.toContain('link-sent')
  })

  it('is settled with an outcome and a word, which its requester reads', async () => {
    const { world, browser } = await submitted('registration')
    await closes(browser, 'settle', { 'settle-outcome': 'registered', 'settle-text': 'Cek folder spam juga.' })
    expect(browser.text).toContain('Diselesaikan; pemohon sudah membaca hasilnya')
    expect(await caseIn(world)).toMatchObject({
      status: 'awaiting-requester',
      settled: { outcome: 'registered', text: 'Cek folder spam juga.' },
    })
    expect(browser.text).toContain('Sudah didaftarkan di AMS')
  })

  it('asks for an outcome where none was chosen, and keeps what was typed', async () => {
    const { world, browser } = await submitted('registration')
    await closes(browser, 'settle', { 'settle-text': 'Kata-kata saya.' })
    expect(browser.status).toBe(422)
    expect(browser.text).toContain('Hasilnya belum dipilih')
    expect(browser.page).toContain('Kata-kata saya.')
    expect((await caseIn(world)).status).toBe('in-review')
  })

  it('says that the identity is needed before the case is settled: nothing is legalised here', async () => {
    const { browser } = await submitted('registration')
    await browser.get(page)
    expect(browser.text).toContain('Belum dipastikan. Wajib sebelum diselesaikan: bertemu langsung')
    expect(browser.text).not.toMatch(/legalisasi/i)
  })

  it('is not settled as registered before every part is judged and every file opened', async () => {
    const { world, browser } = await submitted('registration')
    await browser.get(page)
    await browser.post(`${page}/claim`)
    await browser.post(`${page}/confirm-meeting`)
    await browser.get(page)
    await browser.post(`${page}/settle`, { 'settle-outcome': 'registered' })
    expect(browser.text).toContain('Masih ada 9 bagian yang belum dinilai')
    await browser.post(`${page}/settle`, { ...allGood(browser.page), 'settle-outcome': 'registered' })
    expect(browser.text).toContain('Masih ada 1 berkas yang belum Anda buka')
    expect((await caseIn(world)).settled).toBeNull()
  })

  it('is not settled with an outcome of another procedure, nor before the identity is confirmed', async () => {
    const { world, browser } = await submitted('registration')
    await closes(browser, 'settle', { 'settle-outcome': 'revoked' })
    expect(browser.status).toBe(422)
    const other = await submitted('registration')
    await other.browser.get(page)
    await other.browser.post(`${page}/claim`)
    await other.browser.post(`${page}/settle`, { 'settle-outcome': 'already-registered' })
    expect(other.browser.text).toContain('Identitas pemohon belum dipastikan')
    for (const one of [world, other.world]) expect((await caseIn(one)).settled).toBeNull()
  })
})

describe('a question at the desk', () => {
  const taken = async () => {
    const { world } = await submitted('question')
    const dewi = await signedIn(world, 'dewi')
    await dewi.get(page)
    await dewi.post(`${page}/take`)
    return { world, dewi }
  }

  it('is answered by an agent in own words, and by nothing else', async () => {
    const { world, dewi } = await taken()
    for (const action of ['approve', 'send-back', 'send-link']) expect(dewi.page).not.toContain(`/${action}"`)
    await dewi.post(`${page}/settle`, { 'settle-text': 'Ya.' })
    expect(dewi.text).toMatch(/sedikitnya|minimal|terlalu pendek/i)
    await dewi.post(`${page}/settle`, { 'settle-text': 'Sertifikat Anda berlaku dua tahun sejak terbit.' })
    expect(dewi.text).toContain('Jawaban Anda dikirim ke pemohon')
    expect(await caseIn(world)).toMatchObject({ status: 'completed', settled: { outcome: 'answered' } })
  })

  it('is neither approved nor sent back nor linked, also when somebody forges the button', async () => {
    const { world, dewi } = await taken()
    for (const action of ['approve', 'send-link', 'send-back']) {
      await dewi.post(`${page}/${action}`, { 'send-back-text': 'Mohon diperiksa.' })
      expect(dewi.status).toBe(422)
    }
    expect((await caseIn(world)).status).toBe('with-contact-center')
  })
})
