import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { procedureButton } from '../../bot/text/procedure.ts'
import { House } from './house.ts'
import { type Person, person } from './people.ts'
import type { Requester } from './requester.ts'

const [rina, rudi, eko] = [person('Rina Wibowo'), person('Rudi Wibowo'), person('Eko Wibowo', false)]
const answers = {
  changeKind: 'Nomor HP',
  signingStops: 'Ya, saya memahami',
  newPhone: '0899 1234 5678',
  changeReason: 'nomor lama hilang',
}

let house: House
beforeAll(async () => {
  house = await House.open()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

/** Claims to be that person, up to the code that is offered. */
async function claims(who: Person): Promise<Requester> {
  const user = house.requester(who)
  user.writes('/start')
  await user.presses(procedureButton('data-change', 'id'))
  const { key } = await user.answersAll({ except: ['code'], answers })
  expect(key).toBe('code')
  return user
}

const codeFor = ({ line }: Person) =>
  vi.waitFor(
    () => {
      const mail = house.world.mailbox.mails.findLast(({ recipients }) => recipients.includes(line.email))
      const code = /\d{8}/.exec(mail?.text ?? '')?.[0]
      if (code === undefined) throw new Error('no code came')
      return code
    },
    { timeout: 20_000, interval: 50 },
  )

it('whoever stands in the roster proves it by a code in the office mail, and verifiers see that', async () => {
  const user = await claims(rina)
  await user.pressesButton('send-code')
  await user.reads('Jika nomor itu terdaftar')
  user.writes('0000 0000')
  await user.reads('Sisa percobaan: 4')
  user.writes(`kode saya ${await codeFor(rina)}`)
  await user.reads('Kode benar')
  await user.answersAll({ answers })
  const number = await user.submits()
  const sari = await house.verifier('sari')
  await sari.card(number, (text) => text.includes('terbukti lewat kode email dinas'))
})

it('whoever stands in none reads the same words, gets no mail, and goes on unproved', async () => {
  const user = await claims(eko)
  await user.pressesButton('send-code')
  await user.reads('Jika nomor itu terdaftar')
  user.writes('0000 0000')
  await user.reads('Sisa percobaan: 4')
  await user.pressesButton('newcomer')
  await user.reads('SK pengangkatan')
  await user.answersAll({ answers })
  const theirs = await user.submits()
  expect(house.world.mailbox.mails.some(({ recipients }) => recipients.includes(eko.line.email))).toBe(false)
  const sari = await house.desk('sari')
  await sari.opens(theirs)
  expect(sari.text).toContain('IDENTITAS BELUM TERBUKTI (pegawai baru atau baru pindah)')
})

it('a code that is right in a correction leads on to what is left to do', async () => {
  const user = house.requester(rudi)
  user.writes('/start')
  await user.presses(procedureButton('data-change', 'id'))
  await user.answersAll({ answers })
  const number = await user.submits()
  const sari = await house.verifier('sari')
  await sari.returns(number, 'unit', 'R06')
  await user.isAsked('unit')
  await user.answersAll({ answers })
  await user.pressesButton('prove')
  await user.pressesButton('send-code')
  await user.reads('Jika nomor itu terdaftar')
  user.writes(await codeFor(rudi))
  await user.reads('Kode benar')
  expect((await user.asked()).key).toBe('check')
})
