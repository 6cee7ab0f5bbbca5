import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openStore } from '../../bot/store.ts'
import { examples } from '../../bot/variables.ts'
import { describeWithDovecot } from '../dovecot.ts'
import { House } from './house.ts'
import { person } from './people.ts'
import { startProgram } from './program.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }
const count = 40
const unreadMax = 20
const siti = person('Siti Rahayu')

describeWithDovecot('Answers by mail', (dovecot) => {
  let house: House
  let number = ''
  beforeAll(async () => {
    await dovecot.start()
    house = await House.open({ mailbox: dovecot.url })
    const user = house.requester(siti)
    const budi = await house.verifier('budi')
    number = await user.applies()
    await budi.legalises(user)
    await house.world.mailbox.waitForMail(({ recipients }) => recipients.includes('contact-center@bsre.example'))
  }, 120_000)
  afterAll(async () => {
    await house?.close()
    await dovecot.kill()
  })

  const answer = (text: string, from = 'contact-center@bsre.example'): string => {
    const dossier = house.world.mailbox.mails.find(({ recipients }) =>
      recipients.includes('contact-center@bsre.example'),
    )
    return [
      `From: ${from}`,
      'To: pandu@jogjaprov.go.id',
      'Subject: Re: berkas',
      `Message-ID: <${text.replace(/\W/g, '')}@bsre.example>`,
      `References: ${dossier?.messageId}`,
      '',
      text,
    ].join('\r\n')
  }

  it('of the contact center stand in the history of the very case that was mailed, unverified', async () => {
    await house.stop()
    dovecot.deliver(answer('Berkas sudah kami terima.'))
    await house.start()
    const dewi = await house.agent()
    await vi.waitFor(
      async () => {
        await dewi.opens(number)
        expect(dewi.text).toContain('Berkas sudah kami terima.')
      },
      { timeout: 20_000 },
    )
    expect(dewi.text).toContain('belum terverifikasi: alamat pengirim dapat dipalsukan')
    expect(dewi.text).toContain('membalas surat dari Pandu')
    expect(dewi.text).toContain('memakai alamat contact center')
    expect(house.faults).toEqual([])
  }, 60_000)

  it('come in once each, in their order, whenever the program is killed', async () => {
    await house.stop()
    for (let n = 1; n <= count; n += 1) dovecot.deliver(answer(`jawaban ${n}.`))
    const env = Object.fromEntries(
      Object.keys(examples).flatMap((name) => {
        const value: unknown = Reflect.get(house.config, name)
        return typeof value === 'string' && name !== 'PORT' ? [[name, value]] : []
      }),
    )
    for (const left of [33, 21, 9]) {
      const program = await startProgram({ env: { ...env, PUBLIC_URL: '' }, dataDir: house.config.DATA_DIR })
      await vi.waitFor(() => expect(dovecot.unread()).toBeLessThanOrEqual(left), { timeout: 30_000, interval: 2 })
      await program.kill()
    }
    const program = await startProgram({ env: { ...env, PUBLIC_URL: '' }, dataDir: house.config.DATA_DIR })
    await vi.waitFor(() => expect(dovecot.unread()).toBe(0), { timeout: 30_000 })
    await program.stop()
    const { store, close } = await openStore(house.config, silent)
    try {
      const c = await store.ledger.caseByNumber(number)
      const joined = (await store.ledger.history(c?.id ?? '')).flatMap((event) =>
        event.type === 'mail-received' ? [event.secret.text] : [],
      )
      const waiting = [...(await store.mails.mailsIn('tray', 100)), ...(await store.mails.mailsIn('new', 100))]
      const all = [...joined, ...waiting.map(({ content }) => content.text)]
      expect(joined).toHaveLength(unreadMax)
      const answers = Array.from({ length: count }, (_, n) => `jawaban ${n + 1}.`)
      expect(all).toEqual(['Berkas sudah kami terima.', ...answers])
    } finally {
      await close()
    }
    await house.start()
  }, 180_000)
})
