import { expect, it } from 'vitest'
import { Story, sari, system } from '../case/given.ts'
import { deskWorld, signedIn } from './desk-fixture.ts'
import { page } from './review-fixture.ts'

const item = 'email-password-change'
const file = { id: 'late', name: 'bukti.jpg', sizeBytes: 5, source: 'tg' }

it('a file that no scanner has looked at yet is never shown as if it had been', async () => {
  const world = await deskWorld()
  const story = new Story().claimed().judged([item]).when({ type: 'return' }, sari)
  story.when({ type: 'clear-evidence', item }).when({ type: 'attach', item, file })
  story.when({ type: 'hold-evidence', fileId: file.id }, system)
  await world.keep(story)
  const { page: html } = await (await signedIn(world, 'sari')).get(page)
  expect(html).toContain('bukti.jpg')
  expect(html).toContain('belum dipindai: pemindai antivirus sedang tidak tersedia')
  expect(html).not.toContain('sedang diperiksa')
})
