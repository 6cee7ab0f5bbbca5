import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import { messageProblems, viewProblems } from '../../bot/simulator/slack/limits-check.ts'
import { ticketRows } from '../../bot/slack/agent-home.ts'
import { agentHome } from '../../bot/slack/home.ts'
import { ticketCard } from '../../bot/slack/ticket-card.ts'
import { wordsModal } from '../../bot/slack/ticket-words.ts'
import { languages } from '../../bot/text/language.ts'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import { diy, goodAnswers, requester, Story } from '../case/given.ts'
import { anyCase } from './any-case.ts'
import { clean, House } from './house.ts'

const room = 'C0AGENT'
const contactCenter = { ...diy, contactCenter: { slackChannel: room } }
const agent = (id: string, slackUser: string, more: Partial<Staff> = {}): Staff => ({
  id,
  role: 'agent',
  agencies: ['diy'],
  name: id.charAt(0).toUpperCase() + id.slice(1),
  email: `${id}@bsre.example`,
  slackUser,
  removedAt: null,
  ...more,
})

describe('the ticket’s card in the channel of the contact center', () => {
  let house: House

  beforeEach(async () => {
    house = await new House('http').open()
    house.slack.channel({ id: room, name: 'contact-center' })
    Object.assign(house.ports, { agencies: [contactCenter] })
    await house.ports.directory.saveStaff(agent('dewi', 'UAG1'))
    await house.ports.directory.saveStaff(agent('eko', 'UAG2'))
  })
  afterEach(async () => {
    expect(house.slack.violations).toEqual([])
    await house.close()
  })

  const member = (id: string) => house.slack.member({ id, channels: [room] })
  const said = (id: string) => surfaceText(member(id).messages(room).at(-1)?.blocks ?? [])
  const sent = async (): Promise<Case> => {
    const { id } = await house.submitted(clean)
    await house.seeAll('sari', await house.caseOf(id))
    const c = await house.caseOf(id)
    const items = Object.keys({ ...c.answers, ...c.evidence }).filter((item) => item !== 'agency')
    await house.asStaff(id, { staffId: 'sari', role: 'verifier' }, [
      { type: 'claim' },
      { type: 'judge', verdicts: items.map((item) => ({ item, ok: true })) },
      { type: 'confirm-meeting' },
      { type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' },
    ])
    await house.asHouse(id, { type: 'prepare', dossierSha256: 'd'.repeat(64) })
    await house.asHouse(id, { type: 'send', channels: ['desk'] })
    await house.deliverAll()
    return house.caseOf(id)
  }

  it('comes once the contact center has the case, and is edited in place', async () => {
    const { id, number } = await sent()
    expect(member('UAG1').messages(room)).toHaveLength(1)
    expect(said('UAG1')).toContain(number)
    expect(said('UAG1')).toContain('Belum ada petugas yang mengambilnya')
    await member('UAG1').click('Ambil')
    await house.deliverAll()
    expect((await house.caseOf(id)).agent?.id).toBe('dewi')
    expect(member('UAG1').messages(room)).toHaveLength(1)
    expect(said('UAG2')).toContain('Dipegang Dewi')
    await member('UAG1').click('Kembalikan')
    expect((await house.caseOf(id)).agent).toBeNull()
  })

  it('lets one of two agents have it, and tells the other who', async () => {
    const { id } = await sent()
    const [card] = member('UAG2').messages(room)
    await member('UAG1').click('Ambil')
    await member('UAG2').click('Ambil', card ? { message: card } : {})
    expect((await house.caseOf(id)).agent?.id).toBe('dewi')
    expect((await member('UAG2').waitForEphemeral(() => true)).text).toMatch(/berubah|dipegang Dewi/)
  })

  it('does nothing for a verifier in that channel, for an agent of elsewhere, or for one who was removed', async () => {
    const { id } = await sent()
    await house.ports.directory.saveStaff(agent('joko', 'UAG3', { agencies: ['klaten'] }))
    await house.ports.directory.saveStaff(agent('eko', 'UAG2', { removedAt: house.ports.now() }))
    for (const user of ['UVER1', 'UAG2', 'UAG3', 'UGUEST']) {
      await member(user).click('Ambil')
      expect((await house.caseOf(id)).agent).toBeNull()
    }
    expect((await member('UVER1').waitForEphemeral(() => true)).text).toContain('belum terdaftar sebagai petugas')
  })

  it('keeps the case of whoever works on it in Slack', async () => {
    const { id } = await sent()
    await member('UAG1').click('Ambil')
    house.clock.advance(15 * 60_000)
    await member('UAG1').click('Catatan…')
    const modal = await member('UAG1').waitForModal()
    await modal.fill('words', 'Menunggu jawaban BSrE')
    await modal.submit()
    const until = (await house.ports.ledger.leaseUntil(id)) ?? ''
    expect(Date.parse(until)).toBe(house.clock.now() + 20 * 60_000)
  })

  it('keeps a note in the history, and nowhere in the channel', async () => {
    const { id } = await sent()
    await member('UAG1').click('Catatan…')
    const modal = await member('UAG1').waitForModal()
    await modal.fill('words', 'passphrase dia Rahasia#2026')
    expect((await modal.submit()).errors.words).toBeDefined()
    await modal.fill('words', 'KENARI-7431 menunggu BSrE')
    await modal.submit()
    await house.deliverAll()
    expect((await house.ports.ledger.history(id)).at(-1)).toMatchObject({
      type: 'noted',
      secret: { text: 'KENARI-7431 menunggu BSrE' },
    })
    expect(JSON.stringify(member('UAG1').messages(room))).not.toContain('KENARI')
  })

  it('sends a reply only as it was previewed, with its variables, and the full name never comes to Slack', async () => {
    const { id, number } = await sent()
    await member('UAG1').click('Balas…')
    const modal = await member('UAG1').waitForModal()
    await modal.fill('words', 'Yth. {nama}, {nomor} kami proses.')
    await modal.submit()
    const preview = await member('UAG1').waitForModal((one) => one.text.includes('BELUM TERKIRIM'))
    expect(preview.text).toContain(`${number} kami proses.`)
    expect(preview.text).not.toContain(goodAnswers.name)
    expect((await house.caseOf(id)).talk).toBeUndefined()
    await preview.submit()
    const { talk, answers } = await house.caseOf(id)
    expect(talk?.replies).toBe(1)
    expect((await house.ports.ledger.history(id)).at(-1)).toMatchObject({
      type: 'replied',
      secret: { text: `Yth. ${answers.name}, ${number} kami proses.` },
    })
  })

  it('previews words anew that were changed behind the preview', async () => {
    const { id } = await sent()
    await member('UAG1').click('Balas…')
    const modal = await member('UAG1').waitForModal()
    await modal.fill('words', 'Kami proses.')
    await modal.submit()
    const preview = await member('UAG1').waitForModal((one) => one.text.includes('BELUM TERKIRIM'))
    await preview.fill('words', 'Kami proses besok.')
    await preview.submit()
    expect((await house.caseOf(id)).talk).toBeUndefined()
    const again = await member('UAG1').waitForModal((one) => one.text.includes('besok'))
    await again.submit()
    expect((await house.caseOf(id)).talk?.replies).toBe(1)
  })

  it('does not send past what was said meanwhile, and keeps the words in their field', async () => {
    const { id } = await sent()
    await member('UAG1').click('Balas…')
    const modal = await member('UAG1').waitForModal()
    await modal.fill('words', 'Kami proses.')
    await modal.submit()
    const preview = await member('UAG1').waitForModal((one) => one.text.includes('BELUM TERKIRIM'))
    await house.asRequester(id, (work) => work.give(id, { type: 'write', text: 'Sudah beres' }, requester))
    expect((await preview.submit()).errors.words).toContain('ada pesan lain')
    expect((await house.caseOf(id)).talk?.replies).toBe(0)
  })

  it('refuses a variable that the case has nothing for, at its field', async () => {
    await sent()
    await member('UAG1').click('Balas…')
    const modal = await member('UAG1').waitForModal()
    await modal.fill('words', 'Masih kurang: {kurang}')
    expect((await modal.submit()).errors.words).toContain('kurang')
  })

  it('shows on the home tab of an agent what is in hand and what waits', async () => {
    const { number } = await sent()
    await member('UAG1').openHome()
    await house.deliverAll()
    const home = await member('UAG1').waitForHome(() => true)
    expect(surfaceText(home.blocks)).toContain('Antrean petugas')
    expect(surfaceText(home.blocks)).toContain(number)
    await member('UAG1').click('Ambil', { in: 'home' })
    await house.deliverAll()
    expect(said('UAG1')).toContain('Dipegang Dewi')
  })
})

describe('whatever the case', () => {
  const s = (language: 'id' | 'en') => ({
    at: '2026-11-23T03:00:00.000Z',
    agencies: [contactCenter],
    publicUrl: 'https://pandu.example.go.id',
    language,
  })

  it('the card and its modals fit Slack, and hold no number, address or full name', () => {
    const stories = [
      new Story().sent(),
      new Story().sent().when({ type: 'take' }, { role: 'agent', id: 'd', name: 'D', agencies: ['diy'] }),
    ]
    for (const language of languages)
      for (const { case: c } of stories) {
        const card = ticketCard(c, s(language))
        expect(messageProblems(card.blocks)).toEqual([])
        const shown = JSON.stringify(card)
        for (const key of ['nip', 'nik', 'email', 'phone', 'name'])
          if (typeof goodAnswers[key] === 'string') expect(shown).not.toContain(goodAnswers[key])
        for (const kind of ['note', 'reply'] as const) {
          const shownWith = {
            kept: { value: `${c.id}:1:0`, seen: 'f'.repeat(64) },
            typed: 'x'.repeat(3000),
            preview: '<'.repeat(3500),
          }
          expect(viewProblems(wordsModal(kind, shownWith, language))).toEqual([])
        }
      }
  })

  it('of any kind and state fits', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...languages), ({ c, secrets }, language) => {
        const card = ticketCard(c, s(language))
        expect(messageProblems(card.blocks)).toEqual([])
        expect(viewProblems(agentHome(ticketRows([c], s(language)), s(language)))).toEqual([])
        const text = JSON.stringify([card, ticketRows([c], s(language))]).toLowerCase()
        expect(secrets.filter((secret) => text.includes(secret.toLowerCase()))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
