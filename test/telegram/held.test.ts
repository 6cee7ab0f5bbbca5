import { beforeEach, describe, expect, it } from 'vitest'
import { noticeOf } from '../../bot/dialogue/notice.ts'
import { reader } from '../dialogue/sample-case.ts'
import { TestChat } from './chat.ts'
import { answerUntil, openReactivation, storeFiles } from './play-through.ts'

let chat: TestChat
beforeEach(async () => {
  chat = new TestChat()
  await openReactivation(chat)
  await answerUntil(chat)
})

const shownSince = (from: number) =>
  chat.shown
    .slice(from)
    .map(({ text }) => text)
    .join('\n')

/** The scanner is away when the house looks at the files. */
async function holdFiles(): Promise<void> {
  for (const { id } of Object.values((await chat.case()).evidence).flat())
    await chat.command('house', { type: 'hold-evidence', fileId: id })
  await chat.work()
}

describe('Whoever sent files while the malware scanner is away', () => {
  it('hears once that they are safe and wait, and that nothing need be sent again', async () => {
    const from = chat.shown.length
    await holdFiles()
    expect(shownSince(from).match(/"evidence-held"/g)).toHaveLength(1)
    const worded = async () => noticeOf('evidence-held', {}, await chat.case(), reader())?.text
    expect(await worded()).toMatch(/aman tersimpan.*Tidak perlu mengirim ulang/)
    await storeFiles(chat)
    expect(await worded()).toBeUndefined()
  })

  it('is told why they cannot send it yet, and when they can', async () => {
    await holdFiles()
    const from = chat.shown.length
    await chat.press(/Setuju dan kirim/)
    expect(shownSince(from)).toContain('Pemeriksaan antivirus sedang tidak tersedia')
    expect(await chat.case()).toMatchObject({ status: 'draft' })
    await storeFiles(chat)
    expect(shownSince(from)).toContain('"checked"')
    await chat.press(/Setuju dan kirim/)
    expect(await chat.case()).toMatchObject({ status: 'submitted' })
  })
})
