import { describeOnServer, freshServerDatabase } from '../database.ts'
import { importsRosters } from './roster-contract.ts'
import { type OpenStore, openMemory, openSql } from './stores.ts'

const emptied = async ({ sql }: OpenStore) => {
  for (const table of ['roster', 'roster_incoming', 'roster_age']) await sql?.(`DELETE FROM "${table}"`)
}
/** Forgetting is what the memory store does best: a new one for every test. */
function alwaysAnew(): { open: () => Promise<OpenStore>; empty: (its: OpenStore) => Promise<unknown> } {
  return { open: openMemory, empty: async (its) => Object.assign(its, await openMemory()) }
}

const memory = alwaysAnew()
importsRosters('memory', memory.open, memory.empty)
importsRosters('embedded', () => openSql({ memory: true }), emptied)
describeOnServer('a PostgreSQL server', () => {
  importsRosters('server', async () => openSql({ url: await freshServerDatabase() }), emptied)
})
