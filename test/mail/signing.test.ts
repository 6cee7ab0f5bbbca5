import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createMail } from '../../bot/mail/mail.ts'
import { Mailbox } from '../../bot/simulator/mailbox.ts'
import type { Agency } from '../../core/agency/agency.ts'
import { officerAt, signingMailboxes } from '../../core/agency/in-charge.ts'
import { digestTimer } from '../../core/handling/tell-staff.ts'
import { bantul, diy } from '../case/given.ts'
import {
  caseIn,
  changing,
  closes,
  houseWorks,
  issuedBytes,
  page,
  requesterSays,
  upload,
} from '../desk/change-fixture.ts'
import { Browser, type DeskWorld, nik, nip, number, publicUrl, signedIn } from '../desk/desk-fixture.ts'
import { signedCopy, touchedCopy } from '../desk/signed-pdf.ts'
import { nestedFieldsPdf } from '../lab/sample-pdfs.ts'

const mailbox = new Mailbox()
beforeAll(() => mailbox.start())
afterAll(() => mailbox.stop())
beforeEach(() => {
  mailbox.mails.splice(0)
})

const [mine, office] = ['kadis@jogjaprov.go.id', 'kominfo@jogjaprov.go.id']
const plh = {
  name: 'Wahyu Nugroho',
  nip: '197502021999031002',
  title: 'Plh. Kepala Dinas Kominfo',
  from: '2026-11-24',
  until: '2026-11-26',
  decree: 'SPT 800/12/2026',
}
const inCharge = (more: Partial<Agency> = {}): Agency => ({
  ...diy,
  personInCharge: { ...diy.personInCharge, email: mine, officeEmail: office },
  ...more,
})

/** A form that waits, issued on Monday at 09.00 WIB. */
async function waiting(agency = inCharge()) {
  const both = await changing()
  Object.assign(both.world.ports, { agencies: [agency, bantul] })
  await closes(both.browser, 'accept')
  await houseWorks(both.world)
  await both.browser.get(page)
  return both
}

/** A morning of the office: what is owed to mailboxes leaves. */
async function morning(world: DeskWorld, at: string) {
  const { ports } = world
  await ports.ledger.commit([{ changes: [], owed: [digestTimer(ports, 'diy')], knocks: [] }])
  world.clock = at
  await houseWorks(world)
  const { deliver } = createMail({ smtpUrl: mailbox.url, needsTls: false, from: 'pandu@diy.example' }, ports, {
    publicUrl,
  })
  for (const item of await ports.outbox.claim('bulk', 50, ports.now(), 60_000)) {
    if (!item.target.startsWith('mail:')) continue
    await deliver(item)
    await ports.outbox.settle([{ id: item.id, state: 'sent' }])
  }
  return mailbox.mails.splice(0).filter(({ attachments }) => attachments.length > 0)
}
const tuesday = '2026-11-24T01:00:00.000Z'
const linkIn = (text: string) => /https?:\/\/\S+\/desk\/forms\?t=\S+/.exec(text)?.[0] ?? ''
const pathOf = (link: string) => link.slice(publicUrl.length)

async function linked() {
  const both = await waiting()
  const [mail] = await morning(both.world, tuesday)
  return { ...both, link: pathOf(linkIn(mail?.text ?? '')) }
}

describe('the mail to the person in charge', () => {
  it('comes once a morning, to them and their office: the form itself, one sentence for whom and why, a link back', async () => {
    const { world } = await waiting()
    const mails = await morning(world, tuesday)
    expect(mails.map(({ recipients }) => recipients)).toEqual([[mine], [office]])
    const [mail] = mails
    expect(mail?.subject).toContain('1 formulir menunggu tanda tangan Anda')
    expect(mail?.text).toContain('Kepala Dinas, Kepala Dinas Kominfo')
    expect(mail?.text).toContain(
      `1. Rina Wulandari: Perubahan data, Pindah instansi (mutasi) dari Pemkab Bantul. ${number} (target`,
    )
    expect(mail?.attachments.map(({ name }) => name)).toEqual([`${number}-formulir.pdf`])
    expect(mail?.attachments[0]?.bytes.equals(await issuedBytes(world))).toBe(true)
    expect(linkIn(mail?.text ?? '')).toMatch(/\/desk\/forms\?t=/)
    for (const secret of [nip, nik]) expect(mail?.text).not.toContain(secret)
  })

  it('comes again the next morning while it is not signed, and says when the target is over', async () => {
    const { world } = await waiting()
    await morning(world, tuesday)
    const [late] = await morning(world, '2026-11-27T01:00:00.000Z')
    expect(late?.subject).toContain('LEWAT TARGET')
    expect(late?.text).toContain('LEWAT TARGET sejak')
  })

  it('does not come when nothing waits, or once the signed form is back', async () => {
    const { world, browser } = await waiting()
    await upload(browser, await signedCopy(await issuedBytes(world)))
    expect(await morning(world, tuesday)).toEqual([])
  })

  it('names the acting officer within the days of the order, on the form too', async () => {
    const agency = inCharge({ acting: [plh] })
    expect(officerAt(agency, '2026-11-23T16:59:00.000Z').isActing).toBe(false)
    expect(officerAt(agency, '2026-11-23T17:00:00.000Z').name).toBe(plh.name)
    expect(officerAt(agency, '2026-11-26T16:59:00.000Z').name).toBe(plh.name)
    expect(officerAt(agency, '2026-11-26T17:00:00.000Z').isActing).toBe(false)
    const [mail, ...others] = await morning((await waiting(agency)).world, tuesday)
    expect(mail?.recipients).toEqual([office])
    expect(others).toEqual([])
    expect(mail?.text).toContain('Wahyu Nugroho, Plh. Kepala Dinas Kominfo (bertindak berdasarkan SPT 800/12/2026)')
  })

  it('goes to an acting officer of known address, and to the one away when nobody else can be reached', () => {
    const at = '2026-11-25T02:00:00.000Z'
    expect(signingMailboxes(inCharge({ acting: [{ ...plh, email: 'plh@jogjaprov.go.id' }] }), at)).toEqual([
      'plh@jogjaprov.go.id',
      office,
    ])
    const alone = { ...diy.personInCharge, email: mine }
    expect(signingMailboxes(inCharge({ personInCharge: alone, acting: [plh] }), at)).toEqual([mine])
    expect(signingMailboxes(diy, at)).toEqual([])
  })
})

describe('the one-time link of a form', () => {
  it('shows a number and a masked name, takes one PDF, and shows nothing else of the case', async () => {
    const { world, link } = await linked()
    const page = await new Browser(world).get(link)
    expect(page.status).toBe(200)
    expect(page.text).toContain('R••• W•••')
    expect(page.text).toContain(number)
    const { answers } = await caseIn(world)
    for (const answer of Object.values(answers))
      if (typeof answer === 'string' && answer.length > 4) expect(page.page).not.toContain(answer)
    expect(page.page).not.toMatch(/<img|\/desk\/cases/)
  })

  it('takes the signed form once, tells the verifier, and is spent', async () => {
    const { world, link } = await linked()
    // The night is over: verifiers sign in anew.
    const browser = await signedIn(world, 'sari')
    const signed = await signedCopy(await issuedBytes(world))
    const person = new Browser(world)
    await person.send(link, 'form', signed, 'formulir-ttd.pdf')
    expect(person.text).toContain('Formulir bertanda tangan sudah kami terima')
    expect((await caseIn(world)).signedForm).toMatchObject({ relation: 'appended', from: 'person-in-charge' })
    for (const again of [await person.get(link), await person.send(link, 'form', signed, 'x.pdf')])
      expect(again.status).toBe(410)
    await browser.get(page)
    expect(browser.text).toContain('diunggah lewat tautan penanggung jawab')
    const owed = await world.ports.outbox.claim('work', 20, world.ports.now(), 1000)
    expect(owed.map(({ payload }) => payload)).toContainEqual({ code: 'form-back' })
  })

  it.each([
    ['the form that nobody signed', async (issued: Uint8Array) => issued, 'belum ditandatangani secara elektronik'],
    ['a copy to which something else was appended', touchedCopy, 'belum ditandatangani secara elektronik'],
    ['something else', async () => Buffer.from('%PDF-1.4 lain'), 'rusak, terpotong'],
    ['fields nested to stop whoever reads them', async () => nestedFieldsPdf(400, 4000, 100), 'rusak, terpotong'],
    ['nothing', async () => undefined, 'berkasnya kosong'],
  ])('answers %s in a sentence and stays good', async (_, make, says) => {
    const { world, link } = await linked()
    const person = new Browser(world)
    await person.send(link, 'form', await make(await issuedBytes(world)), 'x.pdf')
    expect(person.status).toBe(422)
    expect(person.text).toContain(says)
    expect((await caseIn(world)).signedForm).toBeNull()
    expect((await person.get(link)).status).toBe(200)
  })

  it('lets one of two uploads in the same moment in', async () => {
    const { world, link } = await linked()
    const signed = await signedCopy(await issuedBytes(world))
    const both = await Promise.all([1, 2].map(() => new Browser(world).send(link, 'form', signed, 'x.pdf')))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410])
    const history = await world.ports.ledger.history((await caseIn(world)).id)
    expect(history.filter(({ type }) => type === 'signed-form-received')).toHaveLength(1)
  })

  it('is dead after five days, and when its form was withdrawn, though the same form is issued anew', async () => {
    const { world, link } = await linked()
    const { form: first } = await caseIn(world)
    // The night is over: verifiers sign in anew.
    const browser = await signedIn(world, 'sari')
    const signed = await signedCopy(await issuedBytes(world))
    await browser.get(page)
    await browser.post(`${page}/claim`)
    expect((await new Browser(world).get(link)).status).toBe(410)
    expect((await new Browser(world).send(link, 'form', signed, 'x.pdf')).status).toBe(410)
    world.clock = '2026-11-24T01:05:00.000Z'
    await closes(browser, 'accept')
    await houseWorks(world)
    expect((await caseIn(world)).form?.sha256).toBe(first?.sha256)
    expect((await new Browser(world).get(link)).status).toBe(410)
    expect((await new Browser(world).send(link, 'form', signed, 'x.pdf')).status).toBe(410)
    world.clock = '2026-11-29T02:00:00.000Z'
    expect((await new Browser(world).get(link)).status).toBe(410)
    expect((await caseIn(world)).signedForm).toBeNull()
  })

  it('cannot be guessed, and signs nobody in: a link of the desk is none of a form, and the other way round', async () => {
    const { world, link } = await linked()
    const token = new URLSearchParams(link.split('?')[1]).get('t') ?? ''
    const stranger = new Browser(world)
    expect((await stranger.get(`/desk/forms?t=${token}x`)).status).toBe(410)
    expect((await stranger.get('/desk/forms')).status).toBe(410)
    expect((await stranger.get(`/desk/login?t=${token}`)).status).toBe(410)
    expect((await stranger.post('/desk/login', { t: token })).status).toBe(410)
    expect((await stranger.get(page)).status).toBe(401)
    expect((await stranger.get(link)).status).toBe(200)
  })

  it('reads no more than a form may weigh, and nothing at all without a good link', async () => {
    const { world, link } = await linked()
    const huge = new Uint8Array(12 * 1024 * 1024)
    expect((await new Browser(world).send(link, 'form', huge, 'x.pdf')).status).toBe(413)
    expect((await new Browser(world).send('/desk/forms?t=no', 'form', huge.subarray(0, 400_000), 'x.pdf')).status).toBe(
      413,
    )
  })

  it('is no way to a case that its requester withdrew meanwhile', async () => {
    const { world, link } = await linked()
    await requesterSays(world, { type: 'cancel' })
    expect((await new Browser(world).get(link)).status).toBe(410)
  })
})
