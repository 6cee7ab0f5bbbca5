import { nextQuestion } from '../../core/case/missing.ts'
import { goodAnswers, type TestChat } from './chat.ts'

/** Opens a reactivation case by its buttons. */
export async function openReactivation(chat: TestChat): Promise<void> {
  await chat.say('/start')
  await chat.press(/^Akun dinonaktifkan/)
  await chat.press('Akun dinonaktifkan (compromised)')
}

/** Answers questions until the one with this key is asked, or until the check. */
export async function answerUntil(chat: TestChat, key?: string): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    const question = nextQuestion(await chat.case())
    if (question === undefined || question.key === key) return
    if (question.field === null) {
      await chat.photo()
      await chat.press(/Selesai/)
    } else if (question.key === 'devices') {
      await chat.say('laptop')
      await chat.say('Laptop ASUS')
      await chat.press(/Sudah semua/)
    } else await chat.say(goodAnswers[question.key] ?? 'ya')
  }
  throw new Error(`never asked: ${key}`)
}

/** The house has stored every file that was sent. */
export async function storeFiles(chat: TestChat): Promise<void> {
  const { evidence } = await chat.case()
  for (const { id, state } of Object.values(evidence).flat()) {
    if (state !== 'pending') continue
    const stored = {
      sha256: id.padStart(64, '0').replaceAll('-', '0').slice(-64),
      type: 'jpeg',
      pages: 1,
      sizeBytes: 9,
    }
    await chat.command('house', { type: 'store-evidence', fileId: id, stored, remarks: [] })
  }
  await chat.work()
}

export async function submitReactivation(chat: TestChat): Promise<void> {
  await openReactivation(chat)
  await answerUntil(chat)
  await storeFiles(chat)
  await chat.press(/Setuju dan kirim/)
}
