import { describe, expect, it } from 'vitest'
import { at, Story, sari, system } from '../case/given.ts'
import { deskWorld, nik, nip, number, rina, signedIn } from './desk-fixture.ts'
import { page, theCase } from './review-fixture.ts'

const unknown = { isKnown: false, differs: [], hasPhone: false } as const

async function claimed(facts: object = unknown, tell: (story: Story) => unknown = () => {}) {
  const world = await deskWorld()
  const story = new Story('passphrase-reset').filled()
  tell(story)
  story.submitted().when({ type: 'consult-roster', facts: { ...unknown, ...facts } }, system)
  await world.keep(story.when({ type: 'claim' }, sari))
  return { world, story, browser: await (await signedIn(world, 'sari')).get(page) }
}

const decree = {
  'roster-nip': nip,
  'roster-nik': nik,
  'roster-name': 'Rina Wulandari',
  'roster-email': 'rina.wulandari@jogjaprov.go.id',
  'roster-phone': '0812 3456 7890',
  'roster-employment': 'pns',
  'roster-unit': 'Bidang Aplikasi',
  'roster-position': '',
}

describe('a claim that nothing shows', () => {
  it('is said to be unproved, with why there is no code', async () => {
    const { browser } = await claimed(unknown, (story) => story.when({ type: 'waive-code', because: 'newcomer' }))
    expect(browser.text).toContain('IDENTITAS BELUM TERBUKTI (pegawai baru atau baru pindah)')
    expect(browser.text).toContain('Tambahkan ke daftar pegawai')
  })

  it('offers no form while the person is on record', async () => {
    const { browser } = await claimed({ isKnown: true })
    expect(browser.text).not.toContain('Tambahkan ke daftar pegawai')
  })

  it('is added to the roster from the decree, on record, and looked up anew', async () => {
    const { world, browser } = await claimed()
    await forget(world)
    await browser.post(`${page}/add-to-roster`, decree)
    expect(browser.text).toContain('Ditambahkan ke daftar pegawai')
    expect(await world.ports.directory.rosterByNip(nip)).toMatchObject({ agency: 'diy', phone: '+6281234567890' })
    const { id } = await theCase(world)
    expect(world.accesses).toContainEqual({ staffId: 'sari', caseId: id, what: 'number', ref: 'roster-line', at })
    const owed = await world.ports.outbox.claim('work', 10, at, 1000)
    expect(owed.map(({ kind }) => kind)).toContain('consult-roster')
  })

  it('hears in a sentence what is wrong with the line, and keeps what was typed', async () => {
    const { world, browser } = await claimed()
    await forget(world)
    await browser.post(`${page}/add-to-roster`, { ...decree, 'roster-email': 'rina@gmail.com', 'roster-name': 'R1na' })
    expect(browser.text).toMatch(/Email dinas: .*jogjaprov/)
    expect(browser.text).toMatch(/Nama: /)
    expect(browser.page).toContain('value="rina@gmail.com"')
    expect(await world.ports.directory.rosterByNip(nip)).toBeUndefined()
  })

  it('adds nobody but who is claimed', async () => {
    const { world, browser } = await claimed()
    await forget(world)
    await browser.post(`${page}/add-to-roster`, { ...decree, 'roster-nip': '199003052015031003' })
    expect(browser.text).toContain('bukan nomor yang diajukan')
    expect(await world.ports.directory.rosterByNip('199003052015031003')).toBeUndefined()
  })

  it('changes nobody who stands in the roster, so that no mailbox becomes another’s', async () => {
    const { world, browser } = await claimed()
    await browser.post(`${page}/add-to-roster`, { ...decree, 'roster-email': 'palsu@jogjaprov.go.id' })
    expect(browser.text).toContain('sudah ada di daftar pegawai')
    expect(await world.ports.directory.rosterByNip(nip)).toEqual(rina)
  })

  it('is for whoever holds the case', async () => {
    const { world } = await claimed()
    await forget(world)
    const budi = await (await signedIn(world, 'budi')).get(page)
    await budi.post(`${page}/add-to-roster`, decree)
    expect(await world.ports.directory.rosterByNip(nip)).toBeUndefined()
  })
})

describe('rivals', () => {
  it('stand side by side, those of another agency without anything of the case', async () => {
    const { world, story, browser } = await claimed()
    const other = new Story('revocation').submitted()
    await world.keepAnother(other, 'PANDU-2026-000002-A')
    const rivals = [
      { number: 'PANDU-2026-000002-A', isProved: true },
      { number: 'PANDU-2026-000003-B', isProved: false },
    ]
    await world.goOn(story.when({ type: 'note-rivals', rivals }, system))
    await browser.get(page)
    expect(browser.text).toMatch(/PANDU-2026-000002-A terbukti .*MENUNGGU VERIFIKATOR/)
    expect(browser.text).toMatch(/PANDU-2026-000003-B belum terbukti instansi lain/)
    expect(browser.page).toContain('href="/desk/cases/PANDU-2026-000002-A"')
    expect(browser.page).not.toContain('href="/desk/cases/PANDU-2026-000003-B"')
    expect(number).not.toBe('PANDU-2026-000002-A')
  })

  it('a proved one calls for a meeting or a call; an unproved one changes nothing', async () => {
    const prove = { type: 'prove', subject: { kind: 'nip', value: nip }, coolsUntil: null } as const
    const proved = await claimed({ isKnown: true }, (story) => story.when(prove, system))
    expect(proved.browser.text).toContain('terbukti lewat kode email dinas')
    expect(proved.browser.text).not.toContain('Belum dipastikan')
    for (const isProved of [false, true]) {
      const rivals = [{ number: 'PANDU-2026-000002-A', isProved }]
      await proved.world.goOn(proved.story.when({ type: 'note-rivals', rivals }, system))
      await proved.browser.get(page)
      expect(proved.browser.text.includes('Belum dipastikan')).toBe(isProved)
    }
  })

  it('a new chat is said to wait, and a meeting ends that', async () => {
    const coolsUntil = '2026-11-24T02:00:00.000Z'
    const prove = { type: 'prove', subject: { kind: 'nip', value: nip }, coolsUntil } as const
    const { browser } = await claimed({ isKnown: true }, (story) => story.when(prove, system))
    expect(browser.text).toContain('tertahan sampai Sel 24 Nov 2026, 09.00 WIB')
    await browser.post(`${page}/confirm-meeting`)
    expect(browser.text).not.toContain('tertahan sampai')
  })
})

/** The roster holds nobody of that number. */
const forget = async ({ ports }: Awaited<ReturnType<typeof deskWorld>>): Promise<void> => {
  const run = await ports.directory.startRosterImport(at)
  const line = { ...rina, nip: '197001011995031001', nik: '3404015204700099', email: 'lain@jogjaprov.go.id' }
  await run.take([{ line, lineNumber: 2, shown: { nip: '', nik: '' } }])
  await run.settle({ at, isStrict: true, isWhole: true })
  await run.end()
}
