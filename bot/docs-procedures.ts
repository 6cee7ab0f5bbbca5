import { targetHours } from '../core/case/deadline.ts'
import { deviceProofs } from '../core/evidence/device.ts'
import { type EvidenceKind, evidenceRules, isEvidenceKind } from '../core/evidence/kind.ts'
import { type FieldName, fieldOf } from '../core/form/field.ts'
import type { Condition } from '../core/procedure/condition.ts'
import { type ChangeKind, changeKinds } from '../core/procedure/data-change.ts'
import { procedureNames } from '../core/procedure/names.ts'
import type { Procedure } from '../core/procedure/procedure.ts'
import { procedureOf } from '../core/procedure/registry.ts'
import { evidenceLabel } from './text/evidence.ts'
import { fieldLabel } from './text/field.ts'
import { outcomeSentences } from './text/telegram-change.ts'

/** Every procedure as a page: what it asks, who signs, which steps it has, how it may end, by when. */
export function proceduresPage(): string {
  return [
    '# Procedures',
    '',
    'Made from `core/procedure/`, `core/form/field.ts` and `core/evidence/` by `npm run pandu -- docs`; not edited by hand.',
    '',
    '| procedure | phases | person in charge signs | code to the mailbox | meeting or call | signing | first target (working hours) |',
    '|---|---|---|---|---|---|---|',
    ...procedureNames.map((name) => summaryOf(procedureOf(name))),
    '',
    'An agency sets its own targets with `slaTargets`; a target is no promise.',
    '',
    '## Kinds of a change of data',
    '',
    '| kind | person in charge signs | old certificate revoked, new one issued | decree |',
    '|---|---|---|---|',
    ...(Object.keys(changeKinds) as readonly ChangeKind[]).map((kind) => {
      const { isSigned, revokes, hasDecree } = changeKinds[kind]
      return `| ${[kind, ...[isSigned, revokes, hasDecree].map(yes)].join(' | ')} |`
    }),
    '',
    'Steps of a change that revokes, each with its own moment: accepted → form issued → form signed → legalised → *everything',
    'ready, TTE still active* → revocation asked for → revoked → sent → verified → new certificate asked for → issued.',
    ...procedureNames.flatMap((name) => sectionOf(procedureOf(name))),
    '',
  ].join('\n')
}

const yes = (is: boolean): string => (is ? 'yes' : '')

function summaryOf(procedure: Procedure): string {
  const { name, phases, phasesWhen, asksCode, confirmsIdentity, signing, urgentWhen } = procedure
  const walked = phases.map((phase) => (phasesWhen?.[phase] === undefined ? phase : `(${phase})`)).join(' → ')
  const first = phases.includes('review') ? targetHours.review : targetHours['contact-center']
  const target =
    urgentWhen === undefined ? `${first}` : `${first}; ${targetHours.urgent} by the clock when ${spoken(urgentWhen)}`
  // Without a code somebody must make sure in another way.
  const unproved = asksCode === true ? ['without a code'] : []
  const meets =
    confirmsIdentity === true
      ? 'always'
      : [...unproved, ...(confirmsIdentity === false ? [] : [`when ${spoken(confirmsIdentity)}`])].join('; ')
  const signs = phases.includes('signature') ? 'by its kind' : ''
  return `| ${[name, walked, signs, yes(asksCode === true), meets, signing, target].join(' | ')} |`
}

const spoken = ({ field, is }: Condition): string => `${field} is ${is.join(' or ')}`

function sectionOf({ name, asks, mayLack = [], outcomes }: Procedure): readonly string[] {
  return [
    '',
    `## ${name}`,
    '',
    '| asks, in this order | as | needed | only when |',
    '|---|---|---|---|',
    ...asks.flatMap((ask) => (ask === 'each-device' ? deviceLines() : [lineOf(ask, mayLack)])),
    ...(outcomes === undefined
      ? []
      : ['', 'Settled as:', ...outcomes.map((outcome) => `- \`${outcome}\`: ${outcomeSentences[outcome].id}`)]),
  ]
}

function lineOf(ask: FieldName | EvidenceKind, mayLack: readonly FieldName[]): string {
  if (isEvidenceKind(ask)) {
    const { when, isOptional } = evidenceRules[ask] ?? {}
    return row(ask, evidenceLabel(ask, 'id'), 'file', isOptional !== true, when)
  }
  const { kind, needed, when } = fieldOf(ask)
  return row(ask, fieldLabel(ask, 'id'), kind, needed && !mayLack.includes(ask), when)
}

const row = (key: string, label: string, kind: string, isNeeded: boolean, when: Condition | undefined): string =>
  `| ${label} (\`${key}\`) | ${kind} | ${yes(isNeeded)} | ${when === undefined ? '' : spoken(when)} |`

const deviceLines = (): readonly string[] =>
  Object.entries(deviceProofs).map(([kind, proofs]) => `| each ${kind}: ${proofs.join(', ')} | | yes | |`)
