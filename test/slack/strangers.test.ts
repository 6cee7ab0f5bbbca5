import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import { House } from './house.ts'

let house: House
beforeEach(async () => {
  house = await new House('http').open()
})
afterEach(async () => {
  expect(house.slack.violations).toEqual([])
  await house.close()
})

/** What makes of a verifier somebody who has no business here, and what they are told then. */
const strangers = [
  [
    'removed',
    async () => {
      const sari = await house.ports.directory.staffById('sari')
      if (sari) await house.ports.directory.saveStaff({ ...sari, removedAt: house.ports.now() })
    },
    'belum terdaftar sebagai verifikator',
  ],
  [
    'of another company',
    async () => void house.slack.member({ id: 'UVER1', isStranger: true }),
    'Hanya anggota ruang kerja ini',
  ],
] as const

describe.each(strangers)('whoever is %s by now', (_, becomes, sentence) => {
  /** The modal says one sentence, and of the case nothing. */
  const reads = async (number: string) => {
    const modal = await house.sari.waitForModal(({ text }) => text.includes(sentence))
    expect(modal.text).not.toContain(number)
    expect(modal.text).not.toContain('Pemda DIY')
  }

  it.each(['call', 'met', 'decision', 'open-desk'])(
    'reads no more of an open review by pressing (%s)',
    async (press) => {
      const c = await house.submitted()
      await house.sari.click('Periksa')
      await house.sari.waitForModal(({ text }) => text.includes(c.number))
      await becomes()
      const before = await house.eventsOf(c.id)
      if (press === 'decision') await house.sari.choose('decision', 'legalise', { in: 'modal' })
      else await house.sari.click(press, { in: 'modal' })
      await reads(c.number)
      expect(await house.eventsOf(c.id)).toEqual(before)
    },
  )

  it('nor by sending it, and changes nothing by closing it', async () => {
    const c = await house.submitted()
    await house.sari.click('Periksa')
    const modal = await house.sari.waitForModal(({ text }) => text.includes(c.number))
    await modal.choose('decision', 'Lepaskan')
    await becomes()
    const before = await house.eventsOf(c.id)
    await modal.submit()
    await reads(c.number)
    expect(await house.eventsOf(c.id)).toEqual(before)
    await house.sari.modal()?.close()
    expect(await house.eventsOf(c.id)).toEqual(before)
    expect(house.reports).toContainEqual({ what: 'slack-denied', user: 'UVER1', why: expect.any(String) })
  })

  it('keeps no verdict by closing an open review', async () => {
    const c = await house.submitted()
    await house.sari.click('Periksa')
    const modal = await house.sari.waitForModal(({ text }) => text.includes(c.number))
    const clean = modal.view.blocks.find(({ block_id }) => block_id?.startsWith('clean:'))
    await becomes()
    const before = await house.eventsOf(c.id)
    await modal.uncheck(clean?.block_id ?? '', 'name')
    await house.sari.modal()?.close()
    expect(await house.eventsOf(c.id)).toEqual(before)
  })

  it('gets no next case from the end of a review', async () => {
    await house.submitted()
    await house.sari.click('Periksa')
    const modal = await house.sari.waitForModal(({ view }) => view.callback_id === 'review')
    await modal.choose('decision', 'Tolak')
    await house.sari.waitForModal(({ text }) => text.includes('Alasan penolakan'))
    await modal.choose('reject-why', 'R22')
    await modal.submit()
    const other = await house.submitted()
    await becomes()
    await house.sari.click('next', { in: 'modal' })
    await reads(other.number)
    expect((await house.caseOf(other.id)).status).toBe('submitted')
  })

  it.each(['absent', 'open-for'])('gets nothing from the home tab that is shown still (%s)', async (button) => {
    const c = await house.submitted()
    await house.sari.openHome()
    await house.deliverAll()
    expect(surfaceText(house.sari.home()?.blocks)).toContain(c.number)
    await becomes()
    await house.sari.click(button, { in: 'home' })
    await reads(c.number)
    expect(surfaceText(house.sari.home()?.blocks)).not.toContain(c.number)
  })

  it('records nothing in a form that was open', async () => {
    await house.sari.openHome()
    await house.deliverAll()
    await house.sari.click('absent', { in: 'home' })
    const modal = await house.sari.waitForModal(({ view }) => view.callback_id === 'absence')
    await becomes()
    await modal.submit()
    await house.sari.waitForModal(({ text }) => text.includes(sentence))
    expect(await house.ports.directory.absencesFrom('2026-11-23')).toEqual([])
  })
})

describe('whoever was removed', () => {
  it('gets neither a list nor a way to the desk by /pandu and the home tab', async () => {
    const c = await house.submitted()
    const [[, removed, sentence]] = strangers
    await removed()
    await house.sari.slash('/pandu', { channel: 'C0VERIF' })
    const { text, blocks } = await house.sari.waitForEphemeral(() => true)
    expect(text).toContain(sentence)
    expect(JSON.stringify(blocks ?? '')).not.toMatch(/PANDU-|desk/)
    await house.sari.openHome()
    await house.deliverAll()
    expect(surfaceText(house.sari.home()?.blocks)).toContain(sentence)
    expect(surfaceText(house.sari.home()?.blocks)).not.toContain(c.number)
  })
})
