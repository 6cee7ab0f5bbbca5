import { describe, expect, it } from 'vitest'
import { readEvidence, readPictures } from '../../core/lab/read-evidence.ts'
import { drawScreen, passwordChanged, windowsEnglish, windowsIndonesian } from './draw-screen.ts'

const scan = async (lines: readonly string[], isDark = false) =>
  readEvidence('antivirus-scan', [await drawScreen(lines, isDark)])

describe('reading a picture of evidence', { timeout: 90_000 }, () => {
  it('takes a quick scan for one, for all that the screen is clean', async () => {
    expect(await scan(windowsEnglish('quick scan', 0))).toMatchObject({ scanMode: 'quick', threats: 0 })
  })

  it('reads a full scan in English, whose button for a quick one says nothing', async () => {
    expect(await scan(windowsEnglish('full scan', 0))).toEqual({
      product: 'windows',
      scanMode: 'full',
      threats: 0,
      scannedOn: '2026-11-20',
      scannedOnOtherwise: null,
      scannedAt: '08:34',
      filesScanned: 850_906,
      device: null,
      code: null,
    })
  })

  it('reads a full scan in Indonesian, white on black', async () => {
    const facts = { product: 'windows', scanMode: 'full', threats: 0, scannedOn: '2026-11-20', scannedAt: '08:34' }
    expect(await scan(windowsIndonesian('pemindaian penuh'), true)).toMatchObject(facts)
  })

  it('counts threats', async () => {
    expect(await scan(windowsEnglish('full scan', 3))).toMatchObject({ scanMode: 'full', threats: 3 })
  })

  it('tells both days that 11/3 may be', async () => {
    const facts = { scannedOn: '2026-11-03', scannedOnOtherwise: '2026-03-11', scannedAt: '14:59' }
    expect(await scan(windowsEnglish('full scan', 0, '11/3/2026 2:59 PM'))).toMatchObject(facts)
  })

  it('reads whose mail password was changed, and when', async () => {
    expect(await readEvidence('email-password-change', [await drawScreen(passwordChanged)])).toEqual({
      address: 'dwi.nugroho@jogjaprov.go.id',
      changedOn: '2026-11-19',
      changedOnOtherwise: null,
      changed: true,
    })
  })

  it('takes a picture that shows another proof than was asked for as that proof', async () => {
    const changed = await drawScreen(passwordChanged)
    expect(await readPictures('antivirus-scan', [changed])).toMatchObject({
      kind: 'email-password-change',
      facts: { changed: true, address: 'dwi.nugroho@jogjaprov.go.id' },
    })
    expect(await readPictures('email-password-change', [changed])).toMatchObject({ kind: 'email-password-change' })
    const scanned = await drawScreen(windowsEnglish('full scan', 0))
    expect(await readPictures('email-password-change', [scanned])).toMatchObject({
      kind: 'antivirus-scan',
      facts: { scanMode: 'full', threats: 0 },
    })
  })

  it('tells nothing at all of pictures that show neither', async () => {
    expect(await readPictures('antivirus-scan', [await drawScreen([])])).toBeNull()
  })

  it('knows nothing of a screen without words, whose clock is no day of a scan', async () => {
    const facts = await scan([])
    expect(facts).not.toBeNull()
    expect(Object.values(facts ?? {}).every((fact) => fact === null)).toBe(true)
  })

  it('tells nothing of what is no picture, and serves the next', async () => {
    expect(await readEvidence('antivirus-scan', [Buffer.from('no picture')])).toBeNull()
    expect(await readEvidence('antivirus-scan', [])).toBeNull()
    expect(await scan(windowsEnglish('full scan', 0))).toMatchObject({ scanMode: 'full' })
  })
})
