import { describe, expect, it } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import type { Command } from '../../core/case/command.ts'
import { nextQuestion } from '../../core/case/missing.ts'
import { isRefusal } from '../../core/case/refusal.ts'
import { Casework } from '../../core/handling/casework.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import { goodAnswers, TestChat, verifier } from './chat.ts'

/** One thing that happens: a message of the requester arrives, somebody else acts, a turn is played, all is delivered. */
type Step = 'message' | 'change' | 'turn' | 'deliver'

/** Every order of one message and one change among `length` steps. */
function interleavings(length: number): readonly (readonly Step[])[] {
  const steps: readonly Step[] = ['message', 'change', 'turn', 'deliver']
  let all: (readonly Step[])[] = [[]]
  for (let n = 0; n < length; n += 1) all = all.flatMap((order) => steps.map((step) => [...order, step]))
  const once = (order: readonly Step[], step: Step) => order.filter((one) => one === step).length === 1
  return all.filter((order) => once(order, 'message') && once(order, 'change'))
}

const laptop = [{ kind: 'computer', name: 'Laptop' }] as const

/** Answers in the requester's name, without the dialogue. */
function fill(casework: Casework, chat: TestChat, id: string, until?: string): Case {
  const requester = { role: 'requester', chat: chat.ref } as const
  const give = (command: Command) => {
    const outcome = casework.give(id, command, requester)
    if (isRefusal(outcome)) throw new Error(`${JSON.stringify(command)}: ${outcome.refused}`)
    return outcome
  }
  for (;;) {
    const c = casework.find(id)
    const question = c && nextQuestion(c)
    if (c === undefined || question === undefined || question.key === until) return c as Case
    const item = question.key
    if (question.field === null) {
      give({ type: 'attach', item, file: { id: `file-${item}`, name: 'a', sizeBytes: 1, source: 's' } })
      give({ type: 'finish-evidence', item })
    } else {
      const said = goodAnswers[item] ?? 'clean'
      const keys: Readonly<Record<string, string>> = { employment: 'pns', recovery: 'clean', lossReason: 'app-deleted' }
      const isChoice = question.field.kind === 'choice'
      give({
        type: 'answer',
        item,
        said:
          item === 'devices' ? laptop : item === 'signingDeadline' ? null : isChoice ? (keys[item] ?? 'clean') : said,
      })
    }
  }
}

/** A chat whose case waits at a question, the dialogue with it. */
async function waitingAt(key: string | undefined, procedure: 'reactivation' | 'lost-authenticator' = 'reactivation') {
  const chat = new TestChat()
  await chat.say('/bantuan')
  await open(chat, procedure, key)
  await chat.work()
  return chat
}

async function open(chat: TestChat, procedure: 'reactivation' | 'lost-authenticator', key: string | undefined) {
  const id = chat.ports.newId()
  const casework = new Casework([], chat.ports.agencies, chat.now)
  casework.open({ id, number: `PANDU-2026-00000${procedure.length}-T`, procedure, chat: chat.ref, language: 'id' })
  const filled = fill(casework, chat, id, key)
  const { changes } = casework.harvest(chat.ports)
  const known = await chat.ports.ledger.chat(chat.ref)
  if (known === undefined) throw new Error('the chat is not known')
  const state = { ...known.state, focus: id }
  await chat.ports.ledger.commit([
    { chat: { ...known, state }, changes, owed: [], knocks: [{ chat: chat.ref, caseId: id }] },
  ])
  return filled
}

async function run(
  chat: TestChat,
  order: readonly Step[],
  message: () => Promise<unknown>,
  change: () => Promise<unknown>,
) {
  for (const step of order) {
    if (step === 'message') await message()
    else if (step === 'change') await change()
    else if (step === 'turn') await chat.turn()
    else await chat.deliver()
  }
  await chat.work()
}

/** What each field may hold: nothing, or the value that was sent for exactly that field. */
function expectOwnValues(c: Case, where: string): void {
  const own: Readonly<Record<string, unknown>> = {
    agency: 'diy',
    signingDeadline: null,
    name: 'Rahayu Wulandari',
    employment: 'pns',
    nip: '198504122010012005',
    nik: '3404015204850001',
    email: 'rahayu@jogjaprov.go.id',
    phone: '+6281234567890',
    unit: 'Bidang Informatika',
    position: 'Analis',
    noticedOn: { date: '2026-11-20' },
    devices: laptop,
    'scannedAt.1': { date: '2026-11-21', time: '10:00' },
    passwordChangedAt: { date: '2026-11-21', time: '15:00' },
    lossReason: 'app-deleted',
    lostOn: { date: '2026-11-19' },
    forwarding: 'clean',
    filters: 'clean',
    sessions: 'clean',
    recovery: 'clean',
  }
  for (const [item, answer] of Object.entries(c.answers))
    expect({ where, item, answer }).toEqual({ where, item, answer: own[item] })
}

const typed: Readonly<Record<string, string>> = {
  ...goodAnswers,
  lostOn: '19 November 2026',
  lossReason: 'aplikasi terhapus',
}

describe('The next answer never lands in a wrong field', () => {
  const after = ['scannedAt.1', 'passwordChangedAt', 'forwarding', 'recovery']
  it.each(after)('when a check finds something while the dialogue waits at %s', async (key) => {
    for (const order of interleavings(4)) {
      const chat = await waitingAt(key)
      const { id } = await chat.case()
      const refuse = { type: 'refuse-evidence', fileId: 'file-antivirus-scan.1', code: 'BLURRY' } as const
      await run(
        chat,
        order,
        () => chat.arrive({ text: typed[key] }),
        () => chat.command('house', refuse, id),
      )
      expectOwnValues(await chat.case(), order.join(' '))
      expect(nextQuestion(await chat.case())?.key, order.join(' ')).toBe('antivirus-scan.1')
      const question = chat.shown.findLast(({ asks }) => asks)
      expect(question?.text, order.join(' ')).toContain('Bukti full scan')
    }
  })

  it('when a check finds something while a picture of another item is on its way', async () => {
    for (const order of interleavings(4)) {
      const chat = await waitingAt('email-password-change')
      const { id } = await chat.case()
      const refuse = { type: 'refuse-evidence', fileId: 'file-antivirus-scan.1', code: 'BLURRY' } as const
      let sent = 0
      const photo = async () => {
        sent = await chat.arrive({ photo: [{ file_id: 'password-proof', file_size: 5 }] })
      }
      await run(chat, order, photo, () => chat.command('house', refuse, id))
      const strays = (await chat.case()).evidence['antivirus-scan.1']?.filter(
        ({ source }) => source === 'password-proof',
      )
      const question = chat.shown.find(({ asks, text }) => asks && text.includes('Bukti full scan'))
      // A picture that was sent with the new question on the screen is an answer to it.
      const isSeen = (question?.id ?? Number.POSITIVE_INFINITY) < sent
      expect(strays?.length, order.join(' ')).toBe(isSeen ? 1 : 0)
    }
  })

  const others = procedureOf('lost-authenticator').asks.filter((ask) => !['agency', 'each-device'].includes(ask))
  it.each(others)('when a verifier returns an item while the dialogue of another case waits at %s', async (key) => {
    for (const order of interleavings(4)) {
      const chat = await waitingAt(undefined)
      const first = await submitted(chat)
      await open(chat, 'lost-authenticator', key)
      await chat.work()
      const giveBack = async () => {
        await chat.command(
          verifier,
          {
            type: 'judge',
            verdicts: [
              { item: 'name', ok: false, reason: 'R03' },
              { item: 'nik', ok: false, reason: 'R01' },
            ],
          },
          first,
        )
        await chat.command(verifier, { type: 'return' }, first)
      }
      await run(chat, order, () => chat.arrive({ text: typed[key] }), giveBack)
      const where = order.join(' ')
      const cases = await chat.ports.ledger.find({ limit: 9 })
      for (const c of cases) expectOwnValues(c, where)
      const returned = cases.find(({ id }) => id === first)
      expect(returned?.owed, where).toEqual(['name', 'nik'])
    }
  })

  it('when a verifier asks for the name while a word to nobody is on its way', async () => {
    for (const order of interleavings(4)) {
      const chat = await waitingAt(undefined)
      const id = await submitted(chat)
      let sent = 0
      const message = async () => {
        sent = await chat.arrive({ text: 'Terima kasih' })
      }
      const giveBack = async () => {
        await chat.command(verifier, { type: 'judge', verdicts: [{ item: 'name', ok: false, reason: 'R03' }] }, id)
        await chat.command(verifier, { type: 'return' }, id)
      }
      await run(chat, order, message, giveBack)
      const question = chat.shown.find(({ asks, text }) => asks && text.includes('Siapa nama lengkap'))
      // What was sent with the question on the screen is its answer, whatever it says.
      const isSeen = (question?.id ?? Number.POSITIVE_INFINITY) < sent
      expect((await chat.case()).answers.name, order.join(' ')).toBe(isSeen ? 'Terima kasih' : 'Rahayu Wulandari')
    }
  })

  it('when the corrections of a returned case come while a file of it is still refused', async () => {
    for (const order of interleavings(4)) {
      const chat = await waitingAt(undefined)
      const id = await submitted(chat)
      await chat.command(
        verifier,
        {
          type: 'judge',
          verdicts: [
            { item: 'antivirus-scan.1', ok: false, reason: 'R17' },
            { item: 'unit', ok: false, reason: 'R06' },
            { item: 'position', ok: false, reason: 'R06' },
          ],
        },
        id,
      )
      await chat.command(verifier, { type: 'return' }, id)
      await chat.work()
      await chat.say('Bidang Informatika')
      expect(chat.last.text).toContain('jabatan')
      const file = (await chat.case()).evidence['email-password-change']?.[0]?.id ?? ''
      await run(
        chat,
        order,
        () => chat.arrive({ text: 'Analis' }),
        () => chat.command('house', { type: 'refuse-evidence', fileId: file, code: 'BLURRY' }, id),
      )
      expectOwnValues(await chat.case(), order.join(' '))
    }
  })
})

/** Sends the case in focus and has a verifier take it. @returns its id */
async function submitted(chat: TestChat): Promise<string> {
  const { id, evidence } = await chat.case()
  for (const { id: fileId } of Object.values(evidence).flat().slice(0, 1)) {
    const stored = { sha256: fileId, type: 'jpeg', pages: 1, sizeBytes: 1 }
    await chat.command('house', { type: 'store-evidence', fileId, stored, remarks: [] })
  }
  const last = Object.values((await chat.case()).evidence)
    .flat()
    .at(-1)
  if (last?.state === 'pending')
    await chat.command('house', {
      type: 'store-evidence',
      fileId: last.id,
      stored: { sha256: 'x', type: 'jpeg', pages: 1, sizeBytes: 1 },
      remarks: [],
    })
  await chat.say('kirim')
  await chat.command(verifier, { type: 'claim' }, id)
  await chat.work()
  return id
}
