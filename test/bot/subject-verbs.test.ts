import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { runStoreVerb, withWholePath } from '../../bot/verb-line.ts'
import { storeVerbs, type VerbContext } from '../../bot/verbs.ts'
import { askErasure } from '../../core/handling/erasure-request.ts'
import { original } from '../../core/handling/evidence-files.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { openDatabase } from '../../prisma/database.ts'
import { at, diy, goodAnswers, requester, Story } from '../case/given.ts'
import { useDatabase } from '../database.ts'
import { temporaryFolder } from '../folder.ts'
import { answered } from '../prisma/answered.ts'
import { type OpenStore, storeOn } from '../prisma/stores.ts'

const nip = goodAnswers.nip ?? ''
const nik = goodAnswers.nik ?? ''
const line = {
  nip,
  nik,
  name: 'Rina Wulandari',
  email: 'rina.wulandari@jogjaprov.go.id',
  phone: '+6281911112222',
  employment: 'pns',
  unit: 'Bidang Aplikasi',
  position: '',
  agency: 'diy',
} as const

const database = useDatabase(() => openDatabase({ memory: true }))
let its: OpenStore
let folder: string
let said: string[]
let context: VerbContext
let serial = 0

beforeEach(async () => {
  its = storeOn(database())
  folder = temporaryFolder('export')
  said = []
  const ports: Ports = {
    ...its.store,
    now: its.clock.now,
    newId: randomUUID,
    newToken: randomUUID,
    pick: () => 0,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    agencies: [diy],
    has: { slack: false, mail: false },
    contactCenterEmail: undefined,
    wake: () => {},
  }
  context = {
    store: its.store,
    ports: async () => ports,
    publicUrl: 'http://desk',
    isImitated: true,
    now: its.clock.now,
    newToken: randomUUID,
    print: (text) => void said.push(text),
  }
  await its.store.inbox.receive([{ key: 'hello', chat: requester.chat, address: 1, language: 'id', payload: {} }])
  await answered(its.store, requester.chat)
  await its.store.directory.importRoster([line])
})

async function keep(story: Story, chat: string = requester.chat) {
  serial += 1
  const number = `PANDU-2026-${String(serial).padStart(6, '0')}-X`
  const id = randomUUID()
  const after = { ...story.case, id, number, requester: chat }
  const events = story.events.map((event) => (event.type === 'opened' ? { ...event, id, number, chat } : event))
  await its.store.ledger.commit([{ changes: [{ before: undefined, after, events }], owed: [], knocks: [] }])
  return after
}
const cancelled = () => new Story().submitted().when({ type: 'cancel' })
const verb = (...words: string[]) => {
  said.length = 0
  return runStoreVerb(storeVerbs, words, context)
}

describe('subject export', () => {
  it('writes everything about a person, for its owner’s eyes only, and puts it on record', async () => {
    const c = await keep(cancelled())
    const sha256 = Object.values(c.evidence).flat()[0]?.stored?.sha256 ?? ''
    await its.store.files.put(c.id, sha256, original, new Uint8Array([1, 2, 3]))
    await its.store.identities.bind({ kind: 'nip', value: nip }, { chat: requester.chat, by: 'code', at, key: 'k' })
    const file = join(folder, 'rina.json')
    expect(await verb('subject', 'export', '--nip', nip, file)).toBe(0)
    const written = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    expect(written).toMatchObject({
      cases: [{ case: { number: c.number, answers: { nip } }, hold: null }],
      chats: [{ ref: requester.chat, state: { address: 1 } }],
      bindings: [{ chat: requester.chat }],
      roster: { unit: 'Bidang Aplikasi' },
    })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(`${file}.files`, c.number))).toEqual([`${sha256}.jpeg`])
    expect(await its.store.rights.looksAt(c.id)).toMatchObject([{ staffId: 'operator', what: 'export' }])
    expect(await its.store.accessLog.firstFault()).toBeUndefined()
  })

  it('finds by a NIK what the roster knows by a NIP, also in drafts, and nobody else’s', async () => {
    const draft = await keep(new Story().filled())
    await keep(
      new Story('reactivation', [diy], { nip: '199001012015031002', nik: '3404010101900001' }).filled(),
      'chat-2',
    )
    const file = join(folder, 'x.json')
    expect(await verb('subject', 'export', '--nik', nik, file)).toBe(0)
    const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: { case: { number: string } }[] }
    expect(cases.map(({ case: c }) => c.number)).toEqual([draft.number])
  })

  it('writes no file about nobody, and wants exactly one way to name somebody', async () => {
    const file = join(folder, 'x.json')
    expect(await verb('subject', 'export', '--nip', '199001012015031002', file)).toBe(1)
    expect(await verb('subject', 'export', '--nip', nip, '--chat', '1', file)).toBe(2)
    expect(await verb('subject', 'export', file)).toBe(2)
    expect(await verb('subject', 'export', '--nip', nip)).toBe(2)
    expect(existsSync(file)).toBe(false)
  })

  it('names its file from the root for a program that lives elsewhere', () => {
    const words = withWholePath(['subject', 'export', '--nip', nip, 'rina.json'])
    expect(words).toEqual(['subject', 'export', '--nip', nip, join(process.cwd(), 'rina.json')])
  })
})

describe('subject erase', () => {
  it('only tells without --yes, and then erases so that the audit still holds and says so', async () => {
    const c = await keep(cancelled())
    expect(await verb('subject', 'erase', '--case', c.number)).toBe(0)
    expect(said[0]).toBe(`${c.number}\twould go`)
    expect(await its.store.ledger.caseById(c.id)).toBeDefined()
    expect(await verb('subject', 'erase', '--case', c.number, '--yes')).toBe(0)
    expect(await its.store.ledger.caseById(c.id)).toBeUndefined()
    expect(await verb('audit', 'verify')).toBe(0)
    expect(said).toContain(`${c.number}\terased`)
    expect(said.at(-1)).toMatch(/^1 cases, \d+ events, 0 faults, 1 erased$/)
    expect(await verb('subject', 'export', '--case', c.number, join(folder, 'x.json'))).toBe(1)
    expect(said[0]).toMatch(/was erased at .* \(order\)/)
  })

  it('takes a person with all cases and chats, keeps what is open, and says so by its exit', async () => {
    const [ended, open] = [await keep(cancelled()), await keep(new Story().sent())]
    await its.store.identities.bind({ kind: 'nip', value: nip }, { chat: requester.chat, by: 'code', at, key: 'k' })
    expect(await verb('subject', 'erase', '--nip', nip, '--yes')).toBe(1)
    expect(said).toContain(`${ended.number}\terased`)
    expect(said).toContain(`${open.number}\tstill-open`)
    expect(await its.store.identities.binding({ kind: 'nip', value: nip })).toBeDefined()
    expect(await its.store.ledger.chat(requester.chat)).toBeDefined()
  })

  it('takes a chat with its bindings, and leaves the roster to its own verb', async () => {
    await keep(cancelled())
    await its.store.identities.bind({ kind: 'nip', value: nip }, { chat: requester.chat, by: 'code', at, key: 'k' })
    expect(await verb('subject', 'erase', '--chat', requester.chat, '--yes')).toBe(0)
    expect(await its.store.ledger.chat(requester.chat)).toBeUndefined()
    expect(await its.store.identities.binding({ kind: 'nip', value: nip })).toBeUndefined()
    expect(await its.store.directory.rosterByNip(nip)).toEqual(line)
    expect(await verb('roster', 'erase', '--nip', nip)).toBe(0)
    expect(await its.store.directory.rosterByNip(nip)).toBeUndefined()
    expect(await verb('roster', 'erase', '--nip', nip)).toBe(1)
    expect(await verb('roster', 'erase')).toBe(2)
  })

  it('finds a chat by its id in Telegram too', async () => {
    const chat = its.store.rights.chatRef('4711')
    await its.store.inbox.receive([{ key: 'other', chat, address: 4711, language: 'id', payload: {} }])
    await answered(its.store, chat)
    expect(await verb('subject', 'erase', '--chat', '4711', '--yes')).toBe(0)
    expect(await its.store.ledger.chat(chat)).toBeUndefined()
  })

  it('erases nothing that is held, until it is released; both are on record', async () => {
    const c = await keep(cancelled())
    expect(await verb('subject', 'hold', c.number)).toBe(2)
    expect(await verb('subject', 'hold', c.number, '--because', 'Inspektorat 7/2026')).toBe(0)
    expect(await verb('subject', 'erase', '--case', c.number, '--yes')).toBe(1)
    expect(said).toContain(`${c.number}\ton-hold`)
    its.clock.pass(10_000 * 24 * 3_600_000)
    expect(await verb('retention')).toBe(0)
    expect(said).toEqual(['0 erased.'])
    expect(await verb('subject', 'release', c.number)).toBe(0)
    expect(await verb('retention', '--dry-run')).toBe(0)
    expect(said).toEqual([`case\t${c.number}`, '1 would be erased.'])
    expect(await verb('retention')).toBe(0)
    expect(await its.store.ledger.caseById(c.id)).toBeUndefined()
    expect((await its.store.rights.looksAt(c.id)).map(({ what }) => what)).toEqual(['hold', 'hold', 'erasure'])
    expect(await verb('audit', 'verify')).toBe(0)
  })
})

describe('subject requests', () => {
  it('are listed with their time, and decided by an admin by name, once', async () => {
    const c = await keep(cancelled())
    await askErasure(await context.ports(), requester.chat)
    expect(await verb('subject', 'requests')).toBe(0)
    const number = /^H-[0-9A-F]{6}/.exec(said[0] ?? '')?.[0] ?? ''
    expect(said[0]).toContain(c.number)
    const admin = { id: 'admin', role: 'admin', agencies: ['diy'], name: 'Ani', email: 'ani@jogjaprov.go.id' } as const
    await its.store.directory.saveStaff({ ...admin, slackUser: null, removedAt: null })
    const decide = (...more: string[]) => verb('subject', 'decide', number, '--staff', 'ani@jogjaprov.go.id', ...more)
    expect(await decide()).toBe(2)
    expect(await decide('--erase', '--refuse', 'kept-by-law')).toBe(2)
    expect(await decide('--refuse', 'because')).toBe(2)
    expect(await verb('subject', 'decide', number, '--staff', 'nobody@jogjaprov.go.id', '--erase')).toBe(1)
    expect(await its.store.ledger.caseById(c.id)).toBeDefined()
    expect(await decide('--erase')).toBe(0)
    expect(await its.store.ledger.caseById(c.id)).toBeUndefined()
    expect(await decide('--erase')).toBe(1)
    expect(await verb('subject', 'requests')).toBe(0)
    expect(said).toEqual(['0 open.'])
  })

  it('that are late are a bad finding', async () => {
    await keep(cancelled())
    await askErasure(await context.ports(), requester.chat)
    its.clock.pass(3 * 24 * 3_600_000)
    expect(await verb('subject', 'requests')).toBe(1)
  })
})
