import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LoopbackServer, sendJson } from '../../bot/simulator/wire/loopback-server.ts'
import { openClient, silent } from '../../bot/slack/clients.ts'
import { People } from '../../bot/slack/people.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'

describe('the language of a verifier', () => {
  let asked = 0
  let answer: () => unknown = () => ({})
  const server = new LoopbackServer(async (_, response) => {
    asked += 1
    const body = answer()
    // Nothing to say: the call stays open, as from a Slack in trouble.
    if (body !== undefined) sendJson(response, 200, body)
  })
  const { directory } = createMemoryStore(() => '2026-11-23T02:00:00.000Z')
  const people = () => new People(directory, openClient('xoxb-test', `${server.origin}/api/`))
  const speaking = (locale: string | undefined) => () => ({ ok: true, user: { id: 'U1', locale } })

  beforeEach(() => {
    asked = 0
    return server.start()
  })
  afterEach(() => server.stop())

  it('is English for whoever reads Slack in English, else Indonesian', async () => {
    for (const [locale, language] of [
      ['en-GB', 'en'],
      ['en-US', 'en'],
      ['id-ID', 'id'],
      [undefined, 'id'],
    ] as const) {
      answer = speaking(locale)
      expect(await people().languageOf('U1')).toBe(language)
    }
  })

  it('is asked once an hour, not at every click', async () => {
    answer = speaking('en-US')
    const known = people()
    expect([await known.languageOf('U1'), await known.languageOf('U1')]).toEqual(['en', 'en'])
    expect(asked).toBe(1)
  })

  it('is Indonesian when Slack refuses or keeps silent, and the click does not wait for it', async () => {
    answer = () => ({ ok: false, error: 'missing_scope' })
    expect(await people().languageOf('U1')).toBe('id')
    answer = () => undefined
    // Whoever waited for an answer to this one would wait for ever.
    const slackApiUrl = `${server.origin}/api/`
    const patient = new WebClient('xoxb-test', { slackApiUrl, timeout: 0, retryConfig: { retries: 0 }, logger: silent })
    expect(await new People(directory, patient).languageOf('U1')).toBe('id')
  })
})
