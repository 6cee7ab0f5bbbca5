import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seedDemo } from '../../bot/seed.ts'
import { people } from '../../bot/simulator/page/people.ts'
import { pageText } from '../../bot/text/simulator-page.ts'
import type { RosterLine } from '../../core/agency/roster.ts'
import type { Staff } from '../../core/agency/staff.ts'
import type { Directory } from '../../core/handling/directory.ts'
import { openPage, origin, type PageWorld } from './page-fixture.ts'

let at: PageWorld

beforeEach(async () => {
  at = await openPage(async (staffId) => `https://pandu.example.go.id/desk/login?t=for-${staffId}`)
})
afterEach(() => at.stop())

describe('the page of the simulator', () => {
  it('shows phone, workspace and mailbox, in Indonesian first and in English on wish', async () => {
    const page = await at.html('/simulator')
    for (const text of [pageText.phone, pageText.slack, pageText.mail, pageText.desk]) expect(page).toContain(text.id)
    expect(page).toContain('lang="id"')
    const english = await at.get('/simulator?lang=en')
    expect(await english.text()).toContain(pageText.phone.en)
    const cookie = english.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await (await at.get('/simulator', { cookie })).text()).toContain('lang="en"')
  })

  it('runs nothing but its own scripts and styles', async () => {
    const { headers } = await at.get('/simulator')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'.*style-src 'self'/)
    const page = await at.html('/simulator')
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=|javascript:/)
    for (const [, path = ''] of page.matchAll(/(?:src|href)="(\/simulator\/static\/[^"]+)"/g)) {
      const file = await at.get(path)
      expect([path, file.status]).toEqual([path, 200])
      expect(file.headers.get('cache-control')).toContain('immutable')
    }
  })

  it('answers only to names of this machine, whatever leads to it', async () => {
    for (const host of ['localhost:3000', '127.0.0.1', '127.3.2.1:80', '[::1]:3000'])
      expect([host, (await at.get('/simulator', { host })).status]).toEqual([host, 200])
    for (const host of [
      'evil.example',
      '127.0.0.1.evil.example',
      'localhost.evil.example:3000',
      '192.168.1.4:3000',
      '10.127.0.0',
    ])
      expect([host, (await at.get('/simulator', { host })).status]).toEqual([host, 403])
  })

  it('takes forms of its own pages only', async () => {
    const said = { person: 'rina', text: 'halo' }
    for (const headers of [
      { origin: 'http://evil.example' },
      {},
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ])
      expect((await at.post('/simulator/phone/say', said, headers)).status).toBe(403)
    expect(at.world.telegram.people.flatMap((phone) => phone.messages())).toEqual([])
    expect((await at.post('/simulator/phone/say', said, { origin })).status).toBe(204)
    expect((await at.post('/simulator/phone/say', said, { 'sec-fetch-site': 'same-origin' })).status).toBe(204)
  })

  it('refuses more than one can send', async () => {
    const form = new FormData()
    form.set('file', new File([Buffer.alloc(41 * 1024 * 1024)], 'besar.bin'))
    const answer = await at.post('/simulator/phone/send', form)
    expect([answer.status, await answer.text()]).toEqual([413, pageText.tooLarge.id])
  })

  it('leads to the desk of this server by a link made for that member of staff', async () => {
    const answer = await at.post('/simulator/desk', { staff: 'uagent1' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/login?t=for-uagent1'])
    expect((await at.post('/simulator/desk', { staff: 'somebody' })).status).toBe(503)
  })

  it('has people whom the roster of the sample agency knows, and one whom it does not', async () => {
    const lines = await seededRoster()
    const known = (key: string) => {
      const { facts } = people.find((one) => one.key === key)!
      return lines.find(({ nip }) => nip === facts.nip)
    }
    for (const key of ['rina', 'agus']) {
      const { facts } = people.find((one) => one.key === key)!
      const { name, nik, email, unit, position, phone } = known(key)!
      expect({ ...facts, phone: facts.phone.replace(/^0/, '+62') }).toMatchObject({
        name,
        nik,
        email,
        unit,
        position,
        phone,
      })
    }
    expect(known('joko')?.name).toBe('Rina Wahyuni')
    expect(known('maya')).toBeUndefined()
  })

  it('tells open pages which part to draw anew, and ends with the program', async () => {
    const reader = (await at.get('/simulator/live')).body!.getReader()
    const next = async () => new TextDecoder().decode((await reader.read()).value)
    expect(await next()).toContain('event: phone')
    at.world.telegram.person({ id: 7101, firstName: 'Rina' }).say('halo')
    expect(await next()).toBe('event: phone\ndata: -\n\n')
    at.world.slack.member({ id: 'UVER1' }).say('C0VERIF', 'halo')
    expect(await next()).toBe('event: slack\ndata: -\n\n')
    at.page.stop()
    expect((await reader.read()).done).toBe(true)
  })
})

/** What the seed puts into an empty directory. */
async function seededRoster(): Promise<readonly RosterLine[]> {
  const lines: RosterLine[] = []
  const directory: Pick<Directory, 'agencies' | 'saveAgencies' | 'staffById' | 'saveStaff' | 'importRoster'> = {
    agencies: async () => [],
    saveAgencies: async () => {},
    staffById: async () => undefined,
    saveStaff: async (_one: Staff) => {},
    importRoster: async (roster) => {
      lines.push(...roster)
      return []
    },
  }
  // The seed asks for nothing else.
  await seedDemo(directory as Directory)
  return lines
}
