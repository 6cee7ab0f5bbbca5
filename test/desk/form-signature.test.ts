import { describe, expect, it } from 'vitest'
import { formSignatureText } from '../../bot/text/form-signature.ts'
import { signatureReasonText } from '../../bot/text/signature-reason.ts'
import type { SignerPin } from '../../core/signature/pin.ts'
import type { Said } from '../signature/sample-report.ts'
import { caseIn, houseWorks, issued, issuedBytes, opensAll, page, upload } from './change-fixture.ts'
import { signedIn } from './desk-fixture.ts'
import { signedCopy } from './signed-pdf.ts'

const hash = (sign: string) => sign.repeat(64)
const nip = '197001011995031001'
const known = (certSha256: string): SignerPin => ({
  role: 'person-in-charge',
  person: nip,
  agency: 'diy',
  certSha256,
  commonName: 'KEPALA DINAS',
  by: 'budi',
  caseId: '5f0e3d9c-0000-4000-8000-00000000000f',
  at: '2026-11-20T02:00:00.000Z',
})

/** A form that came back at the desk, of which the verifier of signatures says that; nothing of it is opened yet. */
async function back(said: Partial<Said>, pins: readonly SignerPin[] = []) {
  const both = await issued()
  both.world.said = said
  for (const pin of pins) await both.world.ports.pins.pin(pin)
  await upload(both.browser, await signedCopy(await issuedBytes(both.world)))
  return both
}

const pinsOf = async ({ world }: Awaited<ReturnType<typeof back>>) =>
  (await world.ports.pins.pinsOf({ role: 'person-in-charge', person: nip })).map(({ certSha256 }) => certSha256)

describe('the signature of a form at the desk', () => {
  it('of the person in charge by a certificate that is known goes on without a question', async () => {
    const { browser } = await back({ certSha256: hash('a') }, [known(hash('a'))])
    expect(browser.text).toContain('Tanda tangan elektronik sah')
    expect(browser.text).toContain('Sertifikat ini sudah dikenal sebagai miliknya')
    expect(browser.text).toContain(
      'Nama pada sertifikat KEPALA DINAS, S.Kom. Penanggung jawab pada hari itu Kepala Dinas',
    )
    expect(browser.text).toContain('08.55 WIB, dibuktikan stempel waktu TSA UJI')
    expect(browser.page).toContain('/legalise-form"')
    expect(browser.page).not.toMatch(/\/confirm-sign/)
    expect(browser.text).toContain('tanda tangannya sudah diperiksa')
    expect(browser.text).not.toContain('portal verifikasi')
  })

  it('by a certificate that nobody knows yet is pinned by the legalisation, once and on record', async () => {
    const both = await back({ certSha256: hash('a') })
    const { world, browser } = both
    expect(browser.text).toContain('sertifikat ini baru pertama kali dipakai di sini')
    expect(await pinsOf(both)).toEqual([])
    await opensAll(world, browser)
    await browser.post(`${page}/legalise-form`)
    await houseWorks(world)
    expect(await pinsOf(both)).toEqual([hash('a')])
    expect(world.accesses.filter(({ what }) => what === 'pin')).toMatchObject([{ staffId: 'sari', ref: hash('a') }])
  })

  it('of the same name on a renewed certificate is pinned anew by one press', async () => {
    const both = await back({ certSha256: hash('b') }, [known(hash('a'))])
    const { world, browser } = both
    expect(browser.text).toContain('Namanya cocok, tetapi sertifikatnya bukan yang kami kenal')
    expect(browser.text).toContain(hash('a'))
    expect(browser.page).not.toContain('/legalise-form"')
    expect(browser.page).not.toContain('/confirm-signature"')
    await browser.post(`${page}/legalise-form`)
    expect(browser.text).toContain('Tanda tangannya perlu Anda pastikan dahulu')
    await opensAll(world, browser)
    await browser.get(page)
    await browser.post(`${page}/confirm-signer`)
    expect(browser.text).toContain('Dicatat: Anda menerima tanda tangan itu')
    expect(browser.text).toContain('Dipastikan oleh Sari')
    expect(browser.text).not.toContain('portal verifikasi')
    await houseWorks(world)
    expect(await pinsOf(both)).toEqual([hash('a'), hash('b')])
    await upload(browser, await signedCopy(await issuedBytes(world)))
    expect(browser.text).toContain('Sertifikat ini sudah dikenal sebagai miliknya')
    expect((await caseIn(world)).signedForm?.verdict).toMatchObject({ verdict: 'VALID', match: 'pinned' })
  })

  it('of somebody else goes to a person with both names, who may let it through once without pinning it', async () => {
    const both = await back({ commonName: 'WAHYU NUGROHO', certSha256: hash('c') })
    const { world, browser } = both
    expect(browser.text).toContain('Perlu diperiksa verifikator')
    expect(browser.text).toContain('Nama pada sertifikat WAHYU NUGROHO Penanggung jawab pada hari itu Kepala Dinas')
    expect(browser.text).toContain('Penanda tangan bukan Penanggung Jawab terdaftar')
    expect(browser.text).toContain('bila perlu, periksa juga di portal verifikasi BSrE')
    await browser.post(`${page}/confirm-signature`)
    expect(browser.text).toContain('Masih ada 1 berkas yang belum Anda buka')
    await opensAll(world, browser)
    await browser.get(page)
    await browser.post(`${page}/confirm-signature`)
    await houseWorks(world)
    expect(await pinsOf(both)).toEqual([])
    await browser.post(`${page}/legalise-form`)
    await houseWorks(world)
    expect(await pinsOf(both)).toEqual([])
    expect(browser.text).toContain('Dilegalisasi')
  })

  it.each([
    ['INVALID', ['MODIFIED_AFTER_SIGNING'], 'Isi dokumen berubah setelah ditandatangani'],
    ['INVALID', ['REVOKED'], 'Sertifikat penanda tangan sudah dicabut'],
    ['INVALID', ['LEAF_IS_CA'], 'tidak boleh dipakai untuk menandatangani dokumen'],
    ['INVALID', ['BYTERANGE_GAP'], 'Struktur tanda tangan berkas itu tidak wajar'],
    ['UNTRUSTED', ['NO_TRUST_PATH'], 'tidak diterbitkan oleh PSrE yang kami percayai'],
    ['UNREADABLE', [], 'tidak dapat dibaca dengan aman'],
    ['NOT_SIGNED', [], 'formulir yang belum ditandatangani'],
    ['NEEDS_REVIEW', ['FORM_FILLED'], 'Isi dokumen berubah setelah ditandatangani'],
  ] as const)(
    'that is %s for %s is refused in a sentence, and nothing of it is kept',
    async (verdict, reasons, says) => {
      const { world, browser } = await back({ verdict, reasons })
      expect(browser.status).toBe(422)
      expect(browser.text).toContain(says)
      expect((await caseIn(world)).signedForm).toBeNull()
    },
  )

  it('that only needs a look says why, and is accepted by whoever holds the case alone', async () => {
    const { world, browser } = await back(
      { verdict: 'NEEDS_REVIEW', reasons: ['WEAK_ALGORITHM', 'TIME_CLAIMED'], certSha256: hash('a') },
      [known(hash('a'))],
    )
    expect(browser.text).toContain(signatureReasonText.WEAK_ALGORITHM.id)
    expect(browser.text).toContain(signatureReasonText.TIME_CLAIMED.id)
    expect(browser.text).toContain(`⚠ ${formSignatureText.review.id}`)
    const budi = await signedIn(world, 'budi')
    await budi.get(page)
    expect(budi.page).not.toMatch(/\/confirm-sign/)
    expect(budi.text).toContain('Yang memegang pengajuan ini harus memastikannya')
    await budi.post(`${page}/confirm-signature`)
    expect(budi.status).toBe(409)
    await opensAll(world, browser)
    await browser.get(page)
    await browser.post(`${page}/confirm-signature`)
    expect((await caseIn(world)).signedForm?.confirmed?.id).toBe('sari')
    expect(browser.text).toContain(formSignatureText.reviewed.id)
    expect(browser.text).not.toContain(`⚠ ${formSignatureText.review.id}`)
  })

  it('is said to be unverified where no anchors are configured, and people decide on record', async () => {
    const both = await issued()
    const { world, browser } = both
    Object.assign(world.ports, { signatures: { ...world.ports.signatures, hasAnchors: false } })
    world.said = { verdict: 'UNTRUSTED', reasons: ['NO_TRUST_PATH'] }
    await browser.get(page)
    expect(browser.text).toContain('Tanda tangan belum dapat diperiksa di sini')
    await upload(browser, await signedCopy(await issuedBytes(world)))
    expect(browser.text).toContain('belum mengenal sertifikat induk mana pun (TRUST_ANCHORS_DIR)')
    await opensAll(world, browser)
    await browser.get(page)
    await browser.post(`${page}/confirm-signature`)
    await browser.post(`${page}/legalise-form`)
    await houseWorks(world)
    expect((await caseIn(world)).status).not.toBe('awaiting-signature')
    expect(await pinsOf(both)).toEqual([])
    expect(browser.text).not.toContain('Tanda tangan elektronik sah')
  })

  it('that was broken is refused without anchors too', async () => {
    const { world, browser } = await issued()
    Object.assign(world.ports, { signatures: { ...world.ports.signatures, hasAnchors: false } })
    world.said = { verdict: 'INVALID', reasons: ['DIGEST_MISMATCH', 'NO_TRUST_PATH'] }
    await upload(browser, await signedCopy(await issuedBytes(world)))
    expect(browser.text).toContain('Isi dokumen berubah setelah ditandatangani')
  })

  it('shows a name from a certificate as text, whatever it holds', async () => {
    const { browser } = await back({ commonName: '<b>KEPALA</b>\u202e 3404015204850001' })
    expect(browser.page).not.toContain('<b>KEPALA</b>')
    expect(browser.page).not.toContain('\u202e')
    expect(browser.page).not.toContain('3404015204850001')
  })
})

describe('an acting officer', () => {
  const plh = { name: 'Wahyu Nugroho, S.H.', nip: '198001012005011001', title: 'Plh. Kepala Dinas', decree: 'SPT 1' }
  const during = { ...plh, from: '2026-11-20', until: '2026-11-23' }
  const signs = async (at: string, source: 'timestamp' | 'claimed', acting = during) => {
    const both = await issued()
    const [own, ...others] = both.world.ports.agencies
    Object.assign(both.world.ports, { agencies: [{ ...own, acting: [acting] }, ...others] })
    both.world.said = { commonName: 'WAHYU NUGROHO', time: { value: at, source } }
    await upload(both.browser, await signedCopy(await issuedBytes(both.world)))
    return (await caseIn(both.world)).signedForm?.verdict
  }

  it('counts on the days of the order, by a proven time, and is shown as acting', async () => {
    expect(await signs('2026-11-22T03:00:00.000Z', 'timestamp')).toMatchObject({
      verdict: 'VALID',
      match: 'first',
      expected: { name: plh.name, isActing: true },
    })
  })

  it('does not count outside of them', async () => {
    for (const day of ['2026-11-19', '2026-11-24'])
      expect(await signs(`${day}T03:00:00.000Z`, 'timestamp')).toMatchObject({
        verdict: 'NEEDS_REVIEW',
        reasons: ['SIGNER_MISMATCH'],
        expected: { name: 'Kepala Dinas', isActing: false },
      })
  })

  it('is not believed a time that only their own computer names: then the day of the upload counts', async () => {
    const over = { ...during, until: '2026-11-22' }
    expect(await signs('2026-11-21T03:00:00.000Z', 'claimed', over)).toMatchObject({ reasons: ['SIGNER_MISMATCH'] })
  })
})
