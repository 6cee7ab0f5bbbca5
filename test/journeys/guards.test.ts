import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { caseText } from '../../bot/text/desk-case.ts'
import { samples } from './files.ts'
import { House } from './house.ts'
import { canariesOf, type Person, person } from './people.ts'
import { filesWith, storeContent } from './store-content.ts'
import type { Verifier } from './verifier.ts'

const [hadi, yani] = [person('Hadi Wahyuni'), person('Yani Wahyuni')]
const surya = person('Surya Wahyuni', false)

let house: House
let sari: Verifier
let budi: Verifier
beforeAll(async () => {
  house = await House.open()
  sari = await house.verifier('sari')
  budi = await house.verifier('budi')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const secrets = ['Rahasia#2026x', 'KucingHitam99!', 'Gajah!Terbang77', 'Merdeka1945!', 'kT7aQ2xYz9LmN4pR8sW1']

describe('What nobody should send', () => {
  it('is deleted wherever it was typed, explained, and the question stays', async () => {
    const user = house.requester(hadi)
    await user.opens('lost-authenticator')
    await user.answersAll({ except: ['unit'] })
    const { bytes } = await samples.scan()
    const [text, caption, edit, name, token] = secrets
    const file = { name: 'bukti.png', mime: 'image/png' }
    const leaks = [
      () => user.phone.say(`passphrase saya ${text}`),
      () => user.phone.document(bytes, { ...file, caption: `kata sandi email: ${caption}` }),
      () => user.phone.edit(user.phone.say('Bidang Aplikasi').message_id, `passphrase saya ${edit}`),
      () => user.phone.document(bytes, { ...file, name: `password ${name}.png` }),
      () => user.phone.say(`https://portal-bsre.bssn.go.id/reset-authenticator?token=${token}`),
    ]
    for (const leak of leaks) {
      const { message_id } = leak()
      await house.world.telegram.waitForCall(
        ({ method, payload }) => method === 'deleteMessage' && Number(payload.message_id) === message_id,
      )
    }
    const isWarning = ({ text: said }: { text: string }) => said.includes('sudah kami hapus')
    await user.phone.waitFor(() => user.phone.messages().filter(isWarning).length === leaks.length)
    expect(user.phone.messages().some(({ text: shown }) => secrets.some((secret) => shown.includes(secret)))).toBe(
      false,
    )
    await user.answersAll()
    await user.submits()
  })
})

describe('A NIP that is not in the roster', () => {
  it('gets the very words that a known one gets', async () => {
    const heard = async (one: Person) => {
      const user = house.requester(one)
      await user.applies({ procedure: 'lost-authenticator' })
      await user.sees('Nomor pengajuan Anda')
      const all = user.phone.messages()
      const told = all.findIndex(({ mine, text }) => mine && text === one.line.nip)
      const said = all.slice(told).filter(({ mine }) => !mine)
      return said
        .map(({ text, buttons }) =>
          [text, ...buttons].join().replaceAll(user.number, '#').replaceAll(one.firstName, '#'),
        )
        .sort()
    }
    const [known, unknown] = [await heard(yani), await heard(surya)]
    const mask = (lines: readonly string[]) => lines.map((line) => line.replace(/•••\d{4}|[YS]•••/gi, '•••'))
    expect(mask(unknown)).toEqual(mask(known))
  })

  it('is legalised after a meeting, for there is no number on record', async () => {
    const user = house.requester(surya)
    await vi.waitFor(async () => {
      await sari.desk.opens(user.number)
      expect(sari.desk.text).not.toContain(caseText.rosterPending.id)
    })
    await sari.reviews(user.number)
    await sari.opensEvidenceAtDesk(user.number)
    expect(sari.desk.text).toContain('Daftar pegawai tidak memuat nomor orang ini')
    await sari.member.click('met', { in: 'modal' })
    const modal = await sari.member.waitForModal(({ text }) => text.includes('bertemu langsung oleh Sari'))
    await modal.choose('verdict:nip', 'ok')
    expect((await sari.decides('legalise')).outcome).toBe('updated')
    await user.sees(`Berkas ${user.number} sudah diteruskan`)
  })
})

describe('A link that has expired', () => {
  it('brings the case back to the agent, before those that wait longer, and is put right', async () => {
    const [known, unknown] = [house.requester(yani), house.requester(surya)]
    await budi.legalises(known)
    await known.sees(`Berkas ${known.number} sudah diteruskan`)
    const dewi = await house.agent()
    for (const waiting of await dewi.queue()) await dewi.takes(waiting)
    // Which of them stands last depends on the hour: targets count in working hours.
    const number = (await dewi.queue('mine')).at(-1) ?? ''
    const user = number === known.number ? known : unknown
    await dewi.opens(number)
    await dewi.sendsLink()
    await user.sees(`GILIRAN ANDA · ${number}`)
    await user.pressesButton('expired')
    await user.reads('Pengajuan Anda didahulukan dalam antrean')
    expect((await dewi.queue('mine'))[0]).toBe(number)
    await dewi.opens(number)
    expect(dewi.text).toContain('tautan kedaluwarsa')
    await dewi.sendsLink()
    user.writes('berhasil')
    await user.sees(`Pengajuan ${number} selesai`)
  })
})

describe('After all that', () => {
  it('no secret that was typed is found in the store or in the log, and no personal number outside of a seal', async () => {
    await house.stop()
    const content = await storeContent(house.config)
    expect(content).toContain(hadi.line.nik)
    for (const secret of secrets) expect(content).not.toContain(secret)
    const canaries = [...secrets, ...[hadi, yani, surya].flatMap(canariesOf)]
    expect(filesWith(house.config.DATA_DIR, canaries)).toEqual([])
    for (const canary of canaries) expect(JSON.stringify(house.log)).not.toContain(canary)
  })
})
