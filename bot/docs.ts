import { readFileSync, writeFileSync } from 'node:fs'
import type { CommandType } from '../core/case/command.ts'
import { mayCancel, rules } from '../core/case/rules.ts'
import { allStatuses, statuses } from '../core/case/status.ts'
import { procedureNames } from '../core/procedure/names.ts'
import { procedureOf } from '../core/procedure/registry.ts'
import { statusText } from './text/status.ts'

const path = new URL('../docs/lifecycle.md', import.meta.url)

/** Writes the pages that are made from data, or says with `--check` whether they are as the data is. */
export async function docs(args: readonly string[], print: (line: string) => void): Promise<number> {
  const page = lifecycle()
  if (!args.includes('--check')) {
    writeFileSync(path, page)
    print('docs/lifecycle.md is written.')
    return 0
  }
  const isSame = readFileSync(path, 'utf8') === page
  if (!isSame) print('docs/lifecycle.md differs from the rules: run `npm run pandu -- docs`.')
  return isSame ? 0 : 1
}

/** The lifecycle as a page, from the tables that decide. */
export function lifecycle(): string {
  const types = Object.keys(rules) as readonly CommandType[]
  return [
    '# Lifecycle',
    '',
    'Made from `core/case/status.ts`, `core/case/rules.ts` and `core/procedure/` by `npm run pandu -- docs`; not edited by hand.',
    '',
    '## Statuses',
    '',
    '| phase | status | shown | who holds it |',
    '|---|---|---|---|',
    ...allStatuses.map(
      (status) =>
        `| ${statuses[status].phase} | ${status} | ${statusText[status].name.id} | ${statuses[status].holder} |`,
    ),
    '',
    '## Commands',
    '',
    '`held`: only by the verifier or agent who holds the case. Of two faults `not-yours` is said before `not-now`.',
    '',
    '| command | by whom | in which status | held |',
    '|---|---|---|---|',
    ...types.map(
      (type) =>
        `| ${type} | ${rules[type].by.join(', ')} | ${statusesOf(type)} | ${rules[type].held === true ? 'yes' : ''} |`,
    ),
    '',
    '## Procedures',
    '',
    '| procedure | phases | asks, in this order | confirms identity |',
    '|---|---|---|---|',
    ...procedureNames.map((name) => {
      const { phases, asks, confirmsIdentity } = procedureOf(name)
      return `| ${name} | ${phases.join(', ')} | ${asks.join(', ')} | ${confirmsIdentity ? 'yes' : 'no'} |`
    }),
    '',
  ].join('\n')
}

function statusesOf(type: CommandType): string {
  if (type === 'cancel') {
    const of = (role: 'requester' | 'agent') => rules.cancel.in.filter((status) => mayCancel(role, status)).join(', ')
    return `requester: ${of('requester')}; agent: ${of('agent')}`
  }
  return rules[type].in.length === allStatuses.length ? 'any' : rules[type].in.join(', ')
}
