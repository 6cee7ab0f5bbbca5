import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { surfaceText } from '../../bot/simulator/slack/form.ts'
import type { SlackMessage } from '../../bot/simulator/slack/surface.ts'
import { identityText, reviewText } from '../../bot/text/desk-review.ts'
import { procedureButton } from '../../bot/text/procedure.ts'
import { dateAfter, wibMoment } from '../../core/form/calendar.ts'
import { DeskVerifier } from './desk-user.ts'
import { samples } from './files.ts'
import { House } from './house.ts'
import { canariesOf, person, staff } from './people.ts'
import { Requester } from './requester.ts'
import type { Verifier } from './verifier.ts'

const [rina, wati, eko] = [person('Rina Wahyuni'), person('Wati Wahyuni'), person('Eko Wahyuni')]
const [lina, dian] = [person('Lina Wahyuni'), person('Dian Wahyuni')]

let house: House
let sari: Verifier
let budi: Verifier
const daysAgo = (days: number, time: string) => `${dateAfter(wibMoment(Date.now()).date, -days)} ${time}`

beforeAll(async () => {
  house = await House.open()
  sari = await house.verifier('sari')
  budi = await house.verifier('budi')
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

describe('F. Reactivation of a compromised account', () => {
  let user: Requester
  const iphone = { kind: 'ios', name: 'iPhone 13' } as const
  const laptop = { kind: 'computer', name: 'Laptop ASUS' } as const
  beforeAll(() => {
    user = house.requester(rina)
  })

  it('1. BSrE has disabled the account: the user presses those words and reads what it takes, in which order', async () => {
    user.writes('/start')
    await user.reads('tidak pernah meminta passphrase')
    await user.pressesButton('account-disabled')
    await user.presses(procedureButton('reactivation', 'id'))
    const { text } = await user.sees('berurutan')
    expect(text).toMatch(/\(1\) full scan.*\(2\) ganti kata sandi.*\(3\) reset authenticator/s)
    expect(text).toContain('lama proses di BSrE tidak dapat kami janjikan')
    const { key, message } = await user.asked()
    expect(key).toBe('signingDeadline')
    expect(message.text).toMatch(/^Langkah 1 dari \d+ · BELUM TERKIRIM/)
  })

  it('2. the Reset Authenticator form of the user, one question at a time', async () => {
    const { key, message } = await user.answersAll({ except: ['devices'] })
    expect(key).toBe('devices')
    expect(message.text).toMatch(/^Langkah 11 dari \d+ · BELUM TERKIRIM/)
  })

  it('3. proof of an antivirus full scan on the devices used; an iPhone, which has none, shows version and profiles', async () => {
    const scan = await user.answersAll({ except: ['antivirus-scan.1'], devices: [laptop, iphone] })
    expect(scan.message.text).toContain('Perangkat 1 dari 2: Laptop ASUS')
    expect(scan.message.text).toContain('Quick scan tidak cukup')
    const phone = await user.answersAll({ except: ['ios-condition.2'] })
    expect(phone.message.text).toContain('VPN & Manajemen Perangkat')
    const files = { 'ios-condition': ['phoneSettings', 'phoneSettings'] } as const
    expect((await user.answersAll({ except: ['passwordChangedAt'], files })).key).toBe('passwordChangedAt')
  })

  it('4. proof that the password of the office mail was changed, after the scan; a wrong order asks for one more change', async () => {
    user.writes(daysAgo(1, '07.00'))
    await user.reads('Ganti kata sandi email dinas sekali lagi')
    user.writes(daysAgo(1, '15.10'))
    expect((await user.asked()).key).toBe('email-password-change')
    const check = await user.answersAll({ files: { 'email-password-change': ['passwordChange'] } })
    expect(check.key).toBe('check')
    for (const secret of canariesOf(rina)) expect(check.message.text).not.toContain(secret)
    expect(check.message.message.has_protected_content).toBe(true)
  })

  it('2–4. reach nobody before the user agrees and sends; then there is a number, and who holds it until when', async () => {
    expect(sari.member.messages().some(({ text }) => text.includes(user.number))).toBe(false)
    await user.submits()
    expect(user.number).toMatch(/^PANDU-\d{4}-\d{6}-[0-9A-Z]$/)
    expect((await user.sees(`Nomor pengajuan Anda: ${user.number}`)).text).toContain('dipegang verifikator Pemda DIY')
    const card = surfaceText((await sari.card(user.number)).blocks)
    expect(card).toContain('R••• W•••')
    for (const secret of canariesOf(rina)) expect(card).not.toContain(secret)
  })

  it('5. points 2 to 4 are legalised by the verifier, not before every proof was opened and the identity confirmed', async () => {
    const { number } = user
    const modal = await sari.reviews(number)
    await modal.choose('verdict:ios-condition.2', 'ok')
    expect((await sari.decides('legalise')).errors.decision).toContain('Buka semua bukti di meja kerja')
    await sari.opensEvidenceAtDesk(number)
    expect((await sari.decides('legalise')).errors.decision).toContain('Identitas pemohon belum dipastikan')
    await sari.desk.presses(identityText.showNumber.id)
    expect(sari.desk.text).toContain(`Nomor menurut daftar pegawai: ${rina.line.phone}`)
    await sari.decides('save')
  })

  it('5. what does not hold is returned, in at most five presses; the user is asked exactly that, and the rest stays', async () => {
    const { number } = user
    const before = sari.presses
    await sari.returns(number, 'antivirus-scan.1', 'R17')
    expect(sari.presses - before).toBeLessThanOrEqual(5)
    const notice = await user.sees(/meminta 1 perbaikan; 20 bagian lain sudah diterima/)
    expect(notice.text).toMatch(/Bukti full scan antivirus.*Tanggalnya tidak terlihat/)
    const { key, message } = await user.asked()
    expect(key).toBe('antivirus-scan.1')
    expect(message.text).toContain('Diminta diperbaiki')
    const check = await user.answersAll({ files: { 'antivirus-scan': ['wholeWindow'] } })
    expect(check.message.text).toContain('20 bagian lain sudah diterima dan tidak berubah')
    expect(check.message.buttons.filter((label) => label.startsWith('Ubah'))).toHaveLength(1)
    await user.submits()
  })

  it('5. and legalised by a colleague, for whom all is clean now, in at most six presses, the way to the desk among them', async () => {
    const before = budi.presses
    expect((await budi.legalises(user)).outcome).toBe('updated')
    expect(budi.presses - before).toBeLessThanOrEqual(6)
    expect(budi.member.modal()?.text).toContain(`${user.number} sudah dilegalisasi`)
    await user.sees('Verifikator sudah melegalisasi berkas')
  })

  it('5. and are sent to BSrE: a mail with the dossier, a ticket in the queue', async () => {
    const { number } = user
    const mail = await house.world.mailbox.waitForMail(
      ({ subject, attachments }) => subject.includes(number) && attachments.length > 0,
    )
    expect(mail.recipients).toEqual(['contact-center@bsre.example'])
    expect(mail.attachments.map(({ name }) => name)).toEqual([
      `${number}.pdf`,
      'antivirus-scan-1-1.png',
      'ios-condition-2-1.jpg',
      'ios-condition-2-2.jpg',
      'email-password-change-1.pdf',
      `${number}.zip`,
    ])
    expect(mail.attachments[1]?.bytes.equals((await samples.wholeWindow(user.person.chatId)).bytes)).toBe(true)
    await user.sees('sudah diteruskan ke contact center BSrE')
    const dewi = await house.agent()
    expect(await dewi.queue()).toEqual([number])
    await dewi.takes(number)
    await dewi.approves()
    await user.sees('BSrE menyetujui')
    await dewi.sendsLink()
  })

  it('5. after that the user gets a mail of BSrE with the link to reset the authenticator, opens it alone, and it worked', async () => {
    const { text } = await user.sees('Tautan Reset Authenticator dilaporkan sudah dikirim')
    expect(text).toContain('Jangan teruskan tautan atau kode OTP kepada siapa pun')
    expect(text).toContain('berakhir bssn.go.id')
    await user.pressesButton('worked')
    await user.sees(`Pengajuan ${user.number} selesai`)
    await user.sees(/^SELESAI/)
    expect((await house.verb('audit', 'verify')).at(-1)).toMatch(/^1 cases, \d+ events, 0 faults$/)
  })
})

describe('Two clicks in the same moment', () => {
  let user: Requester
  let holder: Verifier
  let other: Verifier
  let card: SlackMessage

  it('of two verifiers on *Periksa*: one has the case, the other reads who has it', async () => {
    user = house.requester(eko)
    const number = await user.applies({ procedure: 'lost-authenticator' })
    card = await sari.card(number, (text) => text.includes('Periksa'))
    await Promise.all([sari.pressesReview(number), budi.pressesReview(number)])
    const hasIt = async (verifier: Verifier) => {
      await verifier.member.waitForModal(({ view, text }) => view.callback_id === 'review' && text.includes(number))
      return verifier
    }
    holder = await Promise.race([sari, budi].map(hasIt))
    other = holder === sari ? budi : sari
    // Where Slack or the store is slow, a window opens at once and says it in the end; else it is said beside the card.
    const told = `${number} sedang dipegang ${holder.name}`
    await Promise.race([
      other.member.waitForEphemeral(({ text }) => text.includes(told)),
      other.member.waitForModal(({ text }) => text.includes(told)),
    ])
    expect(other.member.modal()?.view.callback_id).not.toBe('review')
  })

  it('on two decisions, in Slack and at the desk: the first one counts, the other is told', async () => {
    const { number } = user
    await (await holder.member.waitForModal()).uncheck('clean:0', 'nik')
    await holder.desk.opens(number)
    const rejecting = holder.desk.presses(reviewText.reject.id, { 'reject-reason': 'R23' })
    await Promise.all([holder.decides('return'), rejecting])
    const isReturned = holder.member.modal()?.text.includes(`${number} dikembalikan`) === true
    const isRejected = holder.desk.status === 200
    expect([isReturned, isRejected].filter(Boolean)).toHaveLength(1)
    await user.sees(isReturned ? /meminta 1 perbaikan/ : `${number} ditolak`)
    if (isReturned) expect(holder.desk.text).toMatch(/baru saja berubah|Sudah diproses/)
    else expect(holder.member.modal()?.text).toContain('sudah diproses: DITOLAK')
  })

  it('of which one falls on a card as it was before: nothing happens, and whoever pressed reads what was decided', async () => {
    await other.member.click('review', { message: card })
    const decided = new RegExp(`${user.number} sudah diproses: (DITOLAK|PERLU PERBAIKAN), .* ${holder.name}`)
    await other.member.waitForEphemeral(({ text }) => decided.test(text))
  })
})

describe('A restart of the program', () => {
  it('in the middle of a question loses nothing: what was said meanwhile is the answer to that very part of it', async () => {
    const user = house.requester(wati)
    await user.opens()
    await user.answersAll({ except: ['devices'] })
    await user.presses('Laptop atau komputer')
    await user.reads('Apa nama atau merek perangkat itu')
    await house.stop()
    user.writes('Laptop ASUS')
    await house.start()
    await user.reads(/1\. Laptop ASUS.*Ada perangkat lain\?/s)
    await user.pressesButton('all-devices')
    expect((await user.asked()).key).toBe('antivirus-scan.1')
    await user.pressesButton('back')
    expect((await user.asked()).message.text).toContain('Jawaban sekarang: Laptop ASUS (Laptop atau komputer)')
    await user.pressesButton('back')
    expect((await user.asked()).key).toBe('noticedOn')
  })
})

describe('A user who gives up', () => {
  it('is asked once more, may think again, and reads how to begin anew', async () => {
    const user = house.requester(wati)
    user.writes('/batal')
    await user.reads(`Batalkan pengajuan ${user.number}?`)
    await user.pressesButton('cancel-no')
    await user.pressesButton('cancel')
    await user.pressesButton('cancel-yes')
    await user.sees(/^DIBATALKAN/)
    expect((await user.reads('Bila masih perlu')).text).toMatch(/mulai lagi dengan \/start|pengajuan baru kapan saja/)
  })
})

describe('A case in the name of somebody else', () => {
  let thief: Requester
  let owner: Requester

  it('shows its call words in the chat of whoever made it, and nowhere else', async () => {
    thief = new Requester(house.world.telegram, { ...lina, firstName: 'Maling', chatId: 6_660_001 })
    owner = house.requester(lina)
    await thief.applies({ procedure: 'lost-authenticator' })
    await owner.applies({ procedure: 'lost-authenticator' })
    await budi.reviews(owner.number)
    await budi.member.click('call', { in: 'modal' })
    await owner.callWords(owner.number)
    await sari.reviews(thief.number)
    await sari.member.click('call', { in: 'modal' })
    await thief.callWords(thief.number)
    expect(owner.phone.messages().some(({ text }) => text.includes(thief.number))).toBe(false)
    expect(JSON.stringify(house.world.slack.calls)).not.toContain(await thief.callWords(thief.number))
  })

  it('is not helped by the true owner, who is called and reads out the words of a case of their own: three misses freeze it', async () => {
    for (const left of ['sisa 2 kali', 'sisa 1 kali']) {
      await sari.types(await owner.callWords(owner.number))
      expect((await sari.decides('legalise')).errors.words).toContain(left)
    }
    await sari.types(await owner.callWords(owner.number))
    await sari.decides('legalise')
    expect(sari.member.modal()?.text).toContain('Telepon tidak lagi diterima untuk pengajuan ini')
    expect((await sari.decides('legalise')).errors.decision).toContain('dibekukan')
    await thief.sees(`Pengajuan ${thief.number} dibekukan`)
  })

  it('and is rejected, with what its maker can do, while the case of the owner goes its way by its own words', async () => {
    expect((await sari.rejects('R25')).outcome).toBe('updated')
    expect((await thief.sees(`${thief.number} ditolak`)).text).toContain(
      'Temui verifikator instansi Anda secara langsung',
    )
    await thief.sees(/^DITOLAK/)
    await budi.types(await owner.callWords(owner.number))
    expect((await budi.decides('legalise')).outcome).toBe('updated')
    await owner.sees(`Berkas ${owner.number} sudah diteruskan`)
  })
})

describe('With Slack off', () => {
  let tono: DeskVerifier
  let user: Requester

  it('the program says so, and verifiers hear of a case by mail: number, kind, due time, address, nothing personal', async () => {
    await house.stop()
    await house.start({ slack: 'off' })
    expect(house.log.at(-1)?.message).toBe('ready')
    expect(house.log.map(({ message }) => message)).toContain(
      'Slack is not configured: verifiers work at the desk and hear of cases by mail',
    )
    user = house.requester(dian)
    const number = await user.applies()
    const mail = await house.world.mailbox.waitForMail(
      ({ recipients, text }) => recipients.includes(staff.tono.email) && text.includes(number),
    )
    expect(mail.text).toMatch(/Reaktivasi akun/)
    expect(mail.text).toMatch(/\d{1,2} \S+ 20\d\d, \d{2}\.\d{2} WIB/)
    expect(mail.text).toContain(`/desk/cases/${number}`)
    for (const secret of [...canariesOf(dian), 'Dian']) expect(mail.raw.toString()).not.toContain(secret)
  })

  it('and work at the desk, signed in by a link of their own from the mail, to the end', async () => {
    const { number } = user
    tono = new DeskVerifier(() => house.url)
    await tono.post('/desk/link', { email: staff.tono.email })
    const { text } = await house.world.mailbox.waitForMail(
      ({ recipients, text: body }) => recipients.includes(staff.tono.email) && body.includes('/desk/login?t='),
    )
    await tono.signsInBy(/http\S+\/desk\/login\?t=\S+/.exec(text)?.[0] ?? '')
    expect(await tono.queue()).toContain(number)
    await tono.reviews(number)
    await tono.calls(user)
    await tono.legalises()
    await user.sees(`Berkas ${number} sudah diteruskan`)
    await house.world.mailbox.waitForMail(
      ({ subject, attachments }) => subject.includes(number) && attachments.length === 4,
    )
    const dewi = await house.agent()
    await dewi.takes(number)
    await dewi.sendsLink()
    await user.sees(`GILIRAN ANDA · ${number}`)
    user.writes('sudah berhasil')
    await user.sees(`Pengajuan ${number} selesai`)
    expect((await house.verb('audit', 'verify')).at(-1)).toMatch(/ 0 faults$/)
  })
})
