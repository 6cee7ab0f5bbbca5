import { beforeAll, expect, it } from 'vitest'
import { editedPdf } from '../../bot/simulator/signing/sign-pdf.ts'
import { procedureButton } from '../../bot/text/procedure.ts'
import { dateAfter } from '../../core/form/calendar.ts'
import type { Browser } from '../desk/desk-fixture.ts'
import { pki } from '../desk/signed-pdf.ts'
import { Desk, eventually } from './change-desk.ts'
import { person } from './people.ts'
import type { Requester } from './requester.ts'
import { section } from './section.ts'
import { openBothAgencies, today, transfer } from './transfer.ts'

const [maya, nina, tono] = [person('Maya Kartika'), person('Nina Kartika'), person('Tono Wibowo')]
/** In charge until ten days ago. */
const acting = {
  name: 'Wahyu Nugroho, S.H.',
  nip: '198001012005011001',
  title: 'Plh. Kepala Dinas',
  from: dateAfter(today, -20),
  until: dateAfter(today, -10),
  decree: 'SPT 800/12/2026',
}

section('E. The form of a change of data, signed end to end', (stage) => {
  let [desk, verifier]: [Desk?, Browser?] = []
  const all = () => {
    if (desk === undefined || verifier === undefined) throw new Error('nobody is there yet')
    return { desk, verifier }
  }
  const verdictOf = async (number: string) => (await stage().case(number)).signedForm?.verdict
  const pins = async () => {
    const { ports } = stage().program
    const nip = ports.agencies[0]?.personInCharge.nip ?? ''
    return ports.pins.pinsOf({ role: 'person-in-charge', person: nip })
  }
  /** A case whose form waits for its signature. */
  async function waitsForSignature(who: Requester): Promise<string> {
    who.writes('/start')
    await who.reads('Selamat datang')
    await who.presses(procedureButton('data-change', 'id'))
    await who.answersAll(transfer)
    const number = await who.submits()
    await all().desk.closes(all().verifier, number, 'accept')
    await all().desk.issued(number)
    return number
  }

  beforeAll(async () => {
    await openBothAgencies(stage())
    const { ports } = stage().program
    const [own, ...others] = ports.agencies
    Object.assign(ports, { agencies: [{ ...own, acting: [acting] }, ...others] })
    desk = new Desk(stage())
    verifier = await desk.signsIn('verifier')
  })

  it('of three cases, one certificate at first, a known one then, and a renewed one at last', async () => {
    const { desk, verifier } = all()
    const number = await waitsForSignature(stage().requester(maya))
    const page = `/desk/cases/${number}`

    await desk.brings(verifier, number, editedPdf(await desk.signed(number), 'pandu.new.email', 'lain@jogjaprov.go.id'))
    expect(verifier.status).toBe(422)
    expect(verifier.text).toContain('Isi dokumen berubah setelah ditandatangani')
    expect((await stage().case(number)).signedForm).toBeNull()

    // An officer whose days are over is somebody else: a person decides, with both names.
    await desk.brings(verifier, number, await desk.signed(number, 'WAHYU NUGROHO'))
    expect(await verdictOf(number)).toMatchObject({ verdict: 'NEEDS_REVIEW', match: 'other' })
    await verifier.get(page)
    expect(verifier.text).toContain('Penanda tangan bukan Penanggung Jawab terdaftar')
    expect(verifier.text).toContain('Nama pada sertifikat WAHYU NUGROHO Penanggung jawab pada hari itu Budi')
    await verifier.post(`${page}/legalise-form`)
    expect(verifier.text).toContain('Tanda tangannya perlu Anda pastikan dahulu')
    expect((await stage().case(number)).status).toBe('awaiting-signature')

    await desk.legalises(verifier, number)
    expect(await verdictOf(number)).toMatchObject({ verdict: 'VALID', match: 'first', time: { source: 'timestamp' } })
    await eventually(async () => expect(await pins()).toMatchObject([{ commonName: 'Budi', agency: 'diy' }]))

    const second = await waitsForSignature(stage().requester(nina))
    await desk.legalises(verifier, second)
    expect(await verdictOf(second)).toMatchObject({ verdict: 'VALID', match: 'pinned' })
    expect(await pins()).toHaveLength(1)

    const third = await waitsForSignature(stage().requester(tono))
    pki.renew('Budi', stage().program.ports.now())
    await desk.brings(verifier, third, await desk.signed(third))
    expect(await verdictOf(third)).toMatchObject({
      reasons: expect.arrayContaining(['SIGNER_MISMATCH']),
      match: 'renewed',
    })
    await verifier.get(`/desk/cases/${third}`)
    await verifier.post(`/desk/cases/${third}/confirm-signer`)
    await verifier.post(`/desk/cases/${third}/legalise-form`)
    expect(verifier.status).toBe(200)
    await eventually(async () => expect(await pins()).toHaveLength(2))
    expect((await stage().case(third)).signedForm?.confirmed).toMatchObject({ id: 'verifier' })
  })
})
