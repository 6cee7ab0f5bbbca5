import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { describeOnServer, freshServerDatabase } from '../database.ts'
import { House, type HouseOptions } from './house.ts'
import { person } from './people.ts'
import type { Requester } from './requester.ts'

// Known to the roster before the house moves in.
const rina = person('Rina Wibowo')
let house: House
afterEach(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

/** A request that was sent and cancelled again: it is over, with all that was said in it. */
async function cancels(user: Requester): Promise<string> {
  await user.opens()
  await user.answersAll()
  const number = await user.submits()
  user.writes('/batal')
  await user.pressesButton('cancel-yes')
  await user.reads('Pengajuan dibatalkan')
  return number
}

/** How many files lie sealed in the house. */
function filesIn(folder: string): number {
  const path = join(folder, 'data', 'evidence')
  if (!existsSync(path)) return 0
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(path, name)).isFile())
    .length
}

function sees(name: string, options: () => Promise<HouseOptions>): void {
  describe(`somebody who wants to be forgotten, on ${name}`, () => {
    it('sees what is stored, takes a copy along, asks to be erased, and is, with files, card and panel', async () => {
      house = await House.open(await options())
      const user = house.requester(rina)
      const number = await cancels(user)
      const sari = await house.verifier('sari')
      await sari.card(number, (text) => text.includes('DIBATALKAN'))
      expect(filesIn(house.folder)).toBeGreaterThan(0)

      user.writes('/privasi')
      expect((await user.reads('Penanggung jawab')).text).toContain('3×24')
      user.writes('/dataku')
      const listed = await user.reads('Yang kami simpan')
      expect(listed.text).toContain(`${number}`)
      expect(listed.text).not.toContain(rina.line.nip)
      await user.pressesButton('my-copy')
      const { text } = await user.reads('Salinan data Anda')
      const link = new URL(/https?:\S+/.exec(text)?.[0] ?? '')
      const token = link.searchParams.get('t') ?? ''
      const stranger = await fetch(new URL(`${link.pathname}${link.search}`, house.url))
      expect(stranger.status).toBe(200)
      const body = new URLSearchParams({ t: token })
      const download = () =>
        fetch(new URL('/desk/copy', house.url), { method: 'POST', body, headers: { Origin: house.url } })
      expect(JSON.stringify(await (await download()).json())).toContain(rina.line.nip)
      expect((await download()).status).toBe(410)

      user.writes('/hapus')
      await user.reads('Menghapus data Anda')
      await user.pressesButton('ask-erasure')
      await user.pressesButton('ask-erasure-yes')
      await user.reads('paling lambat')
      await vi.waitFor(() =>
        expect(house.world.mailbox.mails.some(({ text }) => text.includes('/desk/rights'))).toBe(true),
      )
      const dewi = await house.agent()
      await dewi.get('/desk/rights')
      expect(dewi.text).toContain(number)
      const csrf = /name="csrf" value="([^"]*)"/.exec(dewi.page)?.[1] ?? ''
      const action = /action="(\/desk\/rights\/[^"]*)"/.exec(dewi.page)?.[1] ?? ''
      await dewi.post(action, { csrf, decision: 'erased', sure: 'yes' })
      await user.reads('Data Anda sudah dihapus')
      await user.sees(`${number} · DIHAPUS`)
      await sari.card(number, (card) => card.includes('DIHAPUS'))
      await vi.waitFor(() => expect(filesIn(house.folder)).toBe(0))
      await dewi.opens(number)
      expect(dewi.text).toContain('sudah dihapus')
      expect((await house.verb('audit', 'verify')).at(-1)).toMatch(/^1 cases, \d+ events, 0 faults, 1 erased$/)

      await house.stop()
      await house.start()
      expect(await (await house.desk('budi')).queue('all')).toEqual([])
      user.writes('/kasus')
      await user.reads('belum punya pengajuan')
      expect((await house.verb('retention', '--dry-run')).at(-1)).toBe('0 would be erased.')
    })
  })
}

sees('the embedded store', async () => ({}))
describeOnServer('a PostgreSQL server', () =>
  sees('the server', async () => ({ database: await freshServerDatabase() })),
)

it('whoever has not sent anything yet is erased at a press, and begins anew in the same chat', async () => {
  house = await House.open()
  const user = house.requester(rina)
  await user.opens()
  await user.answersAll({ except: ['unit'] })
  const { number } = user
  user.writes('/hapus')
  await user.reads('Menghapus data Anda')
  await user.pressesButton('erase-drafts')
  await user.pressesButton('erase-drafts-yes')
  await user.reads('sudah dihapus, beserta jawaban')
  expect((await house.verb('audit', 'verify')).join()).toContain(`${number}\terased`)
  await user.opens()
  await user.answersAll()
  expect(await user.submits()).not.toBe(number)
})
