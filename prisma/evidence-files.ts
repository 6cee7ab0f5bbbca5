import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { EvidenceFiles } from '../core/handling/evidence-files.ts'
import type { Sealer } from '../core/handling/sealer.ts'
import type { Keys } from './sql/keys.ts'

/**
 * Sealed evidence on disk, under a keyed hash of its content. Written aside, synced, renamed, and its folder synced,
 * so that a row never names a file that is not wholly there.
 */
export function diskEvidenceFiles(dir: string, keys: Keys, sealer: Sealer, newId: () => string): EvidenceFiles {
  const pathOf = (caseId: string, sha256: string, part: string) => {
    const name = sealer.blind('file', `${caseId}|${sha256}|${part}`)
    return join(dir, name.slice(0, 2), name)
  }
  const place = (caseId: string, sha256: string, part: string) => `file:${part}:${caseId}|${sha256}`
  return {
    async put(caseId, sha256, part, bytes) {
      await keys.ensure([`case:${caseId}`])
      const path = pathOf(caseId, sha256, part)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const aside = `${path}.${newId()}.part`
      await writeSynced(aside, keys.sealBytes(`case:${caseId}`, place(caseId, sha256, part), bytes))
      await rename(aside, path)
      await syncFolder(dirname(path))
    },
    async get(caseId, sha256, part) {
      await keys.ensure([`case:${caseId}`])
      const sealed = await readFile(pathOf(caseId, sha256, part)).catch(absent)
      if (sealed === undefined) return undefined
      try {
        return keys.openBytes(`case:${caseId}`, place(caseId, sha256, part), sealed)
      } catch {
        return undefined
      }
    },
    async remove(caseId, sha256, part) {
      return (await unlink(pathOf(caseId, sha256, part)).then(() => true, absent)) ?? false
    },
  }
}

/** Removes what a crash left half written before `before` (ISO). @returns how many files */
export async function sweepEvidence(dir: string, before: string): Promise<number> {
  let count = 0
  for (const folder of (await readdir(dir).catch(absent)) ?? [])
    for (const name of await readdir(join(dir, folder))) {
      const path = join(dir, folder, name)
      if (!name.endsWith('.part') || (await stat(path)).mtime >= new Date(before)) continue
      await unlink(path)
      count += 1
    }
  return count
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}
