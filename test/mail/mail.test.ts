import { createServer } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMail } from '../../bot/mail/mail.ts'
import { tryOut } from '../../bot/mail/post.ts'
import { Mailbox } from '../../bot/simulator/mailbox.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { OutboxItem, OwedRow } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { coverSheet } from '../../core/lab/cover-sheet.ts'
import { dossierOf } from '../../core/legalise/dossier.ts'
import { dewi, diy, Story, sari, system } from '../case/given.ts'
import { Browser, deskWorld, nik, nip, number, publicUrl, staff } from '../desk/desk-fixture.ts'

const mailbox = new Mailbox()
const from = 'pandu@diy.example'
const contactCenter = 'contact-center@bsre.example'
const patience = { connectMs: 1000, answerMs: 300 }

beforeAll(() => mailbox.start())
afterAll(() => mailbox.stop())
beforeEach(() => {
  mailbox.mails.splice(0)
})

const item = (row: Partial<OwedRow>): OutboxItem => ({
  dedup: 'row-1',
  lane: 'bulk',
  target: 'mail:x',
  kind: 'staff-mail',
  payload: {},
  id: 1,
  attempts: 1,
  isAmbiguous: false,
  leasedAt: '2026-11-23T02:00:00.000Z',
  ...row,
})
const mailOf = (ports: Ports, smtpUrl = mailbox.url, needsTls = false) =>
  createMail({ smtpUrl, needsTls, from }, ports, { publicUrl, patience })

async function submitted() {
  const world = await deskWorld()
  const c = await world.keep(new Story().submitted())
  const notice = (code: string, staffId = 'sari') => item({ caseId: c.id, payload: { staffId, code } })
  return { world, c, notice, mail: mailOf(world.ports) }
}

/** A case with the contact center, whose cover sheet and files are stored as the house stores them. */
async function sent() {
  const world = await deskWorld()
  Object.assign(world.ports, { contactCenterEmail: contactCenter })
  const file = new TextEncoder().encode('bytes of a screenshot')
  const story = new Story()
  // One file for every evidence, under its true digest.
  const sha256 = world.ports.sha256(file)
  story.attached = (key: string) => Story.prototype.attached.call(story, key, sha256)
  story.legalised()
  const sheet = await coverSheet(dossierOf(story.case, story.events, diy))
  const dossierSha256 = world.ports.sha256(sheet)
  story.when({ type: 'prepare', dossierSha256 }, system).when({ type: 'send', channels: ['mail'] }, system)
  const c = await world.keep(story)
  await world.ports.files.put(c.id, dossierSha256, 'dossier', sheet)
  await world.ports.files.put(c.id, sha256, 'original', file)
  return {
    world,
    story,
    c,
    sheet,
    file,
    sha256,
    row: item({ caseId: c.id, kind: 'dossier-mail', target: 'mail:contact-center' }),
  }
}

describe('a mail to staff', () => {
  it('tells number, kind, due time and desk address, Indonesian first', async () => {
    const { mail, notice } = await submitted()
    expect(await mail.deliver(notice('arrived'))).toMatchObject({ state: 'sent' })
    const [got] = mailbox.mails
    expect(got!.recipients).toEqual(['sari@jogjaprov.go.id'])
    expect(got!.subject).toContain(number)
    expect(got!.text).toContain(`${publicUrl}/desk/cases/${number}`)
    expect(got!.text).toContain('Batas: Sel 24 Nov 2026, 09.00 WIB')
    expect(got!.text.indexOf('Pengajuan baru menunggu')).toBeLessThan(got!.text.indexOf('A new case is waiting'))
    expect(got!.html).toBe('')
  })

  it.each(['arrived', 'urgent', 'resubmitted', 'overdue'])('holds nothing personal: %s', async (code) => {
    const { mail, notice } = await submitted()
    await mail.deliver(notice(code))
    const raw = mailbox.mails[0]!.raw.toString()
    const text = `${raw}${mailbox.mails[0]!.text}${mailbox.mails[0]!.subject}`
    for (const value of [nip, nik, 'Rina', 'Wulandari', 'rina.wulandari', '81234567890', 'token', 'login?t'])
      expect(text).not.toContain(value)
  })

  it('is not sent once it is no longer their turn, nor to whoever left, nor about another agency', async () => {
    const { mail, notice, world } = await submitted()
    await mail.deliver(notice('arrived', 'dewi'))
    await mail.deliver(notice('arrived', 'joko'))
    await mail.deliver(notice('arrived', 'nobody'))
    await world.ports.directory.saveStaff({ ...staff.budi, removedAt: world.clock })
    await mail.deliver(notice('arrived', 'budi'))
    expect(mailbox.mails).toEqual([])
  })

  it('carries a fresh one-time link that opens the desk for ten minutes', async () => {
    const { mail, world } = await submitted()
    await mail.deliver(item({ payload: { staffId: 'sari', code: 'login-link' } }))
    const [, token = ''] = /login\?t=(\S+)/.exec(mailbox.mails[0]!.text) ?? []
    world.clock = new Date(Date.parse(world.clock) + 9 * 60_000).toISOString()
    const browser = await new Browser(world).post('/desk/login', { t: token })
    expect(browser.status).toBe(200)
    expect(browser.text).toContain('Sari')
  })

  it('stands in one thread with the others about its case', async () => {
    const { mail, notice } = await submitted()
    await mail.deliver(notice('arrived'))
    await mail.deliver({ ...notice('overdue'), dedup: 'row-2' })
    const roots = mailbox.mails.map(({ raw }) => /^References: (.*)$/m.exec(raw.toString())?.[1]?.trim())
    expect(roots).toEqual([`<${number}@diy.example>`, `<${number}@diy.example>`])
  })

  it('keeps its Message-ID when the same row is sent again', async () => {
    const { mail, notice } = await submitted()
    await mail.deliver(notice('arrived'))
    await mail.deliver({ ...notice('arrived'), attempts: 2 })
    await mail.deliver({ ...notice('arrived'), dedup: 'row-2' })
    const ids = mailbox.mails.map(({ messageId }) => messageId)
    expect(ids[0]).toBe(ids[1])
    expect(ids[2]).not.toBe(ids[0])
    expect(ids[0]).toMatch(/@diy\.example>$/)
  })

  it.each(['a@b.example\r\nBcc: evil@x.example', 'a@b.example, evil@x.example', '<evil@x.example>', 'nobody', ''])(
    'never goes to what is no address: %j',
    async (email) => {
      const { mail, notice, world } = await submitted()
      await world.ports.directory.saveStaff({ ...staff.sari, email })
      expect(await mail.deliver(notice('arrived'))).toMatchObject({ state: 'dead' })
      expect(mailbox.mails).toEqual([])
    },
  )

  it.each([{}, null, 'x', { staffId: 1, code: 'arrived' }, { staffId: 'sari', code: 'constructor' }])(
    'is dead when its row is nonsense: %j',
    async (payload) => {
      const { mail } = await submitted()
      expect(await mail.deliver(item({ payload }))).toMatchObject({ state: 'dead' })
    },
  )
})

describe('a dossier by mail', () => {
  it('brings cover sheet and files to the contact center, bytes as legalised', async () => {
    const { world, row, sheet, file } = await sent()
    await mailOf(world.ports).deliver(row)
    const [got] = mailbox.mails
    expect(got!.recipients).toEqual([contactCenter])
    expect(got!.subject).toContain(number)
    expect(got!.attachments.map(({ name }) => name)).toEqual([
      `${number}.pdf`,
      'antivirus-scan-1-1.jpg',
      'email-password-change-1.jpg',
    ])
    expect(new Uint8Array(got!.attachments[0]!.bytes)).toEqual(sheet)
    expect(new Uint8Array(got!.attachments[1]!.bytes)).toEqual(file)
    for (const value of [nip, nik, 'Rina']) expect(got!.text + got!.subject).not.toContain(value)
  })

  it("goes to the agency's own choice of mailbox when there is one", async () => {
    const { world, row } = await sent()
    const own = { ...diy, contactCenter: { email: 'ra@agency.example' } }
    Object.assign(world.ports, { agencies: [own] })
    await mailOf(world.ports).deliver(row)
    expect(mailbox.mails[0]!.recipients).toEqual(['ra@agency.example'])
  })

  it('keeps number and dossier as its Message-ID, also after the case went on', async () => {
    const { world, row, c } = await sent()
    await mailOf(world.ports).deliver(row)
    await world.ports.ledger.commit([
      { changes: [{ before: c, after: { ...c, revision: c.revision + 1 }, events: [] }], owed: [], knocks: [] },
    ])
    await mailOf(world.ports).deliver({ ...row, isAmbiguous: true, attempts: 2 })
    const [first, second] = mailbox.mails.map(({ messageId }) => messageId)
    expect(first).toMatch(new RegExp(`^<${number}\\.[0-9a-f]{16}\\.[\\w-]{22}@diy\\.example>$`))
    expect(second).toBe(first)
    expect(mailbox.mails[0]!.raw.toString()).not.toMatch(/^References:/m)
  })

  it('refers to the dossier that BSrE returned before it, under a Message-ID of its own', async () => {
    const { world, row, story } = await sent()
    const mail = mailOf(world.ports)
    await mail.deliver(row)
    story.when({ type: 'take' }, dewi).when({ type: 'send-back', text: 'Tanggal tidak terlihat' }, dewi)
    story.when({ type: 'claim' }, sari)
    story.when({ type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' }, story.seen())
    const sheet = await coverSheet(dossierOf(story.case, story.events, diy))
    const dossierSha256 = world.ports.sha256(new TextEncoder().encode(`${sheet.length} again`))
    story.when({ type: 'prepare', dossierSha256 }, system).when({ type: 'send', channels: ['mail'] }, system)
    const c = await world.goOn(story)
    await world.ports.files.put(c.id, dossierSha256, 'dossier', new TextEncoder().encode(`${sheet.length} again`))
    await mail.deliver({ ...row, dedup: 'row-2' })
    await mail.deliver({ ...row, dedup: 'row-3', attempts: 2 })
    const [first, second, third] = mailbox.mails
    expect(second!.messageId).not.toBe(first!.messageId)
    expect(third!.messageId).toBe(second!.messageId)
    const raw = second!.raw.toString().replace(/\r\n[ \t]+/g, ' ')
    expect(raw).toContain(`References: ${first!.messageId}`)
    expect(raw).toContain(`In-Reply-To: ${first!.messageId}`)
  })

  it('does not leave with a file that is gone or altered', async () => {
    const { world, row, c, sha256 } = await sent()
    await world.ports.files.put(c.id, sha256, 'original', new TextEncoder().encode('something else'))
    expect(await mailOf(world.ports).deliver(row)).toEqual({ state: 'dead', error: 'file-altered' })
    const files = { ...world.ports.files, get: async () => undefined }
    expect(await mailOf({ ...world.ports, files }).deliver(row)).toEqual({ state: 'dead', error: 'file-missing' })
    expect(mailbox.mails).toEqual([])
  })

  it('brings the cover sheet alone when the files are too large for one mail', async () => {
    const world = await deskWorld()
    const large = new Uint8Array(19 * 1024 * 1024)
    const sha256 = world.ports.sha256(large)
    Object.assign(world.ports, { contactCenterEmail: contactCenter })
    const story = new Story()
    story.attached = (key: string) => Story.prototype.attached.call(story, key, sha256)
    const sheet = new TextEncoder().encode('%PDF')
    story.legalised().when({ type: 'prepare', dossierSha256: world.ports.sha256(sheet) }, system)
    const c = await world.keep(story)
    await world.ports.files.put(c.id, world.ports.sha256(sheet), 'dossier', sheet)
    await world.ports.files.put(c.id, sha256, 'original', large)
    await mailOf(world.ports).deliver(item({ caseId: c.id, kind: 'dossier-mail' }))
    expect(mailbox.mails[0]!.attachments).toHaveLength(1)
    expect(mailbox.mails[0]!.text).toContain('terlalu besar')
  })

  it('is pointless when the case went back to its requester', async () => {
    const { world, c } = await submitted()
    const row = item({ caseId: c.id, kind: 'dossier-mail' })
    expect(await mailOf({ ...world.ports, contactCenterEmail: contactCenter }).deliver(row)).toEqual({ state: 'sent' })
    expect(mailbox.mails).toEqual([])
  })
})

describe('a mail server that fails', () => {
  it.each([421, 450, 451])('is tried again after a passing refusal: %i', async (code) => {
    const { mail, notice } = await submitted()
    mailbox.fail({ kind: 'refuse', code })
    await expect(mail.deliver(notice('arrived'))).rejects.toThrow(Outage)
    mailbox.fail({ kind: 'refuse-recipient', code })
    await expect(mail.deliver(notice('arrived'))).rejects.toThrow(Outage)
    expect(await mail.deliver(notice('arrived'))).toMatchObject({ state: 'sent' })
  })

  it.each(['refuse', 'refuse-recipient'] as const)('ends it when it refuses for good: %s', async (kind) => {
    const { mail, notice } = await submitted()
    mailbox.fail({ kind, code: 550 })
    const delivery = await mail.deliver(notice('arrived'))
    expect(delivery).toMatchObject({ state: 'dead', error: expect.stringContaining('550') })
    expect(JSON.stringify(delivery)).not.toContain('@')
  })

  it.each(['drop-after-data', 'black-hole'] as const)('may have the mail when it went silent: %s', async (kind) => {
    const { mail, notice } = await submitted()
    mailbox.fail({ kind })
    expect(await mail.deliver(notice('arrived'))).toMatchObject({ state: 'ambiguous' })
    expect(await mail.deliver({ ...notice('arrived'), isAmbiguous: true })).toMatchObject({ state: 'sent' })
    const ids = new Set(mailbox.mails.map(({ messageId }) => messageId))
    expect(ids.size).toBe(1)
  })

  it('is tried again when it is not there', async () => {
    const { world, notice } = await submitted()
    const closed = mailOf(world.ports, await unusedUrl())
    await expect(closed.deliver(notice('arrived'))).rejects.toThrow(Outage)
  })

  it('is tried again when it hangs up or turns everybody away at the door', async () => {
    const { world, notice } = await submitted()
    for (const greeting of [undefined, '554 no service today\r\n', '421 too busy\r\n']) {
      const door = createServer((socket) => {
        socket.on('error', () => {})
        if (greeting === undefined) socket.destroy()
        else socket.end(greeting)
      })
      const url = await listening(door)
      await expect(mailOf(world.ports, url).deliver(notice('arrived')), greeting).rejects.toThrow(Outage)
      door.close()
    }
  })

  it('gets nothing in the clear where encryption is needed', async () => {
    const { world, notice } = await submitted()
    const sealed = mailOf(world.ports, mailbox.url, true)
    await expect(sealed.deliver(notice('arrived'))).rejects.toMatchObject({ name: 'Outage', retryAfterMs: 300_000 })
    expect(mailbox.mails).toEqual([])
    expect(await tryOut({ smtpUrl: mailbox.url, needsTls: true }, patience)).toBe('ETLS')
    expect(await tryOut({ smtpUrl: mailbox.url, needsTls: false }, patience)).toBeUndefined()
    expect(await tryOut({ smtpUrl: await unusedUrl(), needsTls: false }, patience)).toBe('ESOCKET')
  })

  it('is waited for when the house stops', async () => {
    const { mail, notice } = await submitted()
    const delivery = mail.deliver(notice('arrived'))
    await mail.stop()
    expect(mailbox.mails).toHaveLength(1)
    await delivery
  })
})

async function listening(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

async function unusedUrl(): Promise<string> {
  const server = createServer()
  const url = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return url
}
