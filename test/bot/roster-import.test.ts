import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importRoster } from '../../bot/roster-verb.ts'
import type { VerbContext } from '../../bot/verbs.ts'
import type { RosterLine } from '../../core/agency/roster.ts'
import { rosterColumns } from '../../core/agency/roster-line.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'
import { employee } from '../bench/roster-lines.ts'
import { at, diy } from '../case/given.ts'
import { temporaryFolder } from '../folder.ts'

const folder = temporaryFolder('roster')
const path = join(folder, 'pegawai.csv')

/** An office with the agencies diy and bantul, and its command line. */
async function office() {
  const store = createMemoryStore(() => at)
  await store.directory.saveAgencies([diy, { ...diy, code: 'bantul' }])
  const run = async (text: string, ...options: readonly string[]) => {
    writeFileSync(path, text)
    return say(path, ...options)
  }
  const say = async (...args: readonly string[]) => {
    const said: string[] = []
    // Only what this verb reads of its context.
    const context = { store, now: () => at, print: (line: string) => void said.push(line) } as unknown as VerbContext
    return { exit: await importRoster(context, args), said }
  }
  return { store, run, say }
}

const [one, two, three] = [employee(1), employee(2), employee(3)]
const quoted = (cell: string) => (/[",;\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
/** The same as a file that a spreadsheet would save. */
const csv = (lines: readonly RosterLine[], separator = ',', end = '\n') =>
  [[...rosterColumns], ...lines.map((line) => rosterColumns.map((column) => line[column]))]
    .map((cells) => cells.map(quoted).join(separator))
    .join(end)

describe('pandu roster import', () => {
  it('tells of every line what became of it, by the last digits alone', async () => {
    const { run } = await office()
    expect(await run(csv([one, two, three]))).toEqual({
      exit: 0,
      said: [
        'line 2: added, NIP •••2001',
        'line 3: added, NIP •••1001',
        'line 4: added, NIP •••2001',
        '3 added, 0 changed, 0 unchanged, 0 refused',
      ],
    })
    expect(await run(csv([one, { ...two, unit: 'Lain', phone: '' }, { ...one, email: '' }]))).toEqual({
      exit: 1,
      said: [
        'line 3: changed (phone, unit), NIP •••1001',
        'line 4: refused, NIP •••2001. nip: stands in line 2 already.',
        'not in this file, NIP •••2001, diy',
        '0 added, 1 changed, 1 unchanged, 1 refused, 1 not in this file',
      ],
    })
  })

  it('changes nothing when the same file comes again', async () => {
    const { run, store } = await office()
    await run(csv([one, two]))
    expect(await run(csv([one, two]))).toEqual({
      exit: 0,
      said: ['0 added, 0 changed, 2 unchanged, 0 refused'],
    })
    expect(await store.directory.rosterByNip(one.nip)).toEqual(one)
  })

  it('speaks Indonesian when asked to', async () => {
    const { run } = await office()
    expect((await run(csv([{ ...one, agency: 'x' }]), '--language', 'id')).said).toEqual([
      'baris 2: ditolak, NIP •••2001. agency: bukan kode instansi yang dikonfigurasi (diy, bantul).',
      '0 ditambahkan, 0 diubah, 0 tidak berubah, 1 ditolak',
    ])
  })

  it('imports nothing when a line is refused and it is to be strict', async () => {
    const { run, store } = await office()
    const { exit, said } = await run(csv([one, { ...two, name: '' }]), '--strict')
    expect({ exit, last: said.at(-1) }).toEqual({
      exit: 1,
      last: '0 added, 0 changed, 0 unchanged, 1 refused, 1 not imported. Nothing was imported, because lines were refused.',
    })
    expect(await store.directory.rosterByNip(one.nip)).toBeUndefined()
  })

  it('removes others only when the file is to replace the roster', async () => {
    const { run, store } = await office()
    await run(csv([one, two]))
    expect((await run(csv([one]))).said.at(-1)).toMatch(/1 not in this file$/)
    expect(await store.directory.rosterByNip(two.nip)).toEqual(two)
    expect((await run(csv([one]), '--replace')).said.at(-1)).toMatch(/1 removed$/)
    expect(await store.directory.rosterByNip(two.nip)).toBeUndefined()
  })

  it('takes the lines of one agency alone', async () => {
    const { run, store } = await office()
    const { said } = await run(csv([one, { ...two, agency: 'bantul' }]), '--agency', 'bantul')
    expect(said).toMatchObject(
      [/line 2: refused.*--agency/, /line 3: added/, /1 added/].map((text) => expect.stringMatching(text)),
    )
    expect(await store.directory.rosterByNip(one.nip)).toBeUndefined()
  })

  it('prints one object a line as JSON, also for lines that stay, and the totals last', async () => {
    const { run } = await office()
    await run(csv([one, two]))
    const { said } = await run(csv([one, { ...three, email: 'humas@jogjaprov.go.id' }]), '--json')
    expect(said.map((line) => JSON.parse(line))).toMatchObject([
      { lineNumber: 2, outcome: 'same', nip: '•••2001', nik: '•••0001', agency: 'diy', columns: [], faults: [] },
      {
        lineNumber: 3,
        outcome: 'refused',
        faults: [{ column: 'email', code: 'role-mailbox', sentence: expect.stringMatching(/office's/) }],
      },
      { lineNumber: null, outcome: 'not-in-file', nip: '•••1001' },
      { totals: { isImported: true, added: 0, same: 1, refused: 1, 'not-in-file': 1 } },
    ])
    expect(said.join()).not.toMatch(/\d{8}/)
  })

  it('lists only the first of many whom the file does not have', async () => {
    const { run } = await office()
    await run(csv(Array.from({ length: 60 }, (_, n) => employee(n))))
    const { said } = await run(csv([employee(0)]))
    expect(said).toHaveLength(22)
    expect(said.slice(-2)).toEqual([
      'not in this file: 39 more; all of them with --json',
      '0 added, 0 changed, 1 unchanged, 0 refused, 59 not in this file',
    ])
  })

  it.each([
    ['no roster', 'nip,nama\n1,2', /^The header is wrong/],
    ['a roster of nobody', `${rosterColumns.join(';')}\n;;;;;;;;\n`, /holds nobody at all/],
    ['a fault in the middle', `${csv([one, two])}\n"`, /quotation mark near line 4/],
  ])('takes nothing of %s', async (_, text, sentence) => {
    const { run, store } = await office()
    const { exit, said } = await run(text, '--replace')
    expect(exit).toBe(2)
    expect(said).toEqual([expect.stringMatching(sentence)])
    expect(await store.directory.rosterByNip(one.nip)).toBeUndefined()
    expect(await store.directory.rosterAges()).toEqual([])
  })

  it('says how it is used, which agencies there are, and that a file is not there', async () => {
    const { say, run } = await office()
    expect(await say()).toMatchObject({
      exit: 2,
      said: [expect.stringMatching(/^usage: pandu roster import FILE\.csv/)],
    })
    expect(await say('a.csv', 'b.csv')).toMatchObject({ exit: 2 })
    expect(await say('a.csv', '--language', 'jv')).toMatchObject({ exit: 2 })
    expect(await run(csv([one]), '--agency', 'kemenag')).toEqual({
      exit: 2,
      said: ['--agency must be one of diy, bantul'],
    })
    expect(await say(join(folder, 'gone.csv'))).toEqual({ exit: 2, said: ['The file cannot be read (ENOENT).'] })
    expect(await say(folder)).toEqual({ exit: 2, said: ['The file cannot be read (EISDIR).'] })
  })
})

/** People whose cells hold whatever may stand in them. */
const people = fc
  .uniqueArray(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 25 })
  .chain((numbers) => fc.tuple(...numbers.map(person)))

function person(n: number): fc.Arbitrary<RosterLine> {
  const someone = employee(n)
  const cell = fc.stringMatching(/^[A-Za-z,;"'. \t-]{0,30}$/).map((text) => text.replace(/\s+/g, ' ').trim())
  return fc.record({
    nip: fc.constant(someone.nip),
    nik: fc.constantFrom(someone.nik, ''),
    name: fc.constantFrom('Siti Aminah', "Ni'mah A. binti Saleh", 'Dr. Budi, S.Kom., M.T.', 'Øystein Hägg'),
    email: fc.constantFrom(someone.email, ''),
    phone: fc.constantFrom(someone.phone, '', '+62274512345'),
    employment: fc.constantFrom('pns', 'pppk', 'lainnya', 'tni', 'polri'),
    unit: cell,
    position: cell,
    agency: fc.constantFrom('diy', 'bantul'),
  })
}

it('imports a file of what it holds as unchanged, however it is written', async () => {
  await fc.assert(
    fc.asyncProperty(
      people,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      async (lines, separator, end) => {
        const { run, store } = await office()
        const first = await run(csv(lines, separator, end))
        expect(first.said.at(-1)).toBe(`${lines.length} added, 0 changed, 0 unchanged, 0 refused`)
        const held = await Promise.all(lines.map(({ nip }) => store.directory.rosterByNip(nip)))
        const again = await run(`\ufeff${csv(held.flatMap((line) => line ?? []))}`)
        expect(again.said).toEqual([`0 added, 0 changed, ${lines.length} unchanged, 0 refused`])
      },
    ),
    { numRuns: 100 },
  )
})
