import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMail } from '../../bot/mail/read-mail.ts'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import { numberInSubject, threadId, threadsIn } from '../../core/message/mail-thread.ts'
import { mailWordsMax, maskedNumbers, plainWords, subjectMax, withoutQuoted } from '../../core/message/mail-words.ts'

const house = { host: 'jogjaprov.go.id', own: 'pandu@jogjaprov.go.id', linkDomains: [] }
const read = (raw: string | Buffer) => readMail(Buffer.from(raw), true, house)
const number = formatCaseNumber(2026, 7)
const token = 'aB3_-'.repeat(5).slice(0, 22)

describe('A hostile mail', () => {
  it('of any bytes is read without an error, and what is kept of it is bounded', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\r\n\r\n',
        '\r\n',
        'Content-Type: multipart/mixed; boundary=b\r\n',
        'Content-Type: text/html; charset=utf-7\r\n',
        'Content-Transfer-Encoding: base64\r\n',
        'Content-Transfer-Encoding: quoted-printable\r\n',
        '--b\r\n',
        '--b--\r\n',
        '=?utf-8?B?!!!?=',
        'From: <<<@@,;"\r\n',
        `References: <${number}`,
        '<script>alert(1)</script>',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), async (parts) => {
        const mail = await read(parts.join(''))
        expect(mail?.content.text.length).toBeLessThanOrEqual(mailWordsMax)
        expect(mail?.content.subject.length).toBeLessThanOrEqual(subjectMax)
        expect(mail?.content.subject).not.toMatch(/[\r\n]/)
        expect(mail?.files.length).toBeLessThanOrEqual(10)
        expect(mail?.files).toHaveLength(mail?.content.names.length ?? -1)
      }),
      { numRuns: 150 },
    )
  })

  it('nested a hundred deep is read', async () => {
    let raw = 'Content-Type: text/plain\r\n\r\ndi dasar\r\n'
    for (let n = 0; n < 100; n += 1)
      raw = `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n${raw}\r\n--b${n}--\r\n`
    expect((await read(`From: a@b.example\r\nSubject: x\r\n${raw}`))?.content.text).toBe('di dasar')
  })

  it('of twenty megabytes of words or of tags is cut', async () => {
    const long = 'kata '.repeat(4 * 1024 * 1024)
    expect((await read(`From: a@b.example\r\n\r\n${long}`))?.content.text).toHaveLength(mailWordsMax)
    const tags = `From: a@b.example\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(4 * 1024 * 1024)}`
    expect((await read(tags))?.content.text.length).toBeLessThanOrEqual(mailWordsMax)
  }, 60_000)

  it('with too many attachments, or too large ones, says how many were left out', async () => {
    const file = (bytes: string) =>
      `--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment\r\n\r\n${bytes}\r\n`
    const head = 'From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'
    const many = await read(`${head}${file('x').repeat(13)}--b--`)
    expect([many?.files.length, many?.content.leftOut]).toEqual([10, 3])
    const large = await read(`${head}${file('x'.repeat(21 * 1024 * 1024))}${file('y')}--b--`)
    expect([large?.files.length, large?.content.leftOut]).toEqual([1, 1])
  })

  it('in HTML becomes plain words: no script, no tag, nothing hidden by direction marks', async () => {
    const html = '<p>Halo <b>Rina</b></p><script>alert(1)</script><img src="https://luar.example/p.gif">\u202eterbalik'
    const text = (await read(`From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`))?.content
      .text
    expect(text).toContain('Halo Rina')
    expect(text).not.toMatch(/alert|<|\u202e/)
  })

  it('that breaks its headers gives no address and no second line', async () => {
    const mail = await read(
      'From: "a\r\n Bcc: x@y.example" <not an address>\r\nSubject: satu\r\n =?utf-8?Q?=0D=0ABcc:_x?=\r\n\r\nisi',
    )
    expect(mail?.content.from).not.toMatch(/\s/)
    expect(mail?.content.subject).not.toMatch(/[\r\n]/)
  })

  it('in a wrong or unknown charset still gives words', async () => {
    const raw = Buffer.concat([
      Buffer.from('From: a@b.example\r\nContent-Type: text/plain; charset=x-tidak-ada\r\n\r\nhalo '),
      Buffer.from([0xe9, 0xff, 0x00]),
    ])
    expect((await read(raw))?.content.text).toMatch(/^halo/)
  })
})

describe('What tells the case of a mail', () => {
  it('is a Message-ID of ours, whatever stands around it, and none of another host', () => {
    const id = threadId(number, 'abc', token, 'jogjaprov.go.id')
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(threadsIn(`${before} <${id}> ${after}`, 'jogjaprov.go.id')).toEqual([{ number, token }])
      }),
    )
    expect(threadsIn(`<${id}>`, 'lain.go.id')).toEqual([])
    expect(threadsIn(`<${id}.lain.example>`, 'jogjaprov.go.id')).toEqual([])
    expect(threadsIn(`<${id.replace(number, 'PANDU-2026-000007-X')}>`, 'jogjaprov.go.id')).toEqual([])
  })

  it('is else a number with its right letter in the subject', () => {
    expect(numberInSubject(`Re: [Pandu] ${number}: x`)).toBe(number)
    expect(numberInSubject(`re ${number.toLowerCase()}`)).toBe(number)
    expect(numberInSubject('PANDU-2026-000007-X')).toBeUndefined()
    expect(numberInSubject('PANDU '.repeat(100_000))).toBeUndefined()
  })
})

describe('The words of a mail', () => {
  it.each([
    ['Baik.\n\nOn Mon, 23 Nov 2026 at 09:00 Pandu <p@x.example> wrote:\n> lama', 'Baik.'],
    ['Baik.\n\nOn Mon, 23 Nov 2026 at 09:00 Pandu\n<p@x.example> wrote:\n> lama', 'Baik.'],
    ['Baik.\n\nPada Sen, 23 Nov 2026 pukul 09.00 Pandu menulis:\n\n> lama', 'Baik.'],
    ['Baik.\n-----Original Message-----\nlama', 'Baik.'],
    ['Baik.\n\nFrom: Pandu\nSent: Monday\nlama', 'Baik.'],
    ['Dari: hasil cek saya, semua baik.\nTerima kasih.', 'Dari: hasil cek saya, semua baik.\nTerima kasih.'],
    ['> semua hanya kutipan', '> semua hanya kutipan'],
    ['Pada tanggal 3 saya sudah menulis: belum dibalas', 'Pada tanggal 3 saya sudah menulis: belum dibalas'],
  ])('leave out what they answer: %j', (text, own) => {
    expect(withoutQuoted(text)).toBe(own)
  })

  it('are never made of nothing, nor lengthened', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = plainWords(text)
        const own = withoutQuoted(words)
        expect(own.length).toBeLessThanOrEqual(words.length)
        expect(own === '').toBe(words === '')
      }),
    )
  })

  it('show a long number by its last four digits', () => {
    expect(maskedNumbers('NIP 19850412 201001 2 005, tiket 12345')).toBe('NIP •••2005, tiket 12345')
  })
})
