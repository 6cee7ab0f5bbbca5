import { readFileSync, writeFileSync } from 'node:fs'
import { lifecycle } from './docs-lifecycle.ts'
import { proceduresPage } from './docs-procedures.ts'

/** The pages that are made from data, by their names. */
const pages: Readonly<Record<string, () => string>> = {
  'lifecycle.md': lifecycle,
  'procedures.md': proceduresPage,
}

/** Writes the pages that are made from data, or says with `--check` whether they are as the data is. */
export async function docs(args: readonly string[], print: (line: string) => void): Promise<number> {
  const isCheck = args.includes('--check')
  const stale = Object.entries(pages).filter(([name, page]) => (isCheck ? differs(name, page()) : write(name, page())))
  for (const [name] of stale) print(`docs/${name} differs from the data: run \`npm run pandu -- docs\`.`)
  if (!isCheck) print(`Written: ${Object.keys(pages).join(', ')}.`)
  return stale.length === 0 ? 0 : 1
}

const pathOf = (name: string): URL => new URL(`../docs/${name}`, import.meta.url)

function write(name: string, text: string): boolean {
  writeFileSync(pathOf(name), text)
  return false
}

const differs = (name: string, text: string): boolean => readFileSync(pathOf(name), 'utf8') !== text
