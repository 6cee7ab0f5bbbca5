import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { legalStatement } from '../../bot/text/legal-statement.ts'
import { Outage } from '../../core/handling/outage.ts'
import { formText } from '../../core/legalise/form.ts'
import type { Story } from '../case/given.ts'
import { House } from './house.ts'

let house: House

const opened = async (mode: 'http' | 'socket'): Promise<void> => {
  house = await new House(mode).open()
}
const closed = async (): Promise<void> => {
  expect(house.slack.violations).toEqual([])
  await house.close()
}
const statusOf = async ({ id }: { id: string }) => (await house.caseOf(id)).status
const wordsOf = async ({ id }: { id: string }) => (await house.caseOf(id)).call?.words.join(' ') ?? ''

/** Presses *Periksa* and has the modal in front. */
async function review(member = house.sari) {
  await member.click('Periksa')
  return member.waitForModal(({ title }) => title === 'Periksa pengajuan')
}

/** Confirms in person, so that only the decision is left. */
async function met(member = house.sari) {
  const modal = await review(member)
  await modal.click('Bertemu langsung')
  return member.waitForModal(({ text }) => text.includes('dipastikan dengan bertemu langsung'))
}

for (const mode of ['http', 'socket'] as const) {
  describe(`a verifier in Slack, over ${mode}`, () => {
    beforeEach(() => opened(mode))
    afterEach(closed)

    it('legalises a clean case in five presses, desk and call included', async () => {
      const c = await house.submitted()
      const { sari } = house
      sari.presses = 0
      const modal = await review()
      await modal.click('Buka meja kerja ↗')
      await house.seeAll('sari', c)
      await modal.click('Saya sedang menelepon')
      await sari.waitForModal(({ text }) => text.includes('Dua kata yang dibacakan'))
      await modal.fill('words', (await wordsOf(c)).toUpperCase())
      await modal.choose('decision', 'Legalisasi')
      expect(await modal.submit()).toEqual({ outcome: 'updated', errors: {} })
      expect(sari.presses).toBe(5)
      const after = await house.caseOf(c.id)
      expect(after.status).toBe('legalised')
      expect(after.identity).toMatchObject({ method: 'call', by: { id: 'sari' } })
      expect(modal.text).toContain('sudah dilegalisasi')
      await house.deliverAll()
      const [card, ...others] = sari.messages('C0VERIF')
      expect(others).toEqual([])
      expect(card?.text).toContain('DILEGALISASI')
    })

    it('returns one item in four presses, and the requester is asked only that', async () => {
      const c = await house.submitted()
      const { sari } = house
      sari.presses = 0
      const modal = await review()
      await modal.uncheck('clean:1', 'antivirus-scan.1')
      await sari.waitForModal(({ text }) => text.includes('Alasan: Bukti full scan antivirus'))
      await modal.choose('decision', 'Minta perbaikan')
      expect(await modal.submit()).toEqual({ outcome: 'updated', errors: {} })
      expect(sari.presses).toBe(4)
      const after = await house.caseOf(c.id)
      expect(after.status).toBe('needs-correction')
      expect(after.owed).toEqual(['antivirus-scan.1'])
      expect(after.verdicts['antivirus-scan.1']).toEqual({ ok: false, reason: 'R12' })
      expect(after.verdicts.nik).toEqual({ ok: true })
    })

    it('keeps the verdicts so far when the modal is just closed', async () => {
      const c = await house.submitted()
      const { sari } = house
      const modal = await review()
      await modal.uncheck('clean:0', 'nik')
      await sari.waitForModal(({ text }) => text.includes('Alasan: NIK'))
      await modal.choose('why:nik', 'Lain (tulis alasannya)')
      await sari.waitForModal(({ text }) => text.includes('Alasan dalam kata Anda sendiri'))
      await modal.fill('note:nik', 'Lampirkan halaman pertama')
      await modal.close()
      expect((await house.caseOf(c.id)).verdicts).toEqual({
        nik: { ok: false, reason: 'R90', note: 'Lampirkan halaman pertama' },
      })
      const again = await review()
      expect(again.view.state.values['note:nik']?.note?.value).toBe('Lampirkan halaman pertama')
      expect(await house.eventsOf(c.id)).toSatisfy((all: string[]) => all.filter((e) => e === 'claimed').length === 1)
    })

    it('freezes the case at the third wrong pair of words, and unfreezes it in person', async () => {
      const c = await house.submitted()
      await house.seeAll('sari', c)
      const { sari } = house
      const modal = await review()
      await modal.click('Saya sedang menelepon')
      await sari.waitForModal(({ text }) => text.includes('Dua kata yang dibacakan'))
      await modal.fill('words', 'bukan itu')
      await modal.choose('decision', 'Legalisasi')
      expect((await modal.submit()).errors.words).toContain('sisa 2 kali')
      expect((await modal.submit()).errors.words).toContain('sisa 1 kali')
      expect((await modal.submit()).outcome).toBe('updated')
      expect((await house.caseOf(c.id)).isFrozen).toBe(true)
      expect(modal.text).toContain('DIBEKUKAN')
      expect((await modal.submit()).errors.decision).toContain('dibekukan')
      await modal.click('Bertemu langsung')
      await sari.waitForModal(({ text }) => text.includes('dipastikan dengan bertemu langsung'))
      expect((await modal.submit()).outcome).toBe('updated')
      expect(await statusOf(c)).toBe('legalised')
    })

    it('is one of two who press in the same moment: one wins, the other is told who', async () => {
      const c = await house.submitted()
      const { sari, budi } = house
      await Promise.all([sari.click('Periksa'), budi.click('Periksa')])
      const holder = (await house.caseOf(c.id)).verifier?.name ?? ''
      const [winner, loser] = holder === 'Sari' ? [sari, budi] : [budi, sari]
      await winner.waitForModal(({ title }) => title === 'Periksa pengajuan')
      const told = await loser.waitForEphemeral(({ text }) => text.includes('dipegang'))
      expect(told.text).toContain(`sedang dipegang ${holder} sejak Sen 23 Nov 2026`)
      expect(loser.modal()).toBeUndefined()
      expect((await house.eventsOf(c.id)).filter((type) => type === 'claimed')).toHaveLength(1)
    })
  })
}

describe('the decision of a verifier in Slack', () => {
  beforeEach(() => opened('http'))
  afterEach(closed)

  it('needs every file opened at the desk, and says where', async () => {
    const c = await house.submitted()
    const modal = await met()
    await modal.choose('decision', 'Legalisasi')
    const { errors } = await modal.submit()
    expect(errors.decision).toBe(
      `Buka semua bukti di meja kerja dahulu (tersisa 2): https://pandu.example.go.id/desk/cases/${c.number}`,
    )
    await house.seeAll('sari', c)
    expect((await modal.submit()).outcome).toBe('updated')
  })

  it('needs the identity confirmed', async () => {
    const c = await house.submitted()
    await house.seeAll('sari', c)
    const modal = await review()
    await modal.choose('decision', 'Legalisasi')
    expect((await modal.submit()).errors.decision).toContain('Identitas pemohon belum dipastikan')
    expect(await statusOf(c)).toBe('in-review')
    expect((await house.caseOf(c.id)).verdicts.nik).toBeUndefined()
  })

  it('needs a verdict on what a pre-check remarked, and points at it', async () => {
    const c = await house.submitted((story: Story) => story.filled())
    await house.seeAll('sari', c)
    const modal = await met()
    await modal.choose('decision', 'Legalisasi')
    expect(Object.keys((await modal.submit()).errors)).toEqual(['verdict:position'])
    for (const item of ['position', 'sessions', 'recovery']) await modal.choose(`verdict:${item}`, 'Sah')
    expect((await modal.submit()).outcome).toBe('updated')
    expect(await statusOf(c)).toBe('legalised')
  })

  it('has something to return, or says what is missing', async () => {
    const c = await house.submitted()
    const modal = await review()
    await modal.choose('decision', 'Minta perbaikan')
    expect((await modal.submit()).errors.decision).toContain('Tandai sedikitnya satu')
    expect(await statusOf(c)).toBe('in-review')
  })

  it('rejects with a reason, asked for as soon as "Tolak" is chosen', async () => {
    const c = await house.submitted()
    const modal = await review()
    await modal.choose('decision', 'Tolak')
    await house.sari.waitForModal(({ text }) => text.includes('Alasan penolakan'))
    await modal.choose('reject-why', 'Lain (tulis alasannya)')
    await modal.fill('reject-note', 'pendek')
    expect((await modal.submit()).errors['reject-note']).toContain('sedikitnya 10 huruf')
    await modal.choose('reject-why', 'Pengajuan ganda')
    expect((await modal.submit()).outcome).toBe('updated')
    expect((await house.caseOf(c.id)).ending).toMatchObject({ reason: 'R22' })
    expect(modal.text).toContain('ditolak')
  })

  it('wants words with a reason in own words, before anything is decided', async () => {
    const c = await house.submitted()
    const modal = await review()
    await modal.uncheck('clean:0', 'nik')
    await house.sari.waitForModal(({ text }) => text.includes('Alasan: NIK'))
    await modal.choose('why:nik', 'R90')
    await house.sari.waitForModal(({ text }) => text.includes('Alasan dalam kata Anda sendiri'))
    await modal.choose('decision', 'Minta perbaikan')
    expect((await modal.submit()).errors['note:nik']).toContain('sedikitnya 10 huruf')
    expect(await statusOf(c)).toBe('in-review')
    await modal.fill('note:nik', 'Tulis seperti di KTP')
    expect((await modal.submit()).outcome).toBe('updated')
    expect((await house.caseOf(c.id)).verdicts.nik).toMatchObject({ reason: 'R90', note: 'Tulis seperti di KTP' })
  })

  it('can wait: saved, the verdicts are all there and the case stays in hand', async () => {
    const c = await house.submitted()
    const modal = await review()
    await modal.choose('decision', 'Simpan dulu')
    expect((await modal.submit()).outcome).toBe('closed')
    const after = await house.caseOf(c.id)
    expect(after.verifier?.id).toBe('sari')
    expect(Object.keys(after.verdicts)).toHaveLength(19)
  })

  it('can be left to others: released, with the verdicts kept', async () => {
    const c = await house.submitted()
    const modal = await review()
    await modal.choose('decision', 'Lepaskan')
    expect((await modal.submit()).outcome).toBe('closed')
    expect(await statusOf(c)).toBe('submitted')
    await house.deliverAll()
    const other = await review(house.budi)
    expect(other.text).toContain(c.number)
  })

  it('waits for a look at what a pre-check remarked only after the modal was opened', async () => {
    const c = await house.submitted()
    await house.seeAll('sari', c)
    const modal = await met()
    const facts = { isKnown: true, differs: ['nik'], hasPhone: true } as const
    await house.asHouse(c.id, { type: 'consult-roster', facts })
    await modal.choose('decision', 'Legalisasi')
    expect((await modal.submit()).outcome).toBe('updated')
    expect(await statusOf(c)).toBe('in-review')
    expect(modal.text).toContain('Berbeda dari daftar pegawai')
    expect(Object.keys((await modal.submit()).errors)).toEqual(['verdict:nik'])
    await modal.choose('verdict:nik', 'Sah')
    expect((await modal.submit()).outcome).toBe('updated')
    expect(await statusOf(c)).toBe('legalised')
  })

  it('shows both of two ticks taken away in quick succession', async () => {
    const c = await house.submitted()
    const modal = await review()
    await Promise.all([modal.uncheck('clean:0', 'nik'), modal.uncheck('clean:0', 'nip')])
    await house.sari.waitForModal(({ text }) => text.includes('Alasan: NIK') && text.includes('Alasan: NIP'))
    expect(Object.keys((await house.caseOf(c.id)).verdicts).toSorted()).toEqual(['nik', 'nip'])
  })

  it('offers no roster number where the roster has none, and points at the choice when that came up later', async () => {
    const c = await house.submitted()
    const modal = await review()
    await modal.click('Saya sedang menelepon')
    await house.sari.waitForModal(({ text }) => text.includes('Daftar pegawai'))
    await modal.choose('number-from', 'Daftar pegawai')
    const facts = { isKnown: true, differs: [], hasPhone: false } as const
    await house.asHouse(c.id, { type: 'consult-roster', facts })
    await modal.fill('words', await wordsOf(c))
    await modal.choose('decision', 'Simpan dulu')
    expect((await modal.submit()).errors['number-from']).toContain('tidak memuat nomor')
    await modal.click('Ganti kata telepon')
    await house.sari.waitForModal(({ text }) => !text.includes('Daftar pegawai'))
  })

  it('sees the words of a call although Slack failed to draw them once', async () => {
    await house.submitted()
    const modal = await review()
    house.slack.faults.next({ kind: 'server-error', status: 500 }, { method: 'views.update' })
    await modal.click('Saya sedang menelepon')
    await house.sari.waitForModal(({ text }) => text.includes('Dua kata yang dibacakan'))
    expect(house.sari.ephemerals('C0VERIF')).toEqual([])
    expect(house.reports).toEqual([])
  })

  it('is told when Slack does not draw what was saved, and pressing again sends no second pair of words', async () => {
    const c = await house.submitted()
    const modal = await review()
    house.slack.faults.next({ kind: 'server-error', status: 500 }, { method: 'views.update', times: 2 })
    await modal.click('Saya sedang menelepon')
    await vi.waitFor(() => expect(house.sari.ephemerals('C0VERIF')).toHaveLength(1))
    expect(house.sari.ephemerals('C0VERIF')[0]?.text).toMatch(/tersimpan.*tekan Periksa/i)
    expect(house.reports).toEqual([expect.objectContaining({ what: 'slack-failed' })])
    const words = await wordsOf(c)
    house.ports.pick = (below) => below - 1
    await modal.click('Saya sedang menelepon')
    const drawn = await house.sari.waitForModal(({ text }) => text.includes('Dua kata yang dibacakan'))
    expect(await wordsOf(c)).toBe(words)
    await drawn.click('Ganti kata telepon')
    await vi.waitFor(async () => expect(await wordsOf(c)).not.toBe(words))
  })

  it('gets more time with every press', async () => {
    const c = await house.submitted()
    const modal = await review()
    house.clock.advance(5 * 60_000)
    await modal.click('Buka meja kerja ↗')
    expect(await house.ports.ledger.leaseUntil(c.id)).toBe('2026-11-23T02:25:00.000Z')
  })

  it('freezes the form and the statement with it', async () => {
    const c = await house.submitted()
    await house.seeAll('sari', c)
    const modal = await met()
    await modal.choose('decision', 'Legalisasi')
    await modal.submit()
    const history = await house.ports.ledger.history(c.id)
    const formSha256 = house.ports.sha256(new TextEncoder().encode(formText(c)))
    expect(history.findLast(({ type }) => type === 'legalised')).toMatchObject({
      formSha256,
      statement: legalStatement.id,
      author: { role: 'verifier', id: 'sari' },
    })
  })

  it('is carried out once, also when it is sent twice', async () => {
    const c = await house.submitted()
    await house.seeAll('sari', c)
    const modal = await met()
    await modal.choose('decision', 'Legalisasi')
    const outcomes = await Promise.all([modal.submit(), modal.submit()])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['updated', 'updated'])
    expect(modal.text).toContain('sudah dilegalisasi')
    expect((await house.eventsOf(c.id)).filter((type) => type === 'legalised')).toHaveLength(1)
  })

  it('leads to the next case with one press, until none is left', async () => {
    const [first, second] = [await house.submitted(), await house.submitted()]
    await house.sari.click('Periksa', { messageTs: house.sari.messages('C0VERIF')[0]?.ts ?? '' })
    const modal = await house.sari.waitForModal()
    await modal.choose('decision', 'Tolak')
    await house.sari.waitForModal(({ text }) => text.includes('Alasan penolakan'))
    await modal.choose('reject-why', 'R22')
    await modal.submit()
    expect(modal.text).toContain(first.number)
    await modal.click('Berikutnya')
    await house.sari.waitForModal(({ text }) => text.includes(second.number))
    expect((await house.caseOf(second.id)).verifier?.id).toBe('sari')
    await modal.choose('decision', 'Tolak')
    await house.sari.waitForModal(({ text }) => text.includes('Alasan penolakan'))
    await modal.choose('reject-why', 'R22')
    await modal.submit()
    await modal.click('Berikutnya')
    await house.sari.waitForModal(({ text }) => text.includes('Tidak ada lagi pengajuan yang menunggu'))
  })

  it('is not carried out when the hold has run out meanwhile; what was judged stays', async () => {
    const c = await house.submitted()
    const modal = await review()
    await modal.uncheck('clean:0', 'nik')
    await house.sari.waitForModal(({ text }) => text.includes('Alasan: NIK'))
    const { decision: seen } = await house.caseOf(c.id)
    await house.asHouse(c.id, { type: 'release', because: 'lease-over', seen })
    await modal.choose('decision', 'Minta perbaikan')
    await house.sari.waitForModal(({ text }) => text.includes('Waktu pegang Anda habis'))
    expect(await statusOf(c)).toBe('submitted')
    expect((await house.caseOf(c.id)).verdicts.nik).toEqual({ ok: false, reason: 'R01' })
  })

  it('is refused in words when the store is away, and nothing is half done', async () => {
    const c = await house.submitted()
    await house.seeAll('sari', c)
    const modal = await met()
    await modal.choose('decision', 'Legalisasi')
    const { commit } = house.ports.ledger
    house.ports.ledger.commit = async () => {
      throw new Outage('the store is away')
    }
    expect((await modal.submit()).errors.decision).toContain('Pandu sedang sibuk')
    house.ports.ledger.commit = commit
    expect(await statusOf(c)).toBe('in-review')
    expect((await modal.submit()).outcome).toBe('updated')
    expect(await statusOf(c)).toBe('legalised')
  })
})
