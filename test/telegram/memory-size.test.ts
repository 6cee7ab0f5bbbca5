import { describe, expect, it } from 'vitest'
import { TestChat } from './chat.ts'
import { answerUntil, openReactivation } from './play-through.ts'

const sizeOf = async (chat: TestChat) => Buffer.byteLength(JSON.stringify(await chat.memory()))
const answers = [
  'Rahayu',
  '198504122010012005',
  '3404015204850001',
  'rahayu@',
  '81234567890',
  'Bidang Informatika',
  'Analis',
]

describe('What a chat remembers', () => {
  it('stays near 500 bytes and holds no answer at every question', async () => {
    const chat = new TestChat()
    await openReactivation(chat)
    for (const key of [
      'name',
      'nip',
      'nik',
      'email',
      'phone',
      'unit',
      'position',
      'noticedOn',
      'antivirus-scan.1',
      'scannedAt.1',
      'forwarding',
      undefined,
    ]) {
      await answerUntil(chat, key)
      const memory = JSON.stringify(await chat.memory())
      expect(Buffer.byteLength(memory), key).toBeLessThan(700)
      for (const answer of answers) expect(memory).not.toContain(answer)
    }
  })

  it('is as large after 200 steps as after the first', async () => {
    const chat = new TestChat()
    await openReactivation(chat)
    await chat.say('tidak ada')
    const first = await sizeOf(chat)
    for (let n = 0; n < 50; n += 1) {
      await chat.say('salah 1')
      await chat.say('Rahayu Wulandari')
      await chat.say('kembali')
      await chat.press('⬅ Kembali')
      await chat.say('tidak ada')
      await chat.say('kembali')
      await chat.press('Biarkan seperti semula')
    }
    await chat.say('kembali')
    expect((await sizeOf(chat)) / first).toBeLessThanOrEqual(1.1)
  })

  it('does not grow with the pictures of an item', async () => {
    const chat = new TestChat()
    await openReactivation(chat)
    await answerUntil(chat, 'antivirus-scan.1')
    const first = await sizeOf(chat)
    for (let n = 0; n < 10; n += 1) await chat.photo()
    expect(await sizeOf(chat)).toBe(first)
  })
})
