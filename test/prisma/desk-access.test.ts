import { describeOnServer, freshServerDatabase } from '../database.ts'
import { keepsDevices } from './desk-contract.ts'
import { openMemory, openSql } from './stores.ts'

keepsDevices('memory', openMemory)
keepsDevices('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsDevices('server', async () => openSql({ url: await freshServerDatabase() }))
})
