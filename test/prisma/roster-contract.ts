import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RosterLine } from '../../core/agency/roster.ts'
import type { ReadLine } from '../../core/agency/roster-line.ts'
import type { ImportRules, IncomingLine, LineReport } from '../../core/handling/roster-import.ts'
import type { OpenStore } from './stores.ts'

const rina: RosterLine = {
  nip: '198504122010012005',
  nik: '3404015204850001',
  name: 'Rina Wahyuni',
  email: 'rina@jogjaprov.go.id',
  phone: '+6281234567890',
  employment: 'pns',
  unit: 'Aplikasi',
  position: 'Pranata Komputer',
  agency: 'diy',
}
const agus: RosterLine = {
  ...rina,
  nip: '199003052015031003',
  nik: '3471010503900002',
  name: 'Agus Setiawan',
  email: 'agus@jogjaprov.go.id',
}
/** Works for the agency without a NIP. */
const tono: RosterLine = {
  ...rina,
  nip: '',
  nik: '3402010101900003',
  name: 'Tono',
  email: 'tono@jogjaprov.go.id',
  employment: 'lainnya',
}

type Given = RosterLine | Extract<ReadLine, { readonly faults: unknown }>
const read = (...lines: readonly Given[]) =>
  lines.map(
    (line, n): IncomingLine => ({
      lineNumber: n + 2,
      shown: { nip: '•••', nik: '•••' },
      ...('faults' in line ? line : { line }),
    }),
  )
const wrong = { faults: [{ column: 'name' as const, code: 'empty' as const }] }
const told = ({ lineNumber, outcome, columns, faults }: LineReport) =>
  [
    lineNumber ?? '-',
    outcome,
    ...columns,
    ...faults.map(({ column, code, firstLine }) => [column, code, firstLine].filter((part) => part).join(' ')),
  ].join(' ')

/** What every store promises of a roster import. */
export function importsRosters(
  name: string,
  open: () => Promise<OpenStore>,
  empty: (its: OpenStore) => Promise<unknown>,
): void {
  describe(`a roster on the ${name} store`, () => {
    let its: OpenStore
    beforeAll(async () => {
      its = await open()
    })
    afterAll(() => its.close())
    beforeEach(() => empty(its))

    it('forgets, once it is an hour old, what a killed import set aside', async () => {
      const { store, clock, sql } = its
      const killed = await store.directory.startRosterImport(clock.now())
      await killed.take(read(rina, agus))
      clock.pass(59 * 60_000)
      expect(await store.directory.sweepRoster(clock.now())).toBe(0)
      const running = await store.directory.startRosterImport(clock.now())
      await running.take(read(tono))
      clock.pass(2 * 60_000)
      // In memory nothing outlives its import.
      expect(await store.directory.sweepRoster(clock.now())).toBe(sql === undefined ? 0 : 2)
      expect(await store.directory.sweepRoster(clock.now())).toBe(0)
      expect(await running.settle({ at: clock.now(), isStrict: false, isWhole: false })).toMatchObject({ added: 1 })
      await running.end()
    })

    const run = async (lines: readonly IncomingLine[], rules: Partial<ImportRules> = {}) => {
      const { directory } = its.store
      const run = await directory.startRosterImport(its.clock.now())
      await run.take(lines)
      const totals = await run.settle({ at: its.clock.now(), isStrict: false, isWhole: false, ...rules })
      const report: string[] = []
      for await (const line of run.report()) report.push(told(line))
      await run.end()
      return { report, totals }
    }
    const importing = async (...lines: readonly Given[]) => (await run(read(...lines))).report
    const nameBy = async (nip: string) => (await its.store.directory.rosterByNip(nip))?.name

    it('takes lines and finds them by NIP, NIK and mail', async () => {
      expect(await importing(rina, agus, tono)).toEqual(['2 added', '3 added', '4 added'])
      const { directory } = its.store
      expect(await directory.rosterByNip(rina.nip)).toEqual(rina)
      expect(await directory.rosterByNik(agus.nik)).toEqual(agus)
      expect(await directory.rosterByNik(tono.nik)).toEqual(tono)
      expect(await directory.rosterByEmail(' Agus@JOGJAPROV.go.id ')).toEqual(agus)
    })

    it('finds nobody by an empty, an unknown or a wrong number', async () => {
      await importing(tono, { ...rina, nik: '', email: '' })
      const { directory } = its.store
      for (const nobody of [directory.rosterByNip(''), directory.rosterByNik(''), directory.rosterByEmail('')])
        expect(await nobody).toBeUndefined()
      expect(await directory.rosterByNip(tono.nik)).toBeUndefined()
      expect(await directory.rosterByNik(rina.nip)).toBeUndefined()
    })

    it('changes nothing when the same lines come again, and says which columns change', async () => {
      await importing(rina, agus, tono)
      expect(await importing(rina, agus, tono)).toEqual(['2 same', '3 same', '4 same'])
      expect(await importing(rina, { ...agus, phone: '', unit: 'Umum' }, tono)).toEqual([
        '2 same',
        '3 changed phone unit',
        '4 same',
      ])
      expect(await its.store.directory.rosterByNip(agus.nip)).toMatchObject({ phone: '', unit: 'Umum' })
    })

    it('refuses the second line with a number or mail of the first', async () => {
      const lines = read(
        rina,
        { ...rina, nik: agus.nik, email: '' },
        { ...agus, nik: rina.nik },
        { ...tono, nik: rina.nik },
        { ...tono, email: rina.email },
      )
      expect((await run(lines)).report).toEqual([
        '2 added',
        '3 refused nip twice 2',
        '4 refused nik twice 2',
        '5 refused nik twice 2',
        '6 refused email twice 2',
      ])
    })

    it('imports what is good beside what is refused, unless it is to be strict', async () => {
      const strict = await run(read(rina, wrong), { isStrict: true })
      expect(strict).toMatchObject({ totals: { isImported: false, held: 1, added: 0, refused: 1 } })
      expect(strict.report).toEqual(['2 held', '3 refused name empty'])
      expect(await nameBy(rina.nip)).toBeUndefined()
      const lenient = await run(read(rina, wrong))
      expect(lenient).toMatchObject({ totals: { isImported: true, held: 0, added: 1, refused: 1 } })
      expect(await nameBy(rina.nip)).toBe(rina.name)
    })

    it('gives nobody the mail or NIK of somebody whom the file leaves as they are', async () => {
      await importing(rina, agus)
      expect(await importing({ ...tono, email: rina.email }, { ...agus, nik: rina.nik })).toEqual([
        '2 refused email taken',
        '3 refused nik taken',
      ])
      expect(await its.store.directory.rosterByNip(agus.nip)).toEqual(agus)
    })

    it('lets two people exchange mail and NIK in one file', async () => {
      await importing(rina, agus)
      const [one, other] = [
        { ...rina, nik: agus.nik, email: agus.email },
        { ...agus, nik: rina.nik, email: rina.email },
      ]
      expect(await importing(one, other)).toEqual(['2 changed nik email', '3 changed nik email'])
      expect(await its.store.directory.rosterByEmail(agus.email)).toEqual(one)
    })

    it('leaves everybody in peace whom a refused line would have changed', async () => {
      await importing(rina, agus)
      // Agus's new mail is Rina's, so he keeps his old one, so Tono cannot have that.
      const { report } = await run(read({ ...agus, email: rina.email }, { ...tono, email: agus.email }))
      expect(report).toEqual(['2 refused email taken', '3 refused email taken', '- not-in-file'])
    })

    it('goes on with the line of somebody who gets a NIP', async () => {
      await importing(tono)
      const promoted = { ...tono, nip: rina.nip, employment: 'pppk' }
      expect(await importing(promoted)).toEqual(['2 changed nip employment'])
      expect(await importing(promoted)).toEqual(['2 same'])
      expect(await its.store.directory.rosterByNik(tono.nik)).toEqual(promoted)
    })

    it('tells who is not in the file, also when their line was refused, and removes nobody', async () => {
      await importing(rina, agus, tono)
      const { report, totals } = await run(read(rina, { faults: wrong.faults, nip: agus.nip }))
      expect(report).toEqual(['2 same', '3 refused name empty', '- not-in-file'])
      expect(totals).toMatchObject({ 'not-in-file': 1, removed: 0 })
      expect(await its.store.directory.rosterByNik(tono.nik)).toEqual(tono)
    })

    it('removes who is not in a file that is the whole roster, and knows them again when they come back', async () => {
      await importing(rina, agus, { ...tono, agency: 'bantul' })
      expect((await run(read(rina), { isWhole: true })).report).toEqual(['2 same', '- removed'])
      expect(await nameBy(agus.nip)).toBeUndefined()
      expect(await its.store.directory.rosterByEmail(agus.email)).toBeUndefined()
      expect((await its.store.directory.rosterByNik(tono.nik))?.agency).toBe('bantul')
      expect((await run(read({ ...agus, nip: '199003052015031004' }, rina), { isWhole: true })).report).toEqual([
        '2 added',
        '3 same',
      ])
      expect(await importing(rina, { ...agus, email: 'agus.s@jogjaprov.go.id', nik: '' })).toEqual([
        '2 same',
        '3 added',
        '- not-in-file',
      ])
    })

    it('takes no file for the whole roster in which a line was refused', async () => {
      await importing(rina, agus)
      const { report, totals } = await run(read(rina, wrong), { isWhole: true })
      expect(report).toEqual(['2 same', '3 refused name empty', '- not-in-file'])
      expect(totals).toMatchObject({ isImported: false, removed: 0 })
      expect(await nameBy(agus.nip)).toBe(agus.name)
    })

    it('lets a whole roster correct a NIP', async () => {
      await importing(rina, agus)
      const corrected = { ...agus, nip: '199003052015031004' }
      expect((await run(read(rina, corrected), { isWhole: true })).report).toEqual(['2 same', '3 added', '- removed'])
      expect(await its.store.directory.rosterByNik(agus.nik)).toEqual(corrected)
    })

    it('moves people between agencies, but not when only one agency may be touched', async () => {
      await importing(rina, { ...agus, agency: 'bantul' })
      expect((await run(read(agus), { agency: 'diy' })).report).toEqual([
        '2 refused agency stands-elsewhere',
        '- not-in-file',
      ])
      expect(await importing(agus)).toEqual(['2 changed agency', '- not-in-file'])
    })

    it('settles two files that come at once one after the other', async () => {
      const both = await Promise.all([run(read(rina, agus)), run(read(rina, { ...agus, unit: 'Umum' }))])
      const sum = (outcome: 'added' | 'changed' | 'same') => both.reduce((all, { totals }) => all + totals[outcome], 0)
      expect([sum('added'), sum('changed'), sum('same')]).toEqual([2, 1, 1])
    })

    it('keeps the age of the roster by agency', async () => {
      await importing(rina, agus, { ...tono, agency: 'bantul' })
      const first = its.clock.now()
      its.clock.pass(86_400_000)
      await run(read(rina, wrong), { isStrict: true })
      await importing(rina)
      expect(await its.store.directory.rosterAges()).toEqual([
        { agency: 'bantul', importedAt: first, lines: 1 },
        { agency: 'diy', importedAt: its.clock.now(), lines: 1 },
      ])
    })
  })
}
