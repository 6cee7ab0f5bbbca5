import { afterAll, beforeAll, expect, it } from 'vitest'
import { mailbox } from '../../bot/doctor-mailbox.ts'
import { describeWithDovecot } from '../dovecot.ts'

describeWithDovecot('the mailbox, as doctor looks at it,', (dovecot) => {
  beforeAll(() => dovecot.start(), 30_000)
  afterAll(() => dovecot.kill())

  it('is good when it opens, and marks nothing as read', async () => {
    dovecot.deliver('Subject: x\r\n\r\nisi')
    expect(await mailbox({ MAIL_IN_URL: dovecot.url })).toMatchObject({ state: 'good' })
    expect(dovecot.unread()).toBe(1)
  }, 30_000)

  it('tells what to do about a wrong password and a wrong folder, and repeats neither', async () => {
    const wrong = await mailbox({ MAIL_IN_URL: dovecot.url.replace('rahasia', 'KENARI') })
    expect(wrong).toMatchObject({ state: 'bad', say: expect.stringContaining('user or password') })
    expect(wrong.say).not.toContain('KENARI')
    const folder = await mailbox({ MAIL_IN_URL: dovecot.url.replace('INBOX', 'Lain') })
    expect(folder).toMatchObject({ state: 'bad', say: expect.stringContaining('folder') })
  }, 30_000)
})

it('a mailbox that is away is a bad finding, none at all is said to be none', async () => {
  expect(await mailbox({ MAIL_IN_URL: 'imap://a:b@127.0.0.1:1/INBOX' })).toMatchObject({ state: 'bad' })
  expect(await mailbox({ MAIL_IN_URL: undefined })).toMatchObject({ state: 'unknown' })
})
