import { describe, expect, it } from 'vitest'
import { dateOf, textOf } from '../../../core/lab/pdf/text.ts'
import { bytesOf } from './written-pdf.ts'

describe('a text string', () => {
  it.each<[string, Uint8Array, string]>([
    ['of PDFDocEncoding', bytesOf('Rina \u0084 \u00a0\u00e9'), 'Rina — €é'],
    ['of accents that stand below the space', bytesOf('\u0018\u001f'), '˘˜'],
    ['of UTF-16', bytesOf('\u00fe\u00ff\u0000R\u00d8\u003d\u00de\u0000'), 'R😀'],
    ['of UTF-16 cut in the middle of a sign', bytesOf('\u00fe\u00ff\u0000R\u0000'), 'R'],
    ['of UTF-8', Buffer.from('\ufeffŁódź'), 'Łódź'],
    ['that names its language', bytesOf('\u00fe\u00ff\u0000\u001b\u0000i\u0000d\u0000\u001b\u0000R'), 'R'],
    ['of nothing', new Uint8Array(), ''],
  ])('%s', (_, bytes, text) => expect(textOf(bytes)).toBe(text))
})

describe('a date', () => {
  it.each([
    ["D:20260105103000+07'00'", '2026-01-05T03:30:00.000Z'],
    ["D:20260105103000+07'00", '2026-01-05T03:30:00.000Z'],
    ['D:20260105103000-0130', '2026-01-05T12:00:00.000Z'],
    ['D:20260105103000Z', '2026-01-05T10:30:00.000Z'],
    ["D:20260105103000Z00'00'", '2026-01-05T10:30:00.000Z'],
    ['D:2026', '2026-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, iso) => expect(dateOf(text)).toBe(iso))

  it.each(['', 'D:', 'D:20261301', 'D:20260230', 'D:20260101250000', 'yesterday', "D:20260105103000+99'00'"])(
    '%j is none',
    (text) => expect(dateOf(text)).toBeUndefined(),
  )
})
