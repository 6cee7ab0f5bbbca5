import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { viewProblems } from '../../bot/simulator/slack/limits-check.ts'
import { absenceModal } from '../../bot/slack/absence.ts'
import { homeView } from '../../bot/slack/home.ts'
import { languages } from '../../bot/text/language.ts'
import { diy } from '../case/given.ts'
import { House } from './house.ts'

describe('"Saya cuti" in the home tab', () => {
  let house: House

  beforeEach(async () => {
    house = await new House('http').open()
    await house.sari.openHome()
    await house.deliverAll()
  })
  afterEach(async () => {
    expect(house.slack.violations).toEqual([])
    await house.close()
  })

  const open = async () => {
    await house.sari.click('Saya cuti', { in: 'home' })
    return house.sari.waitForModal()
  }

  it('takes days and a deputy, says so in the tab, and ends by a press', async () => {
    const modal = await open()
    expect(modal.text).toContain('Budi')
    expect(modal.text).not.toContain('Tono')
    await modal.fill('from', '2026-12-01')
    await modal.fill('until', '2026-12-03')
    await modal.choose('deputy', 'Budi')
    expect((await modal.submit()).outcome).toBe('updated')
    await house.deliverAll()
    const [absence] = await house.ports.directory.absencesFrom('2026-11-23')
    expect(absence).toMatchObject({ staffId: 'sari', from: '2026-12-01', until: '2026-12-03', deputyId: 'budi' })
    expect(JSON.stringify(house.sari.home()?.blocks)).toContain('pengganti: Budi')
    await house.sari.click('Saya sudah kembali', { in: 'home' })
    await house.deliverAll()
    expect(await house.ports.directory.absencesFrom('2026-11-23')).toEqual([])
    expect(JSON.stringify(house.sari.home()?.blocks)).not.toContain('Saya sudah kembali')
  })

  it('complains at the field that can be mended, and takes nothing down', async () => {
    const modal = await open()
    await modal.fill('from', '2026-12-05')
    await modal.fill('until', '2026-12-01')
    expect((await modal.submit()).errors).toEqual({ until: 'Hari terakhir tidak boleh sebelum hari pertama.' })
    expect(await house.ports.directory.absencesFrom('2026-11-23')).toEqual([])
  })

  it('is nobody’s who was removed between opening and pressing', async () => {
    const modal = await open()
    const sari = await house.ports.directory.staffById('sari')
    if (sari) await house.ports.directory.saveStaff({ ...sari, removedAt: house.ports.now() })
    await modal.submit()
    await house.sari.waitForModal(({ text }) => text.includes('belum terdaftar sebagai verifikator'))
    expect(await house.ports.directory.absencesFrom('2026-11-23')).toEqual([])
  })

  it('refuses a deputy who was removed meanwhile', async () => {
    const modal = await open()
    await modal.choose('deputy', 'Budi')
    const budi = await house.ports.directory.staffById('budi')
    if (budi) await house.ports.directory.saveStaff({ ...budi, removedAt: house.ports.now() })
    expect((await modal.submit()).errors.deputy).toContain('verifikator lain yang aktif')
  })

  it('is nothing for somebody of another company', async () => {
    house.slack.member({ id: 'UVER1', isStranger: true })
    await house.sari.click('Saya cuti', { in: 'home' })
    await house.sari.waitForModal(({ text }) => text.includes('Hanya anggota ruang kerja ini'))
  })
})

describe('a review modal that is open', () => {
  it('decides nothing once its verifier was removed', async () => {
    const house = await new House('http').open()
    const { id } = await house.submitted()
    await house.sari.click('Periksa')
    const modal = await house.sari.waitForModal()
    await modal.choose('decision', 'Lepaskan')
    const sari = await house.ports.directory.staffById('sari')
    if (sari) await house.ports.directory.saveStaff({ ...sari, removedAt: house.ports.now() })
    await modal.submit()
    await house.sari.waitForModal(({ text }) => text.includes('belum terdaftar sebagai verifikator'))
    expect((await house.caseOf(id)).status).toBe('in-review')
    await house.close()
  })
})

describe('what is new in Slack', () => {
  const person = (n: number) => ({
    id: `v${n}`,
    role: 'verifier' as const,
    agencies: ['diy'],
    name: `Nama yang sangat panjang sekali untuk sebuah pilihan di Slack, nomor ${n}`.repeat(2),
    email: `v${n}@jogjaprov.go.id`,
    slackUser: null,
    removedAt: null,
  })
  const deputies = Array.from({ length: 150 }, (_, n) => person(n))
  const seen = { at: '2026-11-23T03:00:00.000Z', agencies: [diy], publicUrl: 'https://pandu.example.go.id' }

  it.each(languages)('fits Slack (%s)', (language) => {
    const home = homeView({ cases: [], mine: new Set() }, 0, { ...seen, language }, 'x'.repeat(4000))
    const views = [absenceModal(deputies, '2026-11-23', language), home]
    for (const view of views) expect(viewProblems(view)).toEqual([])
  })
})
