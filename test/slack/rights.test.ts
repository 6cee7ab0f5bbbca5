import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Outage } from '../../core/handling/outage.ts'
import { House } from './house.ts'

describe('pressing "Periksa"', () => {
  let house: House

  beforeEach(async () => {
    house = await new House('http').open()
  })
  afterEach(async () => {
    expect(house.slack.violations).toEqual([])
    await house.close()
  })
  const untouched = async (id: string) => expect((await house.caseOf(id)).status).toBe('submitted')

  it('gets somebody who is no verifier one polite sentence, and changes nothing', async () => {
    const { id } = await house.submitted()
    await house.guest.click('Periksa')
    const { text } = await house.guest.waitForEphemeral(() => true)
    expect(text).toContain('belum terdaftar sebagai verifikator')
    expect(house.guest.modal()).toBeUndefined()
    expect(house.reports).toEqual([{ what: 'slack-denied', user: 'UGUEST', why: 'notVerifier' }])
    await untouched(id)
  })

  it('gets a verifier of another agency one polite sentence, and changes nothing', async () => {
    const { id } = await house.submitted()
    await house.tono.click('Periksa')
    expect((await house.tono.waitForEphemeral(() => true)).text).toContain('milik instansi lain')
    expect(house.reports).toEqual([{ what: 'slack-denied', user: 'UOTHER', why: 'otherAgency' }])
    await untouched(id)
  })

  it('gets somebody of another company in a shared channel nowhere, though their id is known', async () => {
    const { id } = await house.submitted()
    house.slack.member({ id: 'UVER1', isStranger: true })
    await house.sari.click('Periksa')
    expect((await house.sari.waitForEphemeral(() => true)).text).toContain('Hanya anggota ruang kerja ini')
    await untouched(id)
  })

  it('never opens one’s own case', async () => {
    const sari = await house.ports.directory.staffById('sari')
    if (sari !== undefined) await house.ports.directory.saveStaff({ ...sari, email: 'rina.wulandari@jogjaprov.go.id' })
    const { id } = await house.submitted()
    await house.sari.click('Periksa')
    expect((await house.sari.waitForEphemeral(() => true)).text).toContain('pengajuan Anda sendiri')
    await untouched(id)
  })

  it('counts for nothing once the verifier was removed, though the card is older', async () => {
    const { id } = await house.submitted()
    const sari = await house.ports.directory.staffById('sari')
    if (sari !== undefined) await house.ports.directory.saveStaff({ ...sari, removedAt: house.ports.now() })
    await house.sari.click('Periksa')
    expect((await house.sari.waitForEphemeral(() => true)).text).toContain('belum terdaftar sebagai verifikator')
    await untouched(id)
  })

  it('counts for nothing either in a modal that was open when the verifier was removed', async () => {
    const { id } = await house.submitted()
    await house.sari.click('Periksa')
    const modal = await house.sari.waitForModal()
    const sari = await house.ports.directory.staffById('sari')
    if (sari !== undefined) await house.ports.directory.saveStaff({ ...sari, agencies: ['klaten'] })
    await modal.choose('decision', 'Lepaskan')
    await house.sari.waitForModal(({ text }) => text.includes('milik instansi lain'))
    expect((await house.caseOf(id)).status).toBe('in-review')
  })

  it('on an old card says what became of the case, by whom and when', async () => {
    const c = await house.submitted()
    const [old] = house.budi.messages('C0VERIF')
    await house.sari.click('Periksa')
    const modal = await house.sari.waitForModal()
    await modal.choose('decision', 'Tolak')
    await house.sari.waitForModal(({ text }) => text.includes('Alasan penolakan'))
    await modal.choose('reject-why', 'R22')
    await modal.submit()
    await house.budi.click('Periksa', old ? { message: old } : {})
    const { text } = await house.budi.waitForEphemeral(() => true)
    expect(text).toBe(`${c.number} sudah diproses: DITOLAK, Ditolak oleh Sari, Sen 23 Nov 2026, 09.00 WIB.`)
  })

  it('opens the modal again for whoever holds the case', async () => {
    const { id } = await house.submitted()
    await house.sari.click('Periksa')
    await house.sari.waitForModal()
    house.clock.advance(60_000)
    await house.sari.click('Periksa', { messageTs: house.sari.messages('C0VERIF')[0]?.ts ?? '' })
    expect((await house.eventsOf(id)).filter((type) => type === 'claimed')).toHaveLength(1)
    expect(await house.ports.ledger.leaseUntil(id)).toBe('2026-11-23T02:21:00.000Z')
  })

  it('shows at once that something happens when the store is slow, and then the case', async () => {
    await house.submitted()
    const { commit } = house.ports.ledger
    let finish = () => {}
    const slow = new Promise<void>((resolve) => {
      finish = resolve
    })
    house.ports.ledger.commit = async (commits) => {
      await slow
      return commit(commits)
    }
    const acknowledged = await house.sari.click('Periksa')
    expect(acknowledged.isAcknowledged).toBe(true)
    const modal = await house.sari.waitForModal(({ text }) => text.includes('Sedang dibuka'))
    finish()
    await house.sari.waitForModal(({ text }) => text.includes('Keputusan'))
    expect(modal.text).toContain('Keputusan')
  })

  it('too long ago to open a modal says to press once more, and once more works', async () => {
    const { id } = await house.submitted()
    house.slack.faults.next({ kind: 'refusal', code: 200, description: 'expired_trigger_id' }, { method: 'views.open' })
    await house.sari.click('Periksa')
    expect((await house.sari.waitForEphemeral(() => true)).text).toContain('Tekan Periksa sekali lagi')
    expect((await house.caseOf(id)).verifier?.id).toBe('sari')
    await house.sari.click('Periksa')
    await house.sari.waitForModal()
    expect(house.reports).toEqual([])
  })

  it('says that it is busy when the store is away, and changes nothing', async () => {
    const { id } = await house.submitted()
    const { commit } = house.ports.ledger
    house.ports.ledger.commit = async () => {
      throw new Outage('the store is away')
    }
    await house.sari.click('Periksa')
    expect((await house.sari.waitForEphemeral(() => true)).text).toContain('Pandu sedang sibuk')
    house.ports.ledger.commit = commit
    await untouched(id)
  })

  it('is not held up by a channel that makes the outbox wait', async () => {
    await house.submitted()
    house.slack.faults.next({ kind: 'rate-limit', retryAfterS: 3600 }, { method: 'chat.update', times: 5 })
    await house.sari.click('Periksa')
    const [modal] = await Promise.all([house.sari.waitForModal(), house.deliverAll()])
    expect(modal.text).toContain('Keputusan')
  })

  it('with a button that we no longer know gets a sentence, not silence', async () => {
    await house.submitted()
    const [card] = house.sari.messages('C0VERIF')
    const blocks = JSON.parse(JSON.stringify(card?.blocks ?? []).replaceAll('"review"', '"approve-v0"'))
    if (card) await house.sari.click('Periksa', { message: { ...card, blocks } })
    expect((await house.sari.waitForEphemeral(() => true)).text).toContain('sudah tidak berlaku')
  })

  it('with a value that was tampered with opens nothing', async () => {
    await house.submitted()
    const [card] = house.sari.messages('C0VERIF')
    const blocks = JSON.parse(JSON.stringify(card?.blocks ?? []).replace(/"value":"[^"]+"/, '"value":"\' OR 1=1"'))
    if (card) await house.sari.click('Periksa', { message: { ...card, blocks } })
    expect((await house.sari.waitForEphemeral(() => true)).text).toContain('sudah tidak berlaku')
    expect(house.sari.modal()).toBeUndefined()
  })
})
