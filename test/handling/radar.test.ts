import { describe, expect, it } from 'vitest'
import { noticeOf } from '../../bot/dialogue/notice.ts'
import type { Binding } from '../../core/identity/binding.ts'
import { at, requester, Story, sari } from '../case/given.ts'
import { reader } from '../dialogue/sample-case.ts'
import { houseWith } from './clock-house.ts'

const until = '2027-01-20'
const person = { kind: 'nip', value: '198504122010012005' } as const
const morning = (date: string): string => `${date}T01:00:00.000Z`
const proved = () => new Story().claimed().when({ type: 'confirm-meeting' }, sari)
const noted = async () => {
  const its = await houseWith(proved())
  await its.do({ type: 'note-certificate', until }, requester)
  await its.at(at)
  return its
}
const told = 'notice certificate-ends chat:chat-1'

describe('the expiry radar', () => {
  it('tells the owner five times, once each, and nothing in between', async () => {
    const its = await noted()
    for (const date of ['2026-12-21', '2027-01-06', '2027-01-13', '2027-01-19', '2027-01-21']) {
      const hourBefore = new Date(Date.parse(morning(date)) - 3_600_000).toISOString()
      const early = await its.at(hourBefore)
      expect(
        early.filter((one) => one === told),
        `before ${date}`,
      ).toEqual([])
      expect(await its.at(morning(date)), date).toContain(told)
    }
    expect((await its.at(morning('2027-03-01'))).filter((one) => one === told)).toEqual([])
  })

  it('says only the last word after a time in which nobody was at work here', async () => {
    const its = await noted()
    expect((await its.at(morning('2027-01-14'))).filter((one) => one === told)).toHaveLength(1)
  })

  it('forgets what was noted wrongly, and follows a correction', async () => {
    const its = await noted()
    await its.do({ type: 'note-certificate', until: '2027-02-17' }, requester)
    await its.at(at)
    expect(await its.at(morning('2027-01-06'))).not.toContain(told)
    expect(await its.at(morning('2027-01-18'))).toContain(told)
    await its.do({ type: 'note-certificate', until: null }, requester)
    expect(await its.at(morning('2027-02-16'))).not.toContain(told)
  })

  it('is silent to a chat that is no longer the one of its person', async () => {
    const its = await noted()
    const proving = { by: 'code', at, key: 'k' } as const
    await its.ports.identities.bind(person, { ...proving, chat: 'chat-1' })
    expect(await its.at(morning('2026-12-21'))).toContain(told)
    await its.ports.identities.bind(person, { ...proving, chat: 'chat-2', key: 'l' } satisfies Partial<Binding>)
    const later = await its.at(morning('2027-01-06'))
    expect(later.filter((one) => one.includes('certificate-ends'))).toEqual([])
  })

  it('is silent while a new certificate is on its way, and once a later end is known', async () => {
    const its = await noted()
    const open = (id: string, more: object) => {
      const c = {
        ...proved().case,
        id,
        number: `PANDU-2026-00000${id.length}-Z`,
        openedAt: morning('2026-12-01'),
        ...more,
      }
      return its.ports.ledger.commit([
        {
          changes: [{ before: undefined, after: c as typeof c & { revision: number }, events: [] }],
          owed: [],
          knocks: [],
        },
      ])
    }
    await open('issuance', { procedure: 'issuance', status: 'in-review' })
    expect(await its.at(morning('2026-12-21'))).not.toContain(told)
    await open('renewed', { certificateUntil: '2029-01-20', status: 'completed' })
    expect((await its.at(morning('2027-02-01'))).filter((one) => one === told)).toEqual([])
  })

  it('leads straight into the guide that fits, with the day and no personal number', () => {
    const c = proved().case
    const before = noticeOf('certificate-ends', { until }, c, reader())
    expect(before?.text).toContain('Rab 20 Jan 2027')
    expect(before?.rows[0]?.[0]?.data).toContain('guide::issuance-renewal')
    const after = noticeOf('certificate-ends', { until, isOver: 'yes' }, c, reader('en'))
    expect(after?.text).toMatch(/ended on Wed 20 Jan 2027/)
    expect(after?.rows[0]?.[0]?.data).toContain('guide::issuance-expired')
    expect(`${before?.text}${after?.text}`).not.toContain(person.value)
  })
})
