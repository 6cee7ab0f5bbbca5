import { describe, expect, it } from 'vitest'
import { counterLetter } from '../../bot/mail/counter-letter.ts'
import { counterWarning } from '../../bot/mail/counter-warning.ts'
import { replyLetter } from '../../bot/mail/reply-letter.ts'
import { threadIdOf } from '../../bot/mail/thread.ts'
import { askAgain } from '../../bot/telegram/reprompt.ts'
import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { openAtCounter } from '../../core/handling/counter.ts'
import { saveAtCounter } from '../../core/handling/counter-form.ts'
import { substituteFor } from '../../core/handling/coverage.ts'
import { reportDead } from '../../core/handling/dead-letter.ts'
import type { OutboxItem } from '../../core/handling/outbox.ts'
import { actorFor } from '../../core/handling/people.ts'
import { perform } from '../../core/handling/perform.ts'
import { houseWork } from '../../core/handling/work.ts'
import { threadsIn } from '../../core/message/mail-thread.ts'
import { consent, goodAnswers } from '../case/given.ts'
import { type DeskWorld, deskWorld, nik, nip, publicUrl, rina, staff } from '../desk/desk-fixture.ts'

const answers = Object.entries({
  name: goodAnswers.name,
  employment: 'pns',
  nip,
  nik,
  email: goodAnswers.email,
  phone: null,
  unit: null,
  position: null,
  trouble: 'Tautan tidak pernah tiba di email dinas.',
}).map(([item, said]) => ({ item, said: said ?? null }))

async function filled(world: DeskWorld): Promise<Case> {
  const opened = await openAtCounter(world.ports, 'sari', {
    procedure: 'passphrase-reset',
    agency: 'diy',
    language: 'id',
  })
  if (isRefusal(opened)) throw new Error(opened.refused)
  const saved = await saveAtCounter(world.ports, opened.id, { answers, files: [], none: ['screenshot'] }, 'sari')
  if (isRefusal(saved) || saved.refusals.size > 0) throw new Error('not filled')
  return saved.c
}

async function sent(world: DeskWorld, hears: 'mail' | 'in-person' = 'mail'): Promise<Case> {
  const { id } = await filled(world)
  const c = await perform(world.ports, id, [{ type: 'submit', consent, declared: { hears } }], {
    staffId: 'sari',
    role: 'counter',
  })
  if (isRefusal(c)) throw new Error(c.refused)
  return c
}

/** Does the house's own work until none is due. @returns what left for people */
async function works({ ports }: DeskWorld): Promise<readonly OutboxItem[]> {
  const work = houseWork(ports, async () => ({ refused: 'CORRUPT' }))
  const left: OutboxItem[] = []
  for (;;) {
    const owed = await ports.outbox.claim('work', 50, ports.now(), 60_000)
    const bulk = await ports.outbox.claim('bulk', 50, ports.now(), 60_000)
    if (owed.length + bulk.length === 0) return left
    for (const item of owed) await work(item)
    left.push(...bulk)
    await ports.outbox.settle([...owed, ...bulk].map(({ id }) => ({ id, state: 'sent' })))
  }
}

const asBudi = (world: DeskWorld, c: Case, ...commands: readonly Command[]) =>
  perform(world.ports, c.id, commands, { staffId: 'budi', role: 'verifier' })
const now = async (world: DeskWorld, { id }: Case) => (await world.ports.ledger.caseById(id)) ?? expect.fail('gone')

describe('news for somebody without a chat', () => {
  it('goes by mail to the office mail that the roster knows, and nothing is owed to any chat', async () => {
    const world = await deskWorld()
    const c = await sent(world)
    const owed = await works(world)
    expect(owed.filter(({ target }) => target.startsWith('chat:'))).toEqual([])
    expect(owed).toContainEqual(expect.objectContaining({ kind: 'counter-mail', payload: { code: 'submitted' } }))
    expect((await now(world, c)).counter?.untold).toEqual([])
  })

  it('is told in person where the roster knows another address', async () => {
    const world = await deskWorld()
    await world.ports.directory.importRoster([{ ...rina, email: 'rina.lain@jogjaprov.go.id' }])
    const c = await sent(world)
    expect((await works(world)).map(({ kind }) => kind)).not.toContain('counter-mail')
    await asBudi(world, c, { type: 'claim' }, { type: 'reject', reason: 'R05' })
    const owed = await works(world)
    expect((await now(world, c)).counter?.untold.map(({ notice }) => notice)).toEqual(['rejected'])
    expect(owed).toContainEqual(
      expect.objectContaining({ kind: 'staff-mail', payload: expect.objectContaining({ code: 'tell-requester' }) }),
    )
  })

  it('is told in person where it was asked for so, but not what they just saw happen', async () => {
    const world = await deskWorld()
    const c = await sent(world, 'in-person')
    await works(world)
    expect((await now(world, c)).counter?.untold).toEqual([])
    await asBudi(world, c, { type: 'claim' }, { type: 'reject', reason: 'R05' })
    await works(world)
    expect((await now(world, c)).counter?.untold).toHaveLength(1)
  })

  it('is told in person when its mail will never arrive, also after the end', async () => {
    const world = await deskWorld()
    const c = await sent(world)
    await asBudi(world, c, { type: 'claim' }, { type: 'reject', reason: 'R05' })
    const dead = (await works(world)).find(({ kind }) => kind === 'counter-mail')
    if (dead === undefined) throw new Error('no mail')
    for (const _ of [1, 2]) await reportDead(world.ports, dead)
    expect((await now(world, c)).counter?.untold.map(({ notice }) => notice)).toEqual(['submitted'])
  })

  it('says what must be corrected and why, never what a verifier noted or who it is about', async () => {
    const world = await deskWorld()
    const c = await sent(world)
    const failing = { item: 'trouble', ok: false, reason: 'R06', note: `Bu Rina, NIK ${nik} salah` } as const
    await asBudi(world, c, { type: 'claim' }, { type: 'judge', verdicts: [failing] }, { type: 'return' })
    const mail = (await works(world)).find(({ payload }) => (payload as { code: string }).code === 'returned')
    const letter = mail && (await counterLetter(world.ports, publicUrl, mail))
    expect(letter?.to).toBe(goodAnswers.email)
    for (const said of ['- Kendala', 'PERLU PERBAIKAN', c.number, '•••2005', `/desk/check/${c.number}/`])
      expect(letter?.text).toContain(said)
    for (const hidden of [nip, nik, 'Bu Rina', 'Rina Wulandari']) expect(letter?.text).not.toContain(hidden)
    expect(letter?.text).toContain('— English —')
  })

  it('is no mail for a case of a chat, nor for a code that is none', async () => {
    const world = await deskWorld()
    const c = await sent(world)
    const item = { caseId: c.id, payload: { code: 'call-words' } } as unknown as OutboxItem
    expect(await counterLetter(world.ports, publicUrl, item)).toBeUndefined()
  })
})

describe('the verifier who fills in for somebody', () => {
  it('leaves it to the fallback verifier, else the agents, when nobody else of the agency is there', async () => {
    const world = await deskWorld()
    const c = await sent(world)
    expect(await substituteFor(world.ports, c)).toBeUndefined()
    await world.ports.directory.saveStaff({ ...staff.budi, removedAt: world.clock })
    expect(await substituteFor(world.ports, c)).toMatchObject({ as: 'agent', staff: [{ id: 'dewi' }] })
    const [diy, ...others] = world.ports.agencies
    Object.assign(world.ports, { agencies: [{ ...diy, fallbackVerifier: staff.joko.email }, ...others] })
    expect(await substituteFor(world.ports, c)).toMatchObject({ as: 'verifier', staff: [{ id: 'joko' }] })
    expect(await actorFor(world.ports, { staffId: 'joko', role: 'verifier' }, c)).toMatchObject({
      agencies: ['bantul', 'diy'],
    })
  })

  it('is barred under another entry of theirs too, and whoever was removed serves nobody', async () => {
    const world = await deskWorld()
    const c = await sent(world)
    await world.ports.directory.saveStaff({ ...staff.dewi, id: 'sari-agent', email: staff.sari.email })
    expect(await actorFor(world.ports, { staffId: 'sari-agent', role: 'agent' }, c)).toMatchObject({
      otherPart: 'counter',
    })
    await world.ports.directory.saveStaff({ ...staff.sari, removedAt: world.clock })
    expect(await actorFor(world.ports, { staffId: 'sari', role: 'counter' }, c)).toBeUndefined()
    expect(await openAtCounter(world.ports, 'sari', { procedure: 'question', agency: 'diy', language: 'id' })).toEqual({
      refused: 'not-yours',
    })
  })

  it('can be replaced at the counter by a colleague, who then does not review either', async () => {
    const world = await deskWorld()
    const c = await filled(world)
    const form = { answers: [{ item: 'unit', said: 'Sekretariat' }], files: [], none: [] }
    await saveAtCounter(world.ports, c.id, form, 'budi')
    const after = await now(world, c)
    expect(after.counter?.hands).toEqual(['sari', 'budi'])
    for (const staffId of ['sari', 'budi'])
      expect(await actorFor(world.ports, { staffId, role: 'verifier' }, after)).toMatchObject({ otherPart: 'counter' })
  })
})

describe('a case without a chat', () => {
  it('is knocked at by nothing: not by a colleague, not by a program that starts again', async () => {
    const world = await deskWorld()
    const c = await sent(world)
    await asBudi(
      world,
      c,
      { type: 'claim' },
      { type: 'judge', verdicts: [{ item: 'nik', ok: false, reason: 'R01' }] },
      { type: 'return' },
    )
    expect((await now(world, c)).status).toBe('needs-correction')
    expect(await askAgain(world.ports)).toBe(0)
    expect(await world.ports.inbox.isWaiting()).toBe(false)
  })
})

describe('a person whose chat is known', () => {
  it('hears there that somebody stood at the counter in their name, and keeps the chat', async () => {
    const world = await deskWorld()
    const subject = { kind: 'nip', value: nip } as const
    await world.ports.identities.bind(subject, { chat: 'chat-9', by: 'code', at: world.clock, key: 'k' })
    await sent(world, 'in-person')
    const owed = [...(await works(world)), ...(await world.ports.outbox.claim('interactive', 9, world.clock, 60_000))]
    expect(owed.filter(({ target }) => target.startsWith('chat:'))).toMatchObject([
      { target: 'chat:chat-9', kind: 'notice', payload: { code: 'at-counter' } },
    ])
    expect((await world.ports.identities.binding(subject))?.chat).toBe('chat-9')
  })

  it('hears at the mailbox on record too, unless the news of the case goes there', async () => {
    const world = await deskWorld()
    const warning = async (hears: 'mail' | 'in-person') => {
      await sent(world, hears)
      const row = (await works(world)).findLast(({ kind }) => kind === 'counter-warning')
      if (row === undefined) throw new Error('no warning')
      return counterWarning(world.ports, row, 'id@test')
    }
    expect(await warning('mail')).toEqual({ state: 'sent' })
    const letter = await warning('in-person')
    expect(letter).toMatchObject({ to: rina.email, text: expect.stringContaining('ada yang mengaku sebagai Anda') })
    for (const hidden of [nip, nik]) expect(JSON.stringify(letter)).not.toContain(hidden)
    await world.ports.directory.importRoster([{ ...rina, email: 'rina.lain@jogjaprov.go.id' }])
    expect(await warning('mail')).toMatchObject({ to: 'rina.lain@jogjaprov.go.id' })
  })
})

describe('a form of the counter', () => {
  it('keeps every right answer in one commit, whatever else is wrong', async () => {
    const world = await deskWorld()
    const opened = await openAtCounter(world.ports, 'sari', { procedure: 'question', agency: 'diy', language: 'id' })
    if (isRefusal(opened)) throw new Error(opened.refused)
    const said = [
      { item: 'name', said: 'Rina Wulandari' },
      { item: 'email', said: 'rina@gmail.com' },
      { item: 'trouble', said: 'Kapan sertifikat saya berakhir?' },
    ]
    const saved = await saveAtCounter(world.ports, opened.id, { answers: said, files: [], none: [] }, 'sari')
    if (isRefusal(saved)) throw new Error(saved.refused)
    expect([...saved.refusals.keys()]).toEqual(['email'])
    expect(Object.keys(saved.c.answers)).toEqual(['agency', 'name', 'trouble'])
    expect(await now(world, opened)).toEqual(saved.c)
  })

  it('is nobody’s to send for a case of a chat', async () => {
    const world = await deskWorld()
    expect(await saveAtCounter(world.ports, 'no-such-case', { answers: [], files: [], none: [] }, 'sari')).toEqual({
      refused: 'not-yours',
    })
  })
})

describe('words of staff to somebody without a chat', () => {
  it('go to the office mail that they chose, as staff wrote them, in a thread that an answer is known by', async () => {
    const world = await deskWorld()
    const c = await sent(world)
    await works(world)
    await asBudi(world, c, { type: 'reply', text: 'Tautan sudah dikirim ulang. <b>Cek</b> folder Spam.' })
    const [row, ...others] = (await works(world)).filter(({ kind }) => kind === 'reply-mail')
    if (row === undefined) throw new Error('no mail is owed')
    expect(others).toEqual([])
    const letter = await replyLetter(world.ports, row, true)
    expect(letter?.to).toBe(goodAnswers.email)
    expect(letter?.text).toContain('Tautan sudah dikirim ulang. <b>Cek</b> folder Spam.')
    expect(letter?.text).toContain('Anda dapat membalas surat ini')
    expect(letter?.text).not.toContain(nip)
    const id = await threadIdOf(world.ports, 'jogjaprov.go.id', row)
    expect(threadsIn(id, 'jogjaprov.go.id')).toEqual([{ number: c.number, token: world.ports.mails.tokenOf(c.id) }])
  })

  it('are refused where they chose to be told in person', async () => {
    const world = await deskWorld()
    const c = await sent(world, 'in-person')
    expect(await asBudi(world, c, { type: 'reply', text: 'Halo' })).toMatchObject({ refused: 'no-chat' })
  })

  it('are said to be missed when no mail may go there, or the mail was refused', async () => {
    const world = await deskWorld()
    const c = await sent(world)
    await works(world)
    await asBudi(world, c, { type: 'reply', text: 'Halo' })
    const [row] = (await works(world)).filter(({ kind }) => kind === 'reply-mail')
    if (row === undefined) throw new Error('no mail is owed')
    await reportDead(world.ports, row)
    expect((await now(world, c)).talk?.missed).toBe(1)
    const mute = { ...world, ports: { ...world.ports, has: { ...world.ports.has, mail: false } } }
    await asBudi(world, c, { type: 'reply', text: 'Halo lagi' })
    expect((await works(mute)).filter(({ kind }) => kind === 'reply-mail')).toEqual([])
    expect((await now(world, c)).talk?.missed).toBe(2)
  })
})
