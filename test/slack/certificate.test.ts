import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import { viewProblems } from '../../bot/simulator/slack/limits-check.ts'
import { certificateEnd } from '../../bot/slack/certificate-end.ts'
import { questionModal } from '../../bot/slack/one-question.ts'
import { certificateText } from '../../bot/text/certificate.ts'
import { languages } from '../../bot/text/language.ts'
import { type Story, sari } from '../case/given.ts'
import { House } from './house.ts'

const met = (story: Story) => story.claimed().when({ type: 'confirm-meeting' }, sari)
const issued = (story: Story) =>
  met(story).when({ type: 'settle', outcome: 'verified-in-ams' }, sari).when({ type: 'complete' })

describe('a certificate that was issued, in Slack', () => {
  let house: House
  beforeEach(async () => {
    house = await new House('http').open()
  })
  afterEach(async () => {
    expect(house.slack.violations).toEqual([])
    await house.close()
  })
  const cardOf = (number: string, member = house.sari) =>
    member.waitForMessage(({ text, thread_ts }) => thread_ts === undefined && text.includes(number))
  const asks = async (number: string, member = house.sari) => {
    await member.click('note-end', { messageTs: (await cardOf(number, member)).ts })
    return member.waitForModal(({ view }) => view.callback_id === 'certificate-end')
  }

  it('has its last day noted from the card, under the name of whoever did it', async () => {
    const c = await house.keep(issued, 'issuance')
    const modal = await asks(c.number)
    await modal.fill('until', '2028-11-22')
    await modal.submit()
    expect(house.sari.modal()?.text).toContain(certificateText.done.id)
    expect((await house.caseOf(c.id)).certificateUntil).toBe('2028-11-22')
    expect((await house.ports.ledger.history(c.id)).at(-1)).toMatchObject({
      type: 'certificate-noted',
      author: { role: 'verifier', id: 'sari' },
    })
  })

  it('is told at its field when the day cannot be', async () => {
    const c = await house.keep(issued, 'issuance')
    const modal = await asks(c.number)
    await modal.fill('until', '2036-11-22')
    expect((await modal.submit()).errors.until).toContain('terlalu jauh')
    expect((await house.caseOf(c.id)).certificateUntil).toBeNull()
  })

  it('is not another agency’s to note, nor shown to it', async () => {
    const c = await house.keep(issued, 'issuance')
    const modal = await asks(c.number, house.tono)
    expect(modal.text).not.toContain(c.number)
    await modal.fill('until', '2028-11-22')
    await modal.submit()
    expect(house.tono.modal()?.text).toContain('milik instansi lain')
    expect((await house.caseOf(c.id)).certificateUntil).toBeNull()
  })

  it.each([
    ['before it is issued', met, 'issuance'],
    ['where none is', (story: Story) => met(story).when({ type: 'complete' }), 'revocation'],
    ['of somebody who proved nothing', (story: Story) => story.claimed().when({ type: 'complete' }), 'issuance'],
  ] as const)('is not asked for %s', async (_, tell, procedure) => {
    const c = await house.keep(tell, procedure)
    const { blocks } = await cardOf(c.number)
    expect(surfaceText(blocks)).not.toContain(certificateText.button.id)
  })
})

it.each(languages)('the form for a certificate’s last day fits Slack (%s)', (language) => {
  expect(viewProblems(questionModal(certificateEnd, '5f0e3d9c-0000-4000-8000-000000000001:12', language))).toEqual([])
})
