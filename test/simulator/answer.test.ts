import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../folder.ts'
import { bringDatabase } from '../journeys/born-database.ts'
import { type RunningProgram, startProgram } from '../journeys/program.ts'

describe('Whoever answers a mail in the simulator', () => {
  let program: RunningProgram
  beforeAll(async () => {
    const dataDir = temporaryFolder('answer')
    await bringDatabase(dataDir)
    program = await startProgram({ dataDir })
  }, 90_000)
  afterAll(() => program?.kill())

  it('finds it at the desk of the agent', async () => {
    const from = { Origin: program.url }
    const post = (path: string, fields: Record<string, string> = {}) =>
      fetch(`${program.url}${path}`, { method: 'POST', headers: from, body: new URLSearchParams(fields) })
    await post('/desk/link', { email: 'dewi.lestari@bsre.example' })
    await vi.waitFor(
      async () => expect(await (await fetch(`${program.url}/simulator/mail/live`)).text()).toContain('id="mail-0"'),
      { timeout: 20_000, interval: 200 },
    )
    expect((await post('/simulator/mail/0/answer', { answer: 'Mohon penjelasan lagi' })).status).toBeLessThan(400)
    const signing = await fetch(`${program.url}/simulator/desk`, {
      method: 'POST',
      headers: from,
      body: new URLSearchParams({ staff: 'uagent1' }),
      redirect: 'manual',
    })
    const token = new URL(signing.headers.get('location') ?? '', program.url).searchParams.get('t') ?? ''
    const login = await fetch(`${program.url}/desk/login`, {
      method: 'POST',
      headers: from,
      body: new URLSearchParams({ t: token }),
      redirect: 'manual',
    })
    const cookie = login.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    await vi.waitFor(
      async () => {
        const page = await (await fetch(`${program.url}/desk/mail`, { headers: { Cookie: cookie } })).text()
        expect(page).toContain('Mohon penjelasan lagi')
      },
      { timeout: 20_000, interval: 500 },
    )
  }, 150_000)
})
