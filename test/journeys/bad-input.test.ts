import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import { dateAfter, wibMoment } from '../../core/form/calendar.ts'
import { DeskUser } from './desk-user.ts'
import { House } from './house.ts'
import { bantul, diy, person, staff } from './people.ts'
import { startProgram } from './program.ts'
import type { Requester } from './requester.ts'
import type { Verifier } from './verifier.ts'

const [gita, hana, indra, john] = [
  person('Gita Lestari'),
  person('Hana Lestari'),
  person('Indra Lestari'),
  person('John Lestari'),
]
const day = (days: number) => dateAfter(wibMoment(Date.now()).date, days)

let house: House
beforeAll(async () => {
  house = await House.open({ agencies: [diy, bantul], telegram: 'webhook', slack: 'http' })
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

describe('In the chat', () => {
  let user: Requester

  it('a wrong answer is told which part is wrong and which form is right, and the question waits', async () => {
    user = house.requester(gita)
    await user.opens()
    const wrong: Readonly<Record<string, readonly (readonly [string, RegExp])[]>> = {
      signingDeadline: [[day(-3), /sudah lewat/]],
      name: [['R2 D2', /tidak memuat angka; periksa karakter ke-2/]],
      nip: [
        ['198504122010012', /NIP terdiri dari 18 angka; yang Anda kirim 15/],
        ['198513122010012005', /Angka ke-5 dan ke-6 \(bulan lahir\) seharusnya 01 sampai 12/],
      ],
      nik: [
        ['340401520485', /NIK terdiri dari 16 angka; yang Anda kirim 12/],
        ['3404017204850001', /Angka ke-7 dan ke-8 \(tanggal lahir; untuk wanita ditambah 40\)/],
      ],
      email: [
        ['gita@gmail.com', /yang berakhir @jogjaprov\.go\.id, bukan email pribadi/],
        ['gita jogjaprov.go.id', /tanda @/],
      ],
      phone: [['0274 555000', /diawali 08 atau \+628/]],
      noticedOn: [
        ['31/02/2026', /Tanggalnya seharusnya 1 sampai/],
        [day(3), /belum terjadi/],
      ],
    }
    for (const [key, tries] of Object.entries(wrong)) {
      const asked = await user.answersAll({ except: [key] })
      for (const [said, words] of tries) {
        user.writes(said)
        expect((await user.reads(words)).text).not.toContain(said)
      }
      await user.answers(asked)
    }
    expect((await user.asked()).key).toBe('devices')
  })

  it('free text where a button waits, a sticker, a voice message, a place: each is told what is wanted', async () => {
    user = house.requester(hana)
    await user.opens('lost-authenticator')
    const { key } = await user.answersAll({ except: ['employment'] })
    const odd = [
      [() => user.writes('karyawan lama'), 'Tekan salah satu tombol'],
      [() => user.phone.sticker(), 'Stiker tidak dapat kami baca. Mohon tekan salah satu tombol'],
      [() => user.phone.voice(), 'Pesan suara tidak dapat kami dengar'],
      [() => user.phone.location(), 'Lokasi tidak diperlukan'],
    ] as const
    for (const [send, words] of odd) {
      send()
      expect((await user.reads(words)).buttons).toContain('PNS (termasuk CPNS)')
    }
    expect(key).toBe('employment')
    await user.presses('PNS (termasuk CPNS)')
    expect((await user.asked()).key).toBe('nip')
  })

  it('an unknown command is told the known ones; an edited message changes nothing and says how to', async () => {
    user.writes('/mulai')
    await user.reads('Perintah itu tidak kami kenal. Yang ada: /start /kasus /lanjut')
    const { message_id } = user.phone.say(hana.line.nip)
    await user.isAsked('nik')
    user.phone.edit(message_id, '199003052015031003')
    await user.reads('Mengubah pesan tidak mengubah jawaban')
    user.writes(hana.line.nik)
    expect((await user.asked()).key).toBe('email')
  })

  it('a press on an old button is told that it is done, and what is current; two presses at once count once', async () => {
    const email = await user.asked()
    expect(await user.presses('PNS (termasuk CPNS)')).toMatch(
      /^Tombol ini sudah diproses\. Sekarang: Langkah \d+ dari \d+ · Email dinas/,
    )
    await user.answers(email)
    await user.answersAll({ except: ['lossReason'] })
    const { message } = await user.asked()
    const presses = ['HP hilang atau rusak', 'Ganti HP'].map((label) =>
      user.phone.press(label, { messageId: message.id }),
    )
    const toasts = await Promise.all(presses.map((press) => user.phone.waitForAnswer(press)))
    expect(toasts.filter(({ text }) => text.startsWith('Tombol ini sudah diproses'))).toHaveLength(1)
    await user.answersAll()
    await user.submits()
  })

  it('a file that is empty, too big, broken or of another kind is refused with what to send; others stay', async () => {
    user = house.requester(gita)
    await user.answersAll({ except: ['antivirus-scan.1'] })
    await user.sends('empty')
    await user.reads('Berkasnya kosong')
    await user.sends('tooBig')
    await user.reads('Berkasnya lebih dari 20 MB')
    await user.sends('broken', 'word', 'scan')
    await user.sees(/tidak dapat dipakai\. Berkasnya rusak atau terpotong/)
    await user.sees(/tidak dapat dipakai\. Jenis berkas ini tidak diterima/)
    await user.pressesButton('done')
    const check = await user.answersAll()
    expect(check.message.text).toMatch(/Bukti full scan antivirus – perangkat 1[^\n]*: 1 berkas/)
    await user.submits()
  })

  it('speaks English to whoever reads English', async () => {
    const { id, phone } = {
      id: john.chatId,
      phone: house.world.telegram.person({ id: john.chatId, firstName: 'John', languageCode: 'en' }),
    }
    phone.say('/start')
    await phone.waitFor(({ text }) => text.startsWith('Welcome to Pandu'))
    phone.say('compromised')
    await phone.waitFor(({ text }) => text.includes('Step 1 of'))
    phone.say('yesterday')
    await phone.waitFor(({ text }) => text.includes('That date has passed. Write today or a date to come.'))
    phone.sticker()
    await phone.waitFor(({ text }) => text.includes('We cannot read stickers. Please answer with text.'))
    expect(id).toBe(phone.user.id)
  })

  it('a group is told once that Pandu serves private chats only, and left', async () => {
    const group = house.world.telegram.group({ id: -1001, title: 'Kantor' })
    group.addBot(user.phone)
    await vi.waitFor(() => expect(group.isLeft).toBe(true))
    expect(group.messages()).toHaveLength(1)
    expect(group.messages()[0]?.text).toContain('hanya melayani percakapan pribadi')
  })
})

describe('At Slack', () => {
  let number: string
  let sari: Verifier
  beforeAll(async () => {
    ;({ number } = house.requester(hana))
    sari = await house.verifier('sari')
    await sari.card(number, (text) => text.includes('Periksa'))
  })
  const tellsOnly = async (id: string) => {
    const member = house.world.slack.member({ id, channels: ['C0VERIF'] })
    const card = await sari.card(number)
    await member.click('review', { messageTs: card.ts })
    const { text } = await member.waitForEphemeral(() => true)
    expect(member.modal()).toBeUndefined()
    expect(surfaceText((await sari.card(number)).blocks)).toContain('MENUNGGU VERIFIKATOR')
    return text
  }

  it('somebody who is no verifier is told whom to ask', async () => {
    expect(await tellsOnly('UCURIOUS')).toContain('Anda belum terdaftar sebagai verifikator di Pandu')
  })

  it('a verifier of another agency is told that the case is not theirs', async () => {
    expect(await tellsOnly(staff.joko.slack)).toContain('Pengajuan ini milik instansi lain')
  })

  it('a tampered, forged, stale or future request is answered 401, and nothing happens', async () => {
    const { http } = house.world.slack
    const pressed = {
      type: 'block_actions',
      user: { id: 'UVER1' },
      trigger_id: '1',
      actions: [{ action_id: 'review', value: number }],
    }
    const body = new URLSearchParams({ payload: JSON.stringify(pressed) }).toString()
    const type = 'application/x-www-form-urlencoded'
    const good = http.sign(body, type)
    const { 'x-slack-signature': _, ...unsigned } = good.headers
    const forgeries = [
      { ...good, body: body.replace('UVER1', 'UVER2') },
      http.sign(body, type, { secret: 'another-secret' }),
      http.sign(body, type, { atMs: Date.now() - 301_000 }),
      http.sign(body, type, { atMs: Date.now() + 360_000 }),
      { body, headers: unsigned },
    ]
    const before = house.world.slack.calls.length
    for (const forgery of forgeries) expect((await http.post(forgery)).status).toBe(401)
    expect(house.world.slack.calls).toHaveLength(before)
    expect(surfaceText((await sari.card(number)).blocks)).toContain('MENUNGGU VERIFIKATOR')
  })

  it('a captured request that is sent again does nothing more', async () => {
    await sari.reviews(number)
    const opened = () => house.world.slack.calls.filter(({ method }) => method === 'views.open').length
    const before = opened()
    const [again] = await house.world.slack.replay()
    expect(again?.status).toBe(200)
    expect(opened()).toBe(before)
    await sari.decides('release')
  })

  it('an update that does not know the secret of the webhook is answered 401', async () => {
    const update = {
      update_id: 1,
      message: { message_id: 1, date: 1, chat: { id: gita.chatId, type: 'private' }, text: '/start' },
    }
    for (const secret of ['', 'salah', 'rahasia-webhook '.repeat(20)]) {
      const headers = {
        'content-type': 'application/json',
        ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
      }
      const answer = await fetch(`${house.url}/telegram/webhook`, {
        method: 'POST',
        headers,
        body: JSON.stringify(update),
      })
      expect(answer.status).toBe(401)
    }
  })
})

describe('At the desk', () => {
  const linkFor = async (name: 'sari' | 'joko') =>
    (await house.verb('desk-link', '--staff', staff[name].email))[0] ?? ''

  it('a link opens once, for a minute, and not when it was altered; each time the way to a new one is told', async () => {
    const [link, late] = [await linkFor('sari'), await linkFor('sari')]
    const user = new DeskUser(() => house.url)
    await user.signsInBy(`${link.slice(0, -3)}abc`)
    expect([user.status, user.text]).toEqual([410, expect.stringContaining('Tautan ini tidak berlaku lagi')])
    await user.signsInBy(link)
    expect(user.text).toContain(staff.sari.name)
    const second = new DeskUser(() => house.url)
    await second.signsInBy(link)
    expect([second.status, second.text]).toEqual([410, expect.stringContaining('Cara mendapat tautan')])
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    await second.signsInBy(late)
    vi.useRealTimers()
    expect([second.status, second.text]).toEqual([
      410,
      expect.stringContaining('Tidak ada yang hilang: mintalah tautan baru'),
    ])
  })

  it('a case of another agency is not found, and not told from one that does not exist', async () => {
    const { number } = house.requester(hana)
    const joko = await house.desk('joko')
    await joko.opens(number)
    const [status, text] = [joko.status, joko.text]
    await joko.opens('PANDU-2026-999999-X')
    expect([joko.status, joko.text.replaceAll('PANDU-2026-999999-X', '#')]).toEqual([
      status,
      text.replaceAll(number, '#'),
    ])
    expect(status).toBe(404)
  })
})

describe('An answer that comes after thirty days', () => {
  it('finds the case closed, in words, and a way to begin again', async () => {
    const user = house.requester(indra)
    await user.opens('lost-authenticator')
    await user.answersAll({ except: ['nik'] })
    const now = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: now + 15 * 86_400_000 })
    house.requester(gita).writes('/kasus')
    await user.sees(/Batas waktu .* lewat, jadi pengajuan ini ditutup/)
    vi.setSystemTime(now + 31 * 86_400_000)
    user.writes(indra.line.nik)
    await user.reads('Tidak ada pertanyaan yang menunggu jawaban Anda, jadi pesan itu tidak disimpan')
    await user.reads('Selamat datang di Pandu')
    vi.useRealTimers()
  })
})

describe('At the start', () => {
  const env = () => ({
    TELEGRAM_BOT_TOKEN: house.world.telegram.token,
    TELEGRAM_API_ROOT: house.world.telegram.apiRoot,
  })
  /** Runs the command line and ends with it. */
  const pandu = (
    words: readonly string[],
    variables: Readonly<Record<string, string>>,
    node: readonly string[] = [],
  ) => {
    const { PATH = '', HOME = '' } = process.env
    const options = {
      cwd: new URL('../..', import.meta.url),
      env: { PATH, HOME, ...variables },
      encoding: 'utf8',
    } as const
    return spawnSync(process.execPath, [...node, 'bot/pandu.mjs', ...words], options)
  }

  it('a second process on the same data folder is refused with the pid of the first, which goes on', async () => {
    const second = startProgram({ dataDir: house.config.DATA_DIR, env: env() })
    await expect(second).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(`${process.pid}`) })
    const user = house.requester(indra)
    user.writes('/start')
    await user.reads('Selamat datang')
  })

  it('a port that is in use is said with the remedy', async () => {
    const port = new URL(house.url).port
    const dataDir = join(house.folder, 'other')
    const refused = startProgram({ dataDir, env: { ...env(), PORT: port } })
    const message = expect.stringMatching(new RegExp(`Port ${port} .*in use.*PORT=${Number(port) + 1}`))
    await expect(refused).rejects.toMatchObject({ exitCode: 2, message })
  })

  it('everything that is missing or wrong is told at once, with variable, reason and example, and nothing starts', () => {
    const wrong = {
      TELEGRAM_BOT_TOKEN: 'no-token',
      TELEGRAM_MODE: 'webhook',
      SLACK_BOT_TOKEN: 'xoxp-wrong',
      SLACK_MODE: 'carrier-pigeon',
      DATABASE_URL: 'mysql://localhost/pandu',
      MASTER_KEY: 'short',
      PORT: '99999',
      SMTP_URL: 'http://mail',
      CONTACT_CENTER_EMAIL: 'nobody',
    }
    for (const verb of ['check-config', 'start']) {
      const { status, stderr } = pandu([verb], wrong)
      expect(status).toBe(2)
      for (const [variable, value] of Object.entries(wrong)) {
        if (variable === 'TELEGRAM_MODE') continue
        expect(stderr).toMatch(new RegExp(`^${variable}: .+ Example: ${variable}=.+$`, 'm'))
        expect(stderr).not.toContain(value)
      }
    }
  })

  it('no start without a secret that is needed', () => {
    const needs: readonly (readonly [Record<string, string>, string])[] = [
      [{ TELEGRAM_MODE: 'webhook' }, 'TELEGRAM_WEBHOOK_SECRET'],
      [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_MODE: 'http' }, 'SLACK_SIGNING_SECRET'],
      [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN'],
      [{ DATABASE_URL: 'postgres://localhost/pandu' }, 'MASTER_KEY'],
    ]
    for (const [variables, secret] of needs) {
      const { status, stderr } = pandu(['check-config'], { ...env(), ...variables })
      expect([status, stderr]).toEqual([2, expect.stringContaining(`${secret}: is required`)])
    }
  })

  it('an old Node is told which one it takes', () => {
    const old = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.0" } })'
    const { status, stderr } = pandu(['start'], env(), ['--import', `data:text/javascript,${encodeURIComponent(old)}`])
    expect([status, stderr]).toEqual([2, expect.stringContaining('Node 20.19')])
  })
})
