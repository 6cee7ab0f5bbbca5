import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { differences } from '../simulator/described.ts'
import { House, type HouseOptions } from './house.ts'
import { bantul, canariesOf, diy, everybody, person, staff } from './people.ts'

const [siti, joni] = [person('Siti Rahayu'), person('Joni Prabowo')]

if (!process.env.BOT_API_SPEC)
  process.stderr.write('SKIPPED, BOT_API_SPEC names no description: outgoing Telegram calls are held against none\n')

function throughAll(name: string, one: typeof siti, options: () => Promise<HouseOptions>): void {
  describe(name, () => {
    let house: House
    beforeAll(async () => {
      house = await House.open({ agencies: [diy, bantul], ...(await options()) })
    })
    afterAll(() => house.close())

    it('a case goes from the first word to its end, with a correction on the way', async () => {
      const user = house.requester(one)
      const [sari, budi, dewi] = [await house.verifier('sari'), await house.verifier('budi'), await house.agent()]
      const number = await user.applies({ files: { 'email-password-change': ['passwordChange'] } })
      await sari.returns(number, 'email-password-change', 'R18')
      expect((await user.asked()).key).toBe('email-password-change')
      await user.answersAll()
      await user.submits()
      await budi.legalises(user)
      await user.sees(`Berkas ${number} sudah diteruskan`)
      await dewi.takes(number)
      await dewi.sendsBack('Formulir belum terbaca di BSrE, mohon periksa lagi.')
      await user.sees(`BSrE mengembalikan berkas ${number}`)
      await sari.reviews(number)
      await sari.opensEvidenceAtDesk(number)
      await sari.decides('legalise')
      await user.sees(/^DI CONTACT CENTER BSrE/)
      await dewi.takes(number)
      await dewi.approves()
      await dewi.sendsLink()
      await user.pressesButton('worked')
      await user.sees(`Pengajuan ${number} selesai`)
      await sari.card(number, (text) => text.includes('SELESAI'))
      expect((await house.verb('audit', 'verify')).at(-1)).toMatch(/^1 cases, \d+ events, 0 faults$/)
    })

    it('no call to Telegram or Slack breaks a rule, and nothing went wrong unseen', () => {
      expect(house.faults).toEqual([])
      expect(differences(house.world.telegram)).toEqual([])
      expect(house.world.slack.calls.length).toBeGreaterThan(5)
    })

    it('no personal number or address is in anything that Slack was given', () => {
      const { calls, dispatcher } = house.world.slack
      const given = JSON.stringify([
        calls.map(({ payload }) => payload),
        dispatcher.attempts.map(({ acknowledgement }) => acknowledgement.body),
      ])
      expect(given).toContain('PANDU-')
      for (const secret of everybody().flatMap(canariesOf)) expect(given).not.toContain(secret)
      expect(given).not.toContain(one.line.name)
    })

    it('mails to staff hold number, kind and address of a case, and nothing personal', () => {
      const addresses: readonly string[] = Object.values(staff).map(({ email }) => email)
      const mails = house.world.mailbox.mails.filter(({ recipients }) =>
        recipients.some((to) => addresses.includes(to)),
      )
      expect(mails.length).toBeGreaterThan(1)
      for (const { subject, text, html, headers } of mails) {
        expect(text).toMatch(/PANDU-\d{4}-\d{6}-[0-9A-Z]/)
        const all = JSON.stringify([subject, text, html, headers])
        for (const secret of [...canariesOf(one), one.firstName]) expect(all).not.toContain(secret)
      }
    })
  })
}

throughAll('Webhook and Slack over HTTP, embedded store', siti, async () => ({ telegram: 'webhook', slack: 'http' }))

describeOnServer('On a PostgreSQL server', () => {
  throughAll('polling and Slack over HTTP', joni, async () => ({
    database: await freshServerDatabase(),
    telegram: 'polling',
    slack: 'http',
  }))
})
