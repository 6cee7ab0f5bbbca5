import { describe, expect, it } from 'vitest'
import { formatCaseNumber } from '../../core/case/case-number.ts'
import { Story } from '../case/given.ts'
import { deskWorld, signedIn, staff } from './desk-fixture.ts'
import { claimed, page, theCase } from './review-fixture.ts'

const other = formatCaseNumber(2026, 2)

/** A case with the contact center, and two agents of its agency. */
async function twoAgents() {
  const world = await deskWorld()
  await world.ports.directory.saveStaff({ ...staff.dewi, id: 'eko', name: 'Eko', email: 'eko@jogjaprov.go.id' })
  await world.keep(new Story().sent())
  const [dewi, eko] = [await signedIn(world, 'dewi'), await signedIn(world, { id: 'eko' })]
  await dewi.get(page)
  await dewi.post(`${page}/take`)
  return { world, dewi, eko }
}

describe('two agents on one case', () => {
  it('the second reads who holds it, and takes it over with a reason that stands in the history', async () => {
    const { world, eko } = await twoAgents()
    await eko.get(page)
    expect(eko.text).toContain('Dipegang rekan Anda: Dewi')
    await eko.post(`${page}/take-over`, { 'take-over-text': '' })
    expect(eko.status).toBe(422)
    expect(eko.page).toMatch(/<details open="">/)
    await eko.post(`${page}/take-over`, { 'take-over-text': 'Dewi rapat sampai sore' })
    expect((await theCase(world)).agent?.id).toBe('eko')
    expect(eko.text).toContain('“Dewi rapat sampai sore”')
  })

  it('the first, who writes on, keeps every word and reads what happened meanwhile', async () => {
    const { dewi, eko } = await twoAgents()
    await dewi.get(page)
    const { page: old } = dewi
    await eko.get(page)
    await eko.post(`${page}/take-over`, { 'take-over-text': 'Dewi rapat sampai sore' })
    const seen = /name="seen" value="(\d+)"/.exec(old)?.[1] ?? ''
    await dewi.post(`${page}/reply`, { seen, said: '0', 'reply-text': 'Mohon ditunggu, kami cek ke BSrE.' })
    expect(dewi.status).toBe(409)
    expect(dewi.text).toContain('Yang berubah sejak halaman Anda dibuka')
    expect(dewi.text).toContain('Dewi rapat sampai sore')
    expect(dewi.page).toContain('Mohon ditunggu, kami cek ke BSrE.')
  })

  it('one reply pressed twice leaves once, and the second press says so without losing a word', async () => {
    const { world, dewi } = await twoAgents()
    await dewi.get(page)
    const seen = /name="seen" value="(\d+)"/.exec(dewi.page)?.[1] ?? ''
    const reply = { seen, said: '0', 'reply-text': 'Sudah kami teruskan.' }
    await dewi.post(`${page}/reply`, reply)
    await dewi.post(`${page}/reply`, reply)
    expect(dewi.status).toBe(409)
    expect(dewi.text).toContain('mungkin balasan Anda sendiri')
    expect((await theCase(world)).talk?.replies).toBe(1)
  })

  it('a page that is open says who else has it open', async () => {
    const { dewi } = await twoAgents()
    await dewi.get(`${page}/presence`)
    expect(dewi.status).toBe(200)
    expect(dewi.text).not.toContain('Dewi')
  })
})

describe('an agent who cannot go on', () => {
  it('puts a case aside, sees it in the list as such, and works on it again', async () => {
    const { world, dewi } = await twoAgents()
    await dewi.post(`${page}/snooze`, { 'snooze-for': 'day', 'snooze-why': 'bsre' })
    expect(dewi.text).toContain('Ditunda sampai')
    await dewi.get('/desk?view=mine')
    expect(dewi.text).toContain('Ditunda sampai')
    await dewi.get(page)
    await dewi.post(`${page}/wake`)
    expect((await theCase(world)).snooze).toBeNull()
  })

  it('gives it to a colleague, who is offered, and to nobody else', async () => {
    const { world, dewi } = await twoAgents()
    await dewi.get(page)
    expect(dewi.page).toMatch(/<option value="eko"[^>]*>Eko/)
    await dewi.post(`${page}/assign`, { colleague: 'sari' })
    expect(dewi.status).toBe(422)
    await dewi.post(`${page}/assign`, { colleague: 'eko' })
    expect((await theCase(world)).agent?.id).toBe('eko')
  })

  it('asks for help, which marks the case urgent', async () => {
    const { world, dewi } = await twoAgents()
    await dewi.post(`${page}/escalate`, { 'escalate-text': 'BSrE tidak menjawab sejak kemarin' })
    expect((await theCase(world)).isUrgent).toBe(true)
    expect(dewi.text).toContain('BSrE tidak menjawab sejak kemarin')
  })

  it('ends the shift: what was held is back in the queue, and the session is over', async () => {
    const { world, dewi } = await twoAgents()
    await dewi.get('/desk/me')
    await dewi.post('/desk/shift-over')
    expect((await theCase(world)).agent).toBeNull()
    await dewi.get('/desk')
    expect(dewi.text).not.toContain('PANDU-2026')
  })
})

describe('cases that belong together', () => {
  it('are linked by their number, however it was typed', async () => {
    const { world, dewi } = await twoAgents()
    await world.keepAnother(new Story().sent(), other)
    await dewi.post(`${page}/link`, { 'other-number': ` ${other.toLowerCase().replaceAll('-', ' ')}` })
    expect((await theCase(world)).links).toEqual([other])
    expect(dewi.page).toContain(`href="/desk/cases/${other}"`)
  })

  it('are merged by whoever holds the duplicate, which says where it goes on', async () => {
    const { world, dewi } = await twoAgents()
    await dewi.post(`${page}/merge`, { 'other-number': 'PANDU-2026-000404-X' })
    expect(dewi.status).toBe(422)
    expect(dewi.page).toContain('PANDU-2026-000404-X')
    await world.keepAnother(new Story().sent(), other)
    await dewi.get(page)
    await dewi.post(`${page}/merge`, { 'other-number': other })
    expect(await theCase(world)).toMatchObject({ status: 'cancelled', ending: { reason: 'merged', note: other } })
    expect(dewi.text).toContain('DIGABUNG')
  })
})

describe('two verifiers on one case', () => {
  it('the second takes the review over with a reason, and goes on with its verdicts', async () => {
    const { world } = await claimed()
    const budi = await signedIn(world, 'budi')
    await budi.get(page)
    expect(budi.text).toContain('Dipegang rekan Anda: Sari')
    await budi.post(`${page}/take-over`, { 'take-over-text': 'Sari sakit' })
    expect((await theCase(world)).verifier?.id).toBe('budi')
    expect(budi.text).toContain('“Sari sakit”')
  })
})
