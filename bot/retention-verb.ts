import { parseArgs } from 'node:util'
import { retire } from '../core/handling/retention.ts'
import type { VerbContext } from './verbs.ts'

/** `retention`: erases what is over its time, as the program does every day; with `--dry-run` it only tells. */
export async function retention({ ports, print }: VerbContext, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { 'dry-run': { type: 'boolean' } } })
  const isDry = values['dry-run'] === true
  let count = 0
  for await (const { what, ref } of retire(await ports(), isDry)) {
    count += 1
    print(`${what}\t${ref === '' ? '-' : ref}`)
  }
  print(isDry ? `${count} would be erased.` : `${count} erased.`)
  return 0
}
