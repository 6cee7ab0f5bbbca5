import { describe, expect, it } from 'vitest'
import { dewi, diy, Story } from '../case/given.ts'
import { deskWorld, number, signedIn } from './desk-fixture.ts'

const outside = { ...diy, contactCenter: { isOutside: true } }

async function desk(story: Story, isOutside = true) {
  const world = await deskWorld()
  if (isOutside) Object.assign(world.ports, { agencies: [outside, { ...diy, code: 'bantul' }] })
  const c = await world.keep(story)
  const status = async () => (await world.ports.ledger.caseById(c.id))?.status
  return { world, c, status }
}
const page = `/desk/cases/${number}`

describe('a verifier at the desk whose contact center is outside', () => {
  it('finds the case among all, records the approval and the link, and the requester hears of both', async () => {
    const { world, status } = await desk(new Story().sent())
    const sari = await signedIn(world, 'sari')
    expect((await sari.get('/desk?view=all')).text).toContain(number)
    expect((await sari.get(page)).text).toContain('Jawaban contact center BSrE')
    await sari.post(`${page}/approve`)
    expect(await status()).toBe('approved')
    await sari.get(page)
    await sari.post(`${page}/send-link`)
    expect(await status()).toBe('awaiting-requester')
    const rows = await world.ports.outbox.claim('bulk', 100, world.clock, 1)
    const told = rows.flatMap(({ target, payload }) => (target.startsWith('chat:') ? [payload] : []))
    expect(told).toEqual(expect.arrayContaining([{ code: 'approved' }]))
  })

  it('records a return with its reason, takes the case up again, and is named for both', async () => {
    const { world, status, c } = await desk(new Story().sent())
    const sari = await signedIn(world, 'sari')
    await sari.get(page)
    expect((await sari.post(`${page}/send-back`, { 'send-back-text': 'x' })).status).toBe(422)
    await sari.post(`${page}/send-back`, { 'send-back-text': 'Tanggal tidak terlihat' })
    expect(await status()).toBe('returned')
    await sari.get(page)
    await sari.post(`${page}/claim`)
    expect(await status()).toBe('in-review')
    const authors = (await world.ports.ledger.history(c.id)).slice(-2).map(({ author }) => author)
    expect(authors).toEqual([
      { role: 'verifier', id: 'sari' },
      { role: 'verifier', id: 'sari' },
    ])
  })

  it('answers a question in the agents’ place', async () => {
    const { world, status } = await desk(new Story('question').submitted())
    const sari = await signedIn(world, 'sari')
    expect((await sari.get(page)).text).toContain('Jawaban contact center BSrE')
    await sari.post(`${page}/settle`, { outcome: 'answered', 'settle-text': 'Tautan sudah dikirim ulang hari ini.' })
    expect(await status()).toBe('completed')
  })

  it('sees and does nothing of it where agents work, or where one of them has the case', async () => {
    const taken = new Story().sent().when({ type: 'take' }, dewi)
    for (const { world, status } of [await desk(new Story().sent(), false), await desk(taken)]) {
      const sari = await signedIn(world, 'sari')
      expect((await sari.get(page)).text).not.toContain('Jawaban contact center BSrE')
      expect((await sari.post(`${page}/approve`)).status).toBeGreaterThanOrEqual(400)
      expect(await status()).toBe('with-contact-center')
    }
  })

  it('is told that it is too late when the page is old', async () => {
    const { world, status } = await desk(new Story().sent())
    const sari = await signedIn(world, 'sari')
    await sari.get(page)
    const old = sari.hidden('seen')
    await sari.post(`${page}/approve`)
    expect((await sari.post(`${page}/approve`, { seen: old })).status).toBe(409)
    expect(await status()).toBe('approved')
  })
})
