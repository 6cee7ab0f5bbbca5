import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../core/case/command.ts'
import { counterRef } from '../../core/case/counter.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { Casework } from '../../core/handling/casework.ts'
import type { CaseQuery, Commit } from '../../core/handling/ledger.ts'
import type { OwedRow } from '../../core/handling/outbox.ts'
import { diy, requester } from '../case/given.ts'
import { deskSession } from './desk-contract.ts'
import type { OpenStore } from './stores.ts'

const routing = { agencies: [diy], has: { slack: true, mail: true } }
const roster = {
  nip: '198504122010012005',
  nik: '3404015204850001',
  name: 'Rina',
  email: 'rina@jogjaprov.go.id',
  phone: '+628123456789',
  employment: 'pns',
  unit: 'Aplikasi',
  position: 'Pranata',
  agency: 'diy',
}

/** What every store promises; run for memory, embedded and server alike. */
export function keepsTheContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`the ${name} store`, () => {
    let its: OpenStore
    let chat: string
    let n = 0
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    beforeEach(() => {
      chat = `chat-${randomUUID()}`
    })

    const row = (more: Partial<OwedRow> = {}): OwedRow => ({
      dedup: randomUUID(),
      lane: 'bulk',
      target: `chat:${chat}`,
      kind: 'notice',
      payload: { text: 'halo' },
      ...more,
    })
    const owe = (...owed: OwedRow[]) => its.store.ledger.commit([{ changes: [], owed, knocks: [] }])
    const receive = (...keys: string[]) =>
      its.store.inbox.receive(
        keys.map((key) => ({ key, chat, address: 42, language: 'id' as const, payload: { key } })),
      )
    const opening = (): Commit & { id: string; number: string } => {
      n += 1
      const id = randomUUID()
      const number = `PANDU-2026-${name}-${n}`
      const casework = new Casework([], [diy], its.clock.now())
      casework.open({ id, number, procedure: 'reactivation', chat, language: 'id' })
      return { ...casework.harvest(routing), id, number }
    }
    const change = async (id: string, command: Command): Promise<Commit> => {
      const c = await its.store.ledger.caseById(id)
      const casework = new Casework(c === undefined ? [] : [c], [diy], its.clock.now())
      const outcome = casework.give(id, command, { ...requester, chat })
      if (isRefusal(outcome)) throw new Error(outcome.refused)
      return casework.harvest(routing)
    }
    const opened = async () => {
      const commit = opening()
      await receive(`${chat}:hello`)
      expect(await its.store.ledger.commit([commit])).toEqual([true])
      return commit
    }
    const mine = async (lane: 'bulk' | 'work' | 'interactive' = 'bulk') => {
      const items = await its.store.outbox.claim(lane, 100, its.clock.now(), 30_000)
      return items.filter(({ target }) => target.includes(chat))
    }

    it('gives back the case, the history and the words that were written', async () => {
      const { id, number } = await opened()
      expect(
        await its.store.ledger.commit([await change(id, { type: 'answer', item: 'name', said: 'Siti Aminah' })]),
      ).toEqual([true])
      const c = await its.store.ledger.caseByNumber(number)
      expect(c?.answers.name).toBe('Siti Aminah')
      expect(await its.store.ledger.caseById(id)).toEqual(c)
      const events = await its.store.ledger.history(id)
      expect(events.map(({ type }) => type)).toEqual(['opened', 'answered'])
      expect(events[1]).toMatchObject({ item: 'name', secret: { answer: 'Siti Aminah' } })
      expect(await its.store.ledger.caseById(randomUUID())).toBeUndefined()
      expect(await its.store.ledger.caseById('no id')).toBeUndefined()
    })

    it('finds the cases of one chat', async () => {
      const [mine, other] = [await opened(), opening()]
      await its.store.ledger.commit([other])
      const found = await its.store.ledger.find({ requester: chat, limit: 5 })
      expect(found.map(({ id }) => id).toSorted()).toEqual([mine.id, other.id].toSorted())
      expect(await its.store.ledger.find({ requester: `${chat}-other`, limit: 5 })).toEqual([])
    })

    it('finds the cases of the counter, of whoever opened them, and those opened since', async () => {
      const [sari, budi] = [randomUUID(), randomUUID()]
      const open = async (staffId: string) => {
        const id = randomUUID()
        n += 1
        const casework = new Casework([], [diy], its.clock.now())
        const counter = { openedBy: { id: staffId, name: 'Sari' }, pass: 'ABCD2345' }
        const number = `PANDU-2026-${name}-${n}`
        const opened = { id, number, procedure: 'question', chat: counterRef(staffId, id), language: 'id' } as const
        casework.open({ ...opened, agency: 'diy', counter })
        expect(await its.store.ledger.commit([casework.harvest(routing)])).toEqual([true])
        return id
      }
      const mine = await open(sari)
      const theirs = await open(budi)
      const inChat = await opened()
      const find = async (query: Omit<CaseQuery, 'limit'>) =>
        (await its.store.ledger.find({ ...query, limit: 1000 })).map(({ id }) => id)
      expect(await find({ counter: { openedBy: sari } })).toEqual([mine])
      const all = await find({ counter: {} })
      expect(all).toEqual(expect.arrayContaining([mine, theirs]))
      expect(all).not.toContain(inChat.id)
      const later = new Date(Date.parse(its.clock.now()) + 1000).toISOString()
      expect(await find({ counter: { openedBy: sari }, openedAfter: later })).toEqual([])
      const [c] = await its.store.ledger.find({ counter: { openedBy: sari }, limit: 1 })
      expect(c?.counter).toMatchObject({ hands: [sari], pass: 'ABCD2345', untold: [] })
      expect((await its.store.ledger.history(mine))[0]).toMatchObject({ secret: { pass: 'ABCD2345' } })
    })

    it('lets one of two commits on the same case through, and nothing of the other', async () => {
      const { id } = await opened()
      const [a, b] = [
        await change(id, { type: 'answer', item: 'name', said: 'Ani Yudhoyono' }),
        await change(id, { type: 'answer', item: 'unit', said: 'Aplikasi' }),
      ]
      const late = row()
      expect(await its.store.ledger.commit([a])).toEqual([true])
      expect(await its.store.ledger.commit([{ ...b, owed: [late] }])).toEqual([false])
      expect((await its.store.ledger.caseById(id))?.answers).toEqual({ agency: 'diy', name: 'Ani Yudhoyono' })
      expect(await its.store.ledger.history(id)).toHaveLength(2)
      expect(await mine()).toEqual([])
    })

    it('writes the commits of a batch each for itself', async () => {
      const { id } = await opened()
      const stale = await change(id, { type: 'answer', item: 'name', said: 'Ani Yudhoyono' })
      await its.store.ledger.commit([stale])
      const fresh = { ...opening() }
      expect(await its.store.ledger.commit([stale, fresh])).toEqual([false, true])
      expect(await its.store.ledger.caseById(fresh.id)).toBeDefined()
    })

    it('knows an update that came before, and keeps the order of the chat', async () => {
      expect(await receive(`${chat}:1`, `${chat}:2`, `${chat}:1`)).toBe(2)
      expect(await receive(`${chat}:2`)).toBe(0)
      const [turn] = (await its.store.inbox.next(50, [])).filter((one) => one.chat.ref === chat)
      expect(turn).toMatchObject({
        payload: { key: `${chat}:1` },
        attempts: 0,
        asked: 'none',
        chat: { state: { address: 42 } },
        cases: [],
      })
      const done: Commit = {
        inboxSeq: turn!.seq,
        chat: { ...turn!.chat, state: { ...turn!.chat.state, memory: { a: 1 } } },
        changes: [],
        owed: [],
        knocks: [],
      }
      expect(await its.store.ledger.commit([done])).toEqual([true])
      expect(await its.store.ledger.commit([done])).toEqual([false])
      const [next] = (await its.store.inbox.next(50, [])).filter((one) => one.chat.ref === chat)
      expect(next).toMatchObject({ payload: { key: `${chat}:2` }, chat: { turn: 1, state: { memory: { a: 1 } } } })
      expect((await its.store.inbox.next(50, [chat])).filter((one) => one.chat.ref === chat)).toEqual([])
    })

    it('lets a failing update wait, counts its attempts and holds its chat only', async () => {
      await receive(`${chat}:1`)
      const turn = async () => (await its.store.inbox.next(50, [])).find((one) => one.chat.ref === chat)
      const { seq } = (await turn())!
      const later = new Date(Date.parse(its.clock.now()) + 1000).toISOString()
      expect(await its.store.inbox.fail(seq, 'x', later)).toEqual({ attempts: 1 })
      expect(await turn()).toBeUndefined()
      its.clock.pass(1000)
      expect(await turn()).toMatchObject({ attempts: 1 })
      expect(await its.store.inbox.isWaiting()).toBe(true)
    })

    it('owes an effect once, in the order of its target', async () => {
      await receive(`${chat}:0`)
      const [first, second] = [row(), row()]
      await owe(first, second, first)
      const [item, ...none] = await mine()
      expect(item).toMatchObject({
        dedup: first.dedup,
        payload: { text: 'halo' },
        attempts: 1,
        isAmbiguous: false,
        address: 42,
        language: 'id',
      })
      expect(none).toEqual([])
      expect(await mine()).toEqual([])
      await its.store.outbox.settle([{ id: item!.id, state: 'sent', ref: '77' }])
      expect(await mine()).toMatchObject([{ dedup: second.dedup }])
    })

    it('leases a reply in the commit that owes it, unless something else waits for its chat', async () => {
      const { store, clock } = its
      await receive(`${chat}:1`, `${chat}:2`)
      const held = new Set<string>()
      const answer = async (...owed: OwedRow[]) => {
        const [turn] = (await store.inbox.next(50, [])).filter((one) => one.chat.ref === chat)
        const commit: Commit = { inboxSeq: turn!.seq, chat: turn!.chat, changes: [], owed, knocks: [] }
        return store.ledger.commitAndClaim([commit], { leaseMs: 1_000, held })
      }
      const [first, second, panel, later] = [
        row({ lane: 'interactive', payload: { text: 'first' } }),
        row({ lane: 'interactive' }),
        row({ lane: 'interactive', replaces: `panel:${chat}` }),
        row({ lane: 'interactive' }),
      ]
      const { isWritten, claimed } = await answer(first, second, panel)
      expect(isWritten).toEqual([true])
      expect(claimed).toMatchObject([
        { ...first, attempts: 1, isAmbiguous: false, address: 42, language: 'id', leasedAt: clock.now() },
      ])
      expect(await mine('interactive')).toEqual([])
      expect((await answer(later)).claimed).toEqual([])
      await store.outbox.settle(claimed.map(({ id }) => ({ id, state: 'sent', ref: '1' })))
      for (const { dedup } of [second, panel, later]) {
        const [next, ...none] = await mine('interactive')
        expect([next?.dedup, none]).toEqual([dedup, []])
        await store.outbox.settle([{ id: next!.id, state: 'sent', ref: '2' }])
      }
    })

    it('leases a reply behind one that is at hand, and behind nothing else', async () => {
      const { store } = its
      await receive(`${chat}:1`, `${chat}:2`, `${chat}:3`)
      const answer = async (reply: OwedRow, held: ReadonlySet<string>) => {
        const [turn] = (await store.inbox.next(50, [])).filter((one) => one.chat.ref === chat)
        const commit: Commit = { inboxSeq: turn!.seq, chat: turn!.chat, changes: [], owed: [reply], knocks: [] }
        return (await store.ledger.commitAndClaim([commit], { leaseMs: 1_000, held })).claimed
      }
      const own = new Set([`chat:${chat}`])
      const [first] = await answer(row({ lane: 'interactive' }), new Set())
      const [second] = await answer(row({ lane: 'interactive' }), own)
      expect(second?.id).toBeGreaterThan(first!.id)
      await store.outbox.settle([{ id: first!.id, state: 'due', notBefore: its.clock.now(), error: '' }])
      expect(await answer(row({ lane: 'interactive' }), own)).toEqual([])
      const notBefore = its.clock.now()
      await store.outbox.settle([{ id: second!.id, state: 'due', notBefore, error: '' }])
      for (const id of [first!.id, second!.id, undefined]) {
        const [next, ...none] = await mine('interactive')
        expect([id ?? next?.id, none]).toEqual([next?.id, []])
        await store.outbox.settle([{ id: next!.id, state: 'sent', ref: '1' }])
      }
    })

    it('hands a reply that was leased in its commit to another sender when its own is gone', async () => {
      const { store, clock } = its
      await receive(`${chat}:1`)
      const [turn] = (await store.inbox.next(50, [])).filter((one) => one.chat.ref === chat)
      const reply = row({ lane: 'interactive' })
      const commit: Commit = { inboxSeq: turn!.seq, chat: turn!.chat, changes: [], owed: [reply], knocks: [] }
      const stale: Commit = { ...commit, owed: [row({ lane: 'interactive' })] }
      expect((await store.ledger.commitAndClaim([commit], { leaseMs: 1_000, held: new Set() })).claimed).toMatchObject([
        { dedup: reply.dedup },
      ])
      expect(await store.ledger.commitAndClaim([stale], { leaseMs: 1_000, held: new Set() })).toEqual({
        isWritten: [false],
        claimed: [],
      })
      clock.pass(1_001)
      const [again] = await mine('interactive')
      expect(again).toMatchObject({ dedup: reply.dedup, isAmbiguous: true, attempts: 2 })
      await store.outbox.settle([{ id: again!.id, state: 'sent', ref: '1' }])
    })

    it('hands a row to another sender when the lease is over, and says that it may have arrived', async () => {
      await receive(`${chat}:0`)
      await owe(row())
      await mine()
      its.clock.pass(30_001)
      expect(await mine()).toMatchObject([{ attempts: 2, isAmbiguous: true }])
    })

    it('tries again when it is time, and buries what is dead', async () => {
      await receive(`${chat}:0`)
      await owe(row())
      const [item] = await mine()
      const notBefore = new Date(Date.parse(its.clock.now()) + 5000).toISOString()
      await its.store.outbox.settle([{ id: item!.id, state: 'due', notBefore, error: 'x' }])
      expect(await mine()).toEqual([])
      its.clock.pass(5000)
      expect(await mine()).toMatchObject([{ attempts: 2, isAmbiguous: false }])
      await its.store.outbox.settle([{ id: item!.id, state: 'dead', error: 'x' }])
      its.clock.pass(100_000)
      expect(await mine()).toEqual([])
    })

    it('lets one repaint of a view wait at a time and knows what the view is called', async () => {
      await receive(`${chat}:0`)
      const paint = () => row({ kind: 'panel', replaces: `panel:${chat}` })
      await owe(paint())
      await owe(paint())
      const [item] = await mine()
      expect(item).not.toHaveProperty('previousRef')
      await owe(paint())
      await its.store.outbox.settle([{ id: item!.id, state: 'sent', ref: '5' }])
      const [again, ...none] = await mine()
      expect(again).toMatchObject({ previousRef: '5' })
      expect(none).toEqual([])
      await its.store.outbox.settle([{ id: again!.id, state: 'sent', ref: '5' }])
      expect(await mine()).toEqual([])
    })

    it('drops a repaint that failed while a newer one waits, and keeps what else is marked with it', async () => {
      const { outbox } = its.store
      await receive(`${chat}:0`)
      const channel = `slack:${chat}`
      const paint = () => row({ replaces: `card:again:${chat}`, target: channel })
      const other = row()
      await owe(paint())
      const [failing] = await mine()
      const newer = paint()
      await owe(newer, other)
      const [beside] = await mine()
      const notBefore = its.clock.now()
      await outbox.settle([
        { id: failing!.id, state: 'due', notBefore, error: 'Outage: 500' },
        { id: beside!.id, state: 'sent', ref: '9' },
      ])
      const [next, ...none] = await mine()
      expect([next?.dedup, none]).toEqual([newer.dedup, []])
      await outbox.settle([{ id: next!.id, state: 'sent', ref: '10' }])
      expect(await mine()).toEqual([])
    })

    it('keeps timers until their time and says when that is', async () => {
      await receive(`${chat}:0`)
      const notBefore = new Date(Date.parse(its.clock.now()) + 60_000).toISOString()
      await owe(row({ lane: 'interactive', notBefore }))
      expect(await mine('interactive')).toEqual([])
      expect(await its.store.outbox.nextDueAt('interactive')).toBe(notBefore)
      its.clock.pass(60_000)
      const [item] = await mine('interactive')
      await its.store.outbox.settle([{ id: item!.id, state: 'sent' }])
      expect(await its.store.outbox.nextDueAt('interactive')).toBeUndefined()
    })

    it('hands out at once, as ambiguous, what a program that died had leased', async () => {
      await receive(`${chat}:0`)
      await owe(row({}))
      const [item] = await mine()
      expect(await mine()).toEqual([])
      await its.store.outbox.release()
      expect(await mine()).toMatchObject([{ id: item!.id, isAmbiguous: true, attempts: 2 }])
    })

    it('tells a turn how far the last question got', async () => {
      await receive(`${chat}:0`)
      const asked = async () => (await its.store.inbox.next(50, [])).find((one) => one.chat.ref === chat)?.asked
      expect(await asked()).toBe('none')
      await owe(row({ asks: true }))
      expect(await asked()).toBe('waiting')
      const [item] = await mine()
      expect(await asked(), 'while it is on its way the chat waits').toBeUndefined()
      const now = its.clock.now()
      await its.store.outbox.settle([{ id: item!.id, state: 'due', notBefore: now, error: 'Outage' }])
      expect(await asked(), 'after an attempt that surely did not arrive').toBe('waiting')
      await its.store.outbox.settle([{ id: item!.id, state: 'ambiguous', notBefore: now, error: 'lost' }])
      expect(await asked(), 'after an attempt that may have arrived').toBe('waiting')
      await its.store.outbox.settle([{ id: item!.id, state: 'sent', ref: '1234' }])
      expect(await asked()).toBe(1234)
      await owe(row({ asks: true }))
      const [dead] = await mine()
      await its.store.outbox.settle([{ id: dead!.id, state: 'dead', error: 'blocked' }])
      expect(await asked(), 'when it will never arrive').toBe('none')
    })

    it('knocks at the chat in the commit that owes it, with its open cases', async () => {
      const { id } = await opened()
      const first = (await its.store.inbox.next(50, [])).find((one) => one.chat.ref === chat)!
      await its.store.ledger.commit([
        { inboxSeq: first.seq, chat: first.chat, changes: [], owed: [], knocks: [{ chat, caseId: id }] },
      ])
      const knock = (await its.store.inbox.next(50, [])).find((one) => one.chat.ref === chat)
      expect(knock).toMatchObject({ payload: null, knock: id, cases: [{ id }] })
    })

    it('orders a queue: urgent first, then by due time; filters by agency and status', async () => {
      const found = await its.store.ledger.find({ agencies: ['diy'], statuses: ['draft'], limit: 1000 })
      expect(found.length).toBeGreaterThan(0)
      expect(await its.store.ledger.find({ agencies: ['other'], limit: 10 })).toEqual([])
      expect(await its.store.ledger.find({ verifier: 'nobody', limit: 10 })).toEqual([])
      expect(await its.store.ledger.find({ agencies: ['diy'], limit: 1 })).toHaveLength(1)
    })

    it('never hands a number out twice', async () => {
      const numbers = (await Promise.all(Array.from({ length: 5 }, () => its.store.ledger.reserveNumbers(4)))).flat()
      expect(new Set(numbers).size).toBe(20)
    })

    it('remembers leases beside the history', async () => {
      const { id } = await opened()
      expect(await its.store.ledger.leaseUntil(id)).toBeUndefined()
      await its.store.ledger.renewLease(id, its.clock.now())
      expect(await its.store.ledger.leaseUntil(id)).toBe(its.clock.now())
      expect(await its.store.ledger.history(id)).toHaveLength(1)
    })

    it('keeps absences until their last day, or until somebody ends them', async () => {
      const { directory } = its.store
      const absence = {
        id: randomUUID(),
        staffId: chat,
        from: '2026-12-01',
        until: '2026-12-03',
        deputyId: null,
        endedAt: null,
      }
      const mine = async (day: string) => (await directory.absencesFrom(day)).filter(({ staffId }) => staffId === chat)
      await directory.saveAbsence({ ...absence, id: randomUUID(), from: '2026-12-02', deputyId: 'budi' })
      await directory.saveAbsence(absence)
      expect((await mine('2026-12-03')).map(({ from }) => from)).toEqual(['2026-12-01', '2026-12-02'])
      expect(await mine('2026-12-04')).toEqual([])
      expect(await directory.absenceById(absence.id)).toEqual(absence)
      await directory.saveAbsence({ ...absence, endedAt: its.clock.now() })
      expect((await mine('2026-12-01')).map(({ from }) => from)).toEqual(['2026-12-02'])
      expect(await directory.absenceById(absence.id)).toEqual({ ...absence, endedAt: its.clock.now() })
    })

    it('knows people: by id, Slack, mail and role, and forgets who was removed', async () => {
      const { directory } = its.store
      const staff = {
        id: randomUUID(),
        role: 'verifier' as const,
        agencies: ['diy'],
        name: 'Sari',
        email: `${chat}@jogjaprov.go.id`,
        slackUser: chat,
        removedAt: null,
      }
      await directory.saveStaff(staff)
      expect(await directory.staffById(staff.id)).toEqual(staff)
      expect(await directory.staffBySlack(chat)).toEqual([staff])
      expect(await directory.staffByEmail(staff.email.toUpperCase())).toEqual([staff])
      expect(await directory.staffOf('verifier', 'diy')).toContainEqual(staff)
      expect(await directory.staffOf('agent', 'diy')).not.toContainEqual(staff)
      await directory.saveStaff({ ...staff, removedAt: its.clock.now() })
      expect(await directory.staffBySlack(chat)).toEqual([])
      expect(await directory.staffOf('verifier', 'diy')).not.toContainEqual(staff)
      await directory.saveAgencies([diy])
      expect(await directory.agencies()).toEqual([diy])
    })

    it('imports a roster and says of each line what became of it', async () => {
      const { directory } = its.store
      const other = { ...roster, nip: '197001011995031001', email: 'x@jogjaprov.go.id' }
      expect(await directory.importRoster([roster, other])).toEqual(['added', 'added'])
      expect(await directory.importRoster([roster, { ...other, unit: 'Lain' }])).toEqual(['same', 'changed'])
      expect(await directory.rosterByNip(roster.nip)).toEqual(roster)
      expect(await directory.rosterByNip('000')).toBeUndefined()
    })

    it('records who looked at what', async () => {
      const caseId = randomUUID()
      const look = { staffId: chat, caseId, what: 'evidence' as const, ref: 'abc', at: its.clock.now() }
      await Promise.all([
        its.store.accessLog.record(look),
        its.store.accessLog.record({ ...look, ref: 'def' }),
        its.store.accessLog.record({ ...look, what: 'number', ref: 'phone' }),
      ])
      expect(await its.store.accessLog.seenBy(chat, caseId)).toEqual(new Set(['abc', 'def']))
      expect(await its.store.accessLog.seenBy('other', caseId)).toEqual(new Set())
      for (const staffId of ['dewi', 'sari']) await its.store.accessLog.record({ ...look, staffId, what: 'case' })
      await its.store.accessLog.record({ ...look, staffId: 'budi', what: 'evidence' })
      const asked = [caseId, randomUUID()]
      expect(await its.store.accessLog.lastLooks(asked)).toEqual([{ caseId, staffId: 'sari', at: look.at }])
      expect(await its.store.accessLog.lastLooks([])).toEqual([])
      expect(await its.store.accessLog.firstFault()).toBeUndefined()
    })

    it('spends a link once and never after its time; ends sessions', async () => {
      const { deskAccess } = its.store
      const soon = new Date(Date.parse(its.clock.now()) + 60_000).toISOString()
      await deskAccess.saveLink(`${chat}-a`, 'sari', soon)
      await deskAccess.saveLink(`${chat}-b`, 'sari', its.clock.now())
      expect(await deskAccess.isLinkGood(`${chat}-a`, its.clock.now())).toBe(true)
      const spent = await Promise.all([1, 2, 3].map(() => deskAccess.spendLink(`${chat}-a`, its.clock.now())))
      expect(spent.filter((who) => who === 'sari')).toHaveLength(1)
      expect(await deskAccess.spendLink(`${chat}-b`, its.clock.now())).toBeUndefined()
      expect(await deskAccess.spendLink('nothing', its.clock.now())).toBeUndefined()
      await deskAccess.saveSession(`${chat}-s`, deskSession({ expiresAt: soon }))
      expect(await deskAccess.session(`${chat}-s`, its.clock.now())).toMatchObject({ staffId: 'sari', expiresAt: soon })
      expect(await deskAccess.session(`${chat}-s`, soon)).toBeUndefined()
      await deskAccess.endSession(`${chat}-s`)
      expect(await deskAccess.session(`${chat}-s`, its.clock.now())).toBeUndefined()
    })

    it('sweeps out links and sessions whose time is over, and only those', async () => {
      const { deskAccess } = its.store
      const [now, soon] = [its.clock.now(), new Date(Date.parse(its.clock.now()) + 60_000).toISOString()]
      await deskAccess.sweep(soon)
      await deskAccess.saveLink(`${chat}-old`, 'sari', now)
      await deskAccess.saveLink(`${chat}-good`, 'sari', soon)
      await deskAccess.saveSession(`${chat}-old`, deskSession({ expiresAt: now }))
      await deskAccess.saveSession(`${chat}-good`, deskSession({ expiresAt: soon }))
      expect(await deskAccess.sweep(now)).toBe(2)
      expect(await deskAccess.sweep(now)).toBe(0)
      expect(await deskAccess.spendLink(`${chat}-good`, now)).toBe('sari')
      expect(await deskAccess.session(`${chat}-good`, now)).toBeDefined()
    })

    it('forgets one part of one content of one case', async () => {
      const [one, other] = [await opened(), await opened()]
      const bytes = new Uint8Array([1, 2, 3])
      for (const { id } of [one, other]) await its.store.files.put(id, 'abc', 'original', bytes)
      expect(await its.store.files.remove(one.id, 'abc', 'original')).toBe(true)
      expect(await its.store.files.remove(one.id, 'abc', 'original')).toBe(false)
      expect(await its.store.files.get(one.id, 'abc', 'original')).toBeUndefined()
      expect(await its.store.files.get(other.id, 'abc', 'original')).toBeDefined()
    })

    it('keeps evidence by case, content and part', async () => {
      const { id } = await opened()
      const bytes = new Uint8Array([1, 2, 3])
      await its.store.files.put(id, 'abc', 'original', bytes)
      await its.store.files.put(id, 'abc', 'original', bytes)
      expect(new Uint8Array((await its.store.files.get(id, 'abc', 'original'))!)).toEqual(bytes)
      expect(await its.store.files.get(id, 'abc', 'thumbnail')).toBeUndefined()
    })

    it('says of every case that its events fold into its row', async () => {
      const findings = []
      for await (const finding of its.store.ledger.audit()) findings.push(finding)
      expect(findings.length).toBeGreaterThan(3)
      expect(findings.filter(({ fault }) => fault !== null)).toEqual([])
    })

    it('counts what is pending', async () => {
      await receive(`${chat}:0`)
      await owe(row())
      expect((await its.store.outbox.pending()).some(({ state, count }) => state === 'due' && count > 0)).toBe(true)
    })
  })
}
