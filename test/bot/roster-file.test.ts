import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NotARoster } from '../../bot/not-a-roster.ts'
import { readRoster } from '../../bot/roster-file.ts'
import { rosterFaultSentence } from '../../bot/text/roster-fault.ts'
import { rosterFileSentence } from '../../bot/text/roster-file.ts'
import { readRosterLine, rosterColumns } from '../../core/agency/roster-line.ts'
import type { IncomingLine } from '../../core/handling/roster-import.ts'

const header = rosterColumns.join(',')
const good = '198504122010012005,3404015204850001,Rina,rina@jogjaprov.go.id,081234567890,PNS,Aplikasi,Pranata,diy'
const context = { agencies: [{ code: 'diy', emailDomains: ['jogjaprov.go.id'] }], today: '2026-11-23' }

async function* inPieces(bytes: Uint8Array, size = bytes.length) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function readBytes(bytes: Uint8Array, size?: number, more = {}): Promise<readonly IncomingLine[]> {
  const lines: IncomingLine[] = []
  for await (const batch of readRoster(inPieces(bytes, size), { ...context, ...more })) lines.push(...batch)
  return lines
}
const read = (...lines: readonly string[]) => readBytes(Buffer.from([header, ...lines].join('\n')))
/** Of a file that is none: its sentence in English. */
const sentenceFor = (bytes: Uint8Array | string) =>
  readBytes(Buffer.from(bytes)).then(
    () => 'taken',
    (error: unknown) => (error instanceof NotARoster ? rosterFileSentence(error.fault).en : Promise.reject(error)),
  )
const faultsOf = async (line: string, more = {}) =>
  (await readBytes(Buffer.from(`${header}\n${line}`), undefined, more)).flatMap((one) =>
    'faults' in one ? one.faults : [],
  )
const told = async (line: string, more = {}) =>
  (await faultsOf(line, more)).map((fault) => rosterFaultSentence(fault, ['diy'], 'en')).join(' ')

describe('a line of a roster', () => {
  it('is taken as it is meant', async () => {
    expect(await read(good)).toMatchObject([
      {
        lineNumber: 2,
        shown: { nip: '•••2005', nik: '•••0001' },
        line: { nip: '198504122010012005', phone: '+6281234567890', employment: 'pns', agency: 'diy' },
      },
    ])
  })

  it.each([
    ['no NIK, mail, phone, unit and position', '198504122010012005,,Rina,,,pns,,,diy'],
    ['no NIP but the NIK of somebody who is neither PNS nor PPPK', ',3404015204850001,Rina,,,lainnya,,,diy'],
    ['no NIP of a soldier', ',3404015204850001,Rina,,,TNI,,,diy'],
    ['numbers that a spreadsheet was told to keep as text', `'198504122010012005,,Rina,,'081234567890,pns,,,diy`],
    ['numbers with dots and blanks', '19850412 201001 2 005,34.04.01.520485.0001,Rina,,,cpns,,,diy'],
    ['a landline with its area code', good.replace('081234567890', '(0274) 512-345')],
    ['a text with separators in quotation marks', good.replace('Aplikasi', '"Aplikasi, Data\ndan Statistik"')],
  ])('may have %s', async (_, line) => expect(await told(line)).toBe(''))

  it.each([
    ['a short NIP', good.replace('198504122010012005', '1985'), 'nip: has 18 digits; here it has 4.'],
    [
      'a NIK of 17 digits',
      good.replace('3404015204850001', '34040152048500011'),
      'nik: has 16 digits; here it has 17.',
    ],
    ['a wrong month in the NIP', good.replace('19850412', '19851312'), /^nip: Digits 5 and 6 \(month of birth\)/],
    [
      'day 72 in the NIK',
      good.replace('3404015204850001', '3404017204850001'),
      /^nik: Digits 7 and 8 \(day of birth; 40/,
    ],
    ['a rounded number', good.replace('198504122010012005', '"1,98504E+17"'), /^nip: was rounded by the spreadsheet/],
    ['no NIP of a PNS', good.replace('198504122010012005', ''), /^nip: is empty\. Only lainnya/],
    ['no number at all', ',,Rina,,,lainnya,,,diy', /^nik: is empty/],
    ['nothing of a number but its apostrophe', "',',Rina,,,lainnya,,,diy", /^nik: is empty/],
    ['nothing of a NIP but its apostrophe', "',,Rina,,,pns,,,diy", /^nip: is empty/],
    ['a missing name', good.replace('Rina', ''), 'name: is missing.'],
    ['a number for a name', good.replace('Rina', 'R1na'), /^name: .*character 2 is a digit/],
    ['no address', good.replace('rina@jogjaprov.go.id', 'rina'), 'email: is no whole e-mail address.'],
    [
      'a private address',
      good.replace('jogjaprov.go.id', 'gmail.com'),
      /^email: is in none of .* \(jogjaprov\.go\.id\)/,
    ],
    ['the mailbox of an office', good.replace('rina@', 'humas@'), /^email: is an office's mailbox/],
    ['half a phone number', good.replace('081234567890', '0812'), /^phone: has at least 9/],
    ['another kind of phone', good.replace('081234567890', '1500123'), /^phone: is neither a mobile number/],
    ['an unknown employment', good.replace('PNS', 'honorer'), /^employment: should be pns, pppk, lainnya/],
    ['an unknown agency', good.replace(/diy$/, 'kemenag'), 'agency: is no configured agency (diy).'],
    ['a missing column', good.split(',').slice(1).join(','), /^The line has 8 columns instead of 9/],
  ])('is refused with %s, and told why without its values', async (_, line, sentence) => {
    expect(await told(line)).toMatch(sentence)
    expect(await told(line)).not.toMatch(/\d{5}|rina|gmail|kemenag|honorer/i)
  })

  it('is known by a number or refused, whatever stands in its cells', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', "'", '="1"', ...good.split(','), 'lainnya', '1e5'))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 8, maxLength: 10 }), (cells) => {
        const read = readRosterLine(cells, context)
        expect('line' in read ? read.line.nip + read.line.nik : read.faults).not.toHaveLength(0)
      }),
    )
  })

  it('is refused with everything that is wrong with it', async () => {
    expect((await faultsOf('1985,,,x,,boss,,,diy')).map(({ column }) => column)).toEqual([
      'nip',
      'name',
      'email',
      'employment',
    ])
  })

  it('is refused for another agency when only one is asked for', async () => {
    expect(await told(good, { only: 'bantul' })).toMatch(/^agency: another agency/)
  })

  it('keeps its number behind empty lines, blank records and cells of several lines', async () => {
    const lines = await read(good.replace('Aplikasi', '"a\nb"'), '', ',,,,,,,,', good)
    expect(lines.map(({ lineNumber }) => lineNumber)).toEqual([3, 6])
  })
})

describe('a roster file', () => {
  it.each([',', ';', '\t'])(
    'may be separated by %j, begin with a byte order mark and end lines in any way',
    async (separator) => {
      for (const end of ['\n', '\r\n', '\r']) {
        const text = `\ufeff${[header, good].join(end).replaceAll(',', separator)}${end}`
        expect(await readBytes(Buffer.from(text), 7)).toMatchObject([{ line: { name: 'Rina', agency: 'diy' } }])
      }
    },
  )

  it.each([
    [
      'without some columns',
      'nip,nik,name,email',
      /it lacks phone, employment, unit, position, agency\. The first line must read/,
    ],
    ['with unknown columns', header.replace('phone', 'hp'), /it lacks phone; unknown hp\./],
    ['with columns in another order', 'nik,nip,name,email,phone,employment,unit,position,agency', /another order/],
    ['with a column twice', `${header},nip`, /a column twice/],
    ['without a header', good, /^The first line must read: nip,nik/],
    ['that is empty', '', /^The first line must read/],
    [
      'with a quotation mark that is never closed',
      `${header}\n${good.replace('Rina', '"Rina')}`,
      /quotation mark near line/,
    ],
    ['with a quotation mark inside', `${header}\n${good.replace('Rina', 'Ri"na')}`, /quotation mark near line 2/],
  ])('is refused %s', async (_, text, sentence) => {
    expect(await sentenceFor(text)).toMatch(sentence)
    expect(await sentenceFor(text)).not.toMatch(/\d{8}|Rina/)
  })

  it.each([
    ['UTF-16 with a mark', Buffer.from(`\ufeff${header}`, 'utf16le'), /saved as UTF-16.*CSV UTF-8/],
    ['UTF-16 without', Buffer.from(header, 'utf16le'), /saved as UTF-16/],
    ['UTF-16, most significant byte first', Buffer.from(header, 'utf16le').swap16(), /saved as UTF-16/],
    [
      'Windows-1252',
      Buffer.from(`${header}\n${good}\n${good.replace('Rina', 'Ren\xe9')}`, 'latin1'),
      /^Line 3 is not UTF-8.*CSV UTF-8/,
    ],
    ['UTF-8 that was cut off', Buffer.from(`${header}\n${good}é`).subarray(0, -1), /^Line 2 is not UTF-8/],
    ['a workbook', Buffer.from('PK\x03\x04rest'), /Excel workbook/],
  ])('is refused in another encoding: %s', async (_, bytes, sentence) => {
    expect(await sentenceFor(bytes)).toMatch(sentence)
  })
})
