import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HandClock } from '../../bot/simulator/clock.ts'
import { Mailbox } from '../../bot/simulator/mailbox.ts'

const clock = new HandClock()
let mailbox: Mailbox

beforeEach(async () => {
  mailbox = await new Mailbox({ clock }).start()
})
afterEach(() => mailbox.stop())

const send = (more: object = {}) =>
  createTransport(mailbox.url).sendMail({
    from: 'Pandu <pandu@diy.example>',
    to: 'sari@diy.example',
    subject: 'Kode Anda – 6 angka',
    text: 'Kode Anda: 123456',
    messageId: '<kasus-17.3@pandu.example>',
    ...more,
  })

describe('a mailbox', () => {
  it('shows what arrived: addresses, subject, texts, attachments, headers', async () => {
    const attachments = [{ filename: 'berkas é.pdf', content: Buffer.from('%PDF'), contentType: 'application/pdf' }]
    await send({ html: '<b>123456</b>', cc: 'budi@diy.example', headers: { 'X-Kasus': 'PANDU-17' }, attachments })
    expect(mailbox.mails).toMatchObject([
      {
        from: 'pandu@diy.example',
        to: ['sari@diy.example'],
        recipients: ['sari@diy.example', 'budi@diy.example'],
        subject: 'Kode Anda – 6 angka',
        text: 'Kode Anda: 123456',
        html: '<b>123456</b>',
        messageId: '<kasus-17.3@pandu.example>',
        headers: { 'x-kasus': 'PANDU-17' },
        attachments: [{ name: 'berkas é.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF') }],
        at: clock.now(),
      },
    ])
  })

  it('takes a login that is given', async () => {
    const url = mailbox.url.replace('//', '//pandu:rahasia@')
    const transport = createTransport(url)
    await transport.sendMail({ from: 'a@x.example', to: 'b@x.example', subject: 's', text: 't' })
    expect(mailbox.mails).toHaveLength(1)
  })

  it('waits for a mail and says what it has when none comes', async () => {
    const coming = mailbox.waitForMail(({ to }) => to.includes('sari@diy.example'))
    await send()
    expect((await coming).text).toContain('123456')
    await expect(mailbox.waitForMail(() => false, { timeoutMs: 10 })).rejects.toThrow(
      /the mail did not come within 10 ms; seen:\nsari@diy.example: Kode Anda/,
    )
  })

  it.each([
    [451, 'refuse'],
    [552, 'refuse'],
    [450, 'refuse-recipient'],
    [550, 'refuse-recipient'],
  ] as const)('answers %i (%s) when told to, once, and keeps nothing', async (code, kind) => {
    mailbox.fail({ kind, code })
    await expect(send()).rejects.toMatchObject({ responseCode: code })
    expect(mailbox.mails).toEqual([])
    await send()
    expect(mailbox.mails).toHaveLength(1)
  })

  it('fails for one address only', async () => {
    mailbox.fail({ kind: 'refuse', code: 552 }, { to: 'budi@diy.example', times: 2 })
    await send()
    await expect(send({ to: 'budi@diy.example' })).rejects.toMatchObject({ responseCode: 552 })
    await expect(send({ to: 'budi@diy.example' })).rejects.toMatchObject({ responseCode: 552 })
    await send({ to: 'budi@diy.example' })
    expect(mailbox.mails).toHaveLength(2)
  })

  it('keeps a mail although the connection broke after DATA; a resend has the same Message-ID', async () => {
    mailbox.fail({ kind: 'drop-after-data' })
    await expect(send()).rejects.toThrow()
    await send()
    expect(mailbox.mails.map(({ messageId }) => messageId)).toEqual(Array(2).fill('<kasus-17.3@pandu.example>'))
  })

  it('never answers when told to, until it stops', async () => {
    mailbox.fail({ kind: 'black-hole' })
    const swallowed = send().catch(() => 'no answer')
    await send({ to: 'budi@diy.example' })
    await mailbox.stop()
    expect(await swallowed).toBe('no answer')
    expect(mailbox.mails).toHaveLength(1)
  })

  it('takes its mails over to the next run', async () => {
    await send({ attachments: [{ filename: 'a.txt', content: 'isi' }] })
    const next = await new Mailbox({ clock }).start()
    try {
      await next.restore(JSON.parse(JSON.stringify(mailbox.snapshot())))
      expect(next.mails).toEqual(mailbox.mails)
    } finally {
      await next.stop()
    }
  })
})
