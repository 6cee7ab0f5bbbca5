import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import type { Agency } from '../../core/agency/agency.ts'
import { tellFormerAgency } from '../../core/handling/former-agency.ts'
import { issueForm } from '../../core/handling/issue-form.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import { bantul, diy } from '../case/given.ts'
import { caseIn, changing, closes, houseWorks, issuedBytes, page, requesterSays } from '../desk/change-fixture.ts'
import { signedIn } from '../desk/desk-fixture.ts'

const acting = {
  name: 'Wahyu Nugroho',
  nip: '197502021999031002',
  title: 'Plh. Kepala Dinas Kominfo',
  from: '2026-11-23',
  until: '2026-11-23',
  decree: 'SPT 800/12/2026',
}

async function accepted(agency: Agency = diy) {
  const both = await changing({}, agency)
  Object.assign(both.world.ports, { agencies: [agency, bantul] })
  await closes(both.browser, 'accept')
  return both
}

const fieldsIn = async (bytes: Uint8Array) =>
  Object.fromEntries(
    (await PDFDocument.load(bytes))
      .getForm()
      .getFields()
      .flatMap((field) =>
        'getText' in field ? [[field.getName(), String((field as { getText(): unknown }).getText())]] : [],
      ),
  )

describe('the form that the house issues', () => {
  it('says what was answered, for whom it is to be signed, and the digest of its content', async () => {
    const { world } = await accepted()
    await houseWorks(world)
    const fields = await fieldsIn(await issuedBytes(world))
    const { number, answers } = await caseIn(world)
    expect(fields).toMatchObject({
      'pandu.number': number,
      'pandu.name': answers.name,
      'pandu.nik': answers.nik,
      'pandu.old.agency': 'Pemkab Bantul',
      'pandu.signer.name': diy.personInCharge.name,
    })
    expect(fields['pandu.sha256']).toMatch(/^[0-9a-f]{64}$/)
  })

  it('names an acting officer within the days of the order', async () => {
    const { world } = await accepted({ ...diy, acting: [acting] })
    await houseWorks(world)
    expect(await fieldsIn(await issuedBytes(world))).toMatchObject({
      'pandu.signer.name': acting.name,
      'pandu.signer.nip': acting.nip,
    })
  })

  it('is made once, however often the house is told, and from the same case always with the same bytes', async () => {
    const { world } = await accepted()
    const waiting = await caseIn(world)
    await issueForm(world.ports, waiting)
    const first = await issuedBytes(world)
    await issueForm(world.ports, waiting)
    await issueForm(world.ports, await caseIn(world))
    expect(await issuedBytes(world)).toEqual(first)
    const history = await world.ports.ledger.history(waiting.id)
    expect(history.filter(({ type }) => type === 'form-issued')).toHaveLength(1)
  })

  it('is not made for a case that its verifier took up again meanwhile', async () => {
    const { world, browser } = await accepted()
    const waiting = await caseIn(world)
    await browser.post(`${page}/claim`)
    await issueForm(world.ports, waiting)
    expect(await caseIn(world)).toMatchObject({ status: 'in-review', form: null })
  })

  it('is a defect that people hear of when the paper is not there, and is made once that is mended', async () => {
    const formTemplate = { file: '/nowhere/form.pdf', fields: {}, signatureField: 'TTE' }
    const { world } = await accepted({ ...diy, formTemplate })
    await expect(issueForm(world.ports, await caseIn(world))).rejects.toThrow(/ENOENT/)
    Object.assign(world.ports, { agencies: [diy, bantul] })
    const browser = await signedIn(world, 'sari')
    await browser.get(page)
    await browser.post(`${page}/claim`)
    await closes(browser, 'accept')
    await houseWorks(world)
    expect((await caseIn(world)).form).not.toBeNull()
  })
})

describe('the task of the agency that the requester left', () => {
  const task = {
    id: 1,
    dedup: 'task-1',
    lane: 'work',
    target: 'work:x',
    kind: 'tell-former-agency',
    payload: {},
  } as const
  const item: OutboxItem = { ...task, attempts: 1, isAmbiguous: false, leasedAt: '2026-11-23T02:00:00.000Z' }
  const asking = async () => {
    const { world, browser } = await accepted({ ...diy, revokeBefore: 'form' })
    await requesterSays(world, { type: 'ask-revocation' })
    return { world, browser }
  }

  it('waits for the office hours of that agency', async () => {
    const { world } = await asking()
    world.clock = '2026-11-23T15:00:00.000Z'
    await tellFormerAgency(world.ports, await caseIn(world), item)
    expect(await world.ports.outbox.claim('bulk', 10, world.clock, 1000)).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ kind: 'former-task' })]),
    )
    const later = await world.ports.outbox.claim('work', 50, '2026-11-24T01:00:00.000Z', 1000)
    expect(later).toContainEqual(
      expect.objectContaining({ kind: 'tell-former-agency', notBefore: '2026-11-24T01:00:00.000Z' }),
    )
  })

  it('is not told as done to an agency that was never asked', async () => {
    const { world, browser } = await asking()
    await browser.get(page)
    await browser.post(`${page}/confirm-revoked`)
    await tellFormerAgency(world.ports, await caseIn(world), item)
    const owed = await world.ports.outbox.claim('bulk', 50, world.clock, 1000)
    expect(owed.filter(({ kind }) => kind === 'former-task')).toEqual([])
  })
})
