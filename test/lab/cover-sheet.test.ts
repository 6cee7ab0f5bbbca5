import { PDFiumLibrary } from '@hyzyla/pdfium'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admit } from '../../core/lab/admit.ts'
import { type CoverSheet, coverSheet } from '../../core/lab/cover-sheet.ts'
import { sha256 } from '../../core/lab/digest.ts'

const file = (n: number) => ({
  name: `antivirus-scan-${n}.jpg`,
  type: 'jpeg',
  pages: 1,
  sizeBytes: 1_234_567,
  sha256: sha256(`file ${n}`),
})
const plain: CoverSheet = {
  heading: 'Pengantar Reaktivasi Akun',
  number: 'PANDU-2026-000123-C',
  agency: 'Dinas Komunikasi dan Informatika DIY',
  paragraphs: ['Bersama ini kami sampaikan permohonan reaktivasi akun.'],
  facts: [['Nama', 'Rina Sari']],
  manifest: [file(1), file(2)],
  timeline: [{ at: '21 Nov 2026 14.30 WIB', text: 'Dilegalisasi' }],
  footer: 'Memuat data pribadi.',
}

async function pagesOf(content: CoverSheet): Promise<readonly string[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(await coverSheet(content))
  const texts = [...document.pages()].map((page) => page.getText().replace(/\s+/g, ' '))
  document.destroy()
  library.destroy()
  return texts
}

describe('a cover sheet', () => {
  it('says what it was given, in order, and counts its pages', async () => {
    const [text = '', ...more] = await pagesOf(plain)
    expect(more).toEqual([])
    const places = [
      plain.heading,
      plain.number,
      plain.agency,
      'Bersama ini kami',
      'Data pengajuan Nama Rina Sari',
      'Daftar lampiran 1. antivirus-scan-1.jpg JPEG · 1 hlm. · 1,2 MB',
      `SHA-256 ${file(1).sha256}`,
      `SHA-256 ${file(2).sha256}`,
      'Riwayat 21 Nov 2026 14.30 WIB Dilegalisasi',
      'Memuat data pribadi.',
      'Halaman 1 dari 1',
    ].map((part) => text.indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places[0]).toBe(0)
  })

  it('is the same, byte for byte, for the same content, and another for another', async () => {
    const first = sha256(await coverSheet(plain))
    expect(sha256(await coverSheet(structuredClone(plain)))).toBe(first)
    expect(sha256(await coverSheet({ ...plain, madeAt: '2026-11-21T07:30:00Z' }))).not.toBe(first)
    expect(sha256(await coverSheet({ ...plain, footer: 'Lain.' }))).not.toBe(first)
  })

  it('turns its pages: no file is parted from its hash, and every page has its foot', async () => {
    const manifest = Array.from({ length: 60 }, (_, n) => file(n))
    const timeline = Array.from({ length: 80 }, (_, n) => ({
      at: `${n}`,
      text: `Kejadian ke-${n} yang berakhir di sini`,
    }))
    const pages = await pagesOf({ ...plain, manifest, timeline })
    expect(pages.length).toBeGreaterThan(3)
    for (const { name, sha256: hash } of manifest)
      expect(pages.filter((page) => page.includes(name) && page.includes(hash))).toHaveLength(1)
    for (let n = 0; n < 80; n++)
      expect(pages.some((page) => page.includes(`Kejadian ke-${n} yang berakhir di sini`))).toBe(true)
    pages.forEach((page, index) => {
      expect(page).toContain(`${plain.number} · Memuat data pribadi.`)
      expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`)
    })
  })

  it('prints a text that is longer than a page to its end', async () => {
    const words = Array.from({ length: 2500 }, (_, n) => `kata${n}`)
    const pages = await pagesOf({ ...plain, facts: [['Alasan', words.join(' ')]] })
    expect(pages.length).toBeGreaterThan(2)
    const all = pages.join(' ')
    for (const word of words) expect(all).toContain(word)
  })

  it('prints what its letters lack as near as they can', async () => {
    const [text] = await pagesOf({
      ...plain,
      facts: [
        ['Nama', 'Nguyễn Łukasz “Budi” → Нова 中文 😀\u202e\u0000\t'],
        ['Kosong', ''],
      ],
    })
    expect(text).toContain('Nama Nguyen Lukasz “Budi” -> ???? ?? ? Kosong')
  })

  it('takes other words for its titles', async () => {
    const titles = {
      facts: 'Request',
      manifest: 'Files',
      timeline: 'History',
      page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    }
    expect((await pagesOf({ ...plain, titles }))[0]).toMatch(/Request.*Files.*History.*Page 1 of 1/)
  })

  it('of nothing is one page', async () => {
    const nothing = {
      heading: '',
      number: '',
      agency: '',
      paragraphs: [],
      facts: [],
      manifest: [],
      timeline: [],
      footer: '',
    }
    expect(await pagesOf(nothing)).toHaveLength(1)
  })

  it('never fails for what people type, and always passes our own door', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 200, maxLength: 900 }), fc.lorem())
    const contents = fc.record({
      heading: text,
      number: text,
      agency: text,
      paragraphs: fc.array(text, { maxLength: 3 }),
      facts: fc.array(fc.tuple(text, text), { maxLength: 4 }),
      manifest: fc.array(fc.record({ name: text, type: text, pages: fc.nat(), sizeBytes: fc.nat(), sha256: text }), {
        maxLength: 3,
      }),
      timeline: fc.array(fc.record({ at: text, text }), { maxLength: 3 }),
      footer: text,
    })
    await fc.assert(
      fc.asyncProperty(contents, async (content) => {
        expect(await admit(await coverSheet(content))).toMatchObject({ type: 'pdf' })
      }),
      { numRuns: 12 },
    )
  })
})
