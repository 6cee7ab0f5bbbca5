import { describeOnServer, freshServerDatabase } from '../database.ts'
import { keepsQueues } from './queue-contract.ts'
import { openMemory, openSql } from './stores.ts'

keepsQueues('memory', openMemory)
keepsQueues('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsQueues('server', async () => openSql({ url: await freshServerDatabase() }))
})
