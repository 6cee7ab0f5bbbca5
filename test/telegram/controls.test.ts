import { beforeEach, describe, expect, it } from 'vitest'
import { diy, TestChat, verifier } from './chat.ts'
import { answerUntil, openReactivation, storeFiles, submitReactivation } from './play-through.ts'

let chat: TestChat
beforeEach(() => {
  chat = new TestChat()
})
/** How often the chat was told that all of its files have been checked. */
const toldChecked = () => chat.shown.filter(({ text }) => text === '{"code":"checked"}').length
const answers = async () => (await chat.case()).answers

/** Brings a sent case to the status in which its requester has the link. */
async function sendLink(): Promise<void> {
  const { id } = await chat.case()
  await chat.command('house', { type: 'consult-roster', facts: { isKnown: true, differs: [], hasPhone: true } })
  await chat.command(verifier, { type: 'claim' })
  await chat.command(verifier, { type: 'confirm-meeting' })
  const c = await chat.case()
  const items = Object.keys({ ...c.answers, ...c.evidence })
    .filter((item) => item !== 'agency')
    .map((item) => ({ item, ok: true }))
  await chat.command(verifier, { type: 'judge', verdicts: items })
  const seen = new Set(
    Object.values(c.evidence)
      .flat()
      .map(({ stored }) => stored?.sha256 ?? ''),
  )
  const legalise = { type: 'legalise', formSha256: 'f', statement: 's' } as const
  await chat.command({ ...verifier, seen }, legalise)
  await chat.command('house', { type: 'prepare', dossierSha256: 'd' })
  await chat.command('house', { type: 'send', channels: ['desk'] })
  await chat.command({ role: 'agent' }, { type: 'take' }, id)
  await chat.command({ role: 'agent' }, { type: 'send-link' }, id)
  await chat.work()
}

describe('While filling in', () => {
  it('*Kembali* asks the question before again and keeps its old answer until it is replaced', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'nip')
    await chat.press('⬅ Kembali')
    expect(chat.last.text).toContain('Jawaban sekarang: PNS (termasuk CPNS)')
    expect(await answers()).toMatchObject({ employment: 'pns' })
    await chat.press('⬅ Kembali')
    expect(chat.last.text).toContain('Jawaban sekarang: R••• W•••')
    await chat.say('Budi Santoso')
    expect(await answers()).toMatchObject({ name: 'Budi Santoso', employment: 'pns' })
    expect(chat.last.text).toContain('NIP')
    await chat.say('kembali')
    await chat.press('Biarkan seperti semula')
    expect(await answers()).toMatchObject({ employment: 'pns' })
    expect(chat.last.text).toContain('Berapa NIP')
  })

  it('*Kembali* at the first question says so', async () => {
    await openReactivation(chat)
    await chat.say('kembali')
    expect(chat.shown.at(-2)?.text).toContain('pertanyaan pertama')
    expect(chat.last.text).toContain('Langkah 1')
  })

  it('*Lanjut nanti* leaves everything as it is, and /lanjut goes on there', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'nip')
    await chat.press('💾 Lanjut nanti')
    expect(chat.last.text).toContain('Tersimpan')
    await chat.say('198504122010012005')
    expect(await answers()).not.toHaveProperty('nip')
    await chat.say('/lanjut')
    expect(chat.last.text).toContain('Langkah 4')
    await chat.say('198504122010012005')
    expect(await answers()).toMatchObject({ nip: '198504122010012005' })
  })

  it('*Batal* asks once; "tidak" goes on at the same question, "ya" cancels', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'nip')
    await chat.press('✖ Batal')
    expect(chat.last.text).toContain('Batalkan pengajuan PANDU-2026-000001')
    await chat.say('mungkin')
    expect((await chat.case()).status).toBe('draft')
    await chat.say('tidak')
    expect(chat.last.text).toContain('Langkah 4')
    await chat.say('batal')
    await chat.press('Ya, batalkan')
    expect((await chat.case()).status).toBe('cancelled')
    await chat.say('198504122010012005')
    expect(await answers()).not.toHaveProperty('nip')
  })

  it('the check has a *Ubah* for every line, by button and by typing', async () => {
    await openReactivation(chat)
    await answerUntil(chat)
    expect(chat.last.text).toContain('Periksa jawaban Anda')
    expect(chat.last.text).not.toMatch(/Rahayu|198504122010012005|3404015204850001|81234567890/)
    expect(chat.last.params.protect_content).toBe(true)
    expect(chat.last.buttons.filter(({ label }) => label.startsWith('Ubah'))).toHaveLength(19)
    await chat.press('Ubah NIK')
    await chat.say('3404 0152 0485 0002')
    expect(await answers()).toMatchObject({ nik: '3404015204850002' })
    expect(chat.last.text).toContain('Periksa jawaban Anda')
    await chat.say('ubah jabatan')
    await chat.say('Kepala Seksi')
    expect(await answers()).toMatchObject({ position: 'Kepala Seksi' })
  })

  it('an answer that makes others needless or needed changes what is asked, nothing else', async () => {
    await openReactivation(chat)
    await answerUntil(chat)
    await chat.say('ubah perangkat yang dipakai')
    await chat.press('HP atau tablet Android')
    await chat.say('Samsung A54')
    await chat.press(/Tambah perangkat/)
    await chat.press('iPhone atau iPad')
    await chat.press('Tidak tahu namanya')
    await chat.press(/Sudah semua/)
    expect((await chat.case()).evidence['antivirus-scan.1']).toBeUndefined()
    expect(chat.last.text).toContain('Perangkat 1 dari 2: Samsung A54')
    expect(await answers()).toMatchObject({
      devices: [
        { kind: 'android', name: 'Samsung A54' },
        { kind: 'ios', name: null },
      ],
    })
  })

  it('a password changed before the scan is to be changed once more, and nothing else', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'passwordChangedAt')
    await chat.say('20 November 2026 09.00')
    expect(chat.last.text).toContain('sebelum full scan selesai')
    expect(await answers()).not.toHaveProperty('passwordChangedAt')
    await chat.say('21 November 2026 15.00')
    expect(await answers()).toHaveProperty('passwordChangedAt')
  })

  it('sending while a file is being checked is told to wait, and works afterwards', async () => {
    await openReactivation(chat)
    await answerUntil(chat)
    await chat.say('kirim')
    expect(chat.last.text).toContain('masih kami periksa')
    await storeFiles(chat)
    expect(toldChecked()).toBe(1)
    await chat.press(/Setuju dan kirim/)
    expect((await chat.case()).status).toBe('submitted')
    expect((await chat.case()).consent).toMatchObject({ textSha256: 'c0ffee' })
  })

  it('a check that ends while there is still something to answer is not told', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'passwordChangedAt')
    await storeFiles(chat)
    expect(toldChecked()).toBe(0)
  })

  it('a file that cannot be used is asked for again at once, with the reason', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'passwordChangedAt')
    const file = (await chat.case()).evidence['antivirus-scan.1']?.[0]
    await chat.command('house', { type: 'refuse-evidence', fileId: file?.id ?? '', code: 'BLURRY' })
    await chat.work()
    expect(chat.last.text).toMatch(/Bukti full scan|Tulisannya buram/)
    await chat.photo()
    await chat.press(/Selesai/)
    expect(chat.last.text).toContain('kata sandi email dinas diganti')
  })

  it('a second case of the same kind is not opened: the first one goes on', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'nip')
    await openReactivation(chat)
    expect(chat.toasts.at(-1)).toContain('PANDU-2026-000001')
    expect(chat.last.text).toContain('Langkah 4')
  })

  it('the language can be changed in the middle of a question', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'employment')
    await chat.say('/bahasa')
    expect(chat.last.text).toContain('Step 3 of')
    expect((await chat.case()).language).toBe('en')
    await chat.press('Civil servant (PNS, CPNS)')
    expect(await answers()).toMatchObject({ employment: 'pns' })
  })

  it('whose Telegram speaks English is greeted in English', async () => {
    chat = new TestChat({ language: 'en-GB' })
    await chat.say('/start')
    expect(chat.last.text).toContain('Welcome to Pandu')
  })

  it('an agency among several is found by a part of its name', async () => {
    const others = Array.from({ length: 20 }, (_, n) => ({ ...diy, code: `dinas-${n}`, name: `Dinas Nomor ${n}` }))
    chat = new TestChat({ agencies: [diy, ...others] })
    await openReactivation(chat)
    await chat.say('tidak ada')
    expect(chat.last.buttons.map(({ label }) => label)).not.toContain('Pemda DIY')
    await chat.say('nomor 1')
    expect(chat.last.text).toContain('Ada beberapa yang cocok')
    await chat.press('Dinas Nomor 13')
    expect(await answers()).toMatchObject({ agency: 'dinas-13' })
  })
})

describe('After sending', () => {
  it('exactly the returned items are asked again, with the reason; everything else stays', async () => {
    await submitReactivation(chat)
    const before = await chat.case()
    await chat.command(verifier, { type: 'claim' })
    const verdicts = [
      { item: 'nik', ok: false, reason: 'R01' } as const,
      { item: 'antivirus-scan.1', ok: false, reason: 'R17' } as const,
      { item: 'name', ok: true },
    ]
    await chat.command(verifier, { type: 'judge', verdicts })
    await chat.command(verifier, { type: 'return' })
    await chat.work()
    expect(chat.last.text).toMatch(/2 bagian lagi · PERLU PERBAIKAN.*Diminta diperbaiki:.*NIK tidak cocok/s)
    await chat.say('3404015204850003')
    expect(chat.last.text).toMatch(/1 bagian lagi.*Tanggalnya tidak terlihat/s)
    await chat.photo()
    await chat.press(/Selesai/)
    expect(chat.last.text).toContain('Periksa jawaban Anda')
    expect(chat.last.text).not.toContain('Nama lengkap')
    await storeFiles(chat)
    await chat.press(/Setuju dan kirim/)
    const after = await chat.case()
    expect(after.status).toBe('submitted')
    expect({ ...after.answers, nik: '' }).toEqual({ ...before.answers, nik: '' })
  })

  it('a return interrupts *Lanjut nanti* of another day, for it is a new decision', async () => {
    await submitReactivation(chat)
    await chat.command(verifier, { type: 'claim' })
    await chat.command(verifier, { type: 'judge', verdicts: [{ item: 'nik', ok: false, reason: 'R01' }] })
    await chat.command(verifier, { type: 'return' })
    await chat.work()
    expect(chat.last.text).toContain('Berapa NIK')
  })

  it('the link: it worked', async () => {
    await submitReactivation(chat)
    await sendLink()
    await chat.say('sudah berhasil')
    expect((await chat.case()).status).toBe('completed')
  })

  it('the link: it expired, the case is back with the agent', async () => {
    await submitReactivation(chat)
    await sendLink()
    await chat.say('link expired')
    expect(await chat.case()).toMatchObject({
      status: 'with-contact-center',
      isUrgent: true,
      setbacks: [{ kind: 'link-expired' }],
    })
    expect(chat.shown.some(({ text }) => text.includes('petugas sudah diberi tahu'))).toBe(true)
  })

  it('the link: trouble is told in a sentence', async () => {
    await submitReactivation(chat)
    await sendLink()
    await chat.say('terkendala')
    expect(chat.last.text).toContain('Apa kendalanya')
    await chat.send({ sticker: { file_id: 's' } })
    await chat.say('Halaman memutih setelah memasukkan kode')
    expect(await chat.case()).toMatchObject({
      status: 'with-contact-center',
      setbacks: [{ kind: 'trouble', text: 'Halaman memutih setelah memasukkan kode' }],
    })
  })

  it('*Tautan sudah saya terima* works once BSrE approved, *Sudah beres* at any time', async () => {
    await submitReactivation(chat)
    await sendLink()
    await chat.say('kedaluwarsa')
    await chat.say('tautan sudah saya terima')
    expect((await chat.case()).status).toBe('with-contact-center')
    await chat.command({ role: 'agent' }, { type: 'approve' })
    await chat.work()
    await chat.say('tautan sudah saya terima')
    expect((await chat.case()).status).toBe('awaiting-requester')
    const link = chat.shown.findLast(({ text }) => text.startsWith('Bagaimana hasil tautan'))
    expect(link?.buttons.map(({ label }) => label)).toEqual([
      '✅ Sudah berhasil',
      '⌛ Tautan kedaluwarsa',
      '❗ Terkendala',
    ])
    await chat.say('sudah pulih')
    expect(chat.last.text).toContain('Semuanya sudah beres')
    await chat.press('Ya, sudah beres')
    expect((await chat.case()).status).toBe('completed')
    await chat.say('/kasus')
    await chat.press(/^Lihat PANDU/)
    await chat.press(/Buka kembali/)
    expect((await chat.case()).status).toBe('with-contact-center')
  })

  it('a case at the contact center cannot be cancelled here, and says who can', async () => {
    await submitReactivation(chat)
    await sendLink()
    await chat.say('/batal')
    expect(chat.last.text).toContain('hanya dapat dibatalkan petugas')
  })

  it('/kasus lists every case with a way to it', async () => {
    await submitReactivation(chat)
    await chat.say('hp hilang')
    await chat.say('/kasus')
    expect(chat.shown.at(-2)?.text).toMatch(/000002.*BELUM TERKIRIM.*000001.*MENUNGGU VERIFIKATOR/s)
    await chat.press(/^Lihat PANDU-2026-000001/)
    expect(chat.last.text).toContain('MENUNGGU VERIFIKATOR')
  })
})

describe('Somebody who opens and cancels over and over', () => {
  it('may do so ten times a day, keeps what is open, and begins anew the next day', async () => {
    const openAndCancel = async () => {
      await chat.say('hp hilang')
      await chat.say('/batal')
      await chat.press(/^Ya/)
    }
    for (let n = 0; n < 9; n += 1) await openAndCancel()
    await openReactivation(chat)
    const { number } = await chat.case()
    await chat.say('/kasus')
    await chat.say('lanjut nanti')
    await chat.say('hp hilang')
    expect(chat.shown.some(({ text }) => text.includes('10 pengajuan dalam sehari'))).toBe(true)
    expect(await chat.ports.ledger.find({ statuses: ['draft'], limit: 20 })).toMatchObject([{ number }])
    await openReactivation(chat)
    expect((await chat.case()).number).toBe(number)
    await chat.say('lanjut nanti')
    chat.pass(24 * 3_600_000)
    await chat.say('hp hilang')
    expect(await chat.ports.ledger.find({ statuses: ['draft'], limit: 20 })).toHaveLength(2)
  })
})

describe('The menu', () => {
  it('/bantuan keeps the question open', async () => {
    await openReactivation(chat)
    await answerUntil(chat, 'name')
    await chat.say('/bantuan')
    expect(chat.shown.at(-2)?.text).toContain('/lanjut')
    await chat.say('Rahayu Wulandari')
    expect(await answers()).toMatchObject({ name: 'Rahayu Wulandari' })
  })

  it.each(['/lanjut', '/kasus', '/batal', 'halo', 'apa ini?'])(
    '%s without any case says where to begin',
    async (text) => {
      await chat.say(text)
      expect(chat.last.text).toMatch(/\/start|Selamat datang|tidak ada pengajuan/i)
    },
  )
})
