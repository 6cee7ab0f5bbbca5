import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawSamples, sampleTimes } from '../../bot/simulator/page/samples/sample.ts'
import { passwordPage } from '../../bot/simulator/page/samples/screens.ts'
import { findingSentences } from '../../bot/text/file-fault.ts'
import { momentText } from '../../bot/text/moment.ts'
import { challengeForm } from '../../core/evidence/challenge.ts'
import type { Moment } from '../../core/form/field.ts'
import { House } from './house.ts'
import { person } from './people.ts'
import type { Requester } from './requester.ts'
import type { Verifier } from './verifier.ts'

const wulan = person('Wulan Suryani')
const { scannedAt, changedAt } = sampleTimes(Date.now())
const typed = ({ date, time = '' }: Moment) => `${date} ${time.replace(':', '.')}`
const answers = { scannedAt: typed(scannedAt), passwordChangedAt: typed(changedAt) }

let house: House
let user: Requester
let sari: Verifier
beforeAll(async () => {
  house = await House.open({ readsEvidence: true })
  user = house.requester(wulan)
  sari = await house.verifier('sari')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const png = (svg: Buffer) => sharp(svg).png().toBuffer()
const webmail = () => png(passwordPage(wulan.line.email, momentText(changedAt, 'id')))
/** The antivirus window with the code of the chat beside it. */
async function antivirus(key: 'full-scan' | 'quick-scan'): Promise<Buffer> {
  const shown = user.phone.messages().map(({ text }) => challengeForm.exec(text)?.[0])
  const sample = (await drawSamples(Date.now())).find((one) => one.key === key)
  if (sample === undefined) throw new Error(key)
  return sample.bytes(shown.find((code) => code !== undefined))
}

describe('Evidence that is read', () => {
  it('tells within the chat that a quick scan is not enough, and offers to replace it', async () => {
    await user.opens()
    const { message } = await user.answersAll({ except: ['antivirus-scan.1'], answers })
    expect(message.text).toMatch(challengeForm)
    user.phone.document(await antivirus('quick-scan'), { name: 'hasil.png', mime: 'image/png' })
    const said = await user.sees(findingSentences(['QUICK_SCAN'], 'id'))
    expect(said.text).not.toContain(findingSentences(['NO_CODE'], 'id'))
    await user.pressesButton('replace')
    await user.isAsked('antivirus-scan.1')
    await user.pressesButton('clear')
    await user.reads('Kirim yang baru')
  })

  it('of one album finds its place, whichever picture comes first', async () => {
    const [password, scan] = [await webmail(), await antivirus('full-scan')]
    await user.phone.album([
      { document: password, name: 'sandi.png', mime: 'image/png' },
      { document: scan, name: 'scan.png', mime: 'image/png' },
    ])
    await user.sees('Berkas itu kami simpan pada bagian "Bukti ganti kata sandi email"')
    await user.pressesButton('done')
    const { message } = await user.answersAll({ except: ['email-password-change'], answers })
    expect(message.text).toContain('Sudah ada 1 berkas pada bagian ini')
    await user.pressesButton('done')
    await user.answersAll({ answers })
    await user.submits()
  })

  it('stands beside the pictures for the verifier: facts in Slack without names, all of them at the desk', async () => {
    const { number } = user
    await sari.card(number)
    const { text } = await sari.reviews(number)
    expect(text).toContain('✅ Terbaca sesuai')
    expect(text).toContain('Full scan')
    expect(text).toContain('Ancaman: 0')
    expect(text).not.toContain('LAPTOP-ASUS-KANTOR')
    await sari.desk.opens(number)
    expect(sari.desk.text).toContain('LAPTOP-ASUS-KANTOR')
    expect(sari.desk.text).toContain(wulan.line.email)
    expect(sari.desk.text).toMatch(/BSR-\w{6} ✓ terlihat/)
  })
})
