import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import { isTooMuchText, messageProblems, viewProblems } from '../../bot/simulator/slack/limits-check.ts'
import { digest } from '../../bot/slack/digest.ts'
import { homeView, pageOf, shortList, strangerHome } from '../../bot/slack/home.ts'
import { languages } from '../../bot/text/language.ts'
import { diy, Story } from '../case/given.ts'
import { anyCase } from './any-case.ts'
import { House } from './house.ts'

const at = '2026-11-23T03:00:00.000Z'
const seen = { at, agencies: [diy], publicUrl: 'https://pandu.example.go.id', language: 'id' } as const

describe('what waits for a verifier', () => {
  const { case: c } = new Story().submitted()
  const many = (count: number) => Array.from({ length: count }, (_, n) => ({ ...c, id: `${n}`, number: `PANDU-${n}` }))
  const waiting = (count: number) => ({ cases: many(count), mine: new Set(['0']) })

  it('is counted by due time, and what one holds is said', () => {
    const cases = [
      { ...c, id: '1', dueAt: '2026-11-23T02:59:00.000Z' },
      { ...c, id: '2', dueAt: '2026-11-23T04:00:00.000Z' },
      { ...c, id: '3', dueAt: '2026-11-24T04:00:00.000Z' },
    ]
    const text = surfaceText(homeView({ cases, mine: new Set(['3']) }, 0, seen).blocks)
    expect(text).toContain('3 menunggu: 1 lewat batas · 1 kurang dari 2 jam · 1 masih longgar. Anda pegang 1.')
    expect(text).toContain('LEWAT BATAS')
  })

  it('is shown in pages of eight rows of three blocks', () => {
    const view = homeView(waiting(20), 1, seen)
    expect(view.private_metadata).toBe('{"p":1}')
    expect(JSON.stringify(view.blocks).match(/"action_id":"review"/g)).toHaveLength(8)
    expect(view.blocks.length).toBeLessThanOrEqual(2 + 8 * 3 + 3)
    expect(surfaceText(view.blocks)).toContain('Halaman 2 dari 3')
    expect(JSON.stringify(view)).toContain('"page-previous"')
    expect(JSON.stringify(view)).toContain('"page-next"')
    expect(JSON.stringify(homeView(waiting(20), 2, seen))).not.toContain('"page-next"')
  })

  it('shows the last page to whoever asks beyond it, and the first to nonsense', () => {
    expect(homeView(waiting(9), 99, seen).private_metadata).toBe('{"p":1}')
    expect(pageOf('{"p":3}')).toBe(3)
    for (const strange of ['', '{"p":-1}', '{"p":1e9}', '{"p":99999}', 'null']) expect(pageOf(strange)).toBe(0)
  })

  it('is nothing to ring about in the morning when nothing waits', () => {
    expect(digest([], 'Pemda DIY', seen)).toBeUndefined()
    expect(surfaceText(digest(many(12), 'Pemda DIY', seen)?.blocks)).toContain('… dan 2 lagi.')
  })

  it('fits Slack and shows nothing personal, whatever the cases', () => {
    const cases = fc.array(anyCase, { maxLength: 12 })
    fc.assert(
      fc.property(cases, fc.nat(3), fc.constantFrom(...languages), (found, page, language) => {
        const all = found.map(({ c: one }, n) => ({ ...one, id: `case-${n}` }))
        const list = { cases: all, mine: new Set(all.slice(0, 2).map(({ id }) => id)) }
        const s = { ...seen, language }
        const home = homeView(list, page, s)
        expect(viewProblems(home)).toEqual([])
        expect(viewProblems(strangerHome(s))).toEqual([])
        const messages = [shortList(list, s), digest(all, 'Pemda <DIY>', s)]
        for (const message of messages) {
          expect(messageProblems(message?.blocks ?? [])).toEqual([])
          expect(isTooMuchText(message?.blocks)).toBe(false)
        }
        const text = JSON.stringify([home, messages]).toLowerCase()
        const secrets = found.flatMap((one) => one.secrets)
        expect(secrets.filter((secret) => text.includes(secret.toLowerCase()))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('the home tab at Slack', () => {
  let house: House

  beforeEach(async () => {
    house = await new House('http').open()
  })
  afterEach(async () => {
    expect(house.slack.violations).toEqual([])
    await house.close()
  })

  it('lists what waits, opens a case from its row, and shows it as held the next time', async () => {
    const c = await house.submitted()
    await house.submitted(undefined, 'klaten')
    await house.sari.openHome()
    await house.deliverAll()
    const home = await house.sari.waitForHome(() => true)
    expect(surfaceText(home.blocks)).toContain('1 menunggu')
    await house.sari.click('Periksa', { in: 'home' })
    const modal = await house.sari.waitForModal()
    expect(modal.text).toContain(c.number)
    await modal.close()
    await house.sari.openHome()
    await house.deliverAll()
    await house.sari.waitForHome(({ blocks }) => surfaceText(blocks).includes('Anda pegang 1.'))
  })

  it('tells in a window why a row does not open, for there is no channel to whisper in', async () => {
    await house.submitted()
    await house.sari.openHome()
    await house.budi.openHome()
    await house.deliverAll()
    await house.sari.click('Periksa', { in: 'home' })
    await house.sari.waitForModal()
    await house.budi.click('Periksa', { in: 'home' })
    const modal = await house.budi.waitForModal()
    expect(modal.text).toContain('sedang dipegang Sari')
  })

  it('turns its pages', async () => {
    for (let n = 0; n < 9; n += 1) await house.submitted()
    await house.sari.openHome()
    await house.deliverAll()
    await house.sari.click(/Selanjutnya/, { in: 'home' })
    await house.sari.waitForHome(({ blocks }) => surfaceText(blocks).includes('Halaman 2 dari 2'))
    await house.sari.click(/Sebelumnya/, { in: 'home' })
    await house.sari.waitForHome(({ blocks }) => surfaceText(blocks).includes('Halaman 1 dari 2'))
  })

  it('says to somebody who is no verifier what to do', async () => {
    await house.guest.openHome()
    await house.deliverAll()
    const home = await house.guest.waitForHome(() => true)
    expect(surfaceText(home.blocks)).toContain('belum terdaftar sebagai verifikator')
  })

  it('is drawn again after Slack made us wait, and once only', async () => {
    house.slack.faults.next({ kind: 'rate-limit', retryAfterS: 7 }, { method: 'views.publish' })
    await house.sari.openHome()
    await house.deliverAll()
    expect(house.sari.home()).toBeUndefined()
    house.clock.advance(6000)
    await house.deliverAll()
    expect(house.sari.home()).toBeUndefined()
    house.clock.advance(1000)
    await house.deliverAll()
    await house.sari.waitForHome(() => true)
  })

  it('has a short form: /pandu shows the same to the one who typed it', async () => {
    const c = await house.submitted()
    await house.sari.slash('/pandu', { channel: 'C0VERIF' })
    const list = await house.sari.waitForEphemeral(({ text }) => text.startsWith('1 menunggu'))
    expect(surfaceText(list.blocks)).toContain(c.number)
    const [, token = ''] = /\/desk\/login\?t=([\w-]+)/.exec(JSON.stringify(list.blocks)) ?? []
    expect(await house.ports.deskAccess.spendLink(token, house.ports.now()), 'a way in, once').toBe('sari')
    await house.sari.click('Periksa', { messageTs: list.ts })
    expect((await house.sari.waitForModal()).text).toContain(c.number)
    await house.guest.slash('/pandu', { channel: 'C0VERIF' })
    await house.guest.waitForEphemeral(({ text }) => text.includes('belum terdaftar'))
  })
})
