import { describeOnServer, freshServerDatabase } from '../database.ts'
import { keepsTheContract } from './store-contract.ts'
import { openMemory, openSql } from './stores.ts'

keepsTheContract('memory', openMemory)
keepsTheContract('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsTheContract('server', async () => openSql({ url: await freshServerDatabase() }))
})
