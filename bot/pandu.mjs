#!/usr/bin/env node
// Runs the program from its TypeScript sources: `node bot/pandu.mjs VERB`, `npx pandu VERB`, `npm run pandu -- VERB`.
import { existsSync } from 'node:fs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Pandu memerlukan Node 20.19 atau yang lebih baru; ini ${process.version}. Pasang dari https://nodejs.org.
Pandu needs Node 20.19 or newer; this is ${process.version}. Install it from https://nodejs.org.`)
}
if (!existsSync(new URL('../node_modules/tsx', import.meta.url))) {
  fail('Jalankan "npm ci" terlebih dahulu.\nRun "npm ci" first.')
}

const { generateClient } = await import('../.config/generate.mjs')
generateClient()
const { register } = await import('tsx/esm/api')
register()
const { cli } = await import('./cli.ts')
process.exitCode = await cli(process.argv.slice(2))

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}
