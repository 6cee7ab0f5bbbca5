import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Casework } from '../../core/handling/casework.ts'
import { coolDownMs } from '../../core/identity/binding.ts'
import { codeRules } from '../../core/identity/code.ts'
import type { Subject } from '../../core/identity/subject.ts'
import { diy } from '../case/given.ts'
import type { OpenStore } from './stores.ts'

const minute = 60_000

/** What every store promises of codes, bindings and claims. */
export function keepsIdentities(name: string, open: () => Promise<OpenStore>): void {
  describe(`identities on the ${name} store`, () => {
    let its: OpenStore
    let chat: string
    let rina: Subject
    let n = 0
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    beforeEach(() => {
      n += 1
      chat = `chat-${randomUUID()}`
      rina = { kind: 'nip', value: `1985041220100${String(n).padStart(5, '0')}` }
      its.clock.pass(1)
    })
    const ids = () => its.store.identities
    const caseId = '5f0e3d9c-0000-4000-8000-000000000001'
    const about = (more: object = {}) => ({
      key: randomUUID(),
      chat,
      caseId,
      subject: rina,
      at: its.clock.now(),
      ...more,
    })
    const asked = async (digits: string, more: object = {}) => {
      const request = about(more)
      expect(await ids().requestCode(request)).toBe(true)
      expect(await ids().armCode({ ...request, digits })).toBe(true)
      its.clock.pass(1)
    }
    const guess = (digits: string, more: object = {}) => ids().guess({ ...about(more), digits })

    it('takes the right code once, and the same guess again as the same', async () => {
      await asked('12345678')
      const mine = { ...about(), digits: '12345678' }
      expect(await ids().guess(mine)).toEqual({ is: 'right' })
      expect(await ids().guess(mine)).toEqual({ is: 'right' })
      expect(await guess('12345678')).toEqual({ is: 'used-up' })
    })

    it('counts wrong guesses down, and takes nothing after the last', async () => {
      await asked('12345678')
      for (let left = codeRules.triesMax - 1; left > 0; left -= 1)
        expect(await guess('00000000')).toEqual({ is: 'wrong', left })
      expect(await guess('00000000')).toEqual({ is: 'used-up' })
      expect(await guess('12345678')).toEqual({ is: 'used-up' })
    })

    it('lets of fifty guesses at once only as many count as one code has', async () => {
      await asked('00000049')
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, at) => guess(String(at).padStart(codeRules.digits, '0'))),
      )
      const counted = outcomes.filter(({ is }) => is === 'wrong' || is === 'right')
      expect(counted.length).toBeLessThan(codeRules.triesMax)
      expect(await guess('00000049')).toEqual({ is: 'used-up' })
    })

    it('knows no code of another chat, of another case or about another number', async () => {
      await asked('12345678')
      const none = { is: 'none' }
      expect(await guess('12345678', { chat: 'somebody-else' })).toEqual(none)
      expect(await guess('12345678', { caseId: randomUUID() })).toEqual(none)
      expect(await guess('12345678', { subject: { kind: 'nip', value: '199001012015031002' } })).toEqual(none)
      expect(await guess('12345678')).toEqual({ is: 'right' })
    })

    it('knows no code before it is on its way, and none after ten minutes', async () => {
      const request = about()
      await ids().requestCode(request)
      expect(await guess('12345678')).toEqual({ is: 'none' })
      await ids().armCode({ ...request, digits: '12345678' })
      its.clock.pass(codeRules.lifeMs)
      expect(await guess('12345678')).toEqual({ is: 'expired' })
    })

    it('lets a code that was armed again live no longer than before', async () => {
      const request = about()
      await ids().requestCode(request)
      await ids().armCode({ ...request, digits: '11111111' })
      its.clock.pass(codeRules.lifeMs - 1)
      expect(await ids().armCode({ ...request, at: its.clock.now(), digits: '22222222' })).toBe(true)
      its.clock.pass(1)
      expect(await guess('22222222')).toEqual({ is: 'expired' })
    })

    it('takes only the newest code', async () => {
      await asked('11111111')
      await asked('22222222')
      expect(await guess('11111111')).toMatchObject({ is: 'wrong' })
      expect(await guess('22222222')).toEqual({ is: 'right' })
    })

    it('arms no code that was used, nor one that was asked for about somebody else', async () => {
      const request = about()
      await ids().requestCode(request)
      const victim: Subject = { kind: 'nip', value: '199001012015031002' }
      expect(await ids().armCode({ ...request, subject: victim, digits: '12345678' })).toBe(false)
      expect(await guess('12345678')).toEqual({ is: 'none' })
      expect(await ids().armCode({ ...request, digits: '12345678' })).toBe(true)
      expect(await guess('12345678')).toEqual({ is: 'right' })
      expect(await ids().armCode({ ...request, digits: '87654321' })).toBe(false)
    })

    it('gives a chat five codes a day, asked twice is asked once, and takes none from the owner', async () => {
      const again = about()
      for (let asks = 0; asks < 3; asks += 1) expect(await ids().requestCode(again)).toBe(true)
      for (let asks = 1; asks < codeRules.asksMax; asks += 1) expect(await ids().requestCode(about())).toBe(true)
      expect(await ids().requestCode(about())).toBe(false)
      expect(await ids().requestCode(about({ subject: { kind: 'nik', value: '3404015204850001' } }))).toBe(false)
      expect(await ids().requestCode(about({ chat: 'owner-of-the-number' }))).toBe(true)
      its.clock.pass(codeRules.windowMs)
      expect(await ids().requestCode(about())).toBe(true)
    })

    it('ties a person to a chat; another chat takes its place and cools for a day, unless somebody met the person', async () => {
      const at = its.clock.now()
      const first = { chat, by: 'code', at, key: 'act-1' } as const
      expect(await ids().bind(rina, first)).toMatchObject({ chat, since: at, coolsUntil: null, previous: null })
      expect(await ids().bind(rina, { ...first, key: 'act-2' })).toMatchObject({ since: at, key: 'act-1' })
      its.clock.pass(minute)
      const later = its.clock.now()
      const second = { chat: 'new-chat', by: 'code', at: later, key: 'act-3' } as const
      const coolsUntil = new Date(Date.parse(later) + coolDownMs).toISOString()
      const rebound = { chat: 'new-chat', by: 'code', since: later, coolsUntil, previous: chat, key: 'act-3' }
      expect(await ids().bind(rina, second)).toEqual(rebound)
      its.clock.pass(minute)
      expect(await ids().bind(rina, { ...second, at: its.clock.now(), key: 'act-4' })).toEqual(rebound)
      expect(await ids().binding(rina)).toEqual(rebound)
      const met = { ...rebound, by: 'meeting', coolsUntil: null }
      expect(await ids().bind(rina, { ...second, by: 'meeting', key: 'act-5' })).toEqual(met)
      expect(await ids().bind(rina, { ...second, by: 'call', key: 'act-6' })).toEqual(met)
      expect(await ids().bind(rina, { chat, by: 'meeting', at: its.clock.now(), key: 'act-7' })).toMatchObject({
        chat,
        coolsUntil: null,
        previous: 'new-chat',
      })
    })

    it('knows nobody by a number that was never tied', async () => {
      expect(await ids().binding(rina)).toBeUndefined()
      await ids().bind(rina, { chat, by: 'code', at: its.clock.now(), key: 'act' })
      expect(await ids().binding({ kind: 'nik', value: rina.value })).toBeUndefined()
    })

    it('finds the open cases of other chats that claim a number of mine, and only those', async () => {
      const nik: Subject = { kind: 'nik', value: `34040152048${String(n).padStart(5, '0')}` }
      const open = async (owner: string, isProved: boolean, ...numbers: readonly Subject[]) => {
        const id = randomUUID()
        const casework = new Casework([], [diy], its.clock.now())
        casework.open({ id, number: `PANDU-${id}`, procedure: 'issuance', chat: owner, language: 'id' })
        const routing = { agencies: [diy], has: { slack: false, mail: false } }
        const receive = { key: id, chat: owner, address: 1, language: 'id', payload: {} } as const
        await its.store.inbox.receive([receive])
        expect(await its.store.ledger.commit([casework.harvest(routing)])).toEqual([true])
        await ids().claim(id, numbers, isProved)
        its.clock.pass(1)
        return id
      }
      const mine = await open(chat, false, rina, nik)
      const byNip = await open('another', false, rina)
      const byNik = await open('a-third', false, nik)
      await open(chat, true, rina)
      await open('a-fourth', true, { kind: 'nip', value: '199001012015031002' })
      expect(await ids().rivalsOf(mine, 9)).toEqual([byNip, byNik])
      expect(await ids().rivalsOf(mine, 1)).toEqual([byNip])
      expect(await ids().rivalsOf(byNip, 9)).toHaveLength(2)
      await ids().claim(byNik, [nik], true)
      expect(await ids().rivalsOf(mine, 1)).toEqual([byNik])
      await ids().claim(byNip, [], false)
      expect(await ids().rivalsOf(mine, 9)).toEqual([byNik])
    })

    it('forgets codes that no longer count', async () => {
      await asked('12345678')
      its.clock.pass(codeRules.windowMs)
      expect(await ids().sweep(its.clock.now())).toBeGreaterThan(0)
      expect(await guess('12345678')).toEqual({ is: 'none' })
    })
  })
}
