import { beforeEach, describe, expect, it } from 'vitest'
import { goodAnswers, TestChat } from './chat.ts'
import { answerUntil } from './play-through.ts'

const pppkNumber = '19850412 202121 1 005'

let chat: TestChat
const labels = () => chat.last.buttons.map(({ label }) => label)

beforeEach(async () => {
  chat = new TestChat({ house: { hasCodes: true } })
  await chat.say('daftar')
  await chat.press(/^PNS/)
  await chat.press('✅ Sudah')
  await answerUntil(chat, 'email')
})

describe('The screen that offers a code', () => {
  it('says that nothing was sent yet, and has the ways out of every question', () => {
    expect(chat.last.text).toMatch(/Buktikan identitas · BELUM TERKIRIM/)
    expect(labels().slice(-3)).toEqual(['⬅ Kembali', '💾 Lanjut nanti', '✖ Batal'])
  })

  it('tells words that are no code to ask for one first, and only then to type it', async () => {
    await chat.say('sudah saya kirim?')
    expect(chat.last.text).toContain('Belum ada kode yang diminta')
    await chat.press(/Kirim kode/)
    await chat.say('sudah saya kirim?')
    expect(chat.last.text).toContain('Ketik delapan angka dari email itu saja')
  })

  it('lets a mistyped number be found again, and comes back after it', async () => {
    await chat.press(/Kirim kode/)
    await chat.press('⬅ Kembali')
    expect(chat.last.text).toContain('Berapa NIK Anda?')
    await chat.say(goodAnswers.nik ?? '')
    expect(chat.last.text).toContain('Buktikan identitas')
  })

  it('leads back to where somebody turned aside to it, by button and by word', async () => {
    await chat.press(/Lanjut tanpa kode/)
    await answerUntil(chat)
    for (const back of ['press', 'say'] as const) {
      await chat.press(/Buktikan identitas/)
      expect(chat.last.text).toContain('Buktikan identitas · BELUM TERKIRIM')
      await (back === 'press' ? chat.press('⬅ Kembali') : chat.say('kembali'))
      expect(chat.last.text).toContain('Periksa jawaban Anda')
    }
  })
})

describe('A number of a contract employee', () => {
  it('is none of a civil servant: the requester reads where it differs and what to do', async () => {
    await chat.press(/Lanjut tanpa kode/)
    await answerUntil(chat)
    await chat.press(/Ubah NIP/)
    await chat.say(pppkNumber)
    expect(chat.last.text).toContain('kode PPPK, bukan bulan, padahal status yang Anda pilih PNS')
    await chat.press('⬅ Kembali')
    await chat.say('PPPK')
    await chat.press(/Ubah NIP/)
    await chat.say(pppkNumber)
    expect((await chat.case()).answers).toMatchObject({ employment: 'pppk', nip: '198504122021211005' })
  })
})
