import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { dossier } from '../../bot/dossier-verb.ts'
import { procedureButton } from '../../bot/text/procedure.ts'
import { dateAfter, wibMoment } from '../../core/form/calendar.ts'
import { sha256 } from '../../core/lab/digest.ts'
import type { Legalisation } from '../../core/legalise/dossier-manifest.ts'
import type { Browser } from '../desk/desk-fixture.ts'
import { pki } from '../desk/signed-pdf.ts'
import { temporaryFolder } from '../folder.ts'
import { Desk, eventually } from './change-desk.ts'
import { type Person, person } from './people.ts'
import { type Stage, section } from './section.ts'

const today = wibMoment(Date.now()).date
const answers = {
  changeKind: 'Jabatan atau unit kerja',
  signingStops: 'Ya, saya memahami',
  newUnit: 'Bidang Aplikasi',
  newPosition: 'Pranata Komputer',
  changeReason: 'Mutasi di dalam dinas',
  decreeNumber: '824/17/2026',
  decreeDate: dateAfter(today, -10),
  effectiveOn: dateAfter(today, -3),
}
const change = { answers, files: { decree: ['passwordChange'] } } as const

/** A case up to its legalisation at the desk. */
async function legalised(stage: Stage, who: Person, legalisation: Legalisation) {
  const { ports } = stage.program
  Object.assign(ports, { agencies: ports.agencies.map((agency) => ({ ...agency, legalisation })) })
  const user = stage.requester(who)
  const desk = new Desk(stage)
  const verifier = await desk.signsIn('verifier')
  user.writes('/start')
  await user.reads('Selamat datang')
  await user.presses(procedureButton('data-change', 'id'))
  await user.answersAll(change)
  await user.submits()
  await desk.closes(verifier, user.number, 'legalise')
  return { desk, verifier, number: user.number, page: `/desk/cases/${user.number}` }
}

/** What a press of the desk hands out. */
async function downloaded(browser: Browser, address: string): Promise<Uint8Array> {
  const body = new URLSearchParams({ csrf: browser.hidden('csrf') })
  const kept = browser.page
  const bytes = await browser.download(address, body)
  expect(browser.page).toBe(kept)
  return bytes
}

async function verified(zip: Uint8Array, ...more: readonly string[]) {
  const file = join(temporaryFolder('dossier'), 'dossier.zip')
  writeFileSync(file, zip)
  const lines: string[] = []
  const voice = { print: (line: string) => lines.push(line), complain: (line: string) => lines.push(line) }
  const exit = await dossier(['verify', file, '--json', ...more], voice, {})
  return { exit, report: JSON.parse(lines.at(-1) ?? '{}') }
}

const withContactCenter = (stage: Stage, number: string) =>
  eventually(async () => expect((await stage.case(number)).status).toBe('with-contact-center'))

async function taken(desk: Desk, page: string): Promise<Browser> {
  const agent = await desk.signsIn('agent')
  await agent.get(page)
  await agent.post(`${page}/take`)
  return agent
}

section('A dossier that is legalised by recorded approval', (stage) => {
  it('goes to the contact center, is handed out as an archive, on record, and proves itself offline', async () => {
    const { desk, number, page } = await legalised(stage(), person('Maya Kartika'), 'approval')
    await withContactCenter(stage(), number)
    const agent = await taken(desk, page)
    const zip = await downloaded(agent, `${page}/dossier.zip`)
    expect(await downloaded(agent, `${page}/dossier.zip`)).toEqual(zip)
    const cover = await downloaded(agent, `${page}/dossier`)
    expect(agent.text).toContain(sha256(cover))
    const { exit, report } = await verified(zip)
    expect(report.findings).toEqual([])
    expect(exit).toBe(0)
    expect(report).toMatchObject({
      verdict: 'VALID',
      dossier: { number, files: 1, coverSha256: sha256(cover), legalisation: 'approval' },
    })
    const at = Buffer.from(zip).lastIndexOf('PK\u0003\u0004') + 500
    const flipped = Uint8Array.from(zip)
    flipped[at] = (flipped[at] ?? 0) ^ 1
    const told = await verified(flipped)
    expect(told.exit).toBe(1)
    expect(told.report.findings).toMatchObject([
      { code: 'FILE_ALTERED', name: expect.stringMatching(/^files\/decree-1\./) },
    ])
  })
})

section('A dossier that its verifier legalises by their own signature', (stage) => {
  let made: Awaited<ReturnType<typeof legalised>> | undefined
  const all = () => {
    if (made === undefined) throw new Error('nothing was legalised yet')
    return made
  }
  const root = (() => {
    const file = join(temporaryFolder('anchor'), 'root.pem')
    writeFileSync(file, pki.rootPem)
    return file
  })()
  const signed = (issued: Uint8Array, name: string) => pki.sign(issued, name, new Date().toISOString())
  beforeAll(async () => {
    made = await legalised(stage(), person('Nina Kartika'), 'signature')
  })

  it('waits at the desk for that signature, and is nobody else’s to sign', async () => {
    const { verifier, number, page } = all()
    await eventually(async () => {
      await verifier.get(page)
      expect(verifier.text).toContain('Tanda tangani lembar pengantar')
    })
    expect((await stage().case(number)).status).toBe('legalised')
    const issued = await downloaded(verifier, `${page}/cover`)
    const brings = (bytes: Uint8Array) => verifier.send(`${page}/signed-cover`, 'signed-cover', bytes, 'lembar.pdf')
    await brings(issued)
    expect(verifier.text).toContain('belum ditandatangani secara elektronik')
    await brings(signed(issued, 'Orang Lain'))
    expect(verifier.text).toContain('Penanda tangannya bukan Anda')
    const altered = Uint8Array.from(issued)
    altered[20] = (altered[20] ?? 0) ^ 1
    await brings(Buffer.concat([altered, signed(issued, 'verifier').subarray(issued.length)]))
    expect(verifier.status).toBe(422)
    expect((await stage().case(number)).cover).not.toHaveProperty('signedSha256')
  })

  it('is sealed by it: a second legalisation is refused, in every way', async () => {
    const { verifier, number, page } = all()
    await verifier.get(page)
    const issued = await downloaded(verifier, `${page}/cover`)
    const sheet = signed(issued, 'verifier')
    await verifier.send(`${page}/signed-cover`, 'signed-cover', sheet, 'lembar.pdf')
    expect(verifier.text).toContain('Tanda tangan Anda sah; berkas disegel dan diteruskan')
    await withContactCenter(stage(), number)
    const { cover, manifest } = await stage().case(number)
    expect(cover?.signedSha256).toBe(sha256(sheet))
    await verifier.send(`${page}/signed-cover`, 'signed-cover', sheet, 'lembar.pdf')
    expect(verifier.status).toBe(409)
    for (const action of ['legalise', 'withdraw-legalisation', 'legalise-form']) {
      await verifier.get(page)
      await verifier.post(`${page}/${action}`)
      expect([action, verifier.status]).toEqual([action, 409])
    }
    expect(await stage().case(number)).toMatchObject({ cover: cover ?? {}, manifest })
    await eventually(async () => {
      const pins = await stage().program.ports.pins.pinsOf({ role: 'verifier', person: 'verifier' })
      expect(pins).toMatchObject([{ commonName: 'verifier', by: 'verifier' }])
    })
  })

  it('proves itself offline with its signature, against the anchors that are given', async () => {
    const { desk, page } = all()
    const agent = await taken(desk, page)
    const zip = await downloaded(agent, `${page}/dossier.zip`)
    const { exit, report } = await verified(zip, '--anchors', root)
    expect(report.findings).toEqual([])
    expect(exit).toBe(0)
    expect(report).toMatchObject({ dossier: { legalisation: 'signature' }, signature: { verdict: 'VALID' } })
  })
})

describe('the verb that verifies dossiers', () => {
  it('answers what is no dossier with a line and its exit code', async () => {
    expect((await verified(new Uint8Array())).exit).toBe(2)
    expect((await verified(new TextEncoder().encode('PK no zip'))).report).toMatchObject({ reasons: ['NOT_A_ZIP'] })
    const lines: string[] = []
    const voice = { print: (line: string) => lines.push(line), complain: (line: string) => lines.push(line) }
    expect(await dossier(['verify', '/nowhere/x.zip', '--language', 'id'], voice, {})).toBe(2)
    expect(lines.join('\n')).toContain('Berkas ini tidak dapat dibuka.')
    expect(await dossier([], voice, {})).toBe(2)
    expect(await dossier(['verify'], voice, {})).toBe(2)
    expect(await dossier(['verify', 'x', '--colour'], voice, {})).toBe(2)
  })
})
