import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { crashPoint } from '../core/handling/crash-point.ts'
import type { EvidenceFiles } from '../core/handling/evidence-files.ts'
import type { Sealer } from '../core/handling/sealer.ts'
import type { Keys } from './sql/keys.ts'

/**
 * Sealed evidence on disk, under a keyed hash of its content and the id of its case. Written aside, synced, renamed, and
 * its folder synced, so that a row never names a file that is not wholly there.
 */
export function diskEvidenceFiles(dir: string, keys: Keys, sealer: Sealer, newId: () => string): EvidenceFiles {
  const hashOf = (caseId: string, sha256: string, part: string) => sealer.blind('file', `${caseId}|${sha256}|${part}`)
  const nameOf = (caseId: string, sha256: string, part: string) =>
    `${hashOf(caseId, sha256, part)}.${encodeURIComponent(caseId)}`
  // The second is how older programs named it.
  const pathsOf = (caseId: string, sha256: string, part: string) =>
    [nameOf(caseId, sha256, part), hashOf(caseId, sha256, part)].map((name) => join(dir, name.slice(0, 2), name))
  const place = (caseId: string, sha256: string, part: string) => `file:${part}:${caseId}|${sha256}`
  return {
    async put(caseId, sha256, part, bytes) {
      await keys.ensure([`case:${caseId}`])
      const name = nameOf(caseId, sha256, part)
      const path = join(dir, name.slice(0, 2), name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const aside = `${path}.${newId()}${unfinished}`
      await writeSynced(aside, keys.sealBytes(`case:${caseId}`, place(caseId, sha256, part), bytes))
      await rename(aside, path)
      crashPoint('file-renamed')
      await syncFolder(dirname(path))
    },
    async get(caseId, sha256, part) {
      await keys.ensure([`case:${caseId}`])
      const sealed = await firstOf(pathsOf(caseId, sha256, part))
      if (sealed === undefined) return undefined
      try {
        return keys.openBytes(`case:${caseId}`, place(caseId, sha256, part), sealed)
      } catch {
        return undefined
      }
    },
    async remove(caseId, sha256, part) {
      let isRemoved = false
      for (const path of pathsOf(caseId, sha256, part))
        isRemoved = ((await unlink(path).then(() => true, absent)) ?? false) || isRemoved
      return isRemoved
    },
    async prune({ after, before }, wantedOf) {
      let count = 0
      for (const [caseId, files] of await writtenIn(dir, new Date(after), new Date(before))) {
        const wanted = await wantedOf(caseId)
        if (wanted === undefined) continue
        const names = new Set(wanted.map(({ sha256, part }) => nameOf(caseId, sha256, part)))
        const others = files.filter(({ name }) => !names.has(name))
        for (const { path } of others) await unlink(path).catch(absent)
        count += others.length
      }
      return count
    },
  }
}

const unfinished = '.part'

/** Removes what a crash left half written before `before` (ISO). @returns how many files */
export async function sweepEvidence(dir: string, before: string): Promise<number> {
  let count = 0
  for await (const { name, path } of entries(dir)) {
    if (!name.endsWith(unfinished) || (await stat(path)).mtime >= new Date(before)) continue
    await unlink(path)
    count += 1
  }
  return count
}

interface Entry {
  readonly name: string
  readonly path: string
}

async function* entries(dir: string): AsyncGenerator<Entry> {
  for (const folder of (await readdir(dir).catch(absent)) ?? [])
    for (const name of await readdir(join(dir, folder))) yield { name, path: join(dir, folder, name) }
}

/** The whole files of each case that were written between two moments; one that bears no case is left alone. */
async function writtenIn(dir: string, after: Date, before: Date): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const cases = new Map<string, Entry[]>()
  for await (const entry of entries(dir)) {
    const [, caseId] = /^[\w-]+\.([^.]+)$/.exec(entry.name) ?? []
    const { mtime } = await stat(entry.path)
    if (caseId === undefined || mtime < after || mtime >= before) continue
    const id = decodeURIComponent(caseId)
    cases.set(id, [...(cases.get(id) ?? []), entry])
  }
  return cases
}

async function firstOf(paths: readonly string[]): Promise<Buffer | undefined> {
  for (const path of paths) {
    const bytes = await readFile(path).catch(absent)
    if (bytes !== undefined) return bytes
  }
  return undefined
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    crashPoint('file-written')
    await file.sync()
    crashPoint('file-synced')
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
