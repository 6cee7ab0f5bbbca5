import { expect, it } from 'vitest'
import { noteWords } from '../../core/handling/note-words.ts'
import { savedViewsMax } from '../../core/handling/saved-views.ts'
import { Story, sari } from '../case/given.ts'
import { type Browser, deskWorld, nip, signedIn, staff } from './desk-fixture.ts'

const another = (n: number) => `PANDU-2026-${String(n).padStart(6, '0')}-Z`
const numbersIn = (browser: Browser) => [...browser.page.matchAll(/id="case-([^"]*)"/g)].map(([, found]) => found)
const submitted = () => new Story('lost-authenticator').submitted()

async function queue() {
  const world = await deskWorld()
  await world.keepAnother(submitted(), another(1))
  await world.keepAnother(new Story().submitted().when({ type: 'claim' }, sari), another(2))
  const noted = submitted().when({ type: 'note', text: 'Kenari biru' }, sari)
  await noteWords(world.ports, await world.keepAnother(noted, another(3)))
  const browser = await signedIn(world, 'budi')
  await browser.get('/desk')
  return { world, browser }
}

it('narrows a list to what a colleague has in hand', async () => {
  const { browser } = await queue()
  expect(numbersIn(await browser.get('/desk?view=all&holder=sari'))).toEqual([another(2)])
  expect(numbersIn(await browser.get('/desk?view=mine&holder=sari'))).toEqual([])
  expect(browser.page).toContain('<option value="sari" selected')
  expect(browser.page).not.toContain('<option value="joko"')
})

it('narrows a list to what is late, or due by the end of a day or week', async () => {
  const { world, browser } = await queue()
  const { dueAt } = (await world.ports.ledger.caseByNumber(another(1)))!
  expect(numbersIn(await browser.get('/desk?view=waiting&due=over'))).toEqual([])
  expect(numbersIn(await browser.get('/desk?view=waiting&due=week'))).toHaveLength(2)
  world.clock = new Date(Date.parse(dueAt!) + 1000).toISOString()
  const later = await signedIn(world, 'budi')
  expect(numbersIn(await later.get('/desk?view=waiting&due=over'))).toHaveLength(2)
})

it('narrows a list to the cases with certain words, within the view', async () => {
  const { world, browser } = await queue()
  expect(numbersIn(await browser.get('/desk?view=waiting&text=kenari'))).toEqual([another(3)])
  expect(numbersIn(await browser.get('/desk?view=mine&text=kenari'))).toEqual([])
  expect(numbersIn(await browser.get('/desk?view=waiting&text=merpati'))).toEqual([])
  expect(world.accesses.filter(({ what }) => what === 'search')).toHaveLength(3)
  await browser.get('/desk?view=waiting&text=kenari', { 'HX-Request': 'true' })
  expect(world.accesses.filter(({ what }) => what === 'search')).toHaveLength(3)
})

it('takes a number of a person out of the address, and says where to look for it', async () => {
  const { browser } = await queue()
  await browser.get(`/desk?view=all&text=kenari+${nip}`)
  expect(browser.page).not.toContain(nip)
  expect(numbersIn(browser)).toEqual([another(3)])
  expect(browser.text).toContain('Cari lewat kolom di atas')
})

it('keeps a list under a name, shows it beside the others, renames and deletes it', async () => {
  const { world, browser } = await queue()
  const views = () => world.ports.savedViews.viewsOf('budi')
  await browser.post('/desk/views', { query: 'view=waiting&text=kenari&after=x', name: ' Burung <b> ' })
  expect(await views()).toMatchObject([{ name: 'Burung <b>', query: 'view=waiting&text=kenari' }])
  expect(browser.text).toContain('Tampilan disimpan.')
  expect(browser.page).toContain('href="/desk?view=waiting&amp;text=kenari" aria-current="page"')
  expect(browser.page).not.toContain('Burung <b>')
  expect(numbersIn(browser)).toEqual([another(3)])
  await browser.post('/desk/views', { query: 'view=waiting&text=kenari', name: 'Kenari', id: browser.hidden('id') })
  expect(await views()).toMatchObject([{ name: 'Kenari' }])
  await browser.post('/desk/views/drop', { query: 'view=waiting&text=kenari', id: browser.hidden('id') })
  expect(await views()).toEqual([])
  expect(browser.text).toContain('Tampilan dihapus.')
})

it.each([
  ['', 'Tulis dulu nama'],
  [nip, 'tidak boleh memuat NIP'],
  ['0812 3456 7890', 'tidak boleh memuat NIP'],
  ['rina@jogjaprov.go.id', 'tidak boleh memuat NIP'],
])('keeps no view that is called %j', async (name, said) => {
  const { world, browser } = await queue()
  await browser.post('/desk/views', { query: 'view=all&checks=clean', name })
  expect(browser.text).toContain(said)
  expect(await world.ports.savedViews.viewsOf('budi')).toEqual([])
})

it('keeps no number of a person in a filter, and no address but its own', async () => {
  const { world, browser } = await queue()
  const query = `view=all&text=${nip}+kenari&status=__proto__&next=https://evil.test`
  await browser.post('/desk/views', { query, name: 'Coba' })
  expect(await world.ports.savedViews.viewsOf('budi')).toMatchObject([{ query: 'view=all&text=kenari' }])
})

it('keeps no more views than there may be, and says so', async () => {
  const { world, browser } = await queue()
  for (let n = 0; n < savedViewsMax; n += 1)
    await world.ports.savedViews.keepView(
      'budi',
      { id: `${n}`, name: `T${n}`, query: `view=all&text=k${n}` },
      world.clock,
    )
  await browser.post('/desk/views', { query: 'view=all&text=kenari', name: 'Satu lagi' })
  expect(browser.text).toContain('Hapus satu dulu')
})

it('touches no view of somebody else', async () => {
  const { world, browser } = await queue()
  await world.ports.savedViews.keepView(staff.sari.id, { id: 'hers', name: 'Miliknya', query: 'view=all' }, world.clock)
  await browser.post('/desk/views/drop', { query: 'view=all', id: 'hers' })
  await browser.post('/desk/views', { query: 'view=all&text=kenari', name: 'Rebut', id: 'hers' })
  expect(await world.ports.savedViews.viewsOf('sari')).toMatchObject([{ name: 'Miliknya' }])
  expect(browser.page).not.toContain('Miliknya')
})
