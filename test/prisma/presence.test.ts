import { expect, it } from 'vitest'
import { openDatabase } from '../../prisma/database.ts'
import { describeOnServer, freshServerDatabase } from '../database.ts'

describeOnServer('The presence of a program on a server', () => {
  it('tells who comes whether anybody else is there', async () => {
    const url = await freshServerDatabase()
    const first = await openDatabase({ url })
    const second = await openDatabase({ url })
    expect([first.isAlone, second.isAlone]).toEqual([true, false])
    await first.close()
    const third = await openDatabase({ url })
    expect(third.isAlone).toBe(false)
    await Promise.all([second.close(), third.close()])
    const last = await openDatabase({ url })
    expect(last.isAlone).toBe(true)
    await last.close()
  })
})
