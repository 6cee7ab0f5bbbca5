import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Case } from '../../core/case/case.ts'
import { dateAfter, wibMoment } from '../../core/form/calendar.ts'
import { House } from './house.ts'
import { type Person, person } from './people.ts'
import type { Requester } from './requester.ts'
import { casesIn } from './store-content.ts'

/** What the running deploy asks; the second one has other scripts too, and one question more before the first. */
const deploy = vi.hoisted(() => ({ isNew: false }))
vi.mock('../../core/procedure/registry.ts', async (original) => {
  const { procedureOf } = await original<typeof import('../../core/procedure/registry.ts')>()
  return {
    procedureOf: (name: Parameters<typeof procedureOf>[0]) => {
      const procedure = procedureOf(name)
      return deploy.isNew ? { ...procedure, asks: ['noticedOn', ...procedure.asks] } : procedure
    },
  }
})
vi.mock('../../bot/telegram/version.ts', () => ({ scriptVersion: () => (deploy.isNew ? 'v2' : 'v1') }))

const yesterday = dateAfter(wibMoment(Date.now()).date, -1)

/** What each field of a person's case may hold: what was said to exactly that field. */
const ownAnswers = ({ line }: Person): Readonly<Record<string, readonly unknown[]>> => ({
  agency: ['diy'],
  signingDeadline: [null],
  name: [line.name],
  employment: ['pns'],
  nip: [line.nip],
  nik: [line.nik],
  email: [line.email],
  phone: [line.phone],
  unit: [line.unit],
  position: [line.position],
  noticedOn: [{ date: dateAfter(yesterday, -1) }],
  lossReason: ['phone-lost'],
  lostOn: [{ date: dateAfter(yesterday, -2) }],
  devices: [[{ kind: 'computer', name: 'Laptop ASUS kantor' }]],
  'scannedAt.1': [
    { date: yesterday, time: '08:30' },
    { date: yesterday, time: '09:11' },
  ],
  passwordChangedAt: [
    { date: yesterday, time: '15:10' },
    { date: yesterday, time: '16:44' },
  ],
  forwarding: ['clean', 'cleaned'],
  filters: ['clean'],
  sessions: ['clean'],
  recovery: ['clean'],
})

function expectOwnAnswers(c: Case, one: Person): void {
  const own = ownAnswers(one)
  for (const [item, answer] of Object.entries(c.answers)) expect(own[item], item).toContainEqual(answer)
}

const early: Readonly<Record<string, string>> = {
  'scannedAt.1': `${yesterday} 09.11`,
  passwordChangedAt: `${yesterday} 16.44`,
  forwarding: 'Ada, sudah saya hapus',
}
const people = [...Object.keys(early), 'email-password-change'].map((key, n) => ({
  key,
  one: person(`${['Ami', 'Beni', 'Cici', 'Dodi'][n]} Kurnia`),
}))
const [eva, feri] = [person('Eva Kurnia'), person('Feri Kurnia')]
const letters = 'abcdefghijklmnopqrstuvwxy'
const crowd = Array.from({ length: 50 }, (_, n) => person(`Ok${letters[n % 25]}${n < 25 ? 'a' : 'i'} Kurnia`))

let house: House
beforeAll(async () => {
  house = await House.open()
})
afterAll(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

describe('A check finds something while the dialogue waits at another question', () => {
  beforeAll(async () => {
    const fill = async ({ one }: { one: Person }) => {
      const user = house.requester(one)
      await user.opens()
      await user.answersAll({ except: ['antivirus-scan.1'] })
    }
    await Promise.all(people.map(fill))
  })

  it.each(people)('$key: what was said to it is filed there or nowhere, whenever it came', async ({ key, one }) => {
    const user = house.requester(one)
    const says = () => (early[key] === undefined ? user.sends('webmail') : user.writes(early[key]))
    for (const moment of ['while it is not shown', 'while it is being sent', 'after it was shown', 'before'] as const) {
      // A picture sent with the new question on the screen is an answer to that.
      if (early[key] === undefined && (moment === 'while it is being sent' || moment === 'after it was shown')) continue
      const check = await sendsBrokenFile(user)
      expect((await user.answersAll({ except: [key] })).key).toBe(key)
      if (moment === 'before') {
        await says()
        await user.reads(/Langkah|Berkas diterima/)
        await check.ends()
        await user.isAsked('antivirus-scan.1')
      } else if (moment === 'after it was shown') {
        await check.ends()
        await user.isAsked('antivirus-scan.1')
        await says()
        await user.reads('Mohon kirim gambar atau PDF')
      } else {
        const asking = holdsMessages(user, moment === 'while it is not shown' ? 1 : 2)
        await check.ends()
        await asking.isHeld()
        await says()
        house.world.telegram.faults.release()
        await user.reads(/datang sebelum pertanyaan ini tampil|Mohon kirim gambar atau PDF/)
      }
    }
    expect((await user.answersAll()).key).toBe('check')
  })

  /** Proves the scan with a picture that cannot be read; its check ends when it is told to. */
  async function sendsBrokenFile(user: Requester): Promise<{ ends(): Promise<void> }> {
    const { telegram } = house.world
    const from = telegram.calls.length
    telegram.faults.next({ kind: 'hold' }, { method: 'getFile' })
    await user.sends('broken')
    await user.reads('Berkas diterima')
    await user.pressesButton('done')
    return {
      async ends() {
        await telegram.waitForCall(
          ({ index, method, status }) => index >= from && method === 'getFile' && status === 'held',
        )
        telegram.faults.release()
      },
    }
  }

  /** Keeps Telegram's answers to the next messages to this person back, one by one. */
  function holdsMessages({ phone }: Requester, count: number): { isHeld(): Promise<void> } {
    const { telegram } = house.world
    let from = telegram.calls.length
    telegram.faults.next({ kind: 'hold' }, { method: 'sendMessage', target: phone.user.id, times: count })
    return {
      async isHeld() {
        for (let left = count; left > 0; left -= 1) {
          const { index } = await telegram.waitForCall(
            (call) => call.index >= from && call.method === 'sendMessage' && call.status === 'held',
          )
          from = index + 1
          if (left > 1) telegram.faults.release()
        }
      },
    }
  }
})

describe('A verifier returns an item', () => {
  const lost = 'lost-authenticator'

  /** Asks for the name and the position of a sent case once more. */
  async function returns(number: string): Promise<void> {
    const sari = await house.verifier('sari')
    const modal = await sari.reviews(number)
    await modal.uncheck('clean:0', 'name')
    await modal.uncheck('clean:1', 'position')
    await sari.decides('return')
  }

  const metrics = async () => (await fetch(`${house.url}/metrics`)).text()

  it('and before its question is shown, for Telegram asks for silence, the requester writes a word: it is no name', async () => {
    const user = house.requester(eva)
    const number = await user.applies({ procedure: lost })
    await user.sees('Nomor pengajuan Anda')
    const { telegram } = house.world
    const from = telegram.calls.length
    const aim = { method: 'sendMessage', target: user.phone.user.id }
    const isAt = (status: 'held' | 429) =>
      telegram.waitForCall((call) => call.index >= from && call.method === 'sendMessage' && call.status === status)
    telegram.faults.next({ kind: 'hold' }, aim)
    telegram.faults.next({ kind: 'rate-limit', retryAfterS: 2 }, aim)
    await returns(number)
    await isAt('held')
    telegram.faults.release()
    await isAt(429)
    await vi.waitFor(async () =>
      expect(await metrics()).toMatch(/outbox_pending\{lane="interactive",state="due"\} [1-9]/),
    )
    user.writes('Terima kasih banyak')
    await user.reads('datang sebelum pertanyaan ini tampil')
    await user.isAsked('name')
  })

  it('while the dialogue waits at a question of another case: the next answer belongs to that one', async () => {
    const user = house.requester(feri)
    const number = await user.applies({ procedure: lost })
    await user.opens()
    await user.answersAll({ except: ['position'] })
    await returns(number)
    await user.sees(`GILIRAN ANDA · ${number}`)
    user.writes('Kepala Seksi')
    expect((await user.asked()).key).toBe('noticedOn')
    await user.answersAll({ except: ['devices'] })
  })
})

describe('A deploy that inserts a question while fifty dialogues are open', () => {
  const stops = ['name', 'employment', 'nip', 'nik', 'email', 'phone', 'unit', 'position', 'lossReason', 'lostOn']
  const stopOf = (n: number) => stops[n % stops.length] ?? 'name'

  it('mixes no field, though everybody answers the question that stood there while the program was away', async () => {
    const users = crowd.map((one) => house.requester(one))
    const asked = await Promise.all(
      users.map(async (user, n) => {
        await user.opens('lost-authenticator')
        return user.answersAll({ except: [stopOf(n)] })
      }),
    )
    await house.stop()
    for (const [n, user] of users.entries()) if (asked[n]) await user.answers(asked[n])
    deploy.isNew = true
    await house.start()
    await Promise.all(users.map((user) => user.isAsked('noticedOn')))
    await Promise.all(users.map((user) => user.answersAll()))
  })
})

describe('What was said before and after all of this stands in the store', () => {
  let cases: readonly Case[]
  const of = ({ line }: Person) => cases.filter(({ answers }) => answers.nik === line.nik)
  const onlyOneOf = (one: Person): Case => {
    const [c, ...others] = of(one)
    if (c === undefined) throw new Error(`${one.firstName} has no case`)
    expect(others).toEqual([])
    return c
  }
  beforeAll(async () => {
    await house.stop()
    cases = await casesIn(house.config)
  })

  it('where a check found something: each in its own field, each file with its own proof', () => {
    for (const { one } of people) {
      const c = onlyOneOf(one)
      expectOwnAnswers(c, one)
      expect(c.evidence['antivirus-scan.1']?.map(({ name }) => name)).not.toContain('webmail.jpg')
      expect(c.evidence['email-password-change']?.every(({ name }) => name === 'webmail.jpg')).toBe(true)
    }
  })

  it('where a verifier returned an item: what was asked is still owed, and the other case has its own answer', () => {
    for (const c of of(eva)) expectOwnAnswers(c, eva)
    const [returned, other] = of(feri).toSorted((a, b) => a.number.localeCompare(b.number))
    expect(returned).toMatchObject({ status: 'needs-correction', owed: ['name', 'position'] })
    expect(returned?.answers.position).toBe(feri.line.position)
    expect(other?.answers).toMatchObject({ position: 'Kepala Seksi', name: feri.line.name })
  })

  it('where a deploy inserted a question: all thirteen answers, none of them mixed', () => {
    for (const one of crowd) {
      const c = onlyOneOf(one)
      expectOwnAnswers(c, one)
      expect(Object.keys(c.answers)).toHaveLength(13)
    }
  })
})
