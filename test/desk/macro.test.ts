import { describe, expect, it } from 'vitest'
import { cannedReplies } from '../../bot/text/canned.ts'
import { macros } from '../../bot/text/macros.ts'
import { Story } from '../case/given.ts'
import { deskWorld, signedIn } from './desk-fixture.ts'
import { page, theCase } from './review-fixture.ts'

async function atTheCase() {
  const world = await deskWorld()
  await world.keep(new Story().sent())
  const dewi = await signedIn(world, 'dewi')
  await dewi.get(page)
  const [, seen = ''] = /name="seen" value="(\d+)"/.exec(dewi.page) ?? []
  return { world, dewi, shown: { seen, said: '0' } }
}

describe('a macro', () => {
  it('tried out shows every step and the very words, and changes nothing', async () => {
    const { world, dewi, shown } = await atTheCase()
    const before = await theCase(world)
    await dewi.post(`${page}/try-macro`, { ...shown, macro: 'forwarded' })
    expect(dewi.text).toContain('Inilah yang akan terjadi (belum dijalankan)')
    expect(dewi.text).toContain(`pengajuan ${before.number} sudah kami teruskan ke BSrE`)
    expect(dewi.text).toContain('Tunda 1 hari, menunggu BSrE')
    expect(dewi.page).toContain(`${page}/run-macro`)
    expect(await theCase(world)).toEqual(before)
  })

  it('run does all of its steps in one commit, each on record', async () => {
    const { world, dewi, shown } = await atTheCase()
    const { revision } = await theCase(world)
    await dewi.post(`${page}/run-macro`, { ...shown, macro: 'forwarded' })
    const c = await theCase(world)
    expect(c).toMatchObject({ agent: { id: 'dewi' }, snooze: { why: 'bsre' }, talk: { replies: 1 } })
    const history = (await world.ports.ledger.history(c.id)).slice(revision)
    expect(history.map(({ type, author }) => [type, author.id])).toEqual([
      ['taken', 'dewi'],
      ['replied', 'dewi'],
      ['snoozed', 'dewi'],
    ])
  })

  it('does nothing at all when one of its steps cannot be done, and says which', async () => {
    const { world, dewi, shown } = await atTheCase()
    const eko = { ...(await world.ports.directory.staffById('dewi'))!, id: 'eko', name: 'Eko' }
    await world.ports.directory.saveStaff(eko)
    const other = await signedIn(world, { id: 'eko' })
    await other.get(page)
    await other.post(`${page}/take`)
    const before = await theCase(world)
    await dewi.post(`${page}/try-macro`, { ...shown, seen: String(before.decision), macro: 'forwarded' })
    expect(dewi.text).toContain('dipegang Eko')
    expect(dewi.text).toContain('tidak akan dijalankan')
    expect(dewi.page).not.toContain(`${page}/run-macro`)
    await dewi.post(`${page}/run-macro`, { ...shown, seen: String(before.decision), macro: 'forwarded' })
    expect(dewi.status).toBe(409)
    expect(await theCase(world)).toEqual(before)
  })

  it('pressed twice is done once', async () => {
    const { world, dewi, shown } = await atTheCase()
    await dewi.post(`${page}/run-macro`, { ...shown, macro: 'acknowledged' })
    await dewi.post(`${page}/run-macro`, { ...shown, macro: 'acknowledged' })
    expect(dewi.status).toBe(409)
    expect((await theCase(world)).talk?.replies).toBe(1)
  })

  it('that nobody knows, or that was not chosen, is refused with what to do', async () => {
    const { dewi, shown } = await atTheCase()
    for (const macro of ['', 'toString', 'x'])
      for (const action of ['try-macro', 'run-macro']) {
        await dewi.post(`${page}/${action}`, { ...shown, macro })
        expect(dewi.status).toBe(422)
        expect(dewi.text).toContain('Makro belum dipilih')
      }
  })

  it('is for agents: a verifier has none', async () => {
    const { world } = await atTheCase()
    const sari = await signedIn(world, 'sari')
    await sari.get(page)
    expect(sari.page).not.toContain('try-macro')
    await sari.post(`${page}/run-macro`, { macro: 'forwarded' })
    expect(sari.status).toBe(404)
  })

  it('never decides a case', () => {
    for (const { steps } of Object.values(macros))
      for (const step of steps) {
        expect(['take', 'reply', 'snooze', 'put-back']).toContain(step.does)
        if (step.does === 'reply') expect(cannedReplies).toHaveProperty(step.canned)
      }
  })
})
