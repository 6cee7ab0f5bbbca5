import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createDesk } from '../../bot/desk/desk.tsx'
import type { Staff } from '../../core/agency/staff.ts'
import type { Case } from '../../core/case/case.ts'
import { dateAfter, wibMoment } from '../../core/form/calendar.ts'
import { makeDeskLink } from '../../core/handling/desk-link.ts'
import { perform } from '../../core/handling/perform.ts'
import { Browser, publicUrl } from '../desk/desk-fixture.ts'
import { textPicture } from '../lab/sample-images.ts'
import { House } from './house.ts'
import { canariesOf, person } from './people.ts'
import { type Stage, section } from './section.ts'

const [wati, yanto] = [person('Wati Lestari'), person('Yanto Susilo')]
const declared = { present: '1', stated: '1', agreed: '1' }
const patience = { timeout: 20_000, interval: 50 }

const who = ({ line }: typeof wati) => ({
  'a:name': line.name,
  'a:employment': 'pns',
  'a:nip': line.nip,
  'a:nik': line.nik,
  'a:email': line.email,
  'a:phone': line.phone,
  'a:unit': line.unit,
  'a:position': line.position,
})

const clerk: Staff = {
  id: 'clerk',
  role: 'verifier',
  agencies: ['diy'],
  name: 'Lila Loket',
  email: 'lila@staff.example',
  slackUser: null,
  removedAt: null,
}

section('At the counter: a compromised account of somebody without Telegram, told in person', (stage: () => Stage) => {
  let browser: Browser
  let path = ''
  const number = () => path.split('/').at(-1) ?? ''
  const now = (): Promise<Case> => stage().case(number())
  const day = (ago: number) => dateAfter(wibMoment(Date.now()).date, -ago).split('-').toReversed().join('-')
  const untold = async () => (await now()).counter?.untold.map(({ notice }) => notice)
  const tells = async (...notices: readonly string[]) => {
    await vi.waitFor(async () => expect(await untold()).toEqual(notices), patience)
    await browser.get(path)
    expect(browser.text).toContain('Beri tahu pegawai langsung')
    await browser.post(`${path}/act`, { act: 'tell' })
    expect(await untold()).toEqual([])
  }
  const checked = () =>
    vi.waitFor(async () => {
      const files = Object.values((await now()).evidence).flat()
      expect(files.map(({ state }) => state)).not.toContain('pending')
    }, patience)

  beforeAll(async () => {
    const { ports } = stage().program
    await ports.directory.saveStaff(clerk)
    browser = new Browser({ desk: createDesk(ports, { publicUrl }) })
    const link = await makeDeskLink(ports, publicUrl, clerk.id)
    await browser.post('/desk/login', { t: new URL(link).searchParams.get('t') ?? '' })
  })

  it('the verifier opens it, and fills it in step by step as the employee answers', async () => {
    await browser.get('/desk/counter/new/reactivation')
    await browser.post('/desk/counter/open', { procedure: 'reactivation', language: 'id' })
    path = /action="(\/desk\/counter\/PANDU-[^/"]*)\/save"/.exec(browser.page)?.[1] ?? ''
    await browser.post(`${path}/save`, { ...who(wati), 'u:signingDeadline': '1', 'a:noticedOn': day(2) })
    await browser.post(`${path}/save`, { 'k:1': 'computer', 'm:1': 'Laptop kantor' })
    expect(browser.page).toContain('name="f:antivirus-scan.1"')
    expect((await now()).answers).toMatchObject({
      nik: wati.line.nik,
      devices: [{ kind: 'computer', name: 'Laptop kantor' }],
    })
  })

  it('what the employee brought is uploaded, checked and sealed like what a chat sends', async () => {
    const [scan, change] = [await pictureOf(1200), await pictureOf(1300)]
    const answers = {
      'a:scannedAt.1': `${day(1)} 10:00`,
      'a:passwordChangedAt': `${day(1)} 12:00`,
      'a:forwarding': 'clean',
      'a:filters': 'clean',
      'a:sessions': 'cleaned',
      'a:recovery': 'clean',
    }
    await browser.sendAll(`${path}/save`, answers, {
      'f:antivirus-scan.1': scan,
      'f:email-password-change': change,
    })
    await checked()
    const files = Object.values((await now()).evidence).flat()
    expect(files.map(({ state, remarks }) => [state, remarks])).toEqual([
      ['stored', []],
      ['stored', []],
    ])
  })

  it('it is sent under the verifier’s declaration, which is a meeting; whoever sent it cannot review it', async () => {
    await browser.get(path)
    await browser.post(`${path}/send`, declared)
    expect(browser.text).toContain('Terkirim')
    expect(await now()).toMatchObject({ status: 'submitted', identity: { method: 'meeting', by: { id: 'clerk' } } })
    await browser.get(`/desk/cases/${number()}`)
    expect((await browser.post(`/desk/cases/${number()}/claim`)).status).toBe(403)
    // They stand there with the receipt: nobody needs to tell them.
    expect(await untold()).toEqual([])
  })

  it('what a colleague returns is corrected at the counter, and the employee is to be told of it', async () => {
    const { ports } = stage().program
    await vi.waitFor(async () => expect((await now()).roster).not.toBeNull(), patience)
    const { id } = await now()
    const failing = { item: 'email-password-change', ok: false, reason: 'R18' } as const
    const good = Object.keys((await now()).answers).filter((item) => item !== 'agency')
    const verdicts = [...good, 'antivirus-scan.1'].map((item) => ({ item, ok: true }))
    const outcome = await perform(
      ports,
      id,
      [{ type: 'claim' }, { type: 'judge', verdicts: [...verdicts, failing] }, { type: 'return' }],
      { staffId: 'verifier', role: 'verifier' },
    )
    expect(outcome).toMatchObject({ status: 'needs-correction' })
    await tells('returned')
    await browser.get(path)
    expect(browser.page).not.toContain(wati.line.nik)
    expect(browser.text).toContain('Hanya bagian ini yang diminta diperbaiki')
    const again = await pictureOf(1400)
    await browser.sendAll(`${path}/save`, {}, { 'f:email-password-change': again })
    await checked()
    await browser.get(path)
    await browser.post(`${path}/send`, declared)
    expect((await now()).status).toBe('submitted')
  })

  it('a colleague legalises without another meeting, the contact center answers, and each step is to be told', async () => {
    await vi.waitFor(async () => expect((await now()).roster).not.toBeNull(), patience)
    await stage().verifies(number(), { type: 'legalise', formSha256: 'f'.repeat(64), statement: 'v1' })
    await vi.waitFor(async () => expect((await now()).status).toBe('with-contact-center'), patience)
    await tells('legalised', 'sent')
    await stage().answers(number(), { type: 'approve' }, { type: 'send-link' })
    expect((await now()).status).toBe('awaiting-requester')
    await vi.waitFor(async () => expect(await untold()).toContain('link-sent'), patience)
  })

  it('whoever holds the receipt sees whose turn it is, and the last step is noted at the counter', async () => {
    const pass = (await now()).counter?.pass ?? ''
    await browser.get(`/desk/check/${number()}/${pass}`)
    expect(browser.text).toContain('Giliran Anda')
    for (const canary of canariesOf(wati)) expect(browser.page).not.toContain(canary)
    await browser.get(path)
    await browser.post(`${path}/act`, { act: 'tell' })
    await browser.get(path)
    await browser.post(`${path}/act`, { act: 'complete' })
    expect(await now()).toMatchObject({ status: 'completed', requester: expect.stringContaining('counter:clerk:') })
  })

  it('no chat heard of any of it', async () => {
    expect(stage().network.calls.filter(({ method }) => method === 'sendMessage')).toEqual([])
  })
})

describe('At the counter: from Slack to the end, with news by mail', () => {
  let house: House
  let number = ''
  const path = () => `/desk/counter/${number}`
  const csrfOf = (page: string) => /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const mailWith = (words: string) =>
    house.world.mailbox.waitForMail(
      ({ recipients, subject, text }) =>
        recipients.includes(yanto.line.email) && subject.includes(number) && text.includes(words),
    )

  beforeAll(async () => {
    house = await House.open()
  })
  afterAll(() => house.close())

  it('the verifier finds the way in by /pandu buka, and signs in to that very page', async () => {
    const sari = await house.verifier('sari')
    await sari.member.slash('/pandu buka')
    const { view } = await sari.member.waitForModal(({ view: { callback_id } }) => callback_id === 'open-for')
    const address = /"(http[^"]*\/desk\/counter\/new\/passphrase-reset)"/.exec(JSON.stringify(view))?.[1] ?? ''
    await sari.desk.get(new URL(address).pathname)
    expect(sari.desk.page).toMatch(/value="passphrase-reset" required="" checked=""/)
  })

  it('the case is filled in and sent; its number goes to the office mail, all numbers masked', async () => {
    const desk = await house.desk('sari')
    await desk.post('/desk/counter/open', { csrf: csrfOf(desk.page), procedure: 'passphrase-reset', language: 'id' })
    number = /PANDU-\d{4}-\d{6}-[A-Z]/.exec(desk.text)?.[0] ?? ''
    const answers = { ...who(yanto), 'a:trouble': 'Tautan reset tidak pernah tiba.', 'n:screenshot': '1' }
    await desk.post(`${path()}/send`, { csrf: csrfOf(desk.page), ...answers, ...declared, hears: 'mail' })
    expect(desk.text).toContain('Terkirim')
    const { text } = await mailWith('menunggu verifikator')
    expect(text).toContain('MENUNGGU VERIFIKATOR')
    expect(text).toContain(`/desk/check/${number}/`)
    expect(text).toContain('helpdesk@jogjaprov.go.id')
    for (const hidden of [yanto.line.nip, yanto.line.nik, yanto.line.phone]) expect(text).not.toContain(hidden)
    expect(text).toContain(yanto.line.nip.slice(-4))
  })

  it('a colleague settles it, and the mail says what to do next', async () => {
    const desk = await house.desk('budi')
    const page = `/desk/cases/${number}`
    await desk.get(page)
    await desk.post(`${page}/claim`, { csrf: csrfOf(desk.page), seen: seenIn(desk.page) })
    await vi.waitFor(async () => {
      await desk.get(page)
      const good = [...desk.page.matchAll(/name="(v\.[^"]*)"/g)].map(([, name = '']) => [name, 'ok'])
      await desk.post(`${page}/settle`, {
        csrf: csrfOf(desk.page),
        seen: seenIn(desk.page),
        ...Object.fromEntries(good),
        'settle-outcome': 'link-sent',
      })
      await desk.get(page)
      expect(desk.text).toContain('LANGKAH TERAKHIR DI BSrE')
    }, patience)
    expect((await mailWith('Pengajuan Anda sudah ditangani')).text).toContain('kabari loket hasilnya')
  })

  it('the employee comes back, and the counter notes that it worked', async () => {
    const desk = await house.desk('sari')
    await desk.get(path())
    await desk.post(`${path()}/act`, { csrf: csrfOf(desk.page), seen: seenIn(desk.page), act: 'complete' })
    await mailWith('Pengajuan Anda selesai.')
    expect((await house.verb('audit', 'verify')).at(-1)).toMatch(/^1 cases, \d+ events, 0 faults$/)
  })

  it('when the mailbox refuses a mail for good, the verifiers are asked to tell the employee', async () => {
    const desk = await house.desk('sari')
    house.world.mailbox.fail({ kind: 'refuse-recipient', code: 550 }, { to: yanto.line.email })
    await desk.post(`${path()}/act`, { csrf: csrfOf(desk.page), seen: seenIn(desk.page), act: 'reopen' })
    const sari = await house.verifier('sari')
    await sari.member.waitForMessage(({ text }) => text.includes('BERI TAHU LANGSUNG') && text.includes(number))
    await desk.get(path())
    expect(desk.text).toContain('Pengajuan Anda dibuka kembali')
  })

  it('nothing went wrong unseen, and Slack saw nothing of the person', () => {
    expect(house.world.violations).toEqual([])
    const given = JSON.stringify(house.world.slack.calls.map(({ payload }) => payload))
    expect(given).toContain(number)
    for (const canary of canariesOf(yanto)) expect(given).not.toContain(canary)
  })
})

/** A picture with writing on it, another one for each width. */
const pictureOf = async (width: number): Promise<Uint8Array> =>
  new Uint8Array(await textPicture({ width, height: 900, seed: width }).png().toBuffer())

const seenIn = (page: string): string => /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
