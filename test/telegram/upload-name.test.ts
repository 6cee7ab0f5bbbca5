import { expect, it } from 'vitest'
import { TestChat } from './chat.ts'
import { answerUntil, openReactivation } from './play-through.ts'

it('keeps what Telegram calls an upload, of the largest size of a photo, so that a forwarded one is known again', async () => {
  const chat = new TestChat()
  await openReactivation(chat)
  await answerUntil(chat, 'antivirus-scan.1')
  await chat.photo({
    photo: [
      { file_id: 'small', file_unique_id: 'AQADsmall', file_size: 900 },
      { file_id: 'large', file_unique_id: 'AQADlarge', file_size: 90_000 },
    ],
  })
  await chat.document({ file_id: 'paper', file_unique_id: 'AgADpaper' })
  await chat.document({ file_id: 'nameless' })
  const { evidence } = await chat.case()
  expect(evidence['antivirus-scan.1']?.map(({ source, uniqueId }) => [source, uniqueId])).toEqual([
    ['large', 'AQADlarge'],
    ['paper', 'AgADpaper'],
    ['nameless', undefined],
  ])
})
