import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { Casework } from '../../core/handling/casework.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import type { Rights } from '../../core/handling/rights.ts'
import { codeRules } from '../../core/identity/code.ts'
import type { Erasure } from '../../core/privacy/erasure.ts'
import { answered } from './answered.ts'
import { diy, rina } from './rights-people.ts'
import type { OpenStore } from './stores.ts'

const day = 24 * 3_600_000

/** What every store promises of erasure, holds, requests and copies. */
export function keepsRights(name: string, open: () => Promise<OpenStore>): void {
  describe(`rights on the ${name} store`, () => {
    let its: OpenStore
    let chat: string
    let n = 0
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    beforeEach(() => {
      chat = `chat-${randomUUID()}`
      its.clock.pass(1)
    })
    const rights = (): Rights => its.store.rights
    const order = (more: Partial<Erasure> = {}): Erasure => ({
      by: { role: 'staff', id: 'dewi' },
      because: 'asked',
      at: its.clock.now(),
      ...more,
    })
    const row = (more: Partial<OwedRow> = {}): OwedRow => ({
      dedup: randomUUID(),
      lane: 'bulk',
      target: `chat:${chat}`,
      kind: 'notice',
      payload: { text: 'halo' },
      ...more,
    })
    const writes = () =>
      its.store.inbox.receive([
        { key: randomUUID(), chat, address: 42, language: 'id' as const, payload: { text: 'halo' } },
      ])
    const waiting = async () => (await its.store.inbox.next(500, [])).filter((turn) => turn.chat.ref === chat)
    /** Writes, and is answered. */
    const hello = async () => {
      await writes()
      await answered(its.store, chat)
    }
    const opened = async (answers: Readonly<Record<string, string>> = { name: 'Rina Wulandari' }): Promise<Case> => {
      n += 1
      await hello()
      const id = randomUUID()
      const casework = new Casework([], [diy], its.clock.now())
      const number = `PANDU-${name}-${String(n).padStart(6, '0')}`
      casework.open({ id, number, procedure: 'reactivation', chat, language: 'id' })
      for (const [item, said] of Object.entries(answers))
        casework.give(id, { type: 'answer', item, said }, { role: 'requester', chat })
      await its.store.ledger.commit([casework.harvest({ agencies: [diy], has: { slack: false, mail: false } })])
      const c = await its.store.ledger.caseById(id)
      if (c === undefined) throw new Error('no case')
      return c
    }
    const findingOf = async (number: string) => {
      for await (const finding of its.store.ledger.audit()) if (finding.number === number) return finding
      return undefined
    }
    const claimed = async () =>
      (['interactive', 'bulk', 'work'] as const).reduce<Promise<readonly OwedRow[]>>(
        async (all, lane) => [
          ...(await all),
          ...(await its.store.outbox.claim(lane, 500, '2099-01-01T00:00:00.000Z', 1000)),
        ],
        Promise.resolve([]),
      )

    it('erases a case: nobody finds it any more, its history tells nothing, and the chain still verifies', async () => {
      const c = await opened()
      expect(await findingOf(c.number)).toEqual({ number: c.number, events: c.revision, fault: null })
      expect(await rights().erase(c, order(), [])).toBe(true)
      expect(await its.store.ledger.caseById(c.id)).toBeUndefined()
      expect(await its.store.ledger.caseByNumber(c.number)).toBeUndefined()
      expect(await its.store.ledger.history(c.id)).toEqual([])
      expect((await its.store.ledger.find({ limit: 1000 })).map(({ id }) => id)).not.toContain(c.id)
      expect(await rights().casesOf(chat)).toEqual([])
      expect(await rights().keptCase(c.id)).toBeUndefined()
      const { id, number } = c
      const fact = { id, number, agency: 'diy', erasure: order() }
      expect(await rights().erased(c.number)).toMatchObject(fact)
      expect(await rights().erased(c.id)).toMatchObject(fact)
      expect(await findingOf(number)).toEqual({ number, events: c.revision + 1, fault: null, isErased: true })
    })

    it('erases once, and never what changed meanwhile', async () => {
      const c = await opened()
      const casework = new Casework([c], [diy], its.clock.now())
      casework.give(c.id, { type: 'answer', item: 'unit', said: 'Bidang Aplikasi' }, { role: 'requester', chat })
      const routing = { agencies: [diy], has: { slack: false, mail: false } }
      expect(await its.store.ledger.commit([casework.harvest(routing)])).toEqual([true])
      expect(await rights().erase(c, order(), [row()])).toBe(false)
      expect(await its.store.ledger.history(c.id)).toHaveLength(c.revision + 1)
      const now = await its.store.ledger.caseById(c.id)
      expect(await rights().erase(now ?? c, order(), [])).toBe(true)
      expect(await rights().erase(now ?? c, order(), [])).toBe(false)
      expect((await claimed()).filter(({ kind, target }) => kind === 'notice' && target === `chat:${chat}`)).toEqual([])
    })

    it('lets a change that comes after the erasure through to nothing', async () => {
      const c = await opened()
      const casework = new Casework([c], [diy], its.clock.now())
      casework.give(c.id, { type: 'answer', item: 'unit', said: 'Bidang Aplikasi' }, { role: 'requester', chat })
      await rights().erase(c, order(), [])
      const routing = { agencies: [diy], has: { slack: false, mail: false } }
      expect(await its.store.ledger.commit([casework.harvest(routing)])).toEqual([false])
      expect(await findingOf(c.number)).toMatchObject({ fault: null, isErased: true })
    })

    it('takes what was owed about the case along, and owes what is said instead', async () => {
      const c = await opened()
      const [other, about] = [row(), row({ caseId: c.id, target: `work:${c.id}`, kind: 'overdue', lane: 'work' })]
      const stale = row({ caseId: c.id, replaces: `panel:${c.id}`, kind: 'panel' })
      await its.store.ledger.commit([{ changes: [], owed: [other, about, stale], knocks: [] }])
      const said = row({ replaces: `panel:${c.id}`, kind: 'erased-panel', payload: { number: c.number } })
      expect(await rights().erase(c, order(), [said])).toBe(true)
      const left = (await claimed()).filter(({ target, caseId }) => target === `chat:${chat}` || caseId === c.id)
      expect(left.map(({ kind, payload }) => ({ kind, payload }))).toContainEqual({
        kind: 'notice',
        payload: { text: 'halo' },
      })
      expect(left.map(({ caseId }) => caseId).filter((id) => id === c.id)).toEqual([])
    })

    it('no longer counts the case among those that claim the same person', async () => {
      const mine = await opened()
      chat = `chat-${randomUUID()}`
      const other = await opened()
      await its.store.identities.claim(mine.id, [rina], false)
      await its.store.identities.claim(other.id, [rina], false)
      expect(await its.store.identities.rivalsOf(mine.id, 9)).toEqual([other.id])
      await rights().erase(other, order(), [])
      expect(await its.store.identities.rivalsOf(mine.id, 9)).toEqual([])
      await rights().eraseSubject(rina)
    })

    it('erases nothing that is held, until the hold is lifted', async () => {
      const c = await opened()
      expect(await rights().setHold(c.id, 'Inspektorat 7/2026')).toBe(true)
      expect(await rights().keptCase(c.id)).toMatchObject({ hold: 'Inspektorat 7/2026' })
      expect(await rights().erase(c, order(), [])).toBe(false)
      expect(await its.store.ledger.caseById(c.id)).toEqual(c)
      expect(await rights().setHold(c.id, null)).toBe(true)
      expect(await rights().erase(c, order(), [])).toBe(true)
      expect(await rights().setHold(c.id, 'too late')).toBe(false)
      expect(await rights().setHold(randomUUID(), 'nobody')).toBe(false)
    })

    it('erases a chat only when it has no case, and meets it anew when it comes back', async () => {
      const c = await opened()
      expect(await rights().eraseChat(chat)).toBe(false)
      await rights().erase(c, order(), [])
      await its.store.identities.bind(rina, { chat, by: 'code', at: its.clock.now(), key: randomUUID() })
      await its.store.ledger.commit([{ changes: [], owed: [row()], knocks: [] }])
      expect(await rights().bindingsOf(chat)).toHaveLength(1)
      expect(await rights().eraseChat(chat)).toBe(true)
      expect(await rights().eraseChat(chat)).toBe(false)
      expect(await its.store.ledger.chat(chat)).toBeUndefined()
      expect(await rights().bindingsOf(chat)).toEqual([])
      expect(await its.store.identities.binding(rina)).toBeUndefined()
      expect((await claimed()).filter(({ target }) => target === `chat:${chat}`)).toEqual([])
      expect(await waiting()).toEqual([])
      await writes()
      const [turn] = await waiting()
      expect(turn).toMatchObject({ payload: { text: 'halo' }, cases: [], chat: { turn: 0, state: { address: 42 } } })
    })

    it('loses nothing that comes in while its chat is erased: what waits keeps it, and what is late meets it anew', async () => {
      await writes()
      expect(await rights().eraseChat(chat)).toBe(false)
      expect(await waiting()).toHaveLength(1)
      for (let round = 0; round < 40; round += 1) {
        chat = `chat-${randomUUID()}`
        if (round % 2 === 0) await hello()
        await Promise.all([writes(), rights().eraseChat(chat)])
        expect(await waiting()).toHaveLength(1)
      }
    })

    it('remembers of an erased chat how many cases it opened that day, and of what came before nothing', async () => {
      const yesterday = await opened()
      its.clock.pass(24 * 3_600_000)
      const today = [await opened(), await opened()]
      for (const c of [yesterday, ...today]) await rights().erase(c, order(), [])
      expect(await rights().eraseChat(chat)).toBe(true)
      await hello()
      const openings = today.map(({ openedAt }) => openedAt)
      expect((await its.store.ledger.chat(chat))?.state).toEqual({ address: 42, language: 'id', openings })
    })

    it('unties a person whose chat took the place of an erased one', async () => {
      await hello()
      const proving = { by: 'meeting', at: its.clock.now() } as const
      await its.store.identities.bind(rina, { ...proving, chat, key: randomUUID() })
      await its.store.identities.bind(rina, { ...proving, chat: 'new-chat', key: randomUUID() })
      expect(await rights().eraseChat(chat)).toBe(true)
      expect(await its.store.identities.binding(rina)).toMatchObject({ chat: 'new-chat', previous: null })
      expect(await rights().eraseSubject(rina)).toBe(1)
      expect(await its.store.identities.binding(rina)).toBeUndefined()
      expect(await rights().eraseSubject(rina)).toBe(0)
    })

    it('gives a person that was just taken over back when the new chat is erased, and whoever comes then waits', async () => {
      await hello()
      const bind = (by: 'code' | 'meeting', who: string) =>
        its.store.identities.bind(rina, { by, chat: who, at: its.clock.now(), key: randomUUID() })
      await bind('meeting', 'owner')
      const { coolsUntil } = await bind('code', chat)
      expect(await rights().eraseChat(chat)).toBe(true)
      const givenBack = { chat: 'owner', previous: null, coolsUntil, by: 'code' }
      expect(await its.store.identities.binding(rina)).toMatchObject(givenBack)
      its.clock.pass(1)
      const again = await bind('code', chat)
      expect(again).toMatchObject({ chat, previous: 'owner' })
      expect(String(again.coolsUntil) > String(coolsUntil)).toBe(true)
      expect(await rights().eraseSubject(rina)).toBe(1)
      expect(await rights().eraseSubject(rina)).toBe(0)
      expect(await its.store.identities.binding(rina)).toMatchObject({ chat: '', coolsUntil: again.coolsUntil })
      expect((await bind('code', 'anybody')).coolsUntil).not.toBeNull()
      await rights().eraseSubject(rina)
      its.clock.pass(day)
      await its.store.identities.sweep(its.clock.now())
      expect(await its.store.identities.binding(rina)).toBeUndefined()
    })

    it('still counts the codes that a chat asked for about what is erased, and takes none of them', async () => {
      const c = await opened()
      const about = (n: number) => ({
        key: `${chat}-${n}`,
        chat,
        caseId: c.id,
        subject: rina,
        at: its.clock.now(),
      })
      for (let n = 1; n <= codeRules.asksMax; n += 1)
        expect(await its.store.identities.requestCode(about(n))).toBe(true)
      await its.store.identities.armCode({ ...about(1), digits: '12345678' })
      expect(await rights().erase(c, order(), [])).toBe(true)
      expect(await its.store.identities.guess({ ...about(9), digits: '12345678' })).toEqual({ is: 'none' })
      expect(await its.store.identities.armCode({ ...about(2), digits: '12345678' })).toBe(false)
      expect(await its.store.identities.requestCode(about(6))).toBe(false)
      expect(await rights().eraseChat(chat)).toBe(true)
      expect(await its.store.identities.requestCode(about(7))).toBe(false)
      expect(await rights().eraseSubject(rina)).toBe(0)
      its.clock.pass(codeRules.windowMs)
      expect(await its.store.identities.requestCode(about(8))).toBe(true)
      expect(await rights().eraseSubject(rina)).toBe(1)
      expect(await rights().eraseSubject(rina)).toBe(0)
    })

    it('lets a wait go on for nobody when both chats are erased', async () => {
      const before = chat
      await hello()
      const bind = (who: string) =>
        its.store.identities.bind(rina, { by: 'code', chat: who, at: its.clock.now(), key: randomUUID() })
      await bind(before)
      chat = `chat-${randomUUID()}`
      await hello()
      await bind(chat)
      expect(await rights().eraseChat(before)).toBe(true)
      expect(await rights().eraseChat(chat)).toBe(true)
      expect(await its.store.identities.binding(rina)).toMatchObject({ chat: '', previous: null })
      expect((await bind(chat)).coolsUntil).not.toBeNull()
      its.clock.pass(day)
      await rights().eraseSubject(rina)
      expect(await its.store.identities.binding(rina)).toBeUndefined()
    })

    it('removes a line of the roster for good, and nobody by an empty number', async () => {
      const line = {
        nip: '199001012015031002',
        nik: '3404010101900002',
        name: 'Joko',
        email: 'joko@jogjaprov.go.id',
        phone: '',
        employment: 'pns',
        unit: '',
        position: '',
        agency: 'diy',
      } as const
      await its.store.directory.importRoster([line])
      expect(await rights().eraseRosterLine({ kind: 'nik', value: '' })).toBe(false)
      expect(await rights().eraseRosterLine({ kind: 'nip', value: line.nip })).toBe(true)
      expect(await rights().eraseRosterLine({ kind: 'nip', value: line.nip })).toBe(false)
      expect(await its.store.directory.rosterByNip(line.nip)).toBeUndefined()
      expect(await its.store.directory.rosterByEmail(line.email)).toBeUndefined()
    })

    it('walks by number over what ended before a moment', async () => {
      const [first, second] = [await opened(), await opened()]
      const mine = async (walk: { after?: string; endedBefore?: string }) =>
        (await rights().walk({ after: '', limit: 1000, ...walk }))
          .map(({ case: { number } }) => number)
          .filter((number) => [first.number, second.number].includes(number))
      expect(await mine({})).toEqual([first.number, second.number])
      expect(await mine({ after: first.number })).toEqual([second.number])
      const casework = new Casework([first], [diy], its.clock.now())
      casework.give(first.id, { type: 'cancel' }, { role: 'requester', chat })
      await its.store.ledger.commit([casework.harvest({ agencies: [diy], has: { slack: false, mail: false } })])
      expect(await mine({ endedBefore: its.clock.now() })).toEqual([])
      its.clock.pass(1)
      expect(await mine({ endedBefore: its.clock.now() })).toEqual([first.number])
      await rights().markFilesErased(second.id, its.clock.now())
      expect(await rights().keptCase(second.id)).toMatchObject({ filesErasedAt: its.clock.now() })
    })

    it('takes one request of a chat at a time, decides it once, and knows it by no chat once that is erased', async () => {
      await hello()
      const ask = () =>
        rights().askErasure({
          id: randomUUID(),
          chat,
          askedAt: its.clock.now(),
          dueAt: new Date(Date.parse(its.clock.now()) + 3 * day).toISOString(),
        })
      const request = await ask()
      expect((await ask()).id).toBe(request.id)
      expect((await rights().openRequests()).map(({ id }) => id)).toContain(request.id)
      const decided = { at: its.clock.now(), by: 'dewi', decision: 'erased' } as const
      expect(await rights().decideErasure(request.id, decided)).toBe(true)
      expect(await rights().decideErasure(request.id, { ...decided, by: 'joko' })).toBe(false)
      expect(await rights().erasureRequest(request.id)).toEqual({ ...request, decided })
      expect((await rights().openRequests()).map(({ id }) => id)).not.toContain(request.id)
      expect((await ask()).id).not.toBe(request.id)
      await rights().eraseChat(chat)
      expect(await rights().erasureRequest(request.id)).toMatchObject({ chat: '', decided })
      expect(await rights().erasureRequest(randomUUID())).toBeUndefined()
    })

    it('opens a copy by a link once, by the newest one, and not when it is over', async () => {
      const at = its.clock.now()
      const later = new Date(Date.parse(at) + day).toISOString()
      await rights().saveCopyLink(`${chat}-1`, chat, later)
      await rights().saveCopyLink(`${chat}-2`, chat, later)
      expect(await rights().isCopyLinkGood(`${chat}-1`, at)).toBe(false)
      expect(await rights().isCopyLinkGood(`${chat}-2`, at)).toBe(true)
      expect(await rights().spendCopyLink(`${chat}-2`, at)).toBe(chat)
      expect(await rights().spendCopyLink(`${chat}-2`, at)).toBeUndefined()
      await rights().saveCopyLink(`${chat}-3`, chat, later)
      expect(await rights().isCopyLinkGood(`${chat}-3`, later)).toBe(false)
      expect(await rights().spendCopyLink(`${chat}-3`, later)).toBeUndefined()
      await rights().saveCopyLink(`${chat}-4`, chat, later)
      expect(await rights().sweep(later)).toBeGreaterThan(0)
      expect(await rights().isCopyLinkGood(`${chat}-4`, at)).toBe(false)
    })

    it('tells who looked at a case', async () => {
      const c = await opened()
      const look = { staffId: 'dewi', caseId: c.id, what: 'export', ref: c.number, at: its.clock.now() } as const
      await its.store.accessLog.record(look)
      expect(await rights().looksAt(c.id)).toEqual([look])
      expect(await its.store.accessLog.firstFault()).toBeUndefined()
    })
  })
}
