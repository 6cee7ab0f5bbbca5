import { describe, expect, it } from 'vitest'
import { Story, sari, system } from '../case/given.ts'
import { deskWorld, signedIn } from './desk-fixture.ts'

const day = 'from=2026-11-23&to=2026-11-23'

async function world() {
  const its = await deskWorld()
  await its.keep(new Story().claimed().judged(['unit']).when({ type: 'return' }, sari))
  for (let n = 2; n < 8; n += 1) {
    const story = new Story().sent().when({ type: 'complete' }).when({ type: 'ask-rating' }, system)
    await its.keepAnother(story.when({ type: 'rate', score: n === 7 ? 'poor' : 'good' }), `PANDU-2026-00000${n}-X`)
  }
  return { its, agent: await signedIn(its, 'dewi') }
}

describe('the reports of the desk', () => {
  it('tell what came in, how long turns took, why cases came back, and how requesters found it', async () => {
    const { agent } = await world()
    await agent.get(`/desk/reports?${day}`)
    expect(agent.status).toBe(200)
    expect(agent.text).toContain('Pengajuan masuk')
    expect(agent.text).toContain('Giliran dan target')
    expect(agent.text).toContain('Unit kerja')
    expect(agent.page).toMatch(/<svg class="chart"[^>]*role="img"/)
    expect(agent.page).toContain('<desc id="volume-desc">2026-11-23: 7</desc>')
  })

  it('never tell so few ratings apart that they point to somebody, in the chart neither', async () => {
    const { agent } = await world()
    await agent.get(`/desk/reports?${day}`)
    expect(agent.text).toContain('&lt; 5')
    const [, desc = ''] = /<desc id="scores-desc">([^<]*)</.exec(agent.page) ?? []
    expect(desc.split(';')).toHaveLength(1)
  })

  it('say so where nothing happened, and take nonsense for this month', async () => {
    const { agent } = await world()
    await agent.get('/desk/reports?from=2020-01-01&to=2020-01-02')
    expect(agent.text).toContain('Tidak ada dalam periode ini')
    await agent.get("/desk/reports?from=2026-99-99&to='--&period=<script>")
    expect(agent.status).toBe(200)
    expect(agent.page).not.toContain('<script>')
    expect(agent.text).toContain('1 Nov 2026')
  })

  it('can be taken along as CSV, and whoever does that is on record', async () => {
    const { its, agent } = await world()
    await agent.get(`/desk/reports/volume.csv?${day}`)
    expect(agent.page).toBe('Hari,Layanan,Jumlah\r\n2026-11-23,Reaktivasi akun,7\r\n')
    expect(its.accesses.at(-1)).toMatchObject({
      staffId: 'dewi',
      what: 'export',
      ref: 'report volume 2026-11-23 2026-11-23 all',
    })
  })

  it('are for agents, of their own agencies alone', async () => {
    const { its, agent } = await world()
    await agent.get(`/desk/reports?${day}&agency=bantul`)
    expect(agent.status).toBe(404)
    await agent.get(`/desk/reports/volume.csv?${day}&agency=bantul`)
    expect(agent.status).toBe(404)
    await agent.get(`/desk/reports/secrets.csv?${day}`)
    expect(agent.status).toBe(404)
    const sari = await signedIn(its, 'sari')
    await sari.get(`/desk/reports?${day}`)
    expect(sari.status).toBe(404)
  })
})
