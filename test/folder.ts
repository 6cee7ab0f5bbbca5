import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made = new Set<string>()
process.once('exit', removeFolders)

/** An empty folder in the system's temp folder, gone at the latest when the file of tests that asked for it is over. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `pandu-${name}-`))
  made.add(folder)
  return folder
}

/** Removes every folder that was made here and is still there. */
export function removeFolders(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
  made.clear()
}
