import { afterAll } from 'vitest'
import { removeFolders } from './folder.ts'

// Before every file of tests, so that it runs after whatever the file itself has to end.
afterAll(removeFolders)
