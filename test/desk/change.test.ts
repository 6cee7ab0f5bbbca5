import { describe, expect, it } from 'vitest'
import { Story, sari, signedForm, system } from '../case/given.ts'
import { textPicture } from '../lab/sample-images.ts'
import { nestedFieldsPdf } from '../lab/sample-pdfs.ts'
import {
  caseIn,
  changing,
  closes,
  former,
  houseWorks,
  issued,
  issuedBytes,
  opensAll,
  page,
  requesterSays,
  upload,
} from './change-fixture.ts'
import { Browser, deskWorld, signedIn } from './desk-fixture.ts'
import { changedCopy, signedCopy, touchedCopy } from './signed-pdf.ts'

async function readyToRevoke() {
  const both = await issued()
  const { world, browser } = both
  await upload(browser, await signedCopy(await issuedBytes(world)))
  await opensAll(world, browser)
  await browser.post(`${page}/legalise-form`)
  await houseWorks(world)
  return both
}

async function revoking() {
  const both = await readyToRevoke()
  await requesterSays(both.world, { type: 'ask-revocation' })
  await houseWorks(both.world)
  return both
}

it('is taken over at the desk by a colleague of whoever accepted it, and never by who has another part in it', async () => {
  const world = await deskWorld()
  const story = new Story('data-change').accepted().when({ type: 'issue-form', formSha256: '1'.repeat(64) }, system)
  await world.keep(story.when({ type: 'attach-signed-form', form: signedForm }, sari))
  const [first, budi] = [await signedIn(world, 'sari'), await signedIn(world, 'budi')]
  expect((await first.get(page)).page).not.toContain('/take-over"')
  await budi.get(page)
  expect(budi.text).toContain('Yang memeriksa pengajuan ini melegalisasinya: Sari')
  expect(budi.page).not.toContain('/legalise-form"')
  await budi.post(`${page}/take-over`)
  expect(budi.text).toContain('Pengajuan Anda pegang sekarang; formulirnya tetap berlaku')
  expect(budi.page).toContain('/legalise-form"')
  await budi.post(`${page}/legalise-form`)
  expect(budi.text).toContain('berkas yang belum Anda buka')
  expect(await caseIn(world)).toMatchObject({ status: 'awaiting-signature', verifier: { id: 'budi' }, signedForm })
  const dewi = await signedIn(world, 'dewi')
  await dewi.get(page)
  await dewi.post(`${page}/take-over`)
  expect((await caseIn(world)).verifier?.id).toBe('budi')
})

it('says of a change of data that the identity is needed before the case is accepted', async () => {
  const { browser } = await changing()
  await browser.get(page)
  expect(browser.text).toContain('Belum dipastikan. Wajib sebelum diterima: bertemu langsung')
})

describe('a change of data at the desk', () => {
  it('is accepted, not legalised: the form is made and waits for the person in charge', async () => {
    const { world, browser } = await changing()
    await closes(browser, 'legalise')
    expect(browser.status).toBe(422)
    expect(browser.page).not.toContain('/legalise"')
    await browser.post(`${page}/accept`)
    expect(browser.text).toContain('Diterima; pemohon diberi tahu.')
    await houseWorks(world)
    await browser.get(page)
    expect(browser.text).toContain('Menunggu tanda tangan elektronik Kepala Dinas')
    expect((await caseIn(world)).form).not.toBeNull()
  })

  it('hands the issued form out to its verifiers, each time on record', async () => {
    const { world, browser } = await issued()
    await browser.post(`${page}/form`)
    expect(browser.response.headers.get('content-disposition')).toContain('-formulir.pdf')
    const { form } = await caseIn(world)
    expect(world.accesses.at(-1)).toMatchObject({ staffId: 'sari', what: 'form', ref: form?.sha256 })
    const agent = await signedIn(world, 'dewi')
    await agent.get(page)
    expect((await agent.post(`${page}/form`)).status).toBe(404)
  })

  it('takes a signed copy back, says what its signature is worth, and is legalised only after that copy was opened', async () => {
    const { world, browser } = await issued()
    await upload(browser, await signedCopy(await issuedBytes(world)))
    expect(browser.text).toContain('Salinan bertanda tangan diterima')
    expect(browser.text).toContain('Isinya diawali persis berkas yang kami terbitkan')
    expect(browser.text).toContain('Tanda tangan elektronik sah')
    const before = browser.page
    await browser.post(`${page}/legalise-form`)
    expect(browser.text).toContain('Masih ada 1 berkas yang belum Anda buka')
    for (const [, path = ''] of before.matchAll(/<img src="([^"]*)"/g)) await new Browser(world).as(browser).get(path)
    await browser.get(page)
    await browser.post(`${page}/legalise-form`)
    expect(await caseIn(world)).toMatchObject({ status: 'legalised', manifest: [{ name: 'signed-form-1.pdf' }, {}] })
  })

  it('refuses a signed copy that says something else, and names its fields', async () => {
    const { world, browser } = await issued()
    await upload(browser, await changedCopy(await issuedBytes(world), 'pandu.new.email', 'lain@jogjaprov.go.id'))
    expect(browser.text).toContain('Isian yang berbeda dari yang kami terbitkan')
    expect(browser.text).toContain('Email dinas (baru)')
    expect(browser.page).not.toContain('lain@jogjaprov.go.id')
    expect((await caseIn(world)).signedForm).toBeNull()
  })

  it.each([
    ['nothing', async () => undefined, 'berkasnya kosong'],
    ['the form that nobody signed', async (bytes: Uint8Array) => bytes, 'formulir yang belum ditandatangani'],
    ['a copy to which no signature was appended', touchedCopy, 'formulir yang belum ditandatangani'],
    [
      'the form of another case',
      async () => {
        const other = await issued({ name: 'Orang Lain' })
        return signedCopy(await issuedBytes(other.world))
      },
      'bukan formulir yang diterbitkan untuk pengajuan ini',
    ],
    ['a picture', async () => textPicture().png().toBuffer(), 'Hanya PDF yang diterima'],
    ['a cut-off file', async (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2), 'rusak, terpotong'],
    ['11 MB', async () => new Uint8Array(11 * 1024 * 1024), 'tidak'],
    ['fields nested to stop whoever reads them', async () => nestedFieldsPdf(400, 4000, 100), 'rusak, terpotong'],
    ['text that calls itself a PDF', async () => Buffer.from('%PDF-1.7 bukan pdf'), 'rusak, terpotong'],
  ])('refuses %s in a sentence, and keeps nothing of it', async (_, make, says) => {
    const { world, browser } = await issued()
    await upload(browser, await make(await issuedBytes(world)))
    expect([413, 422]).toContain(browser.status)
    expect(browser.text).toContain(says)
    expect((await caseIn(world)).signedForm).toBeNull()
  })

  it('lets no agent, no verifier of another agency and nobody unknown bring a form in', async () => {
    const { world } = await issued()
    const signed = await signedCopy(await issuedBytes(world))
    for (const who of ['dewi', 'joko'] as const) {
      const browser = await signedIn(world, who)
      await browser.get('/desk')
      expect((await upload(browser, signed)).status).toBe(404)
    }
    expect((await upload(new Browser(world), signed)).status).toBe(401)
    expect((await caseIn(world)).signedForm).toBeNull()
  })

  it('is withdrawn by whoever takes it up again: the form that was out is void, and a new one is made', async () => {
    const { world, browser } = await issued()
    const first = await issuedBytes(world)
    await browser.post(`${page}/claim`)
    expect(await caseIn(world)).toMatchObject({ status: 'in-review', form: null })
    await closes(browser, 'accept')
    await houseWorks(world)
    await browser.get(page)
    expect(await issuedBytes(world)).toEqual(first)
  })

  it('is revoked by the press of a verifier, not before the requester has asked for it', async () => {
    const { world, browser } = await readyToRevoke()
    await browser.get(page)
    expect(browser.page).not.toContain('confirm-revoked')
    await browser.post(`${page}/confirm-revoked`)
    expect(browser.status).toBe(409)
    await requesterSays(world, { type: 'ask-revocation' })
    await browser.get(page)
    await browser.post(`${page}/confirm-revoked`)
    expect(browser.text).toContain('Pencabutan dicatat')
    await houseWorks(world)
    const c = await caseIn(world)
    expect(c.status).toBe('with-contact-center')
    expect((c.trail.revoked ?? '') <= (c.trail.sent ?? '')).toBe(true)
  })

  it('shows its whole way with what is done in AMS at each step', async () => {
    const { browser } = await changing()
    await browser.get(page)
    expect(browser.text).toMatch(/▶ sekarang: Periksa setiap bagian dan berkas, terima AMS: cocokkan data lama/)
    expect(browser.text).toMatch(/○ nanti: Pemohon mengajukan pencabutan/)
  })
})

describe('the agency that the requester left', () => {
  it('sees a name, a number, what to do and one button, and nothing more', async () => {
    const { world } = await revoking()
    const joko = await signedIn(world, 'joko')
    await joko.get(former)
    expect(joko.status).toBe(200)
    const { answers, number } = await caseIn(world)
    expect(joko.text).toContain('Rina Wulandari')
    expect(joko.text).toContain(number)
    for (const [key, answer] of Object.entries(answers))
      if (typeof answer === 'string' && answer.length > 4 && key !== 'name') expect(joko.page).not.toContain(answer)
    expect([...joko.page.matchAll(/<form [^>]*action="([^"]*)"/g)].map(([, path]) => path)).toEqual([
      '/desk/search',
      '/desk/logout',
      `${former}/revoked`,
    ])
    expect(world.accesses.at(-1)).toMatchObject({ staffId: 'joko', what: 'case' })
  })

  it('confirms that it revoked; its page says so then and has no button', async () => {
    const { world } = await revoking()
    const joko = await signedIn(world, 'joko')
    await joko.get(former)
    await joko.post(`${former}/revoked`)
    expect(joko.text).toContain('sudah dicatat dicabut')
    expect(joko.page).not.toContain(`${former}/revoked`)
    expect((await caseIn(world)).trail.revoked).toBeDefined()
    const [last] = (await world.ports.ledger.history((await caseIn(world)).id)).slice(-1)
    expect(last?.author).toEqual({ role: 'former-verifier', id: 'joko' })
    await joko.get(former)
    expect((await joko.post(`${former}/revoked`)).status).toBe(409)
  })

  it('sees nothing before the requester asks, and whoever is of neither agency sees nothing at all', async () => {
    const { world } = await readyToRevoke()
    const joko = await signedIn(world, 'joko')
    expect((await joko.get(former)).status).toBe(404)
    expect((await joko.post(`${former}/revoked`)).status).toBe(404)
    await requesterSays(world, { type: 'ask-revocation' })
    for (const who of ['dewi', 'sari'] as const)
      expect((await (await signedIn(world, who)).get(former)).status).toBe(404)
    expect((await new Browser(world).get(former)).status).toBe(401)
  })

  it('is refused at every route that the desk has for a case, but for its own', async () => {
    const { world } = await revoking()
    const joko = await signedIn(world, 'joko')
    const c = await caseIn(world)
    const filled = (path: string) =>
      path
        .replace(':number', c.number)
        .replace(':sha256', c.signedForm?.file.sha256 ?? '')
        .replace(':part', 'preview-1')
        .replace(':action', 'claim')
    const routes = world.desk.app.routes.filter(({ path }) => path.includes(':number') && !path.includes('/former/'))
    expect(routes.length).toBeGreaterThan(8)
    for (const { method, path } of routes) {
      await joko.get('/desk')
      if (method === 'GET') await joko.get(filled(path))
      else await joko.post(filled(path), { item: 'nip' })
      expect([method, path, joko.status]).toEqual([method, path, 404])
      expect(joko.page).not.toMatch(/Rina|TTE MASIH AKTIF/)
    }
    expect((await caseIn(world)).revision).toBe(c.revision)
  })

  it('is refused at every other route of the case, whatever its status', async () => {
    const { world } = await revoking()
    const joko = await signedIn(world, 'joko')
    const c = await caseIn(world)
    const sha256 = c.signedForm?.file.sha256 ?? ''
    const evidence = c.evidence.decree?.[0]?.stored?.sha256 ?? ''
    const reads = [
      '',
      '/watch',
      `/files/${sha256}/preview-1`,
      `/files/${evidence}/preview-1`,
      `/files/${evidence}/thumbnail`,
    ]
    for (const path of reads) {
      await joko.get(`${page}${path}`)
      expect([path, joko.status]).toEqual([path, 404])
      expect(joko.page).not.toContain('Rina')
    }
    await joko.get('/desk')
    const posts =
      'claim release save return reject accept settle legalise legalise-form confirm-revoked ask-reissue reveal '
    const forms = `${posts}roster-number start-call confirm-call confirm-meeting form dossier signed-form enter`.split(
      ' ',
    )
    for (const path of [...forms, `files/${sha256}/original`, `files/${evidence}/original`]) {
      await joko.post(`${page}/${path}`, { item: 'nip' })
      expect([path, joko.status]).toEqual([path, 404])
      expect(joko.page).not.toContain('Rina')
      await joko.get('/desk')
    }
    expect(joko.text).not.toContain(c.number)
    expect((await caseIn(world)).revision).toBe(c.revision)
  })
})
