import { describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import type { AlikeGround } from '../../core/evidence/alike.ts'
import { compareEvidence } from '../../core/handling/compare-evidence.ts'
import { at, Story } from '../case/given.ts'
import { Browser, type DeskWorld, deskWorld, pngBytes, signedIn } from './desk-fixture.ts'

const scan = 'antivirus-scan.1'
const [firstNumber, secondNumber] = ['PANDU-2026-000011-X', 'PANDU-2026-000012-Y']
const page = `/desk/cases/${secondNumber}`

interface Sent {
  readonly number: string
  readonly agency: string
  readonly sha256: string
  readonly uniqueId?: string
}

/** A case in the hands of a verifier, whose scan is this file. */
async function sent(world: DeskWorld, { number, agency, sha256, uniqueId }: Sent, verifier: string): Promise<Case> {
  const story = new Story().claimed()
  const [file] = story.case.evidence[scan] ?? []
  if (file?.stored === undefined) throw new Error('no scan')
  const id = `5f0e3d9c-0000-4000-8000-${number.slice(11, 17).padStart(12, '0')}`
  const scanned = { ...file, id: `scan-${number}`, stored: { ...file.stored, sha256 }, ...(uniqueId && { uniqueId }) }
  const c: Case = {
    ...story.case,
    ...{ id, number, agency, requester: `chat-${number}`, verifier: { id: verifier, name: verifier } },
    evidence: { ...story.case.evidence, 'email-password-change': [], [scan]: [scanned] },
  }
  const change = { before: undefined, after: c, events: story.events }
  await world.ports.ledger.commit([{ changes: [change], owed: [], knocks: [] }])
  await world.ports.files.put(id, sha256, 'preview-1', pngBytes)
  return c
}

/** Two cases of which the second sent what the first had sent. */
async function both(ground: Exclude<AlikeGround, 'same-result'>, firstAgency = 'diy') {
  const world = await deskWorld()
  const [a, b] = ['1'.repeat(64), ground === 'same-bytes' ? '1'.repeat(64) : '2'.repeat(64)]
  const shared = ground === 'same-upload' ? { uniqueId: 'AQADshared' } : {}
  const first = await sent(world, { number: firstNumber, agency: firstAgency, sha256: a, ...shared }, 'joko')
  const second = await sent(world, { number: secondNumber, agency: 'diy', sha256: b, ...shared }, 'sari')
  for (const [c, sha256] of [
    [first, a],
    [second, b],
  ] as const)
    if (ground === 'looks-alike')
      await world.ports.prints.note({
        ...{ caseId: c.id, fileId: `scan-${c.number}`, sha256, upload: null, result: null, looks: 'a'.repeat(64) },
        sentOn: at.slice(0, 10),
      })
  const desk = {
    ...world.ports,
    // The pictures of the desk's tests are none; their outlines are noted above.
    files: { ...world.ports.files, get: async () => undefined },
    ...(ground === 'looks-alike' && { prints: { ...world.ports.prints, note: async () => {} } }),
  }
  for (const c of [first, second]) await compareEvidence(desk, c)
  const files = { first: `/desk/cases/${firstNumber}/files/${a}/preview-1`, second: `${page}/files/${b}/preview-1` }
  const compare = `${page}/alike/scan-${secondNumber}`
  return { world, first, second, files, compare, sari: await signedIn(world, 'sari') }
}
const pictures = (browser: Browser) => [...browser.page.matchAll(/<img src="([^"]*)"/g)].map(([, path = '']) => path)

describe('a file that another case of the own agency sent too', () => {
  it('stands beside it, at once for whoever holds the case; every look is on record in its own case', async () => {
    const { world, first, second, files, compare, sari } = await both('same-upload')
    await sari.get(page)
    expect(sari.text).toContain('Ada juga di pengajuan lain')
    expect(sari.text).toContain('bandingkan dahulu')
    expect(sari.page).toMatch(new RegExp(`<details class="alikes" open.*hx-get="${compare}" hx-trigger="load"`, 's'))
    await sari.get(compare)
    expect(sari.text).toContain('Unggahan Telegram yang sama')
    expect(sari.text).toContain(firstNumber)
    expect(pictures(sari)).toEqual([files.second, files.first])
    expect(world.accesses.filter(({ what }) => what === 'evidence')).toEqual([])
    for (const path of pictures(sari)) expect((await new Browser(world).as(sari).get(path)).status).toBe(200)
    expect(world.accesses.filter(({ what }) => what === 'evidence')).toMatchObject([
      { staffId: 'sari', caseId: second.id },
      { staffId: 'sari', caseId: first.id },
    ])
  })

  it('waits to be opened by a colleague who does not hold the case', async () => {
    const { world } = await both('same-bytes')
    const budi = await signedIn(world, 'budi')
    await budi.get(page)
    expect(budi.text).toContain('Ada juga di pengajuan lain')
    expect(budi.page).not.toContain('class="alikes" open')
    expect(budi.page).toContain('hx-trigger="toggle from:closest details once"')
  })

  it('that only looks alike is no remark, and is fetched when it is asked for', async () => {
    const { files, compare, sari } = await both('looks-alike')
    await sari.get(page)
    expect(sari.text).toContain('Gambar yang mirip')
    expect(sari.text).not.toContain('Ada juga di pengajuan lain')
    expect(sari.page).not.toContain('class="alikes" open')
    await sari.get(compare)
    expect(sari.text).toContain('Mirip, bandingkan')
    expect(pictures(sari)).toEqual([files.second, files.first])
  })

  it('is said to be gone where it was erased, and shown to nobody', async () => {
    const { world, first, files, compare, sari } = await both('same-bytes')
    await world.ports.rights.markFilesErased(first.id, at)
    await sari.get(compare)
    expect(sari.text).toContain('berkas di sana sudah dihapus')
    expect(pictures(sari)).toEqual([files.second])
    const order = { by: { role: 'operator' }, because: 'order', at } as const
    expect(await world.ports.rights.erase(first, order, [])).toBe(true)
    await sari.get(compare)
    expect(sari.text).toContain('berkas di sana sudah dihapus')
    expect(sari.page).not.toContain(firstNumber)
    expect(pictures(sari)).toEqual([])
  })
})

describe('a file that a case of another agency sent too', () => {
  it('is named by its number, and its picture is shown nowhere', async () => {
    const { world, files, compare, sari } = await both('same-upload', 'bantul')
    await sari.get(page)
    expect(sari.text).toContain('bandingkan dahulu')
    await sari.get(compare)
    expect(sari.text).toContain(`dipakai juga pada pengajuan instansi lain (${firstNumber})`)
    expect(sari.page).not.toContain(`/desk/cases/${firstNumber}`)
    expect(pictures(sari)).toEqual([])
    expect((await sari.get(files.first)).status).toBe(404)
    expect(world.accesses.filter(({ what }) => what === 'evidence')).toEqual([])
  })

  it('is not even named where it only looks alike', async () => {
    const { compare, sari } = await both('looks-alike', 'bantul')
    await sari.get(compare)
    expect(sari.text).toContain('Tidak ada yang perlu Anda bandingkan')
    expect(sari.page).not.toContain(firstNumber)
    expect(pictures(sari)).toEqual([])
  })

  it('leads its own verifier to no case of the agency that has it now', async () => {
    const { world, compare } = await both('same-bytes', 'bantul')
    const joko = await signedIn(world, 'joko')
    expect((await joko.get(compare)).status).toBe(404)
    expect((await joko.get(`/desk/cases/${firstNumber}/alike/scan-${firstNumber}`)).text).toContain(
      'Tidak ada yang perlu',
    )
  })
})

it('compares nothing for strangers, and no file that the case does not have', async () => {
  const { world, compare, sari } = await both('same-bytes')
  expect((await new Browser(world).get(compare)).page).not.toContain(firstNumber)
  expect((await sari.get(`${page}/alike/scan-${firstNumber}`)).status).toBe(404)
})
