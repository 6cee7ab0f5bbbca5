import { beforeAll, expect, it } from 'vitest'
import { guideTitles } from '../../bot/text/guide.ts'
import { whichEnd } from '../../bot/text/telegram-clock.ts'
import { dateAfter, wibMoment } from '../../core/form/calendar.ts'
import { person } from './people.ts'
import type { Requester } from './requester.ts'
import { section } from './section.ts'

const dayMs = 86_400_000
const dini = person('Dini Sari')

section('The expiry radar', (stage) => {
  let user: Requester
  let number = ''
  const until = dateAfter(wibMoment(Date.now()).date, 40)
  beforeAll(() => {
    user = stage().requester(dini)
  })

  it('begins when the owner of a new certificate notes its last day', async () => {
    user.writes('/start')
    await user.pressesButton('new-certificate')
    await user.pressesButton('issue')
    await user.presses('Status TTE expired')
    await user.pressesButton('step-stuck')
    await user.presses(/minta bantuan/)
    await user.answersAll()
    number = await user.submits()
    await stage().verifies(number, { type: 'settle', outcome: 'verified-in-ams' })
    await user.sees('Masuk lagi ke laman BSrE')
    await user.pressesButton('worked')
    await user.sees(`Pengajuan ${number} selesai`)
    await user.pressesButton('note-end')
    await user.reads(whichEnd.id)
    user.writes(until)
    await user.sees(/Sertifikat Anda tercatat berakhir pada/)
    expect((await stage().case(number)).certificateUntil).toBe(until)
  })

  it('tells them from 30 days before, and leads straight into the renewal', async () => {
    stage().program.pass(13 * dayMs)
    const { text } = await user.sees(/sertifikat elektronik Anda berakhir pada/)
    expect(text).toContain(number)
    await user.presses(guideTitles['issuance-renewal'].id)
    await user.reads('Perpanjangan sertifikat')
  })

  it('tells them the day after as well, and leads into a new issuance', async () => {
    stage().program.pass(32 * dayMs)
    await user.sees(/jadi TTE Anda tidak dapat dipakai/)
    await user.presses(guideTitles['issuance-expired'].id)
    await user.reads('Lihat Data Profil Anda')
  })
})
