import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { looksBitsMax } from '../../core/evidence/alike.ts'
import { Casework } from '../../core/handling/casework.ts'
import type { EvidencePrint } from '../../core/handling/evidence-prints.ts'
import type { Erasure } from '../../core/privacy/erasure.ts'
import { diy } from '../case/given.ts'
import type { OpenStore } from './stores.ts'

const day = '2026-11-23'
const limits = { looksSince: '2026-05-27', limit: 5 }
const hex = (bytes = 32): string => randomBytes(bytes).toString('hex')

/** The same outline with so many of its bits turned over. */
const turned = (looks: string, bits: number): string => {
  const bytes = Buffer.from(looks, 'hex')
  for (let bit = 0; bit < bits; bit += 1) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return bytes.toString('hex')
}

/** What every store promises of the prints of evidence. */
export function keepsPrints(name: string, open: () => Promise<OpenStore>): void {
  describe(`prints of evidence on the ${name} store`, () => {
    let its: OpenStore
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    const prints = () => its.store.prints

    async function opened(chat = `chat-${randomUUID()}`): Promise<Case> {
      const id = randomUUID()
      await its.store.inbox.receive([{ key: id, chat, address: 1, language: 'id', payload: {} }])
      const casework = new Casework([], [diy], its.clock.now())
      casework.open({ id, number: `PANDU-${id}`, procedure: 'issuance', chat, language: 'id' })
      const routing = { agencies: [diy], has: { slack: false, mail: false } }
      expect(await its.store.ledger.commit([casework.harvest(routing)])).toEqual([true])
      const c = await its.store.ledger.caseById(id)
      if (c === undefined) throw new Error('no case')
      return c
    }
    const printOf = (c: Case, more: Partial<EvidencePrint> = {}): EvidencePrint => ({
      caseId: c.id,
      fileId: randomUUID(),
      sha256: hex(),
      upload: null,
      result: null,
      looks: null,
      sentOn: day,
      ...more,
    })
    async function noted(c: Case, more: Partial<EvidencePrint> = {}): Promise<EvidencePrint> {
      const print = printOf(c, more)
      await prints().note(print)
      return print
    }
    const alikeTo = ({ caseId, fileId }: EvidencePrint, more: Partial<typeof limits> = {}) =>
      prints().alike(caseId, fileId, { ...limits, ...more })
    const order = (): Erasure => ({ by: { role: 'operator' }, because: 'order', at: its.clock.now() })

    it.each([
      ['same-bytes', { sha256: hex() }],
      ['same-upload', { upload: `AQAD${hex(8)}` }],
      ['same-result', { result: `windows|2026-11-22|08:34|${Date.now()}` }],
    ] as const)('finds a file of another case by %s', async (ground, shared) => {
      const [a, b] = [await opened(), await opened()]
      const theirs = await noted(a, shared)
      const mine = await noted(b, shared)
      const found = { caseId: a.id, number: a.number, fileId: theirs.fileId, ground, isSameChat: false }
      expect(await alikeTo(mine)).toEqual([found])
    })

    it('never takes what is not known of two files for the same', async () => {
      const [a, b] = [await opened(), await opened()]
      await noted(a)
      expect(await alikeTo(await noted(b))).toEqual([])
    })

    it('finds nothing in the same case, however often a file was sent there', async () => {
      const c = await opened()
      const shared = { sha256: hex(), upload: 'AQADsame', looks: hex() }
      await noted(c, shared)
      expect(await alikeTo(await noted(c, shared))).toEqual([])
    })

    it('keeps one print of a file that is noted again, and its first day', async () => {
      const [a, b] = [await opened(), await opened()]
      const looks = hex()
      const theirs = await noted(a, { looks, sentOn: '2026-05-01' })
      await prints().note({ ...theirs, sentOn: day })
      await prints().note({ ...theirs, result: 'r', sentOn: day })
      const mine = await noted(b, { looks })
      expect(await alikeTo(mine)).toEqual([])
      expect(await alikeTo(mine, { looksSince: '2026-05-01' })).toHaveLength(1)
    })

    it('finds an outline that differs in as many bits as may be, and none that differs in more', async () => {
      const [a, b, c] = [await opened(), await opened(), await opened()]
      const looks = hex()
      await noted(a, { looks: turned(looks, looksBitsMax) })
      await noted(b, { looks: turned(looks, looksBitsMax + 1) })
      const mine = await noted(c, { looks })
      expect(await alikeTo(mine)).toMatchObject([{ caseId: a.id, ground: 'looks-alike' }])
    })

    it('names each case once, by its surest ground, the surest first and then the nearest', async () => {
      const cases = [await opened(), await opened(), await opened(), await opened()]
      const [far, near, both, mineIn] = cases as [Case, Case, Case, Case]
      const [looks, upload] = [hex(), `AQAD${hex(8)}`]
      await noted(far, { looks: turned(looks, 20) })
      await noted(near, { looks: turned(looks, 3) })
      await noted(both, { looks })
      await noted(both, { upload })
      const mine = await noted(mineIn, { looks, upload })
      const found = await alikeTo(mine)
      expect(found.map(({ caseId, ground }) => [caseId, ground])).toEqual([
        [both.id, 'same-upload'],
        [near.id, 'looks-alike'],
        [far.id, 'looks-alike'],
      ])
      expect(await alikeTo(mine, { limit: 2 })).toEqual(found.slice(0, 2))
    })

    it('puts the file that was sent first before later ones, so that no crowd hides it', async () => {
      const sha256 = hex()
      const sent = ['2026-03-02', '2026-03-01', '2026-03-03']
      const cases = []
      for (const sentOn of sent) {
        const c = await opened()
        await noted(c, { sha256, sentOn })
        cases.push(c)
      }
      const mine = await noted(await opened(), { sha256 })
      expect((await alikeTo(mine, { limit: 1 })).map(({ caseId }) => caseId)).toEqual([cases[1]?.id])
    })

    it('tells what the same chat has sent before', async () => {
      const chat = `chat-${randomUUID()}`
      const sha256 = hex()
      await noted(await opened(chat), { sha256 })
      expect(await alikeTo(await noted(await opened(chat), { sha256 }))).toMatchObject([{ isSameChat: true }])
    })

    it('knows nothing more of a case that was erased, and notes nothing of it', async () => {
      const [a, b] = [await opened(), await opened()]
      const theirs = await noted(a, { sha256: hex() })
      const mine = await noted(b, { sha256: theirs.sha256 })
      expect(await its.store.rights.erase(a, order(), [])).toBe(true)
      expect(await alikeTo(mine)).toEqual([])
      await prints().note(theirs)
      expect(await alikeTo(mine)).toEqual([])
    })

    it('knows nothing more of files that were erased, and notes nothing of them', async () => {
      const [a, b] = [await opened(), await opened()]
      const theirs = await noted(a, { sha256: hex() })
      const mine = await noted(b, { sha256: theirs.sha256 })
      await its.store.rights.markFilesErased(a.id, its.clock.now())
      expect(await alikeTo(mine)).toEqual([])
      await prints().note(theirs)
      expect(await alikeTo(mine)).toEqual([])
    })

    it('leaves no print behind when a case is erased just while one is noted', async () => {
      for (let round = 0; round < 5; round += 1) {
        const [a, b] = [await opened(), await opened()]
        const sha256 = hex()
        const mine = await noted(b, { sha256 })
        const beside = its.second ?? its.store
        const [isErased] = await Promise.all([
          its.store.rights.erase(a, order(), []),
          ...Array.from({ length: 4 }, () => beside.prints.note(printOf(a, { sha256 }))),
        ])
        expect(isErased).toBe(true)
        expect(await alikeTo(mine)).toEqual([])
      }
    })

    it('finds nothing about a file that was never noted', async () => {
      expect(await prints().alike(randomUUID(), 'none', limits)).toEqual([])
    })
  })
}
