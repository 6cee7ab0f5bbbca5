import { describe, expect, it } from 'vitest'
import { dewi, requester, Story } from '../case/given.ts'
import { deskWorld, nik, pngBytes, signedIn } from './desk-fixture.ts'
import { keepFiles, page, theCase } from './review-fixture.ts'

async function arrived(tell: (story: Story) => void = () => {}) {
  const world = await deskWorld()
  const story = new Story().sent()
  tell(story)
  const c = await world.keep(story)
  await keepFiles(world, c)
  await world.ports.files.put(c.id, 'd'.repeat(64), 'dossier', new TextEncoder().encode('%PDF-1.7'))
  const browser = await signedIn(world, 'dewi')
  await browser.get(page)
  return { world, browser }
}

describe('an agent at the desk', () => {
  it('takes a case, notes the approval, then the link', async () => {
    const { world, browser } = await arrived()
    await browser.post(`${page}/take`)
    expect((await theCase(world)).agent).toEqual({ id: 'dewi', name: 'Dewi' })
    await browser.post(`${page}/approve`)
    expect((await theCase(world)).status).toBe('approved')
    await browser.post(`${page}/send-link`)
    expect((await theCase(world)).status).toBe('awaiting-requester')
    expect(browser.text).toContain('Pemohon diberi tahu bahwa tautannya terkirim')
  })

  it('puts a case back', async () => {
    const { world, browser } = await arrived()
    await browser.post(`${page}/take`)
    await browser.post(`${page}/put-back`)
    expect((await theCase(world)).agent).toBeNull()
  })

  it('sends a case back only with a reason, which the verifier then reads', async () => {
    const { world, browser } = await arrived()
    await browser.post(`${page}/take`)
    await browser.post(`${page}/send-back`, { 'send-back-text': ' x ' })
    expect(browser.status).toBe(422)
    expect(browser.page).toMatch(/<details open="">/)
    await browser.post(`${page}/send-back`, { 'send-back-text': 'Tanggal scan tidak terbaca' })
    expect((await theCase(world)).status).toBe('returned')
    const verifier = await signedIn(world, 'sari')
    expect((await verifier.get(page)).text).toContain('Tanggal scan tidak terbaca')
  })

  it('keeps the box for the reason open when there was none', async () => {
    const { browser } = await arrived()
    await browser.post(`${page}/take`)
    await browser.post(`${page}/send-back`, { 'send-back-text': '' })
    expect(browser.status).toBe(422)
    expect(browser.page.match(/<details open="">/g)).toHaveLength(1)
  })

  it('cancels with a note', async () => {
    const { world, browser } = await arrived()
    await browser.post(`${page}/take`)
    await browser.post(`${page}/cancel`, { 'cancel-text': 'Diminta lewat telepon' })
    expect(await theCase(world)).toMatchObject({ status: 'cancelled', ending: { note: 'Diminta lewat telepon' } })
  })

  it('has nothing to press on a case that a colleague took, and is told who', async () => {
    const { world, browser } = await arrived()
    await world.ports.directory.saveStaff({
      ...(await world.ports.directory.staffById('dewi'))!,
      id: 'eko',
      name: 'Eko',
    })
    await browser.post(`${page}/take`)
    const link = await world.ports.deskAccess.saveLink('eko-link', 'eko', '2027-01-01T00:00:00.000Z')
    expect(link).toBeUndefined()
    const colleague = await signedIn(world, 'budi')
    await colleague.post('/desk/login', { t: 'eko-link' })
    await colleague.get(page)
    expect(colleague.page).not.toContain(`${page}/approve`)
    await colleague.post(`${page}/take`)
    expect(colleague.status).toBe(409)
    expect(colleague.text).toContain('Dewi')
    expect((await colleague.post(`${page}/approve`)).status).toBe(409)
    expect((await theCase(world)).status).toBe('with-contact-center')
  })

  it('finds a case whose link expired on top, marked urgent', async () => {
    const { world, browser } = await arrived((story) =>
      story
        .when({ type: 'take' }, dewi)
        .when({ type: 'send-link' }, dewi)
        .when({ type: 'report-setback', kind: 'link-expired', text: 'kemarin' }, requester),
    )
    await world.keepAnother(new Story('lost-authenticator').sent().when({ type: 'take' }, dewi), 'PANDU-2026-000002-Y')
    await browser.get('/desk?view=mine')
    expect(browser.text).toMatch(/2 · MENDESAK/)
    expect(browser.page.indexOf('case-PANDU-2026-000001-X')).toBeLessThan(
      browser.page.indexOf('case-PANDU-2026-000002-Y'),
    )
    expect((await browser.get(page)).text).toContain('tautan kedaluwarsa')
  })

  it('reopens a completed case', async () => {
    const { world, browser } = await arrived((story) =>
      story.when({ type: 'take' }, dewi).when({ type: 'send-link' }, dewi).when({ type: 'complete' }, requester),
    )
    await browser.post(`${page}/reopen`)
    expect((await theCase(world)).status).toBe('with-contact-center')
  })

  it('acts once when a button is pressed twice', async () => {
    const { world, browser } = await arrived()
    await browser.post(`${page}/take`)
    const seen = browser.hidden('seen')
    await browser.post(`${page}/approve`, { seen })
    await browser.post(`${page}/approve`, { seen })
    expect(browser.status).toBe(409)
    const events = await world.ports.ledger.history((await theCase(world)).id)
    expect(events.filter(({ type }) => type === 'approved')).toHaveLength(1)
  })

  it('has no buttons of a verifier', async () => {
    const { browser } = await arrived()
    await browser.post(`${page}/take`)
    for (const action of ['claim', 'save', 'legalise', 'reject', 'start-call', 'confirm-meeting'])
      expect((await browser.post(`${page}/${action}`)).status, action).toBe(404)
  })
})

describe('the file of a case, for the agent who took it', () => {
  it('shows the manifest with every digest', async () => {
    const { world, browser } = await arrived()
    for (const { sha256, name } of (await theCase(world)).manifest ?? []) {
      expect(browser.page).toContain(sha256)
      expect(browser.page).toContain(name)
    }
    expect(browser.page).toContain('f'.repeat(64))
  })

  it('hands out cover sheet and originals, each on record', async () => {
    const { world, browser } = await arrived()
    await browser.post(`${page}/take`)
    const [entry] = (await theCase(world)).manifest ?? []
    const csrf = browser.hidden('csrf')
    await browser.post(`${page}/dossier`, { csrf })
    expect(browser.response.headers.get('Content-Disposition')).toBe('attachment; filename="PANDU-2026-000001-X.pdf"')
    expect(browser.page).toBe('%PDF-1.7')
    await browser.post(`${page}/files/${entry!.sha256}/original`, { csrf })
    expect(browser.response.headers.get('Content-Disposition')).toContain('attachment')
    expect(browser.response.headers.get('Content-Length') ?? `${pngBytes.length}`).toBe(`${pngBytes.length}`)
    expect(world.accesses.filter(({ what }) => what !== 'case').map(({ what, ref }) => [what, ref])).toEqual([
      ['dossier', 'd'.repeat(64)],
      ['evidence', entry!.sha256],
    ])
  })

  it('hands out nothing to keep before it is taken', async () => {
    const { world, browser } = await arrived()
    const [entry] = (await theCase(world)).manifest ?? []
    const csrf = browser.hidden('csrf')
    expect((await browser.post(`${page}/dossier`, { csrf })).status).toBe(404)
    expect((await browser.post(`${page}/files/${entry!.sha256}/original`, { csrf })).status).toBe(404)
    expect(world.accesses.filter(({ what }) => what !== 'case')).toEqual([])
  })

  it('reveals a number to the agent who took it, on record', async () => {
    const { world, browser } = await arrived()
    await browser.post(`${page}/take`)
    await browser.post(`${page}/reveal`, { item: 'nik' })
    expect(browser.page).toContain(nik)
    expect(world.accesses).toContainEqual(expect.objectContaining({ staffId: 'dewi', what: 'number', ref: 'nik' }))
  })
})
