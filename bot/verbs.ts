import { parseArgs } from 'node:util'
import { makeDeskLink } from '../core/handling/desk-link.ts'
import type { Ports, Store } from '../core/handling/ports.ts'
import { staffAbsent } from './absence-verb.ts'
import { addApiToken, listApiTokens, revokeApiToken } from './api-token-verbs.ts'
import { agencyCoverage } from './coverage-verb.ts'
import { decideErasureVerb, listErasures } from './erasure-verbs.ts'
import { addHookVerb, endHookVerb, listHooks, logHook, replayHook } from './hook-verbs.ts'
import { importRadar } from './radar-verb.ts'
import { retention } from './retention-verb.ts'
import { rosterAge } from './roster-age.ts'
import { importRoster } from './roster-verb.ts'
import { seedDemo } from './seed.ts'
import { addStaff, findStaff, removeStaff, signOutStaff } from './staff-verbs.ts'
import { eraseRosterLine, eraseSubject, exportSubject, holdSubject } from './subject-verbs.ts'

/** What a verb on the store has at hand, in a running program or alone. */
export interface VerbContext {
  readonly store: Store
  /** For verbs that give commands to cases. */
  ports(): Promise<Ports>
  readonly publicUrl: string
  /** True while every network is an imitation on this machine. */
  readonly isImitated: boolean
  now(): string
  newToken(): string
  print(line: string): void
}

type Verb = (context: VerbContext, args: readonly string[]) => Promise<number>

const good = 0
const bad = 1
const usage = 2

/** The verbs that need the store; each returns 0 when all is good, 1 for a bad finding, 2 for bad usage. */
export const storeVerbs: Readonly<Record<string, Verb>> = {
  migrate: async ({ print }) => {
    print('The store is up to date.')
    return good
  },

  'seed-demo': async ({ store, isImitated, print }) => {
    if (!isImitated) {
      print('Sample people are only for imitated networks. Unset the tokens and give another DATA_DIR.')
      return bad
    }
    await seedDemo(store.directory)
    print('The sample agency diy, its staff and its roster are there.')
    return good
  },

  'agency list': async ({ store, print }) => {
    for (const { code, name, emailDomains, slackChannel } of await store.directory.agencies())
      print([code, name, emailDomains.join(' '), slackChannel ?? '-'].join('\t'))
    return good
  },

  'staff list': async ({ store, print }) => {
    for (const { id, role, agencies, name, email, slackUser, removedAt, skills } of await store.directory.staff())
      print(
        [
          id,
          role,
          agencies.join(' '),
          name,
          email,
          slackUser ?? '-',
          removedAt === null ? 'active' : `removed ${removedAt}`,
          skills?.join(' ') ?? '-',
        ].join('\t'),
      )
    return good
  },

  'staff add': addStaff,
  'staff remove': removeStaff,
  'staff sign-out': signOutStaff,
  'staff absent': staffAbsent,
  'agency coverage': agencyCoverage,
  'roster import': importRoster,
  'roster age': rosterAge,
  'radar import': importRadar,
  'desk-link': deskLink,
  'api-token add': addApiToken,
  'api-token list': listApiTokens,
  'api-token revoke': revokeApiToken,
  'hook add': addHookVerb,
  'hook list': listHooks,
  'hook end': endHookVerb,
  'hook log': logHook,
  'hook replay': replayHook,
  'roster erase': eraseRosterLine,
  'subject export': exportSubject,
  'subject erase': eraseSubject,
  'subject requests': listErasures,
  'subject decide': decideErasureVerb,
  'subject hold': (context, args) => holdSubject(context, args, true),
  'subject release': (context, args) => holdSubject(context, args, false),
  retention,
  'audit verify': auditVerify,
}

async function deskLink(context: VerbContext, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { staff: { type: 'string' } } })
  const [staff] = await findStaff(context.store, values.staff ?? '')
  if (staff === undefined) {
    context.print(
      'usage: pandu desk-link --staff EMAIL-or-SLACK-ID (of an active member of staff; see pandu staff list)',
    )
    return values.staff === undefined ? usage : bad
  }
  context.print(await makeDeskLink({ ...context, deskAccess: context.store.deskAccess }, context.publicUrl, staff.id))
  return good
}

async function auditVerify({ store, print }: VerbContext): Promise<number> {
  let [cases, events, faults, erased] = [0, 0, 0, 0]
  for await (const finding of store.ledger.audit()) {
    cases += 1
    events += finding.events
    if (finding.isErased === true) {
      erased += 1
      if (finding.fault === null) print(`${finding.number}\terased`)
    }
    if (finding.fault === null) continue
    faults += 1
    print(`${finding.number}\t${finding.fault}${finding.at === undefined ? '' : ` at event ${finding.at}`}`)
  }
  const broken = await store.accessLog.firstFault()
  if (broken !== undefined) print(`access log\tchain-broken at row ${broken}`)
  print(
    `${cases} cases, ${events} events, ${faults + (broken === undefined ? 0 : 1)} faults${erased === 0 ? '' : `, ${erased} erased`}`,
  )
  return faults === 0 && broken === undefined ? good : bad
}
