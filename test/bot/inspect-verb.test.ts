import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inspect } from '../../bot/inspect-verb.ts'
import { temporaryFolder } from '../folder.ts'
import { drawScreen, windowsEnglish } from '../lab/draw-screen.ts'

const folder = temporaryFolder('inspect')
const path = (name: string) => join(folder, name)
const files = { good: path('good.jpg'), quick: path('quick.jpg'), empty: path('empty.pdf'), text: path('photo.jpg') }

beforeAll(async () => {
  writeFileSync(files.good, await drawScreen(windowsEnglish('full scan', 0)))
  writeFileSync(files.quick, await drawScreen(windowsEnglish('quick scan', 2)))
  writeFileSync(files.empty, '')
  writeFileSync(files.text, 'not a picture')
})

async function run(...args: readonly string[]) {
  const lines: string[] = []
  const exit = await inspect(args, (line) => lines.push(line), {})
  return { exit, lines, told: () => lines.map((line) => JSON.parse(line)) }
}

const scan = ['--kind', 'antivirus-scan', '--at', '2026-11-22'] as const

describe('pandu inspect', { timeout: 90_000 }, () => {
  it('tells one object a line in the order given, and goes on past what it cannot open', async () => {
    const { exit, told } = await run(files.text, path('missing'), files.empty, folder, files.good, '--json')
    expect(told()).toMatchObject([
      { input: files.text, verdict: 'FAIL', reasons: ['UNSUPPORTED_TYPE'], facts: {} },
      { verdict: 'UNREADABLE', reasons: [], file: { sha256: null, sizeBytes: null, type: null } },
      { verdict: 'FAIL', reasons: ['EMPTY'], file: { sizeBytes: 0 } },
      { verdict: 'UNREADABLE', reasons: [] },
      { verdict: 'PASS', reasons: [], file: { type: 'jpeg' }, facts: {} },
    ])
    expect(exit).toBe(1)
  })

  it('reads what the kind shows, and judges its day as of the day that was given', async () => {
    const { exit, told } = await run(files.good, ...scan, '--json')
    expect(told()).toMatchObject([
      { verdict: 'PASS', facts: { scanMode: 'full', threats: 0, scannedOn: '2026-11-20' } },
    ])
    expect(exit).toBe(0)
    const later = await run(files.good, '--kind', 'antivirus-scan', '--at', '2027-01-01', '--json')
    expect([later.exit, later.told()[0].reasons]).toEqual([1, ['OLD_DATE']])
  })

  it('says to people what to do, in their language', async () => {
    const { exit, lines } = await run(files.quick, ...scan, '--language', 'id')
    expect(lines.join('\n')).toMatch(/^WARN.*quick\.jpg\n• .*full scan.*\n• .*2|ancaman/s)
    expect(exit).toBe(1)
  })

  it('cannot tell of files that nobody can open, and is told how to be used', async () => {
    expect((await run(path('missing'))).exit).toBe(2)
    for (const args of [[], [files.good, '--kind', 'photo'], [files.good, '--shrink'], [files.good, '--at', 'noon']]) {
      const { exit, lines } = await run(...args)
      expect(exit).toBe(2)
      expect(lines.join('\n')).toContain('usage: pandu inspect')
    }
  })
})
