import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../folder.ts'

export const hasQpdf = spawnSync('qpdf', ['--version']).status === 0
if (!hasQpdf) process.stderr.write('SKIPPED, no qpdf on this machine: encrypted, linearized files and PDF 2.0\n')

/** The same document as another kind of file. */
export function qpdf(file: Uint8Array, ...words: readonly string[]): Uint8Array {
  const folder = temporaryFolder('qpdf')
  const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
  writeFileSync(from, file)
  execFileSync('qpdf', [...words, from, to])
  return new Uint8Array(readFileSync(to))
}

const forOwner = (...words: readonly string[]) => ['--encrypt', '', 'pemilik', ...words, '--']

/** Words that make a file that everybody may read and only its owner change. */
export const encrypted = {
  aes128: forOwner('128', '--use-aes=y'),
  aes256: forOwner('256'),
} as const
