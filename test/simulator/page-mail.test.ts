import { PDFDocument, PDFString } from '@cantoo/pdf-lib'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mailText } from '../../bot/text/simulator-mail.ts'
import { openPage, type PageWorld, readable } from './page-fixture.ts'

let at: PageWorld

beforeEach(async () => {
  at = await openPage()
})
afterEach(() => at.stop())

const deliver = (mail: {
  subject?: string
  text: string
  html?: string
  attachments?: { filename: string; content: string | Buffer }[]
}) =>
  createTransport(at.world.environment.SMTP_URL).sendMail({
    from: 'pandu@jogjaprov.go.id',
    to: 'dewi.lestari@bsre.example',
    ...mail,
  })

describe('the mailbox on the page', () => {
  it('says what will come while it is empty', async () => {
    expect(readable(await at.html('/simulator/mail/live'))).toBe(mailText.empty.id)
  })

  it('lists mails, newest first and unread ones marked, until they were opened', async () => {
    await deliver({ subject: 'Pertama', text: 'a' })
    await deliver({ text: 'b' })
    const list = await at.html('/simulator/mail/live')
    expect(list.indexOf(mailText.noSubject.id)).toBeLessThan(list.indexOf('Pertama'))
    expect(list.match(/class="unread"/g)).toHaveLength(2)
    await at.html('/simulator/mail?mail=0')
    expect((await at.html('/simulator/mail/live')).match(/class="unread"/g)).toHaveLength(1)
  })

  it('shows a mail as text: no HTML of others, and only links that stay on this machine', async () => {
    const text = 'Kode <b>417</b>: http://127.0.0.1:3000/desk/cases/X lalu https://luar.example/x'
    await deliver({ subject: '<i>Kode</i>', text, html: '<img src="https://luar.example/pixel.png">' })
    const html = await at.html('/simulator/mail?mail=0')
    expect(html).toContain('&lt;i&gt;Kode&lt;/i&gt;')
    expect(html).toContain('&lt;b&gt;417&lt;/b&gt;')
    expect(html).toContain('<a href="http://127.0.0.1:3000/desk/cases/X"')
    expect(html).not.toMatch(/<a href="https:\/\/luar|pixel\.png/)
  })

  it('closes a mail again, whatever the browser remembers', async () => {
    await deliver({ subject: 'Pertama', text: 'a' })
    const opened = await at.get('/simulator/mail?mail=0')
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
    const [, back = ''] = /aria-label="Tutup email" hx-get="([^"]*)"/.exec(await opened.text()) ?? []
    const closed = await at.get(back.replaceAll('&amp;', '&'), { cookie })
    expect(await closed.text()).toContain('class="mails"')
  })

  it('hands out attachments to be kept, never to be run', async () => {
    await deliver({
      subject: 'Berkas',
      text: 'x',
      attachments: [{ filename: 'laporan "1".html', content: '<script>1</script>' }],
    })
    expect(await at.html('/simulator/mail?mail=0')).toContain('/simulator/mail/0/0')
    const answer = await at.get('/simulator/mail/0/0')
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''laporan%20%221%22.html")
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(await answer.text()).toBe('<script>1</script>')
    for (const path of ['/simulator/mail/0/1', '/simulator/mail/7/0', '/simulator/mail/x/y'])
      expect([path, (await at.get(path)).status]).toEqual([path, 404])
  })

  it('hands out a mailed form as somebody signed it, and nothing else', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    const field = document.context.register(document.context.obj({ FT: 'Sig', T: PDFString.of('TTE_PJ') }))
    document.getForm().acroForm.addField(field)
    const form = Buffer.from(await document.save())
    const attachments = ['PANDU-2026-000417-H-formulir.pdf', 'PANDU-2026-000417-H-berkas.pdf'].map((filename) => ({
      filename,
      content: form,
    }))
    await deliver({ subject: 'Formulir', text: 'x', attachments })
    expect((await at.html('/simulator/mail?mail=0')).match(/\/signed/g)).toHaveLength(1)
    const answer = await at.get('/simulator/mail/0/0/signed')
    expect(answer.headers.get('content-disposition')).toContain('PANDU-2026-000417-H-formulir-ttd.pdf')
    const signed = Buffer.from(await answer.arrayBuffer())
    expect(signed.subarray(0, form.length).equals(form)).toBe(true)
    expect(signed.length).toBeGreaterThan(form.length)
    expect((await at.get('/simulator/mail/0/1/signed')).status).toBe(404)
  })

  it('brings the morning when asked', async () => {
    expect((await at.post('/simulator/morning', {})).status).toBe(204)
    expect(at.mornings).toBe(1)
  })
})
