import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readMail } from '../../bot/mail/read-mail.ts'
import { mailText } from '../../bot/text/simulator-mail.ts'
import { anchorsOf } from '../../core/lab/cms/anchors.ts'
import { formPdf } from '../../core/lab/form-pdf.ts'
import { verifyPdf } from '../../core/lab/signature/verify-pdf.ts'
import { changeSample } from '../lab/sample-forms.ts'
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

  describe('with a form in it', () => {
    const name = 'PANDU-2026-000417-H-formulir.pdf'
    let form: Buffer
    let desk: Server
    let answer: readonly [status: number, body: string]
    const arrived: FormData[] = []

    beforeEach(async () => {
      form = Buffer.from(await formPdf(changeSample()))
      answer = [200, 'Terima kasih']
      arrived.length = 0
      desk = createServer(async (request, response) => {
        const body = new Response(Readable.toWeb(request) as ReadableStream, { headers: request.headers as never })
        arrived.push(await body.formData())
        response.writeHead(answer[0]).end(answer[1])
      }).listen(0, '127.0.0.1')
      await once(desk, 'listening')
      const attachments = [name, 'PANDU-2026-000417-H-berkas.pdf'].map((filename) => ({ filename, content: form }))
      const text = `1. Lampiran: ${name}\n   Kirim kembali di: https://pandu.go.id/desk/forms?t=abc123\n`
      await deliver({ subject: 'Formulir', text, attachments })
    })
    afterEach(() => void desk.close())

    const press = (way: string, path = '/simulator/mail/0/0/sign') => {
      const { port } = desk.address() as AddressInfo
      const origin = `http://127.0.0.1:${port}`
      const body = new URLSearchParams({ way })
      return at.page.handle(
        new Request(`${origin}${path}`, { method: 'POST', body, headers: { host: `127.0.0.1:${port}`, origin } }),
      )
    }
    const sent = async () => {
      const file = arrived.at(-1)?.get('form')
      return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    }
    const judged = async () =>
      verifyPdf(await sent(), { anchors: anchorsOf([at.world.pki.rootPem]), crls: [], at: at.world.now() })

    it('hands it out as somebody signed it, and nothing else', async () => {
      expect((await at.html('/simulator/mail?mail=0')).match(/\/signed/g)).toHaveLength(1)
      const response = await at.get('/simulator/mail/0/0/signed')
      expect(response.headers.get('content-disposition')).toContain('PANDU-2026-000417-H-formulir-ttd.pdf')
      const signed = Buffer.from(await response.arrayBuffer())
      expect(signed.subarray(0, form.length).equals(form)).toBe(true)
      expect((await at.get('/simulator/mail/0/1/signed')).status).toBe(404)
    })

    it('stands above the letter with all that can be done with it: below a long one nobody would look', async () => {
      const page = await at.html('/simulator/mail?mail=0')
      expect(page.indexOf(mailText.signHint.id)).toBeGreaterThan(0)
      expect(page.indexOf(mailText.otherwise.id)).toBeLessThan(page.indexOf('class="letter-text"'))
    })

    it('signs it as whom it names and sends it back by its link, to this very server', async () => {
      expect(await at.html('/simulator/mail?mail=0')).toContain(mailText.sign.id)
      expect((await press('right')).status).toBe(204)
      expect(await judged()).toMatchObject({
        verdict: 'VALID',
        signatures: [{ signer: { commonName: 'Drs. Bambang Prasetyo, M.T.' }, time: { source: 'timestamp' } }],
      })
      expect(readable(await at.html('/simulator/mail?mail=0'))).toContain(mailText.taken.id)
    })

    it('sends it wrongly signed when asked, and says what the desk says against it', async () => {
      answer = [422, '<p class="alert" role="alert">Isi dokumen berubah.</p>']
      await press('edited')
      expect(await judged()).toMatchObject({
        verdict: 'INVALID',
        reasons: expect.arrayContaining(['MODIFIED_AFTER_SIGNING']),
      })
      const page = readable(await at.html('/simulator/mail?mail=0'))
      expect(page).toContain('Isi dokumen berubah.')
      expect(page).not.toContain(mailText.taken.id)
      answer = [410, '']
      await press('other')
      expect(readable(await at.html('/simulator/mail?mail=0'))).toContain(mailText.spent.id)
      expect(await judged()).toMatchObject({
        verdict: 'VALID',
        signatures: [{ signer: { commonName: 'Wahyu Nugroho' } }],
      })
    })

    it('signs by another certificate once it is renewed, and by the same one after a restart', async () => {
      const hash = async () => (await judged()).signatures[0]?.signer?.certSha256
      await press('right')
      const first = await hash()
      await at.world.restore(JSON.parse(JSON.stringify(at.world.snapshot())))
      await press('right')
      expect(await hash()).toBe(first)
      await press('renewed')
      expect(await hash()).not.toBe(first)
    })

    it('signs nothing in a way that is none, and no file that is no form', async () => {
      expect((await press('better')).status).toBe(404)
      expect((await press('right', '/simulator/mail/0/1/sign')).status).toBe(404)
      expect((await press('right', '/simulator/mail/7/0/sign')).status).toBe(404)
      expect(arrived).toEqual([])
    })
  })

  it('brings the morning when asked', async () => {
    expect((await at.post('/simulator/morning', {})).status).toBe(204)
    expect(at.mornings).toBe(1)
  })
})

describe('an answer to a mail', () => {
  it('goes from whom the mail was for to the mailbox of the house, as a mail in its thread', async () => {
    await deliver({ subject: 'Berkas é', text: 'a' })
    const sent = at.world.mailbox.mails[0]
    expect(await at.html('/simulator/mail?mail=0')).toContain(mailText.answer.id)
    await at.post('/simulator/mail/0/answer', { answer: 'Sudah kami terima – terima kasih' })
    const came: Buffer[] = []
    await at.world.answers.each(async ({ raw }) => {
      came.push(raw)
    })
    const house = { host: 'jogjaprov.go.id', own: 'pandu@jogjaprov.go.id', linkDomains: [] }
    const read = await readMail(came[0] ?? Buffer.from(''), true, house)
    expect(read?.content).toMatchObject({
      from: 'dewi.lestari@bsre.example',
      subject: 'Re: Berkas é',
      text: 'Sudah kami terima – terima kasih',
    })
    expect(came[0]?.toString()).toContain(`In-Reply-To: ${sent?.messageId}`)
    expect(readable(await at.html('/simulator/mail?mail=0'))).toContain(mailText.answered.id)
    const left: unknown[] = []
    await at.world.answers.each(async (mail) => {
      left.push(mail)
    })
    expect(left).toEqual([])
  })
})
