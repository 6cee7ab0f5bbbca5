import { beforeEach, describe, expect, it } from 'vitest'
import { isOpen } from '../../core/case/status.ts'
import { guideNames, guideOf } from '../../core/procedure/guide.ts'
import { diy, TestChat } from './chat.ts'
import { answerUntil, openReactivation } from './play-through.ts'

let chat: TestChat
beforeEach(() => {
  chat = new TestChat()
})
const open = async () => (await chat.ports.ledger.find({ limit: 20 })).filter(({ status }) => isOpen(status))
const label = () => chat.last.buttons.map((one) => one.label)

describe('The menu', () => {
  it('is readable on a phone: six rows at the most, also with requests open', async () => {
    await openReactivation(chat)
    await chat.say('/start')
    const welcome = chat.shown.findLast(({ text }) => text.includes('Selamat datang'))
    const { inline_keyboard: rows } = (welcome?.params.reply_markup ?? {}) as { inline_keyboard: unknown[][] }
    expect(rows.length).toBeLessThanOrEqual(6)
    expect(welcome?.buttons.map((one) => one.label)).toEqual(
      expect.arrayContaining(['Cabut sertifikat', 'Tanya petugas', 'Lupa passphrase']),
    )
  })

  it('offers two procedures to whoever lost account or phone, not all nine', async () => {
    await chat.say('/start')
    await chat.press(/^Akun dinonaktifkan/)
    expect(label()).toEqual([
      'Akun dinonaktifkan (compromised)',
      'Ganti HP / authenticator hilang',
      '🏠 Kembali ke menu',
    ])
  })

  it('answers a door by button or typed word, in both languages', async () => {
    for (const [door, typed, title] of [
      ['daftar', 'P3K', 'Dokumen pendaftaran'],
      ['aktivasi', 'honorer', 'Email aktivasi'],
      ['terbit ulang', 'expired', 'TTE expired'],
      ['issue, issue again, renew', 'akun baru', 'akun baru'],
    ] as const) {
      await chat.say(door)
      await chat.say(typed)
      expect(chat.last.text).toContain(title)
    }
    expect(await open()).toEqual([])
  })
})

describe('A guide', () => {
  it('goes on by typed words as by buttons, and opens nothing by itself', async () => {
    await chat.say('lupa passphrase')
    expect(chat.last.text).toContain('Reset passphrase · Langkah 1 dari 4')
    await chat.say('Sudah')
    expect(chat.last.text).toContain('Langkah 2 dari 4')
    await chat.press('✅ Sudah')
    await chat.say('ok')
    await chat.say('sudah')
    expect(chat.last.text).toContain('passphrase Anda sudah diganti')
    expect(await open()).toEqual([])
  })

  it('offers what helps at *Terkendala*; a second one opens the case with the place', async () => {
    await chat.say('lupa passphrase')
    await chat.say('terkendala')
    expect(chat.last.text).toMatch(/Spam.*kuota.*kedaluwarsa/s)
    expect(await open()).toEqual([])
    await chat.say('masih terkendala')
    const c = await chat.case()
    expect(c).toMatchObject({ procedure: 'passphrase-reset', stuckAt: { guide: 'passphrase-reset', step: 'link' } })
    const [opened] = await chat.ports.ledger.history(c.id)
    // A guide's name tells what its reader said of themselves: it lies in the sealed part.
    expect(opened).toMatchObject({ type: 'opened', secret: { stuckAt: c.stuckAt } })
    expect(opened).not.toHaveProperty('stuckAt')
  })

  it('is gone on with by an old button, however many there were since', async () => {
    await chat.say('lupa passphrase')
    const old = chat.dataOf('✅ Sudah')
    await chat.press('✅ Sudah')
    await chat.say('/start')
    await chat.press(old)
    expect(chat.last.text).toContain('Langkah 2 dari 4')
  })

  it('does not take an answer for a step done, nor a step done for an answer', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'name')
    await chat.say('/start')
    await chat.press('Lupa passphrase')
    await chat.say('sudah')
    expect(chat.last.text).toContain('Langkah 2 dari 4')
    expect((await chat.case()).answers).not.toHaveProperty('name')
    await chat.say('/lanjut')
    await chat.say('Sudah')
    expect((await chat.case()).answers).toMatchObject({ name: 'Sudah' })
  })

  it('that is asked in words it does not know says what it takes and shows itself again', async () => {
    await chat.say('lupa passphrase')
    await chat.press('✅ Sudah')
    await chat.say('dukcapil itu apa ya')
    expect(chat.shown.at(-2)?.text).toContain('Mohon tekan salah satu tombol')
    expect(chat.last.text).toContain('Langkah 2 dari 4')
    await chat.say('terkendala')
    await chat.send({ sticker: { file_id: 's' } })
    expect(chat.last.text).toContain('tempat terang')
    await chat.say('daftar')
    await chat.say('presiden')
    expect(chat.last.text).toContain('Apa status kepegawaian Anda?')
    await chat.say('/start')
    await chat.say('presiden')
    expect(chat.shown.at(-2)?.text).toContain('Tidak ada pertanyaan yang menunggu')
  })

  it('does not ask the case for what was not known either', async () => {
    await chat.say('aktivasi')
    await chat.say('pns')
    await chat.say('terkendala')
    await chat.say('tidak tahu')
    expect(chat.last.text).toContain('Spam')
    await chat.press(/minta bantuan/)
    expect((await chat.case()).answers).toMatchObject({ employment: 'pns', registeredBy: null })
  })

  it.each(['v1:guide::tidak-ada', 'v1:step-done::passphrase-reset:mail', 'v1:step-stuck', 'v1:step-done::x:selfie'])(
    'that is none (%s) says so and lets choose again',
    async (data) => {
      await chat.say('/start')
      await chat.press(data)
      expect(chat.toasts.at(-1)).toContain('Panduan pada tombol itu sudah berubah')
      expect(chat.last.text).toContain('Sampai di mana Anda?')
      expect(await open()).toEqual([])
    },
  )

  it.each(guideNames)('%s fits Telegram at every step, in both languages', async (name) => {
    for (const language of ['id', 'en']) {
      const one = new TestChat({ language })
      await one.say('/start')
      for (const step of guideOf(name).steps)
        for (const verb of ['step-done', 'step-stuck']) await one.press(`v1:${verb}::${name}:${step}`)
      expect(one.shown.length).toBeGreaterThan(2)
      for (const { text } of one.shown) expect(text).not.toMatch(/undefined|null|NaN/)
    }
  })

  it('has a typed trouble of its own guided first, never a case at once', async () => {
    for (const typed of [
      'Reset passphrase terkendala',
      'Minta didaftarkan',
      'Aktivasi terkendala',
      'penerbitan terkendala',
    ])
      await chat.say(typed)
    expect(await open()).toEqual([])
  })
})

describe('A renewal', () => {
  beforeEach(async () => {
    await chat.say('perpanjang')
    await chat.press('Masih aktif, mau perpanjang')
  })

  it('that is too early is told the day on which it opens, 30 days before the end', async () => {
    await chat.say('24 November 2027')
    expect(chat.last.text).toContain('mulai Sen 25 Okt 2027')
  })

  it('whose time has come goes on, on the very first day too', async () => {
    await chat.say('22 Desember 2026')
    expect(chat.shown.at(-2)?.text).toContain('Perpanjangan sudah dibuka')
    expect(chat.last.text).toContain('Perpanjangan sertifikat · Langkah 2 dari 5')
  })

  it('of what has ended is an issuance', async () => {
    await chat.say('1 November 2026')
    expect(chat.last.text).toContain('Penerbitan, TTE expired · Langkah 1 dari 4')
  })

  it('hears no day in other words', async () => {
    await chat.say('besok-besok saja deh min ya')
    expect(await open()).toEqual([])
  })
})

describe('Optional proof', () => {
  const toScreenshot = async () => {
    await chat.press('Tanya petugas')
    await answerUntil(chat, 'screenshot')
  }
  beforeEach(() => chat.say('/start'))

  it('has *Tidak ada*, which will do, pressed or typed', async () => {
    await toScreenshot()
    expect(label()).toContain('Tidak ada')
    expect(label()).not.toContain('✅ Selesai, berkas lengkap')
    await chat.press('Tidak ada')
    expect(chat.last.text).toContain('Periksa jawaban Anda')
    expect(chat.last.text).toContain('Tangkapan layar kendala: <b>Tidak ada</b>')
    await chat.say('ubah tangkapan layar')
    await chat.say('tidak ada')
    expect(chat.last.text).toContain('Periksa jawaban Anda')
  })

  it('that came has *Selesai* instead', async () => {
    await toScreenshot()
    await chat.photo()
    expect(label()).toContain('✅ Selesai, berkas lengkap')
    expect(label()).not.toContain('Tidak ada')
  })

  it('is not what other proof is: none will not do there', async () => {
    await chat.press(/^Akun dinonaktifkan/)
    await chat.press('Akun dinonaktifkan (compromised)')
    await answerUntil(chat, 'antivirus-scan.1')
    await chat.say('tidak ada')
    expect(chat.last.text).toContain('Mohon kirim gambar atau PDF')
    const old = chat.dataOf(/Selesai/).replace(':done:', ':none:')
    await chat.press(old)
    expect(chat.toasts.at(-1)).toContain('sudah diproses')
    expect((await chat.case()).finished).toEqual([])
  })
})

describe('A leaked passphrase', () => {
  it('has all three ways on one screen, and its revocation knows why', async () => {
    await chat.say('lupa passphrase')
    await chat.press(/Passphrase saya bocor/)
    expect(label()).toEqual([
      'Cabut sertifikat',
      'Akun dinonaktifkan (compromised)',
      'Lupa passphrase',
      '🏠 Kembali ke menu',
    ])
    await chat.press('Cabut sertifikat')
    expect(chat.shown.some(({ text }) => text.includes('Pencabutannya didahulukan: target 1 jam'))).toBe(true)
    expect((await chat.case()).answers).toMatchObject({ revocationReason: 'compromised' })
  })
})

describe('Words that a guide does not know', () => {
  it('show the guide again, also while a case waits', async () => {
    await openReactivation(chat)
    const before = await chat.case()
    await chat.press(/Lanjut nanti/)
    await chat.say('/start')
    await chat.press('Daftar, aktivasi, terbit ulang')
    await chat.press('Aktivasi akun')
    await chat.say('xyz')
    expect(chat.last.text).toContain('Apa status kepegawaian Anda?')
    expect((await chat.case()).answers).toEqual(before.answers)
  })
})

describe('Somebody whom no agency here takes', () => {
  it('reads so at once, and an old button leads not past it', async () => {
    chat = new TestChat({ agencies: [{ ...diy, employmentAccepted: ['pns', 'pppk'] }] })
    await chat.say('daftar')
    await chat.press('Lainnya (bukan ASN)')
    expect(chat.last.text).toContain('Pemda DIY belum memfasilitasi')
    await chat.press('v1:step-done::registration-lainnya:documents')
    expect(chat.last.text).toContain('Pemda DIY belum memfasilitasi')
    expect(await open()).toEqual([])
    await chat.press('Tanya petugas')
    expect(await chat.case()).toMatchObject({
      procedure: 'question',
      stuckAt: { guide: 'registration-lainnya', step: 'eligibility' },
    })
  })
})
