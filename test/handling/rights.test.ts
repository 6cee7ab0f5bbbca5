import { createHash, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import { eraseCase, noCase } from '../../core/handling/erase.ts'
import { askErasure, decideErasure } from '../../core/handling/erasure-request.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { retire } from '../../core/handling/retention.ts'
import { copyFor } from '../../core/handling/stored-data.ts'
import { houseWork } from '../../core/handling/work.ts'
import { answerMs } from '../../core/privacy/erasure.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, diy, requester, Story } from '../case/given.ts'
import { answered } from '../prisma/answered.ts'

const day = 24 * 3_600_000
const chat = requester.chat
const dewi: Staff = {
  id: 'dewi',
  role: 'agent',
  agencies: ['diy'],
  name: 'Dewi',
  email: 'dewi@jogjaprov.go.id',
  slackUser: null,
  removedAt: null,
}
const rinasLine = {
  nip: '198504122010012005',
  nik: '3404015204850001',
  name: 'Rina Wulandari Yang Lain',
  email: 'rina.wulandari@jogjaprov.go.id',
  phone: '+6281911112222',
  employment: 'pns',
  unit: 'Rahasia Roster',
  position: '',
  agency: 'diy',
} as const

let now: string
let ports: Ports
let serial: number

beforeEach(async () => {
  now = at
  serial = 0
  const store = createMemoryStore(() => now)
  ports = {
    ...store,
    now: () => now,
    newId: randomUUID,
    newToken: () => `token-${++serial}`,
    pick: () => 0,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    agencies: [diy],
    has: { slack: true, mail: true },
    contactCenterEmail: undefined,
    wake: () => {},
  }
  await store.inbox.receive([{ key: 'hello', chat, address: 1, language: 'id', payload: {} }])
  await answered(store, chat)
  await store.directory.saveStaff(dewi)
  await store.directory.importRoster([rinasLine])
})

async function keep(story: Story, more: Partial<Case> = {}): Promise<Case> {
  serial += 1
  const id = `5f0e3d9c-0000-4000-8000-${String(serial).padStart(12, '0')}`
  const after = { ...story.case, id, number: `PANDU-2026-${String(serial).padStart(6, '0')}-X`, ...more }
  await ports.ledger.commit([{ changes: [{ before: undefined, after, events: story.events }], owed: [], knocks: [] }])
  return after
}
const owed = async (lane: 'interactive' | 'bulk' | 'work') => {
  const items = await ports.outbox.claim(lane, 100, now, 1000)
  await ports.outbox.settle(items.map(({ id }) => ({ id, state: 'sent' })))
  return items
}
const run = (kind: string, payload: object = { chat }) =>
  houseWork(ports, async () => ({ refused: 'CORRUPT' }))({
    id: 1,
    dedup: `${kind}-${++serial}`,
    lane: 'work',
    target: `rights:${chat}`,
    kind,
    payload,
    attempts: 1,
    isAmbiguous: false,
    leasedAt: now,
  } satisfies OutboxItem)
/** Does all the work that has fallen due. */
const work = async () => {
  for (const { kind, payload } of await owed('work')) await run(kind, payload as object)
}
const sayings = async () => (await owed('interactive')).map(({ payload }) => payload)
const mails = async () =>
  (await owed('bulk')).flatMap(({ kind, target, payload }) => (kind === 'rights-mail' ? [{ target, payload }] : []))
const cancelled = () => new Story().submitted().when({ type: 'cancel' })
const order = { by: { role: 'operator' }, because: 'order', at } as const

describe('an erased case', () => {
  it('loses its files, originals and what was drawn from them, and leaves another case of the same picture alone', async () => {
    const [c, other] = [await keep(cancelled()), await keep(cancelled())]
    const [file] = Object.values(c.evidence).flat()
    const sha256 = file?.stored?.sha256 ?? ''
    const parts = ['original', 'thumbnail', 'preview-1', 'preview-2', 'dossier', 'form'] as const
    for (const one of [c, other])
      for (const part of parts) await ports.files.put(one.id, sha256, part, new Uint8Array([1]))
    expect(await eraseCase(ports, c.id, order)).toBe('erased')
    await work()
    for (const part of parts) {
      expect(await ports.files.get(c.id, sha256, part)).toBeUndefined()
      expect(await ports.files.get(other.id, sha256, part)).toBeDefined()
    }
    expect(await ports.rights.looksAt(c.id)).toMatchObject([{ staffId: 'operator', what: 'erasure' }])
  })

  it('says in chat and channel that it is gone, where it was shown, and nowhere else', async () => {
    const [shown, unseen] = [await keep(cancelled()), await keep(cancelled())]
    for (const [kind, target, replaces] of [
      ['panel', `chat:${chat}`, `panel:${shown.id}`],
      ['card', 'slack:C0VERIF', `card:${shown.id}`],
    ] as const)
      await ports.ledger.commit([
        {
          changes: [],
          owed: [{ dedup: replaces, lane: 'bulk', target, kind, caseId: shown.id, replaces, payload: {} }],
          knocks: [],
        },
      ])
    const items = await ports.outbox.claim('bulk', 9, now, 1000)
    await ports.outbox.settle(items.map(({ id }) => ({ id, state: 'sent', ref: `ref-${id}` })))
    await eraseCase(ports, shown.id, order)
    await eraseCase(ports, unseen.id, order)
    expect(await owed('bulk')).toMatchObject([
      { kind: 'erased-panel', target: `chat:${chat}`, previousRef: 'ref-1', payload: { number: shown.number } },
      { kind: 'erased-card', target: 'slack:C0VERIF', previousRef: 'ref-2', payload: { number: shown.number } },
    ])
  })

  it('stays while the contact center works on it, or a hold is on it', async () => {
    const [open, held] = [await keep(new Story().sent()), await keep(cancelled())]
    await ports.rights.setHold(held.id, 'Inspektorat')
    expect(await eraseCase(ports, open.id, order)).toBe('still-open')
    expect(await eraseCase(ports, held.id, order)).toBe('on-hold')
    expect(await ports.ledger.caseById(open.id)).toEqual(open)
    expect(await ports.ledger.caseById(held.id)).toEqual(held)
  })

  it('rings no timer and does no work that was owed about it', async () => {
    const c = await keep(new Story().filled().when({ type: 'cancel' }))
    await eraseCase(ports, c.id, order)
    const late = { id: 9, lane: 'work', target: 'timer:1', payload: {}, attempts: 1, isAmbiguous: false, leasedAt: now }
    for (const kind of ['expiry', 'overdue', 'lease', 'forget-evidence', 'prepare-dossier'])
      expect(
        await houseWork(ports, async () => ({ refused: 'CORRUPT' }))({
          ...late,
          lane: 'work',
          dedup: kind,
          kind,
          caseId: c.id,
        }),
      ).toMatchObject({ state: 'dead' })
  })
})

describe('what a chat is told of its data', () => {
  it('lists its cases with status, dates and files, and no number of anybody', async () => {
    const c = await keep(cancelled())
    await keep(new Story().filled(), { requester: 'chat-of-another' })
    await run('tell-data')
    const [said] = await sayings()
    expect(said).toMatchObject({
      code: 'data',
      total: 1,
      tiedTo: [],
      lines: [{ number: c.number, status: 'cancelled', openedAt: at, endedAt: at }],
    })
    expect(JSON.stringify(said)).not.toMatch(/\d{16}|Rina/)
  })

  it('names whom it is tied to by the last digits only, and only for this chat', async () => {
    await keep(cancelled())
    const nip = { kind: 'nip', value: rinasLine.nip } as const
    await ports.identities.bind(nip, { chat: 'chat-of-another', by: 'meeting', at, key: 'a' })
    await run('tell-data')
    expect(await sayings()).toMatchObject([{ tiedTo: [] }])
    await ports.identities.bind(nip, { chat, by: 'meeting', at, key: 'b' })
    await run('tell-data')
    expect(await sayings()).toMatchObject([{ tiedTo: ['•••2005'] }])
  })

  it('hands over a link that opens the copy once within a day', async () => {
    await keep(cancelled())
    await run('make-copy')
    const [said] = await sayings()
    expect(said).toMatchObject({ code: 'copy-link' })
    const { token } = said as { token: string }
    expect(await ports.rights.isCopyLinkGood(token, now)).toBe(true)
    now = new Date(Date.parse(at) + day).toISOString()
    expect(await ports.rights.isCopyLinkGood(token, now)).toBe(false)
  })

  it('copies what this chat typed, on record, without roster, rivals, or a case of another chat', async () => {
    const c = await keep(new Story().submitted().consulted())
    await keep(new Story().filled(), { requester: 'chat-of-another', answers: { name: 'Joko Lain' } })
    const copy = JSON.stringify(await copyFor(ports, chat))
    expect(copy).toContain(rinasLine.nip)
    expect(copy).toContain(c.number)
    for (const secret of ['Rahasia Roster', 'roster-consulted', 'isKnown', 'Joko Lain', rinasLine.phone])
      expect(copy).not.toContain(secret)
    expect(await ports.rights.looksAt(c.id)).toMatchObject([{ staffId: 'requester', what: 'export' }])
  })

  it('adds the line of the roster where the chat is surely its person’s, and not while it cools', async () => {
    await keep(new Story().submitted())
    const nip = { kind: 'nip', value: rinasLine.nip } as const
    await ports.identities.bind(nip, { chat: 'old-chat', by: 'code', at, key: 'a' })
    await ports.identities.bind(nip, { chat, by: 'code', at, key: 'b' })
    expect(JSON.stringify(await copyFor(ports, chat))).not.toContain('Rahasia Roster')
    now = new Date(Date.parse(at) + day).toISOString()
    expect(JSON.stringify(await copyFor(ports, chat))).toContain('Rahasia Roster')
  })

  it.each(['code', 'call', 'meeting'] as const)(
    'tells the NIK and phone of the roster’s line after a call or a meeting only: bound by a %s',
    async (by) => {
      await keep(new Story().submitted())
      await ports.identities.bind({ kind: 'nip', value: rinasLine.nip }, { chat, by, at, key: 'a' })
      const { nik, phone } = by === 'code' ? { nik: '•••0001', phone: '+62•••2222' } : rinasLine
      expect(await copyFor(ports, chat)).toMatchObject({ roster: [{ ...rinasLine, nik, phone }] })
    },
  )
})

describe('erasing on request', () => {
  it('takes unsent cases at once by their requester’s own word, and nothing that was sent', async () => {
    const draft = await keep(new Story().filled())
    const sent = await keep(cancelled())
    await run('erase-drafts')
    expect(await sayings()).toMatchObject([{ code: 'drafts-erased', count: 1 }])
    expect(await ports.ledger.caseById(draft.id)).toBeUndefined()
    expect(await ports.ledger.caseById(sent.id)).toBeDefined()
    expect((await ports.rights.erased(draft.number))?.erasure).toEqual({
      by: { role: 'requester' },
      because: 'asked',
      at,
    })
  })

  it('tells requester and staff until when it is decided, reminds a day before, and says when it is late', async () => {
    await keep(cancelled())
    await run('ask-erasure')
    const dueAt = new Date(Date.parse(at) + answerMs).toISOString()
    expect(await sayings()).toMatchObject([{ code: 'erasure-asked', dueAt }])
    expect(await mails()).toMatchObject([{ target: 'mail:dewi', payload: { code: 'erasure-asked', dueAt } }])
    now = new Date(Date.parse(dueAt) - day).toISOString()
    await work()
    expect(await mails()).toMatchObject([{ payload: { code: 'erasure-due' } }])
    now = dueAt
    await work()
    expect(await mails()).toMatchObject([{ payload: { code: 'erasure-overdue' } }])
  })

  it('tells agents and admins of its agency, and of no other', async () => {
    await keep(cancelled())
    const admin = { ...dewi, id: 'admin', role: 'admin', email: 'admin@jogjaprov.go.id' } as const
    await ports.directory.saveStaff(admin)
    await ports.directory.saveStaff({ ...admin, id: 'other', agencies: ['bantul'] })
    await run('ask-erasure')
    expect((await mails()).map(({ target }) => target).toSorted()).toEqual(['mail:admin', 'mail:dewi'])
  })

  it('is one request however often it is asked, and no reminder rings once it is decided', async () => {
    await keep(cancelled())
    await run('ask-erasure')
    await run('ask-erasure')
    const [request, ...others] = await ports.rights.openRequests()
    expect(others).toEqual([])
    await mails()
    expect(await decideErasure(ports, request?.id ?? '', 'kept-by-law', 'dewi')).toEqual({ erased: 0, kept: [] })
    now = new Date(Date.parse(at) + answerMs).toISOString()
    await work()
    expect(await mails()).toEqual([])
  })

  it('erases what has ended, keeps and names what has not, and forgets the chat only when nothing is left', async () => {
    const ended = await keep(cancelled())
    const open = await keep(new Story().sent())
    await run('ask-erasure')
    await sayings()
    const [request] = await ports.rights.openRequests()
    expect(await decideErasure(ports, request?.id ?? '', 'erased', 'dewi')).toEqual({ erased: 1, kept: ['still-open'] })
    expect(await sayings()).toMatchObject([{ code: 'erased', count: 1, kept: ['still-open'] }])
    expect(await ports.ledger.caseById(ended.id)).toBeUndefined()
    expect(await ports.ledger.caseById(open.id)).toEqual(open)
    now = new Date(Date.parse(at) + day).toISOString()
    await work()
    expect(await ports.ledger.chat(chat)).toBeDefined()
  })

  it('forgets the chat itself after the last word has arrived', async () => {
    await keep(cancelled())
    await run('ask-erasure')
    const [request] = await ports.rights.openRequests()
    await decideErasure(ports, request?.id ?? '', 'erased', 'dewi')
    await work()
    expect(await ports.ledger.chat(chat)).toBeDefined()
    now = new Date(Date.parse(at) + day).toISOString()
    await work()
    expect(await ports.ledger.chat(chat)).toBeUndefined()
    expect(await ports.rights.erasureRequest(request?.id ?? '')).toMatchObject({ chat: '' })
    expect(await ports.rights.looksAt(noCase)).toMatchObject([{ staffId: 'house', what: 'erasure', ref: 'chat asked' }])
  })

  it('looks again a minute later when its person was just writing', async () => {
    ports.rights.eraseChat = async () => false
    expect(await run('erase-chat')).toEqual({ state: 'later', at: new Date(Date.parse(at) + 60_000).toISOString() })
    await keep(cancelled())
    expect(await run('erase-chat')).toEqual({ state: 'sent' })
  })

  it('needs nobody’s decision where there is no case', async () => {
    await run('ask-erasure')
    expect(await sayings()).toMatchObject([{ code: 'erased', count: 0 }])
    expect(await ports.rights.openRequests()).toEqual([])
    now = new Date(Date.parse(at) + day).toISOString()
    await work()
    expect(await ports.ledger.chat(chat)).toBeUndefined()
  })

  it('is decided by a verifier where the contact center is outside, who hears of it too', async () => {
    const c = await keep(cancelled())
    await ports.directory.saveStaff({ ...dewi, id: 'sari', role: 'verifier', email: 'sari@jogjaprov.go.id' })
    const outside = { ...ports, agencies: [{ ...diy, contactCenter: { isOutside: true } }] }
    await askErasure(outside, chat)
    expect((await mails()).map(({ target }) => target)).toContain('mail:sari')
    const [request] = await ports.rights.openRequests()
    expect(await decideErasure(ports, request?.id ?? '', 'erased', 'sari')).toBeUndefined()
    expect(await decideErasure(outside, request?.id ?? '', 'erased', 'sari')).toEqual({ erased: 1, kept: [] })
    expect(await ports.ledger.caseById(c.id)).toBeUndefined()
  })

  it.each([
    ['a verifier', { role: 'verifier' }],
    ['somebody of another agency', { agencies: ['bantul'] }],
    ['whoever was removed', { removedAt: at }],
    ['the person themselves', { email: rinasLine.email }],
  ] as const)('is not decided by %s', async (_, who) => {
    const c = await keep(cancelled())
    await run('ask-erasure')
    await ports.directory.saveStaff({ ...dewi, ...who })
    const [request] = await ports.rights.openRequests()
    expect(await decideErasure(ports, request?.id ?? '', 'erased', 'dewi')).toBeUndefined()
    expect(await ports.ledger.caseById(c.id)).toEqual(c)
    expect(await ports.rights.openRequests()).toHaveLength(1)
  })
})

describe('retention', () => {
  const retired = async (isDry = false) => {
    const all = []
    for await (const one of retire(ports, isDry)) all.push(one)
    return all
  }
  const pass = (days: number) => {
    now = new Date(Date.parse(at) + days * day).toISOString()
  }

  it('erases nothing in a dry run, and tells the same as the real one', async () => {
    const draft = await keep(new Story().filled().when({ type: 'cancel' }))
    pass(20)
    expect(await retired(true)).toEqual([{ what: 'draft', ref: draft.number }])
    expect(await ports.ledger.caseById(draft.id)).toBeDefined()
    expect(await retired()).toEqual([{ what: 'draft', ref: draft.number }])
    expect(await ports.ledger.caseById(draft.id)).toBeUndefined()
    expect(await retired()).toEqual([])
  })

  it('takes files after 90 days once, the case and its chat after two years, each on record', async () => {
    const c = await keep(cancelled())
    const sha256 = Object.values(c.evidence).flat()[0]?.stored?.sha256 ?? ''
    await ports.files.put(c.id, sha256, 'original', new Uint8Array([1]))
    pass(89)
    expect(await retired()).toEqual([])
    pass(90)
    expect(await retired()).toEqual([{ what: 'evidence', ref: c.number }])
    expect(await ports.files.get(c.id, sha256, 'original')).toBeUndefined()
    expect(await ports.ledger.caseById(c.id)).toEqual(c)
    expect(await retired()).toEqual([])
    pass(730)
    expect(await retired()).toEqual([
      { what: 'case', ref: c.number },
      { what: 'chat', ref: '' },
    ])
    expect(await ports.rights.looksAt(c.id)).toMatchObject([
      { staffId: 'house', what: 'erasure' },
      { staffId: 'house', what: 'erasure' },
    ])
    expect(await ports.ledger.chat(chat)).toBeUndefined()
  })

  it('keeps what is held and what is still open, and a chat that is tied to somebody', async () => {
    const [held, open, gone] = [await keep(cancelled()), await keep(new Story().sent()), await keep(cancelled())]
    await ports.rights.setHold(held.id, 'Inspektorat')
    pass(10_000)
    expect(await retired()).toEqual([{ what: 'case', ref: gone.number }])
    expect(await ports.ledger.caseById(held.id)).toEqual(held)
    expect(await ports.ledger.caseById(open.id)).toEqual(open)
  })

  it('forgets a chat that never had a case and fell silent', async () => {
    pass(89)
    expect(await retired()).toEqual([])
    pass(91)
    expect(await retired()).toEqual([{ what: 'chat', ref: '' }])
    expect(await ports.ledger.chat(chat)).toBeUndefined()
  })
})
