import { describe, expect, it } from 'vitest'
import { allStatuses } from '../../core/case/status.ts'
import type { NoticeCode } from '../../core/message/message.ts'
import { saysStill } from '../../core/message/quiet.ts'
import { dewi, requester, Story, sari, system } from '../case/given.ts'
import { houseWith } from './clock-house.ts'

const night = '2026-11-23T15:00:00.000Z'
const morning = '2026-11-23T23:00:00.000Z'
const notices = (said: readonly string[]) => said.flatMap((row) => /^notice (\S+) chat:/.exec(row)?.[1] ?? [])
const legalise = { type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' } as const
const prepare = { type: 'prepare', dossierSha256: 'd'.repeat(64) } as const

const reviewed = () => new Story().claimed().judged().when({ type: 'confirm-meeting' }, sari)

describe('what a requester slept over', () => {
  it('is said once in the morning for each case, as it then stands', async () => {
    const story = reviewed()
    const house = await houseWith(story, {}, night)
    await house.do(legalise, story.seen())
    await house.do(prepare, system)
    await house.do({ type: 'send', channels: ['desk'] }, system)
    expect(notices(await house.at(night))).toEqual([])
    expect(notices(await house.at(morning))).toEqual(['sent'])
  })

  it('is the last of many: what came before it is told by it', async () => {
    const house = await houseWith(new Story().sent(), {}, night)
    await house.do({ type: 'take' }, dewi)
    await house.do({ type: 'approve' }, dewi)
    await house.do({ type: 'send-link' }, dewi)
    expect(notices(await house.at(morning))).toEqual(['link-sent'])
  })

  it('is said once, though it happened twice', async () => {
    const story = reviewed()
    const house = await houseWith(story, {}, night)
    const failing = { type: 'judge', verdicts: [{ item: 'unit', ok: false, reason: 'R06' }] } as const
    await house.do(failing, sari)
    await house.do({ type: 'return' }, sari)
    await house.do({ type: 'answer', item: 'unit', said: 'Bidang Aplikasi' }, requester)
    await house.do({ type: 'submit', consent: { version: 'v', textSha256: 'a'.repeat(64) } }, requester)
    await house.do({ type: 'claim' }, sari)
    await house.do(failing, sari)
    await house.do({ type: 'return' }, sari)
    const history = await house.ports.ledger.history(story.case.id)
    expect(history.filter(({ type }) => type === 'returned')).toHaveLength(2)
    const said = [...(await house.at(night)), ...(await house.at(morning))]
    expect(notices(said).filter((code) => code === 'returned')).toEqual(['returned'])
  })

  it('keeps every decision that ends a case, whatever else there was', async () => {
    const house = await houseWith(new Story().sent(), {}, night)
    await house.do({ type: 'take' }, dewi)
    await house.do({ type: 'approve' }, dewi)
    await house.do({ type: 'cancel', note: 'Diajukan ganda.' }, dewi)
    expect(notices(await house.at(morning))).toEqual(['cancelled-by-agent'])
    const ends = ['rejected', 'completed', 'cancelled-by-agent', 'expired', 'settled', 'reopened'] as const
    for (const code of ends satisfies readonly NoticeCode[])
      for (const status of allStatuses) expect(saysStill(code, status)).toBe(true)
  })
})
