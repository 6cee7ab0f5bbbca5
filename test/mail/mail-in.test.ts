import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createMailIn } from '../../bot/mail/mail-in.ts'
import { imapMailbox, type MailSource, tryMailbox } from '../../bot/mail/mailbox.ts'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import type { Event } from '../../core/case/event.ts'
import { takeIn } from '../../core/handling/evidence.ts'
import { joinMail } from '../../core/handling/mail-in.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { sha256 } from '../../core/lab/digest.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, dewi, diy, Story } from '../case/given.ts'
import { describeWithDovecot } from '../dovecot.ts'
import { textPicture } from '../lab/sample-images.ts'

const from = 'Pandu <pandu@jogjaprov.go.id>'
const picture = await textPicture().png().toBuffer()

/** A house with one case at its agent. */
async function house(story = new Story().sent()) {
  const store = createMemoryStore(() => at)
  const numbered = { ...story.case, number: formatCaseNumber(2026, 1) }
  await store.ledger.commit([
    { changes: [{ before: undefined, after: numbered, events: story.events }], owed: [], knocks: [] },
  ])
  await store.directory.saveStaff({
    id: 'dewi',
    role: 'agent',
    agencies: ['diy'],
    name: 'Dewi',
    email: 'dewi@bsre.example',
    slackUser: null,
    removedAt: null,
  })
  const ports = {
    ...store,
    now: () => at,
    newId: randomUUID,
    sha256,
    agencies: [{ ...diy, contactCenter: { email: 'cc@bsre.example' } }],
    has: { slack: false, mail: true },
    contactCenterEmail: undefined,
    wake: () => {},
  } as unknown as Ports
  const { id, number } = numbered
  const received = async () =>
    (await store.ledger.history(id)).filter(
      (event): event is Extract<Event, { type: 'mail-received' }> => event.type === 'mail-received',
    )
  const ours = `<${number}.abc.${store.mails.tokenOf(id)}@jogjaprov.go.id>`
  return { ports, id, number, received, ours, c: async () => store.ledger.caseById(id) }
}

const letter = (head: Record<string, string>, text = 'Berkas sudah kami terima.'): string =>
  [
    ...Object.entries({
      From: 'Loket <cc@bsre.example>',
      To: 'pandu@jogjaprov.go.id',
      Subject: 'Re: berkas',
      'Message-ID': `<${randomUUID()}@bsre.example>`,
      ...head,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    text,
  ].join('\r\n')

/** A mailbox in memory, for what needs no server. */
function boxOf(...mails: readonly (string | Buffer)[]): MailSource & { readonly left: (string | Buffer)[] } {
  const left = [...mails]
  return {
    left,
    async each(take) {
      for (const raw of [...left]) {
        await take({ place: sha256(Buffer.from(raw)), raw: Buffer.from(raw), isWhole: true })
        left.splice(left.indexOf(raw), 1)
      }
    },
  }
}

async function takenIn(ports: Ports, source: MailSource): Promise<void> {
  const errors: unknown[] = []
  let visits = 0
  const counted: MailSource = {
    async each(take) {
      await source.each(take)
      visits += 1
    },
  }
  const loop = createMailIn(counted, ports, {
    from,
    linkDomains: [],
    everyMs: 5,
    report: (said) => errors.push(said.what),
    failed: (error) => errors.push(error),
  })
  loop.start()
  await vi.waitFor(() => expect(visits).toBeGreaterThan(1), { timeout: 20_000 })
  await loop.stop()
  expect(errors).toEqual([])
}

describe('A mail that comes in', () => {
  it('joins its case by the mail of ours that it answers, once, as unproved words', async () => {
    const { ports, ours, received, c } = await house()
    const raw = letter({ 'In-Reply-To': ours }, 'Sudah diterima.\r\n\r\nPada Sen, 23 Nov 2026 Pandu menulis:\r\n> lama')
    await takenIn(ports, boxOf(raw))
    await takenIn(ports, boxOf(raw))
    expect(await received()).toMatchObject([
      { match: 'thread', sender: 'contact-center', kind: 'letter', author: { role: 'system' } },
    ])
    expect((await received())[0]?.secret).toMatchObject({ from: 'cc@bsre.example', text: 'Sudah diterima.' })
    expect(await c()).toMatchObject({ status: 'with-contact-center', talk: { mails: 1, unread: 1 } })
    expect(JSON.stringify(await c())).not.toContain('Sudah diterima')
  })

  it('joins by the number in its subject, and is said to have no more than that', async () => {
    const { ports, number, received } = await house()
    await takenIn(ports, boxOf(letter({ From: 'siapa@mana.example', Subject: `Tanya ${number.toLowerCase()}` })))
    expect(await received()).toMatchObject([{ match: 'number', sender: 'other' }])
  })

  it('with a forged reference joins nothing: it waits in the tray', async () => {
    const { ports, number, received } = await house()
    const forged = `<${number}.abc.AAAAAAAAAAAAAAAAAAAAAA@jogjaprov.go.id>`
    await takenIn(ports, boxOf(letter({ References: forged })))
    expect(await received()).toEqual([])
    expect(await ports.mails.mailsIn('tray', 5)).toHaveLength(1)
  })

  it('of the tray joins by an agent of the agency alone, by name, once', async () => {
    const { ports, number, received } = await house()
    await takenIn(ports, boxOf(letter({})))
    const [mail] = await ports.mails.mailsIn('tray', 5)
    if (mail === undefined) throw new Error('no mail')
    expect(await joinMail(ports, mail.id, number, 'nobody')).toMatchObject({ refused: 'not-yours' })
    expect(await joinMail(ports, mail.id, undefined, 'dewi')).toMatchObject({ refused: 'not-yours' })
    expect(await joinMail(ports, mail.id, number, 'dewi')).toMatchObject({ number })
    expect(await joinMail(ports, mail.id, number, 'dewi')).toMatchObject({ refused: 'not-yours' })
    expect(await received()).toMatchObject([{ match: 'by-hand', author: { role: 'agent', id: 'dewi' } }])
    expect(await ports.mails.mailsIn('tray', 5)).toEqual([])
    expect(dewi.role).toBe('agent')
  })

  it('is never a command: words that look like one change nothing of the case', async () => {
    const { ports, ours, c } = await house()
    const before = await c()
    await takenIn(ports, boxOf(letter({ 'In-Reply-To': ours, Subject: 'SETUJU' }, 'approve\r\n/batal\r\nselesai')))
    const after = await c()
    expect(after).toEqual({ ...before, revision: after?.revision, talk: after?.talk })
    expect(after?.decision).toBe(before?.decision)
  })

  it('leaves what holds a passphrase outside, and says which kind it was', async () => {
    const { ports, ours, received, id } = await house()
    await takenIn(ports, boxOf(letter({ 'In-Reply-To': ours }, 'passphrase saya: Rahasia#2026')))
    const [event] = await received()
    expect(event).toMatchObject({ withheld: 'passphrase', secret: { text: '' } })
    expect(JSON.stringify(await ports.ledger.history(id))).not.toContain('Rahasia#2026')
  })

  it('finds a secret also far behind the beginning, and below what it quotes', async () => {
    const { ports, ours, received } = await house()
    const text = `Halo\r\n${'kata biasa saja '.repeat(700)}\r\n> passphrase saya: Rahasia#2026`
    await takenIn(ports, boxOf(letter({ 'In-Reply-To': ours }, text)))
    expect((await received())[0]).toMatchObject({ withheld: 'passphrase', secret: { text: '' } })
  })

  it('of a machine is no new activity, and our own never comes back', async () => {
    const { ports, ours, received, c } = await house()
    await takenIn(
      ports,
      boxOf(
        letter({ 'In-Reply-To': ours, 'Auto-Submitted': 'auto-replied' }, 'Saya sedang cuti.'),
        letter({ 'In-Reply-To': ours, From: from }, 'gema'),
      ),
    )
    expect(await received()).toMatchObject([{ kind: 'automatic' }])
    expect((await c())?.talk).toMatchObject({ mails: 1, unread: 0 })
  })

  it('that says that one of ours did not arrive is known as that', async () => {
    const { ports, ours, received } = await house()
    const report = [
      'From: MAILER-DAEMON@mx.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Message-ID: <bounce@mx.example>',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b\r\nContent-Type: text/plain\r\n\r\nUser unknown',
      '--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1',
      `--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: ${ours}\r\nSubject: berkas\r\n\r\nisi`,
      '--b--',
    ].join('\r\n')
    await takenIn(ports, boxOf(report))
    expect(await received()).toMatchObject([{ kind: 'bounce', match: 'thread' }])
  })

  it('brings its attachments through the door of all evidence, behind no question', async () => {
    const { ports, ours, received, c } = await house()
    const raw = [
      'From: cc@bsre.example',
      `In-Reply-To: ${ours}`,
      'Message-ID: <a@bsre.example>',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b\r\nContent-Type: text/plain\r\n\r\nterlampir',
      `--b\r\nContent-Type: image/png; name="../../bukti.png"\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture.toString('base64')}`,
      '--b\r\nContent-Type: application/x-msdownload; name="a.exe"\r\nContent-Transfer-Encoding: base64\r\n\r\nTVqQAAMAAAAEAAAA',
      '--b--',
    ].join('\r\n')
    const before = await c()
    await takenIn(ports, boxOf(raw))
    const [event] = await received()
    expect(event?.secret.names).toEqual(['.._.._bukti.png', 'a.exe'])
    const owed = await ports.outbox.claim('evidence', 10, '2028-01-01T00:00:00.000Z', 1000)
    expect(owed.map(({ kind }) => kind)).toEqual(['fetch-evidence', 'fetch-evidence'])
    const none = async () => {
      throw new Error('no network has it')
    }
    for (const item of owed) await takeIn(ports, none, item)
    expect((await c())?.evidence['mail-1']?.map(({ state }) => state)).toEqual(['stored', 'refused'])
    expect(await c()).toMatchObject({ received: before?.received, finished: before?.finished })
    // Nothing of the house tells the requester of a mail's files.
    const told = await ports.outbox.claim('bulk', 20, '2028-01-01T00:00:00.000Z', 1000)
    expect(told.filter(({ target }) => target.startsWith('chat:'))).toEqual([])
  })

  it('stays in the tray when its case takes no more', async () => {
    const { ports, number, received } = await house()
    for (let n = 0; n < 22; n += 1)
      await takenIn(ports, boxOf(letter({ From: `s${n}@mana.example`, Subject: number }, `pesan ${n}`)))
    expect(await received()).toHaveLength(20)
    expect(await ports.mails.mailsIn('tray', 5)).toHaveLength(2)
  })

  it('is joined once whatever the crash: before and after each commit', async () => {
    const { ports, ours, received, c } = await house()
    const raw = letter({ 'In-Reply-To': ours })
    const dying = (when: 'before' | 'after', what: 'receive' | 'commit' | 'end'): Ports => {
      const die =
        <T extends unknown[], R>(run: (...args: T) => Promise<R>) =>
        async (...args: T): Promise<R> => {
          if (when === 'after') await run(...args)
          throw new Error('killed')
        }
      const { mails, ledger } = ports
      return {
        ...ports,
        mails: {
          ...mails,
          ...(what === 'receive' && { receive: die(mails.receive) }),
          ...(what === 'end' && { endMail: die(mails.endMail) }),
        },
        ledger: { ...ledger, ...(what === 'commit' && { commit: die(ledger.commit) }) },
      }
    }
    const box = boxOf(raw)
    for (const what of ['receive', 'commit', 'end'] as const)
      for (const when of ['before', 'after'] as const) {
        const failures: unknown[] = []
        const options = {
          from,
          linkDomains: [],
          everyMs: 1,
          report: () => {},
          failed: (e: unknown) => failures.push(e),
        }
        const loop = createMailIn(box, dying(when, what), options)
        loop.start()
        await vi.waitFor(() => expect(failures).not.toEqual([]))
        await loop.stop()
      }
    await takenIn(ports, box)
    expect(await received()).toHaveLength(1)
    expect((await c())?.talk?.mails).toBe(1)
    expect(await ports.mails.mailsIn('new', 5)).toEqual([])
  })
})

describeWithDovecot('A mailbox on an IMAP server', (dovecot) => {
  beforeAll(() => dovecot.start(), 30_000)
  afterAll(() => dovecot.kill())
  const mailbox = () => imapMailbox({ url: dovecot.url, needsTls: false })

  it('is read oldest first, and a mail is marked as read only when it was kept', async () => {
    const { ports, ours, received } = await house()
    dovecot.deliver(letter({ 'In-Reply-To': ours }, 'satu'))
    dovecot.deliver(letter({ 'In-Reply-To': ours }, 'dua'))
    await expect(mailbox().each(async () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
    expect(dovecot.unread()).toBe(2)
    await takenIn(ports, mailbox())
    expect((await received()).map(({ secret }) => secret.text)).toEqual(['satu', 'dua'])
    expect(dovecot.unread()).toBe(0)
  }, 30_000)

  it('hands over the beginning alone of a mail that is too large', async () => {
    const { ports, ours, received } = await house()
    const huge = Buffer.alloc(31 * 1024 * 1024, 'QUJD\n')
    dovecot.deliver(
      Buffer.concat([
        Buffer.from(
          letter(
            { 'In-Reply-To': ours, 'Content-Type': 'multipart/mixed; boundary=b' },
            '--b\r\n\r\nbesar\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n',
          ),
        ),
        huge,
      ]),
    )
    await takenIn(ports, mailbox())
    expect(await received()).toMatchObject([{ leftOut: 1, files: [], secret: { text: 'besar' } }])
    expect(dovecot.unread()).toBe(0)
  }, 60_000)

  it('that is down is an outage, and goes on where it was', async () => {
    const { ports, ours, received } = await house()
    dovecot.deliver(letter({ 'In-Reply-To': ours }, 'menunggu'))
    await dovecot.kill()
    await expect(mailbox().each(async () => {})).rejects.toBeInstanceOf(Outage)
    expect(await tryMailbox({ url: dovecot.url, needsTls: false })).toBe('ECONNREFUSED')
    await dovecot.start()
    await takenIn(ports, mailbox())
    expect(await received()).toHaveLength(1)
  }, 60_000)

  it('tells a wrong password, a folder that is not there, and a server that cannot encrypt', async () => {
    const wrong = dovecot.url.replace('rahasia', 'salah')
    expect(await tryMailbox({ url: wrong, needsTls: false })).toBe('EAUTH')
    expect(await tryMailbox({ url: dovecot.url.replace('INBOX', 'Tidak%20Ada'), needsTls: false })).toBe('folder')
    expect(await tryMailbox({ url: dovecot.url, needsTls: true })).toBeDefined()
  }, 60_000)
})
