import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Phone } from '../../bot/simulator/telegram/phone.ts'
import type { TelegramNetwork } from '../../bot/simulator/telegram-network.ts'
import { questionsOf } from '../../core/case/question.ts'
import { openNetwork, TestProgram } from './program.ts'

let network: TelegramNetwork
let program: TestProgram
let sari: Phone

beforeEach(async () => {
  network = await openNetwork()
  program = await new TestProgram(network).start()
  sari = network.person({ id: 501, firstName: 'Sari' })
})
afterEach(async () => {
  await program.stop()
  expect(network.violations).toEqual([])
  await network.stop()
})

/** A picture with something on it, as a screenshot has. */
function screenshot(seed: number): Promise<Buffer> {
  const [width, height] = [1600, 900]
  const pixels = Buffer.alloc(width * height * 3, 235)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (((x * 7 + seed * 131) ^ (y * 13)) % 97 < 30)
        pixels.fill((x + y * seed) % 200, (y * width + x) * 3, (y * width + x) * 3 + 3)
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

const sees = (words: string | RegExp) =>
  sari.waitFor(({ text }) => (typeof words === 'string' ? text.includes(words) : words.test(text)))
const step = async (answer: string, next: string | RegExp) => {
  sari.say(answer)
  return sees(next)
}
const tap = async (button: string | RegExp, next: string | RegExp) => {
  sari.press(button)
  return sees(next)
}

async function fillIn(): Promise<void> {
  sari.command('/start')
  await sees('Selamat datang')
  await tap(/^Akun dinonaktifkan/, 'Mana yang terjadi')
  await tap('Akun dinonaktifkan (compromised)', 'Langkah 1 dari 19')
  await tap('Tidak ada', 'Siapa nama lengkap')
  await step('Rahayu Wulandari', 'Apa status kepegawaian')
  await tap('PNS (termasuk CPNS)', 'Berapa NIP')
  await step('1985 0412 2010 0120', /18 angka/)
  await step('19850412 201001 2 005', 'Berapa NIK')
  await step('3404 0152 0485 0001', 'email dinas Anda')
  await step('Rahayu@JogjaProv.go.id', 'Berapa nomor HP')
  await tap('Tidak tahu', 'unit kerja')
  await step('Bidang Informatika', 'jabatan')
  await step('Analis', 'Kapan Anda menerima')
  await step('kemarin', 'Perangkat apa saja')
  await tap('Laptop atau komputer', 'nama atau merek')
  await step('Laptop ASUS', 'Perangkat sejauh ini')
  await tap(/Sudah semua/, 'Bukti full scan')
  await sari.album([
    { photo: await screenshot(1) },
    { document: await screenshot(2), name: 'scan.png', mime: 'image/png' },
  ])
  await sees('Berkas diterima (2')
  expect(sari.messages().filter(({ text }) => text.startsWith('Berkas diterima'))).toHaveLength(1)
  await tap(/Selesai/, 'Kapan full scan')
  await step('hari ini 00.10', 'Kapan kata sandi')
  await step('kemarin 10.00', 'sebelum full scan selesai')
  await step('hari ini 00.20', 'Bukti ganti kata sandi')
  sari.document(await screenshot(3), { name: 'sandi.png', mime: 'image/png' })
  await sees('Berkas diterima (1')
  await tap(/Selesai/, 'forwarding')
  await step('tidak ada', 'filter')
  await step('tidak ada', 'sesi lain')
  await step('tidak ada', 'nomor pemulihan')
  await tap('Ya, semuanya milik saya', 'Periksa jawaban Anda')
}

async function filesStored(): Promise<void> {
  await vi.waitFor(async () => {
    const files = Object.values((await program.onlyCase()).evidence).flat()
    expect(files.map(({ state }) => state)).toEqual(['stored', 'stored', 'stored'])
  }, 20_000)
}

describe('The requester on Telegram', () => {
  it('gets from the first word to a working account', async () => {
    await fillIn()
    await filesStored()
    await tap(/Setuju dan kirim/, 'Nomor pengajuan Anda')
    const panel = await sees('MENUNGGU VERIFIKATOR')

    await program.command('verifier', { type: 'claim' })
    await sees('SEDANG DITINJAU')
    await program.command('verifier', { type: 'start-call', words: ['sungai', 'melati'] })
    await sees('sungai – melati')
    await program.command('verifier', { type: 'confirm-call', words: 'Sungai, Melati', numberFrom: 'agency-directory' })
    await sees('sudah dipastikan')
    const items = questionsOf(await program.onlyCase()).map(({ key }) => key)
    const verdicts = items.map((item) =>
      item === 'nik' ? ({ item, ok: false, reason: 'R01' } as const) : { item, ok: true },
    )
    await program.command('verifier', { type: 'judge', verdicts }, { type: 'return' })
    await sees(/GILIRAN ANDA.*1 perbaikan.*• NIK/s)
    await sees(/Diminta diperbaiki.*Berapa NIK/s)
    await step('3404 0152 0485 0002', /Periksa jawaban Anda · PERLU PERBAIKAN/)
    await tap(/Setuju dan kirim/, 'MENUNGGU VERIFIKATOR')

    await program.command(
      'verifier',
      { type: 'claim' },
      { type: 'judge', verdicts: items.map((item) => ({ item, ok: true })) },
    )
    // The call proved who was named then; the corrected NIK names somebody anew.
    await program.command('verifier', { type: 'confirm-meeting' })
    await vi.waitFor(async () => expect((await program.onlyCase()).roster).not.toBeNull(), 5_000)
    await program.command('verifier', { type: 'legalise', formSha256: 'f', statement: 's' })
    await program.command('system', { type: 'prepare', dossierSha256: 'd' }, { type: 'send', channels: ['desk'] })
    await sees('DI CONTACT CENTER')
    await program.command('agent', { type: 'take' }, { type: 'send-link' })
    await sees(/Jangan teruskan tautan/)
    await tap('⌛ Tautan kedaluwarsa', 'petugas sudah diberi tahu')
    await program.command('agent', { type: 'take' }, { type: 'send-link' })
    await sees(/TAUTAN DIKIRIM/)
    await tap('✅ Sudah berhasil', 'selesai. Terima kasih')

    const shown = await sari.waitFor(({ id, text }) => id === panel.id && text.includes('SELESAI'))
    expect(shown.edited).toBe(true)
    expect((await program.onlyCase()).status).toBe('completed')
    expect(sari.messages().every(({ text }) => !text.includes('198504122010012005') || text.startsWith('1985'))).toBe(
      true,
    )
  })

  it('goes on where it was after the program was started anew', async () => {
    sari.command('/start')
    await sees('Selamat datang')
    await step('hp hilang', 'Langkah 1 dari')
    await tap('Tidak ada', 'Siapa nama lengkap')
    await program.stop()
    sari.say('Rahayu Wulandari')
    sari.say('pns')
    program = await new TestProgram(network, {}, program.ports).start()
    await sees('Pesan Anda datang sebelum pertanyaan')
    const c = await program.onlyCase()
    expect(c.answers).toMatchObject({ name: 'Rahayu Wulandari' })
    expect(c.answers).not.toHaveProperty('employment')
    await step('pns', 'Berapa NIP')
  })

  it('hears within seconds that a file cannot be used, and sends another', async () => {
    await fillIn()
    await filesStored()
    await tap('Ubah Bukti ganti kata sandi email', 'Sudah ada 1 berkas')
    await tap(/Hapus berkas/, 'dihapus')
    sari.document(Buffer.from('bukan gambar'), { name: 'bukti.jpg', mime: 'image/jpeg' })
    await sees('tidak dapat dipakai')
    sari.document(await screenshot(4), { name: 'bukti.png', mime: 'image/png' })
    await sees('Berkas diterima (1')
    await tap(/Selesai/, 'Periksa jawaban Anda')
  })

  it('has a passphrase deleted from the chat', async () => {
    sari.command('/start')
    await sees('Selamat datang')
    const { message_id } = sari.say('passphrase saya Rahasia#123')
    await sees('sudah kami hapus')
    expect(sari.messages().map(({ id }) => id)).not.toContain(message_id)
  })

  it('is helped in a group with one sentence, and the bot leaves', async () => {
    const group = network.group({ id: -100500, title: 'Kantor' })
    group.addBot(sari)
    group.say(sari, 'halo')
    await vi.waitFor(() => expect(group.isLeft).toBe(true), 5_000)
    const sentences = group.messages().filter(({ from }) => from?.is_bot === true)
    expect(sentences).toHaveLength(1)
  })
})
