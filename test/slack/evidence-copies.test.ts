import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { diy } from '../case/given.ts'
import { clean, House, klaten } from './house.ts'

/** A picture as the lab draws it; what it shows is of no matter here. */
const picture = () =>
  sharp({ create: { width: 64, height: 40, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()

describe('copies of evidence in Slack', () => {
  let house: House
  const open = async (evidenceInSlack?: 'derivative') => {
    house = new House('http')
    Object.assign(house.ports, { agencies: [{ ...diy, ...(evidenceInSlack && { evidenceInSlack }) }, klaten] })
    await house.open()
  }
  beforeEach(() => open('derivative'))
  afterEach(async () => {
    expect(house.slack.violations).toEqual([])
    await house.close()
  })

  const files = () => Object.values(house.slack.workspace.state.files)
  const titles = () => house.sari.dm().flatMap((message) => message.files?.map(({ title }) => title) ?? [])
  const stored = (c: Case) => Object.values(c.evidence).flatMap((list) => list.flatMap((file) => file.stored ?? []))
  const submitted = async () => {
    const c = await house.submitted(clean)
    for (const { sha256 } of stored(c)) await house.ports.files.put(c.id, sha256, 'preview-1', await picture())
    return c
  }
  const claimed = async () => {
    const c = await submitted()
    await house.sari.click('Periksa')
    await house.deliverAll()
    return c
  }

  it('come to the verifier who reviews, drawn ones only, each on record', async () => {
    const c = await claimed()
    expect(titles()).toHaveLength(stored(c).length)
    expect(titles()[0]).toContain(`${c.number} · Bukti full scan antivirus`)
    expect(house.budi.dm()).toEqual([])
    expect(house.sari.messages('C0VERIF').every((message) => message.files === undefined)).toBe(true)
  })

  it.each(['release', 'return', 'reject'] as const)('go when the review ends (%s)', async (way) => {
    const c = await claimed()
    if (way === 'release') await house.asHouse(c.id, { type: 'release', because: 'lease-over' })
    else if (way === 'reject')
      await house.asStaff(c.id, { staffId: 'sari', role: 'verifier' }, [{ type: 'reject', reason: 'R22' }])
    else {
      const bad = { item: 'antivirus-scan.1', ok: false, reason: 'R16' } as const
      await house.asStaff(c.id, { staffId: 'sari', role: 'verifier' }, [
        { type: 'judge', verdicts: [bad] },
        { type: 'return' },
      ])
    }
    await house.deliverAll()
    expect(files()).toEqual([])
    expect(titles()).toEqual([])
  })

  it('stand there once, whatever gets lost on the way', async () => {
    const c = await submitted()
    house.slack.faults.next({ kind: 'lost-answer' }, { method: 'files.completeUploadExternal' })
    house.slack.faults.next({ kind: 'server-error', status: 503 }, { method: 'files.getUploadURLExternal' })
    await house.sari.click('Periksa')
    for (let n = 0; n < 4; n += 1) {
      await house.deliverAll()
      house.clock.advance(10 * 60_000)
    }
    expect(titles()).toHaveLength(stored(c).length)
    expect(new Set(titles()).size).toBe(titles().length)
  })

  it('are none where the agency did not choose them', async () => {
    await house.close()
    await open()
    await claimed()
    expect(house.slack.calls.filter(({ method }) => method.startsWith('files.'))).toEqual([])
  })
})
