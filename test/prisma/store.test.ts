import { keepsTheContract } from './store-contract.ts'
import { openMemory, openSql } from './stores.ts'

keepsTheContract('memory', openMemory)
keepsTheContract('embedded', () => openSql({ memory: true }))
