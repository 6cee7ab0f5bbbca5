import type { CommandType } from '../core/case/command.ts'
import { mayCancel, rules } from '../core/case/rules.ts'
import { allStatuses, statuses } from '../core/case/status.ts'
import { statusText } from './text/status.ts'

/** The lifecycle as a page, from the tables that decide. */
export function lifecycle(): string {
  const types = Object.keys(rules) as readonly CommandType[]
  return [
    '# Lifecycle',
    '',
    'Made from `core/case/status.ts` and `core/case/rules.ts` by `npm run pandu -- docs`; not edited by hand. Which phases',
    'each procedure walks: [procedures](procedures.md).',
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
  ].join('\n')
}

function statusesOf(type: CommandType): string {
  if (type === 'cancel') {
    const of = (role: 'requester' | 'agent') => rules.cancel.in.filter((status) => mayCancel(role, status)).join(', ')
    return `requester: ${of('requester')}; agent: ${of('agent')}`
  }
  return rules[type].in.length === allStatuses.length ? 'any' : rules[type].in.join(', ')
}
