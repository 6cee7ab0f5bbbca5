import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScanFacts } from '../../core/evidence/facts.ts'
import { scanFactsOf } from '../../core/evidence/scan-facts.ts'
import { screenWith } from './read-text.ts'

const read = (...lines: readonly string[]) => scanFactsOf(screenWith(...lines))

const screens: readonly (readonly [string, readonly string[], Partial<ScanFacts>])[] = [
  [
    'Windows Security with a button that is no evidence',
    [
      'Windows Security',
      'No current threats.',
      'Last scan: 10/18/2026 8:34 AM (full scan)',
      '0 threats found.',
      'Quick scan',
    ],
    {
      product: 'windows',
      scanMode: 'full',
      threats: 0,
      scannedOn: '2026-10-18',
      scannedOnOtherwise: null,
      scannedAt: '08:34',
    },
  ],
  [
    'Windows Security whose line of the last scan was lost',
    ['Windows Security', 'No current threats.', 'Quick scan'],
    { product: 'windows', scanMode: null, threats: 0, scannedOn: null },
  ],
  [
    'Windows in Indonesian with slips of the reader',
    [
      'Keamanan Windows',
      'Pemindaian terakhr: 2/10/2026 16.44 (pemindaian kustorm)',
      '2 ancaman ditemukan.',
      '10 | 50941 file dipindai.',
    ],
    {
      scanMode: 'custom',
      threats: 2,
      scannedOn: '2026-10-02',
      scannedOnOtherwise: '2026-02-10',
      scannedAt: '16:44',
      filesScanned: 50941,
    },
  ],
  [
    'a table with the labels on one side',
    [
      'Kaspersky',
      'Full Scan',
      'Completed: 08.09.2026 15:46',
      'Scanned objects | 818902',
      'Detected threats | O',
      'Duration | 02:42:12',
      'Result | No threats found',
    ],
    {
      product: 'kaspersky',
      scanMode: 'full',
      threats: 0,
      scannedOn: '2026-09-08',
      scannedOnOtherwise: null,
      filesScanned: 818902,
    },
  ],
  [
    'months in words',
    [
      'Avast Free Antivirus',
      'Full Virus Scan',
      '3 threats found',
      'Scan completed: October 6, 2026 09:56',
      'Files tested: 700969 Run time: 2:20:07',
    ],
    {
      product: 'avast',
      scanMode: 'full',
      threats: 3,
      scannedOn: '2026-10-06',
      scannedOnOtherwise: null,
      filesScanned: 700969,
    },
  ],
  [
    'a device, a code, and the clock of the system that is no day of a scan',
    [
      'ESET Endpoint Antivirus',
      'Pemindaian mendalam',
      '10/10/2026 14:41:48 - Pemindaian selesai',
      'Jumlah deteksi: 0',
      'Komputer: LAPTOP-N8HJEBY',
      'BSR-DYV7UM',
      '14:42',
      '11/10/2026',
    ],
    {
      product: 'eset',
      scanMode: 'full',
      threats: 0,
      scannedOn: '2026-10-10',
      scannedOnOtherwise: null,
      device: 'LAPTOP-N8HJEBY',
      code: 'BSR-DYV7UM',
    },
  ],
  ['a word that means full to one product only', ['System Scan - Scan finished'], { product: null, scanMode: null }],
  ['that product', ['Bitdefender Total Security', 'System Scan - Scan finished'], { scanMode: 'full' }],
  ['two modes', ['Smadav', 'Full-Scan', 'Quick-Scan'], { scanMode: null }],
  ['a sentence that only names a mode', ['Kaspersky', 'Run a full scan to be sure'], { scanMode: null }],
  ['two products', ['Kaspersky', 'Avast'], { product: null }],
  ['a zero that the result gives the lie', ['Detected threats | 0', 'Result | Threats found'], { threats: null }],
  ['threats without a number', ['Threats found. Start the recommended actions.'], { threats: null }],
  ['ten threats of which one sign is a letter', ['1O threats found'], { threats: null }],
  ['a heading whose "no" was lost', ['Current threats'], { threats: null }],
  ['a scan that was stopped', ['Scan stopped', '0 threats found'], { threats: null }],
  ['the day of the newest definitions', ['Last update: 10/18/2026 8:34 AM'], { scannedOn: null }],
  ['two days', ['Completed: 18.09.2026 11:38', 'Completed: 19.09.2026 11:38'], { scannedOn: null, scannedAt: null }],
  ['a day that no month has', ['Completed: 31.11.2026 11:38'], { scannedOn: null }],
]

describe('what a screen of a scan says', () => {
  it.each(screens)('%s', (_, lines, facts) => {
    expect(read(...lines)).toMatchObject(facts)
  })

  const words = [
    'full scan',
    'quick scan',
    'pemindaian penuh',
    'custom scan',
    'threats found',
    '0',
    '3',
    'Kaspersky',
    'no',
    ':',
  ]
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((some) => some.join(' ')),
  )

  it('is never a mode when a title of another mode stands beside it', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const { scanMode } = read(...lines, 'Full Scan', 'Quick Scan', ...lines)
        // A line of the last scan alone outweighs titles, and none was written.
        expect(scanMode).toBeNull()
      }),
    )
  })

  it('is full and clean only where it says both', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const { scanMode, threats } = read(...lines)
        const said = lines.join(' ').toLowerCase()
        if (scanMode === 'full') expect(said).toMatch(/full|penuh/)
        if (threats === 0) expect(said).toMatch(/0|o/)
      }),
    )
  })

  it('is nothing of arbitrary text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 10 }), (lines) => {
        const { scanMode, threats } = read(...lines)
        expect([scanMode, threats]).toEqual([null, null])
      }),
    )
  })
})
