import { expect, it } from 'vitest'
import { staffAbsent } from '../../bot/absence-verb.ts'
import { agencyCoverage } from '../../bot/coverage-verb.ts'
import { addStaff, removeStaff, signOutStaff } from '../../bot/staff-verbs.ts'
import type { VerbContext } from '../../bot/verbs.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { at, dewi, diy, Story } from '../case/given.ts'
import { deskSession } from '../prisma/desk-contract.ts'

function office() {
  const store = createMemoryStore(() => at)
  const said: string[] = []
  // Only what these verbs read of the ports.
  const ports = {
    ...store,
    agencies: [diy],
    has: { slack: false, mail: false },
    now: () => at,
    newId: () => 'absence-1',
    wake: () => {},
  } as unknown as Ports
  const context: VerbContext = {
    store,
    ports: async () => ports,
    publicUrl: 'http://desk',
    isImitated: true,
    now: () => at,
    newToken: () => 't',
    print: (line) => void said.push(line),
  }
  return { store, context, said }
}

it('takes an absence down with its deputy, says what is wrong with one, and ends it', async () => {
  const { store, context, said } = office()
  const person = { role: 'verifier', agencies: ['diy'], slackUser: null, removedAt: null } as const
  for (const id of ['sari', 'budi'])
    await store.directory.saveStaff({ ...person, id, name: id, email: `${id}@x.go.id` })
  const days = ['sari@x.go.id', '--from', '2026-12-01', '--until']
  expect(await staffAbsent(context, ['sari@x.go.id'])).toBe(2)
  expect(await staffAbsent(context, [...days, '2026-11-30'])).toBe(2)
  expect(await staffAbsent(context, [...days, '2026-12-02', '--deputy', 'nobody@x.go.id'])).toBe(1)
  expect(await store.directory.absencesFrom('2026-11-23')).toEqual([])
  expect(await staffAbsent(context, [...days, '2026-12-02', '--deputy', 'budi@x.go.id'])).toBe(0)
  expect(await store.directory.absencesFrom('2026-11-23')).toMatchObject([{ from: '2026-12-01', deputyId: 'budi' }])
  expect(await agencyCoverage(context)).toBe(0)
  expect(await staffAbsent(context, ['sari@x.go.id', '--end'])).toBe(0)
  expect(await staffAbsent(context, ['sari@x.go.id', '--end'])).toBe(1)
  expect(said.at(-1)).toBe('That verifier is not away.')
})

it('tells which agency has too few verifiers', async () => {
  const { store, context, said } = office()
  await store.directory.saveAgencies([diy])
  expect(await agencyCoverage(context)).toBe(1)
  expect(said).toEqual([
    expect.stringContaining('diy\t0 active verifiers on 2026-11-23'),
    expect.stringContaining('diy\tno active agent'),
  ])
})

it('adds nobody without telling every fault of the options', async () => {
  const { context, said } = office()
  expect(await addStaff(context, ['--role', 'boss', '--slack', 'sari'])).toBe(2)
  expect(said).toHaveLength(5)
})

it('takes agencies one by one or in one breath, and changes an entry by mail and role', async () => {
  const { store, context, said } = office()
  await store.directory.saveAgencies([diy, { ...diy, code: 'bantul' }])
  const sari = ['--role', 'verifier', '--name', 'Sari', '--email', 'Sari@jogjaprov.go.id']
  expect(await addStaff(context, [...sari, '--agency', 'diy', 'bantul'])).toBe(0)
  expect(await addStaff(context, [...sari, '--agency', 'diy', '--slack', 'U1'])).toBe(0)
  expect(said.map((line) => line.split('\t')[1])).toEqual(['added', 'changed'])
  expect(await store.directory.staffByEmail('sari@jogjaprov.go.id')).toMatchObject([
    { agencies: ['diy'], slackUser: 'U1' },
  ])
})

it.each([
  ['verifier', 'sari', () => new Story().claimed(), { status: 'submitted', verifier: null }],
  [
    'agent',
    'dewi',
    () => new Story().sent().when({ type: 'take' }, dewi),
    { status: 'with-contact-center', agent: null },
  ],
] as const)('hands back what a removed %s holds', async (role, id, story, after) => {
  const { store, context, said } = office()
  await store.directory.saveStaff({
    id,
    role,
    agencies: ['diy'],
    name: id,
    email: `${id}@x.go.id`,
    slackUser: null,
    removedAt: null,
  })
  const { case: c, events } = story()
  await store.ledger.commit([{ changes: [{ before: undefined, after: c, events }], owed: [], knocks: [] }])
  expect(await removeStaff(context, [`${id}@x.go.id`])).toBe(0)
  expect(said).toEqual([expect.stringContaining('1 removed, 1 cases handed back')])
  expect(await store.ledger.caseById(c.id)).toMatchObject(after)
  expect(await removeStaff(context, [`${id}@x.go.id`])).toBe(1)
})

const desk = async () => {
  const all = office()
  await all.store.directory.saveAgencies([diy, { ...diy, code: 'bantul' }])
  const sari = ['--role', 'verifier', '--name', 'Sari', '--email', 'sari@x.go.id']
  await addStaff(all.context, [...sari, '--agency', 'diy', 'bantul'])
  const [staff] = await all.store.directory.staff()
  const staffId = staff?.id ?? ''
  await all.store.deskAccess.saveSession('token', deskSession({ staffId }))
  await all.store.deskAccess.saveLink('link', staffId, '2027-01-01T00:00:00.000Z')
  const open = async () => [
    (await all.store.deskAccess.session('token', at)) !== undefined,
    await all.store.deskAccess.isLinkGood('link', at),
  ]
  return { ...all, sari, open }
}

it('signs somebody out of every device and spends their links, and takes no right away', async () => {
  const { context, store, said, open } = await desk()
  expect(await signOutStaff(context, ['nobody@x.go.id'])).toBe(1)
  expect(await open()).toEqual([true, true])
  expect(await signOutStaff(context, ['sari@x.go.id'])).toBe(0)
  expect(said.at(-1)).toContain('1 devices signed out')
  expect(await open()).toEqual([false, false])
  expect(await store.directory.staff()).toMatchObject([{ agencies: ['diy', 'bantul'], removedAt: null }])
})

it('ends devices and links at once when an agency or the whole role is taken away, and not when one is added', async () => {
  const more = await desk()
  await more.store.directory.saveAgencies([diy, { ...diy, code: 'bantul' }, { ...diy, code: 'sleman' }])
  await addStaff(more.context, [...more.sari, '--agency', 'diy', 'bantul', 'sleman'])
  expect(await more.open()).toEqual([true, true])
  await addStaff(more.context, [...more.sari, '--agency', 'diy', 'sleman'])
  expect(await more.open()).toEqual([false, false])
  const gone = await desk()
  await removeStaff(gone.context, ['sari@x.go.id'])
  expect(await gone.open()).toEqual([false, false])
})

it('notes what somebody knows best, and refuses what is no procedure', async () => {
  const { store, context, said } = office()
  await store.directory.saveAgencies([diy])
  const person = ['--role', 'agent', '--agency', 'diy', '--name', 'Ika', '--email', 'ika@x.go.id']
  expect(await addStaff(context, [...person, '--skill', 'tea'])).toBe(2)
  expect(said.at(-1)).toContain('--skill must name procedures (reactivation,')
  expect(await addStaff(context, [...person, '--skill', 'revocation,question', '--skill', 'reactivation'])).toBe(0)
  const [ika] = await store.directory.staffByEmail('ika@x.go.id')
  expect(ika?.skills).toEqual(['reactivation', 'revocation', 'question'])
  expect(await addStaff(context, person)).toBe(0)
  expect((await store.directory.staffByEmail('ika@x.go.id'))[0]?.skills).toBeUndefined()
})
