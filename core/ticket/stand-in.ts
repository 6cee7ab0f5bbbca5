import type { Agency } from '../agency/agency.ts'
import type { Case } from '../case/case.ts'
import type { CommandType } from '../case/command.ts'
import { mayCancel, rules, standInCommands } from '../case/rules.ts'
import { hasDossier } from '../procedure/course.ts'
import { procedureOf } from '../procedure/registry.ts'

/** True where nobody of the contact center works in this house: the agency's verifiers record what it answers. */
export const isOutside = (agencies: readonly Agency[], { agency }: Pick<Case, 'agency'>): boolean =>
  agencies.find(({ code }) => code === agency)?.contactCenter?.isOutside === true

/** What a verifier can record now in the agents' place; nothing where there are agents, or one of them has the case. */
export const standInSteps = (c: Case, agencies: readonly Agency[]): readonly CommandType[] =>
  isOutside(agencies, c) && c.agent === null ? [...standInCommands].filter((type) => isOpenNow(c, type)) : []

function isOpenNow(c: Case, type: CommandType): boolean {
  if (!rules[type].in.includes(c.status)) return false
  if (type === 'settle') return c.status === 'with-contact-center' && !hasDossier(c)
  if (type === 'approve' || type === 'send-back') return hasDossier(c)
  if (type === 'send-link') return procedureOf(c.procedure).sendsLink === true
  if (type === 'reopen') return c.manifest !== null || c.settled !== null
  return mayCancel('agent', c.status)
}

/** True when a form's button means a step in the agents' place, also one whose time is over by now. */
export const meansStandIn = (c: Case, agencies: readonly Agency[], name: string): boolean =>
  isOutside(agencies, c) &&
  [...standInCommands].some((type) => type === name) &&
  (name !== 'settle' || c.status !== 'in-review')
