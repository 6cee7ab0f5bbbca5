import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from './log.ts'

/** The 32 bytes that wrap every data key: `MASTER_KEY`, else a file of the data folder, made at the first start. */
export function masterKey(
  { MASTER_KEY, DATA_DIR }: { readonly MASTER_KEY?: string | undefined; readonly DATA_DIR: string },
  log: Log,
): Uint8Array {
  if (MASTER_KEY !== undefined) return Buffer.from(MASTER_KEY, 'base64')
  const path = join(DATA_DIR, 'master.key')
  if (!existsSync(path)) {
    mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 })
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    log.warn('a master key was made; keep a copy of it apart from the backups of the data folder', { path })
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
}
