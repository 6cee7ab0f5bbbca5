import { beforeEach, describe, expect, it } from 'vitest'
import { fileSizeMaxBytes } from '../../core/evidence/kind.ts'
import { TestChat, verifier } from './chat.ts'
import { answerUntil, openReactivation, submitReactivation } from './play-through.ts'

let chat: TestChat
beforeEach(() => {
  chat = new TestChat()
})

/** Brings the chat to a question; what was shown before does not count. */
async function at(key?: string): Promise<void> {
  await openReactivation(chat)
  await answerUntil(chat, key)
  chat.shown.splice(0, chat.shown.length - 1)
}
const answers = async () => (await chat.case()).answers
const told = () => chat.shown.slice(1).map(({ text }) => text)

describe('A wrong answer', () => {
  it.each([
    ['nip', '19850412201001200', /18 angka.*17/],
    ['nip', '198513122010012005', /bulan|angka ke-5|13/i],
    ['nik', '3404015204850', /16/],
    ['email', 'rahayu@gmail.com', /jogjaprov|dinas/i],
    ['phone', '12', /HP/],
    ['noticedOn', '31 Februari 2026', /tanggal|Februari|29|28/i],
    ['noticedOn', '24 November 2026', /belum terjadi|depan|lewat/i],
  ])('to %s is told what is right, and the question stays open', async (key, wrong, words) => {
    await at(key)
    await chat.say(wrong)
    expect(told().join()).toMatch(words)
    expect(chat.last).toMatchObject({
      buttons: expect.arrayContaining([expect.objectContaining({ label: '⬅ Kembali' })]),
    })
    expect(await answers()).not.toHaveProperty(key)
    await answerUntil(chat, 'devices')
    expect(await answers()).toHaveProperty(key)
  })

  it('where a button waits is told so, and typing a label counts as a press', async () => {
    await at('employment')
    await chat.say('presiden')
    expect(told().join()).toContain('tidak ada dalam pilihan')
    await chat.say('pppk')
    expect((await answers()).employment).toBe('pppk')
  })

  it('"Tidak tahu" is taken where the field is not needed, refused where it is', async () => {
    await at('unit')
    await chat.say('ga tau')
    expect((await answers()).unit).toBeNull()
    await at2('name')
    await chat.say('tidak tahu')
    expect(await answers()).not.toHaveProperty('nik')
  })

  async function at2(key: string) {
    chat = new TestChat()
    await at(key)
  }
})

describe('What no question takes', () => {
  it.each([
    [{ sticker: { file_id: 's', emoji: '👍' } }, 'Stiker'],
    [{ voice: { file_id: 'v', duration: 3 } }, 'Pesan suara'],
    [{ video: { file_id: 'v', duration: 3 } }, 'Video'],
    [{ animation: { file_id: 'g' }, document: { file_id: 'g', file_size: 5 } }, 'Video'],
    [{ location: { latitude: 1, longitude: 2 } }, 'Lokasi'],
    [{ contact: { phone_number: '+628110000000', first_name: 'Budi' } }, 'Kartu kontak'],
    [{ poll: { id: '1', question: 'Ya?' } }, 'Jenis pesan itu'],
  ])('%j is declined in words at every kind of question', async (content, words) => {
    for (const key of ['name', 'employment', 'devices', 'antivirus-scan.1', undefined]) {
      chat = new TestChat()
      await at(key)
      const before = await chat.case()
      await chat.send(content)
      expect(told().join()).toContain(words)
      expect(await chat.case()).toEqual(before)
      expect(chat.last.buttons.length).toBeGreaterThan(0)
    }
  })

  it('a file where text is asked is said to belong elsewhere', async () => {
    await at('name')
    await chat.photo()
    expect(told().join()).toContain('Berkas itu belum kami simpan')
    expect(chat.last.text).toContain('Siapa nama lengkap Anda?')
    expect((await chat.case()).evidence).toEqual({})
  })

  it('what no option says has the question repeated below', async () => {
    await at('employment')
    await chat.say('pegawai')
    expect(chat.last.text).toMatch(/tidak ada dalam pilihan.*Apa status kepegawaian Anda\?/s)
  })

  it('text where a file is asked keeps the question open', async () => {
    await at('antivirus-scan.1')
    await chat.say('sebentar ya')
    expect(told().join()).toContain('Mohon kirim gambar atau PDF')
    await chat.photo()
    expect((await chat.case()).evidence['antivirus-scan.1']).toHaveLength(1)
  })

  it('an unknown command is told the known ones, and the question stays open', async () => {
    await at('name')
    await chat.say('/mulai')
    expect(told()[0]).toContain('/start /kasus /lanjut')
    expect(told()[1]).toContain('masih menunggu')
    await chat.say('Rahayu Wulandari')
    expect(await answers()).toMatchObject({ name: 'Rahayu Wulandari' })
  })

  it('a cry for help is no name: it is shown the help, and the question stays open', async () => {
    await at('name')
    for (const cry of ['Tolong!', 'bantuan', 'HELP']) {
      await chat.say(cry)
      expect(told()[0]).toContain('/lanjut – lanjutkan pertanyaan')
      expect(told()[1]).toContain('masih menunggu')
    }
    expect(await answers()).not.toHaveProperty('name')
  })

  it('an edited message never changes the answer, and says how to', async () => {
    await at('name')
    const id = await chat.say('Rahayu Wulandari')
    await chat.edit(id, 'Budi Santoso')
    expect(told().at(-1)).toContain('Mengubah pesan tidak mengubah jawaban')
    expect(await answers()).toMatchObject({ name: 'Rahayu Wulandari' })
    await chat.say('pns')
    expect(await answers()).toMatchObject({ employment: 'pns' })
  })
})

describe('A file', () => {
  it('over 20 MB is refused before it is fetched', async () => {
    await at('antivirus-scan.1')
    await chat.document({ file_size: fileSizeMaxBytes + 1 })
    expect(told().join()).toContain('lebih dari 20 MB')
    expect((await chat.case()).evidence).toEqual({})
    await chat.document({ file_size: fileSizeMaxBytes })
    expect((await chat.case()).evidence['antivirus-scan.1']).toHaveLength(1)
  })

  it('that is empty is refused', async () => {
    await at('antivirus-scan.1')
    await chat.document({ file_size: 0 })
    expect(told().join()).toContain('kosong')
  })

  it.each([undefined, '', '   '])('named %j gets a name of ours', async (file_name) => {
    await at('antivirus-scan.1')
    await chat.send({ document: { file_id: 'f', file_size: 5, file_name } })
    expect(told().join()).toContain('tidak bernama')
    expect((await chat.case()).evidence['antivirus-scan.1']?.[0]?.name).toBe('berkas-1')
  })

  it('of an album is kept with all others, and one message says how many there are', async () => {
    await at('antivirus-scan.1')
    for (let n = 0; n < 4; n += 1)
      await chat.arrive({ photo: [{ file_id: `p${n}`, file_size: 5 }], media_group_id: 'album-1' })
    await chat.work()
    expect((await chat.case()).evidence['antivirus-scan.1']?.map(({ source }) => source)).toEqual([
      'p0',
      'p1',
      'p2',
      'p3',
    ])
    // Rows that replace each other are one message: see the journey.
    const rows = chat.shown.filter(({ method }) => method === 'files')
    expect(rows.length).toBeGreaterThan(0)
    expect(told()).toEqual(rows.map(() => JSON.stringify({ item: 'antivirus-scan.1', isAgain: false })))
  })

  it('beyond the tenth is refused with what to do', async () => {
    await at('antivirus-scan.1')
    for (let n = 0; n < 11; n += 1) await chat.photo()
    expect(told().at(-1)).toContain('paling banyak 10 berkas')
    await chat.press(/Hapus berkas/)
    expect((await chat.case()).evidence['antivirus-scan.1']).toEqual([])
  })

  it('is needed before *Selesai*', async () => {
    await at('antivirus-scan.1')
    await chat.press(/Selesai/)
    expect(told().join()).toContain('sedikitnya satu berkas')
    expect((await chat.case()).finished).toEqual([])
  })
})

describe('A press', () => {
  it('on an old button is answered with what is current', async () => {
    await at('employment')
    const old = chat.dataOf('PNS (termasuk CPNS)')
    await chat.press('PNS (termasuk CPNS)')
    await chat.press(old)
    expect(chat.toasts.at(-1)).toBe('Tombol ini sudah diproses. Sekarang: Langkah 4 dari 19 · NIP/NI PPPK.')
    expect(await answers()).not.toHaveProperty('nip')
  })

  it('made twice at once acts once', async () => {
    await at('employment')
    await chat.arrivePress('PNS (termasuk CPNS)')
    await chat.arrivePress('PPPK (termasuk Paruh Waktu)')
    await chat.work()
    expect(await answers()).toMatchObject({ employment: 'pns' })
    expect(chat.toasts.at(-1)).toContain('sudah diproses')
  })

  it('of Kirim made twice at once sends once', async () => {
    await openReactivation(chat)
    await answerUntil(chat)
    const { evidence } = await chat.case()
    for (const { id } of Object.values(evidence).flat())
      await chat.command('house', {
        type: 'store-evidence',
        fileId: id,
        stored: { sha256: id.padStart(64, '0'), type: 'jpeg', pages: 1, sizeBytes: 5 },
        remarks: [],
      })
    await chat.arrivePress(/Setuju dan kirim/)
    await chat.arrivePress(/Setuju dan kirim/)
    await chat.work()
    expect(
      (await chat.ports.ledger.history((await chat.case()).id)).filter(({ type }) => type === 'submitted'),
    ).toHaveLength(1)
    expect(chat.toasts.at(-1)).toContain('sudah diproses')
  })

  it.each(['v0:pick:xx', 'nonsense', 'v1:explode:abc', ''])(
    'with the data %j of somebody else is only calmed',
    async (data) => {
      await at('employment')
      const before = await chat.case()
      const message = { message_id: 1, chat: { id: 501, type: 'private' }, date: 1 }
      await chat.receive({ callback_query: { id: 'q', from: { id: 501, is_bot: false }, data, message } })
      await chat.work()
      expect(await chat.case()).toEqual(before)
      expect(chat.toasts.at(-1)).toContain('sudah diproses')
    },
  )
})

describe('An answer after the end', () => {
  it('of a draft that expired is not kept, and says so', async () => {
    await at('name')
    chat.pass(15 * 24 * 3_600_000)
    const { id } = await chat.case()
    await chat.command('house', { type: 'expire' })
    await chat.work()
    await chat.say('Rahayu Wulandari')
    expect(told().join()).toContain('sudah berakhir (KEDALUWARSA)')
    expect((await chat.ports.ledger.caseById(id))?.answers).toEqual({ agency: 'diy', signingDeadline: null })
  })

  it('after 30 days finds an open door, not an error', async () => {
    await at('name')
    await chat.command('house', { type: 'expire' })
    await chat.work()
    chat.pass(30 * 24 * 3_600_000)
    await chat.say('Rahayu Wulandari')
    expect(told().join()).toContain('Tidak ada pertanyaan yang menunggu')
    expect(chat.last.text).toContain('Selamat datang')
  })

  it('after months, with the dialogue still waiting, is told that nothing is asked', async () => {
    await at('name')
    const { id } = await chat.case()
    await chat.command('house', { type: 'expire' }, id)
    // The knock of the expiry is played only when the case is long out of sight.
    chat.pass(60 * 24 * 3_600_000)
    await chat.say('Rahayu Wulandari')
    expect(told().join()).toContain('Tidak ada pertanyaan yang menunggu')
    await chat.say('halo')
    expect(chat.last.text).toContain('Selamat datang')
  })

  it('to a case that a verifier holds is not kept either', async () => {
    await submitReactivation(chat)
    await chat.command(verifier, { type: 'claim' })
    await chat.work()
    const before = await chat.case()
    await chat.say('Budi Santoso')
    expect(chat.shown.at(-2)?.text).toContain('Tidak ada pertanyaan yang menunggu')
    expect(await chat.case()).toEqual(before)
  })
})
