import { describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { perform } from '../../core/handling/perform.ts'
import { type ProcedureName, procedureNames } from '../../core/procedure/names.ts'
import { goodAnswers, stored } from '../case/given.ts'
import { type Browser, type DeskWorld, deskWorld, pngBytes, signedIn } from './desk-fixture.ts'

/** What a form takes at once, as often as new questions appear. */
const roundsMax = 6

/** Everything that the page of a case asks, filled in by the names of its fields alone. */
function filledIn(page: string, answers: Readonly<Record<string, string | null>>) {
  const names = [...page.matchAll(/ name="([afnu]:[^"]+)"/g)].map(([, name = '']) => name)
  const fields: Record<string, string> = {}
  const files: Record<string, Uint8Array> = {}
  for (const name of names) {
    const item = name.slice(2)
    const [key = ''] = item.split('.')
    const answer = answers[key]
    if (name.startsWith('a:')) fields[name] = answer ?? (names.includes(`u:${item}`) ? '' : '-')
    if (name.startsWith('u:') && (answer === null || answer === undefined)) fields[name] = '1'
    if (name.startsWith('f:') && !names.includes(`n:${item}`)) files[name] = pngBytes
    if (name.startsWith('n:')) fields[name] = '1'
  }
  if (page.includes('name="k:1"'))
    Object.assign(fields, { 'k:1': 'computer', 'm:1': 'Laptop', 'k:2': 'ios', 'm:2': 'iPhone' })
  return { fields, files }
}

async function storesFiles(world: DeskWorld, c: Case): Promise<void> {
  const pending = Object.values(c.evidence)
    .flat()
    .filter(({ state }) => state === 'pending')
  for (const { id: fileId } of pending)
    await perform(world.ports, c.id, [{ type: 'store-evidence', fileId, stored, remarks: [] }], 'house')
}

/** Opens a case of that service, answers what the page asks until it asks nothing more, and sends it. */
async function serves(procedure: ProcedureName, more: Readonly<Record<string, string>> = {}) {
  const world = await deskWorld()
  const sari: Browser = await signedIn(world, 'sari')
  await sari.get(`/desk/counter/new/${procedure}`)
  await sari.post('/desk/counter/open', { procedure })
  const now = async () => (await world.ports.ledger.find({ counter: {}, limit: 1 }))[0] ?? expect.fail(sari.text)
  const path = `/desk/counter/${(await now()).number}`
  for (let round = 0; round < roundsMax && !sari.page.includes(`action="${path}/send"`); round += 1) {
    const { fields, files } = filledIn(sari.page, { ...goodAnswers, ...more })
    await sari.sendAll(`${path}/save`, fields, files)
    expect([procedure, sari.status, sari.page.includes('asked wrong')]).toEqual([procedure, 200, false])
    await storesFiles(world, await now())
    await sari.get(path)
  }
  await sari.post(`${path}/send`, { present: '1', stated: '1', agreed: '1' })
  return { c: await now(), sari, path }
}

describe('every service', () => {
  it.each(procedureNames)('%s is filled in and sent at the counter by its data alone', async (procedure) => {
    const { c, sari, path } = await serves(procedure)
    expect([c.procedure, c.status]).toEqual([procedure, procedure === 'question' ? 'with-contact-center' : 'submitted'])
    await sari.get(`${path}/receipt`)
    expect(sari.text).toContain(c.number)
  })

  it.each(['transfer', 'registered-elsewhere', 'mail', 'phone', 'identity', 'position'])(
    'a change of data of the kind %s too',
    async (changeKind) => {
      const { c } = await serves('data-change', { changeKind })
      expect(c).toMatchObject({ status: 'submitted', answers: { changeKind } })
    },
  )

  it('a revocation for somebody else too', async () => {
    const { c } = await serves('revocation', {
      revocationFor: 'other',
      ownerName: 'Budi Hartono',
      ownerNip: '197902142005011004',
      revocationReason: 'deceased',
    })
    expect(c).toMatchObject({ status: 'submitted', answers: { ownerName: 'Budi Hartono' } })
  })
})
