// Makes the database client (prisma/generated) from prisma/schema when it is missing or older than the models. The
// launcher runs it at every start (2 ms when nothing changed), so that no install script is needed: `npm ci` may block
// them all.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const schema = join(root, 'prisma/schema')
const generated = join(root, 'prisma/generated')

/** Makes sure that the client fits the models; returns whether it had to be made. */
export function generateClient() {
  const wanted = fingerprint()
  if (isMade(wanted)) return false
  // Made beside and renamed: two programs may start at once, and one may be killed.
  const workshop = `${generated}-${process.pid}`
  try {
    cpSync(schema, join(workshop, 'schema'), { recursive: true })
    const cli = join(root, 'node_modules/prisma/build/index.js')
    const command = ['--config', '.config/prisma.ts', 'generate', '--schema', join(workshop, 'schema'), '--no-hints']
    execFileSync(process.execPath, [cli, ...command], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    writeFileSync(join(workshop, 'generated/fingerprint'), wanted)
    if (!isMade(wanted)) {
      rmSync(generated, { recursive: true, force: true })
      renameSync(join(workshop, 'generated'), generated)
    }
  } catch (cause) {
    // Somebody else was faster.
    if (!isMade(wanted)) throw cause
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
  return true
}

function isMade(wanted) {
  const path = join(generated, 'fingerprint')
  return existsSync(path) && readFileSync(path, 'utf8') === wanted
}

/** Of the models and of the generator's version. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules/@prisma/client/package.json')))
  for (const name of readdirSync(schema).sort()) hash.update(`\n${name}\n`).update(readFileSync(join(schema, name)))
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateClient()
