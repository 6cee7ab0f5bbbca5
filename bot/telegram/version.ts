import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The scripts whose steps a waiting dialogue has recorded. */
const scripts = ['interview.ts', 'devices.ts', 'device-content.ts', 'put.ts', 'memory.ts']

/** Hash of the scripts' source: a memory that other scripts wrote is forgotten, never replayed. */
export function scriptVersion(): string {
  const hash = createHash('sha256')
  for (const name of scripts) hash.update(readFileSync(new URL(name, import.meta.url)))
  return hash.digest('hex').slice(0, 12)
}
