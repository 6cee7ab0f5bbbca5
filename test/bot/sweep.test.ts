import { expect, it, vi } from 'vitest'
import { createSweep } from '../../bot/sweep.ts'
import { createMemoryStore } from '../../prisma/memory-store.ts'

const now = '2026-11-23T02:00:00.000Z'

it('a start sweeps out at once what is over, and says how much', async () => {
  const { deskAccess, identities } = createMemoryStore(() => now)
  await deskAccess.saveLink('old', 'sari', '2026-11-23T01:00:00.000Z')
  await deskAccess.saveLink('good', 'sari', '2026-11-23T03:00:00.000Z')
  const log = { info: vi.fn(), error: vi.fn() }
  const sweep = createSweep({ deskAccess, identities, now: () => now }, '/nowhere', log)
  sweep.start()
  await vi.waitFor(() => expect(log.info).toHaveBeenCalledWith('swept', { access: 1, codes: 0, files: 0 }))
  await sweep.stop()
  expect(await deskAccess.spendLink('good', now)).toBe('sari')
  expect(log.error).not.toHaveBeenCalled()
})
