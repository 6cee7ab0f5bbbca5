import { describeOnServer, freshServerDatabase } from '../database.ts'
import { keepsIdentities } from './identity-contract.ts'
import { openMemory, openSql } from './stores.ts'

keepsIdentities('memory', openMemory)
keepsIdentities('embedded', () => openSql({ memory: true }))
describeOnServer('a PostgreSQL server', () => {
  keepsIdentities('server', async () => openSql({ url: await freshServerDatabase() }))
})
