import { describe, expect, it } from 'vitest'
import { TestChat } from './chat.ts'
import { openReactivation, submitReactivation } from './play-through.ts'

describe('The interview', () => {
  it('greets with six ways in, in five rows of a phone', async () => {
    const chat = new TestChat()
    await chat.say('/start')
    expect(chat.last.text).toContain('tidak pernah meminta passphrase')
    expect(chat.last.buttons).toHaveLength(6)
  })

  it('tells what is needed before question 1, then asks it', async () => {
    const chat = new TestChat()
    await openReactivation(chat)
    const [intro, first] = chat.shown.slice(-2)
    expect(intro?.text).toMatch(/\(1\) full scan.*\(2\) ganti kata sandi.*\(3\) reset authenticator/s)
    expect(first?.text).toContain('Langkah 1 dari')
    expect(first?.text).toContain('BELUM TERKIRIM')
    expect(first?.asks).toBe(true)
  })

  it('walks from the first word to a sent case', async () => {
    const chat = new TestChat()
    await submitReactivation(chat)
    expect((await chat.case()).status).toBe('submitted')
  })
})
