import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import { viewProblems } from '../../bot/simulator/slack/limits-check.ts'
import { waysInModal } from '../../bot/slack/open-for.ts'
import { languages } from '../../bot/text/language.ts'
import { asksToOpen } from '../../bot/text/slack-open-for.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import { House } from './house.ts'

const publicUrl = 'https://pandu.example.go.id'

describe('"Buka kasus untuk pegawai"', () => {
  let house: House

  beforeEach(async () => {
    house = await new House('http').open()
  })
  afterEach(async () => {
    expect(house.slack.violations).toEqual([])
    await house.close()
  })

  it('opens from the home tab and by /pandu buka, with the way to the counter for every service', async () => {
    await house.sari.openHome()
    await house.deliverAll()
    await house.sari.click('Buka kasus untuk pegawai', { in: 'home' })
    const fromHome = await house.sari.waitForModal(({ view }) => view.callback_id === 'open-for')
    await house.budi.slash('/pandu buka', { channel: 'C0VERIF' })
    const fromSlash = await house.budi.waitForModal(({ view }) => view.callback_id === 'open-for')
    for (const { view } of [fromHome, fromSlash])
      for (const name of procedureNames)
        expect(JSON.stringify(view)).toContain(`"${publicUrl}/desk/counter/new/${name}"`)
  })

  it('opens nothing by itself, neither a case nor a door', async () => {
    await house.sari.slash('/pandu buka', { channel: 'C0VERIF' })
    const { view } = await house.sari.waitForModal(() => true)
    expect(JSON.stringify(view)).not.toContain('/desk/login')
    expect(await house.ports.ledger.find({ limit: 9 })).toEqual([])
  })

  it('is no stranger’s: who is no verifier reads the same as ever', async () => {
    await house.guest.slash('/pandu buka', { channel: 'C0VERIF' })
    const { text } = await house.guest.waitForEphemeral(() => true)
    expect(text).not.toContain('/desk/')
  })

  it('leaves /pandu alone as it was', async () => {
    await house.sari.slash('/pandu', { channel: 'C0VERIF' })
    const { blocks } = await house.sari.waitForEphemeral(() => true)
    expect(surfaceText(blocks)).toContain('Masuk ke meja kerja')
  })
})

describe('its modal', () => {
  it('fits Slack in both languages, with and without the name of the bot', () => {
    for (const language of languages)
      for (const bot of ['pandu_diy_bot', undefined])
        expect(viewProblems(waysInModal(bot, publicUrl, language))).toEqual([])
  })

  it('has a link to hand on for every service, and says so where the bot’s name is not known', () => {
    const text = JSON.stringify(waysInModal('pandu_diy_bot', publicUrl, 'id'))
    for (const name of procedureNames) expect(text).toContain(`https://t.me/pandu_diy_bot?start=${name}`)
    expect(JSON.stringify(waysInModal(undefined, publicUrl, 'id'))).toContain('menekan /start')
    expect(JSON.stringify(waysInModal(undefined, publicUrl, 'id'))).not.toContain('t.me')
  })

  it('is asked for by one word in either language', () => {
    for (const word of ['buka', ' Buka ', 'loket', 'open', 'counter', 'buka kasus']) expect(asksToOpen(word)).toBe(true)
    for (const word of ['', 'bukan', 'kasus', 'help']) expect(asksToOpen(word)).toBe(false)
  })
})
