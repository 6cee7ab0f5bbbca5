import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseCaseNumber } from '../core/case/case-number.ts'
import { type About, type Asked, exportAbout, findAbout } from '../core/handling/about.ts'
import { eraseCase, forgetChat, noCase } from '../core/handling/erase.ts'
import { original } from '../core/handling/evidence-files.ts'
import type { Ports } from '../core/handling/ports.ts'
import { filesIn } from '../core/privacy/copy.ts'
import { whyKept } from '../core/privacy/erasure.ts'
import { subjectOptions } from './verb-line.ts'
import type { VerbContext } from './verbs.ts'

const operator = { role: 'operator' } as const
const who = '--nip N, --nik N, --case NUMBER or --chat TELEGRAM-ID'

/** `subject export`: everything about somebody as JSON, and their files beside it. */
export async function exportSubject(context: VerbContext, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: subjectOptions, allowPositionals: true })
  const ports = await context.ports()
  const asked = await askedIn(ports, values)
  const [file] = positionals
  if (asked === undefined || file === undefined) return usage(context, `pandu subject export ${who} FILE.json`)
  const about = await findAbout(ports, asked)
  if (isNothing(about)) return nothing(ports, context, asked)
  writeFileSync(file, `${JSON.stringify(await exportAbout(ports, about, operator.role), null, 2)}\n`, { mode: 0o600 })
  const count = await exportFiles(ports, about, `${file}.files`)
  context.print(`${about.cases.length} cases, ${about.chats.length} chats, ${count} files. Hand it over encrypted.`)
  return 0
}

async function exportFiles(ports: Ports, { cases }: About, folder: string): Promise<number> {
  let count = 0
  for (const { case: c } of cases)
    for (const { stored } of filesIn(c)) {
      const bytes = stored && (await ports.files.get(c.id, stored.sha256, original))
      if (bytes === undefined || stored === undefined) continue
      mkdirSync(join(folder, c.number), { recursive: true, mode: 0o700 })
      writeFileSync(join(folder, c.number, `${stored.sha256}.${stored.type}`), bytes, { mode: 0o600 })
      count += 1
    }
  return count
}

/** `subject erase`: says what would go; with `--yes` it goes. Whatever is held or still open stays and is named. */
export async function eraseSubject(context: VerbContext, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: subjectOptions, allowPositionals: true })
  const ports = await context.ports()
  const asked = await askedIn(ports, values)
  if (asked === undefined) return usage(context, `pandu subject erase ${who} [--yes]`)
  const about = await findAbout(ports, asked)
  if (isNothing(about)) return nothing(ports, context, asked)
  if (values.yes !== true) {
    for (const kept of about.cases) context.print(`${kept.case.number}\t${whyKept(kept, operator.role) ?? 'would go'}`)
    context.print('Nothing was erased. What is erased cannot be brought back; add --yes to do it.')
    return 0
  }
  return eraseAbout(context, ports, about)
}

async function eraseAbout({ print }: VerbContext, ports: Ports, { cases, chats, subjects }: About): Promise<number> {
  const erasure = { by: operator, because: 'order', at: ports.now() } as const
  let stays = 0
  for (const { case: c } of cases) {
    const outcome = await eraseCase(ports, c.id, erasure)
    if (outcome !== 'erased') stays += 1
    print(`${c.number}\t${outcome}`)
  }
  const open = await ports.rights.openRequests()
  const decided = { at: ports.now(), by: operator.role, decision: 'erased' } as const
  for (const chat of chats) {
    if (stays === 0)
      for (const { id } of open.filter((one) => one.chat === chat)) await ports.rights.decideErasure(id, decided)
    print(`chat\t${(await forgetChat(ports, chat, erasure)) ? 'erased' : 'still has cases, or is just being answered'}`)
  }
  if (stays === 0) for (const subject of subjects) await ports.rights.eraseSubject(subject)
  if (subjects.length > 0) print('The line of the roster stays; pandu roster erase removes it.')
  return stays === 0 ? 0 : 1
}

/** `subject hold` and `subject release`: keeps a case from any erasure, or no longer. */
export async function holdSubject(context: VerbContext, args: readonly string[], isHeld: boolean): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: subjectOptions, allowPositionals: true })
  const [typed = ''] = positionals
  const why = values.because ?? ''
  if (typed === '' || (isHeld && why === ''))
    return usage(context, isHeld ? 'pandu subject hold NUMBER --because TEXT' : 'pandu subject release NUMBER')
  const ports = await context.ports()
  const c = await ports.ledger.caseByNumber(parseCaseNumber(typed) ?? typed)
  if (c === undefined) return nothing(ports, context, { kind: 'case', number: parseCaseNumber(typed) ?? typed })
  await ports.rights.setHold(c.id, isHeld ? why : null)
  const ref = `${c.number} ${isHeld ? 'held' : 'released'}`
  await ports.accessLog.record({ staffId: operator.role, caseId: c.id, what: 'hold', ref, at: ports.now() })
  context.print(isHeld ? `${c.number} is held: nothing erases it.` : `${c.number} is held no longer.`)
  return 0
}

/** `roster erase`: removes a person's line for good; their cases and chat stay. */
export async function eraseRosterLine(context: VerbContext, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: subjectOptions, allowPositionals: true })
  const { nip, nik } = values
  if ((nip === undefined) === (nik === undefined)) return usage(context, 'pandu roster erase --nip N or --nik N')
  const subject =
    nip === undefined ? ({ kind: 'nik', value: nik ?? '' } as const) : ({ kind: 'nip', value: nip } as const)
  const { accessLog, rights } = context.store
  const isGone = await rights.eraseRosterLine(subject)
  const fact = {
    staffId: operator.role,
    caseId: noCase,
    what: 'erasure',
    ref: 'roster order',
    at: context.now(),
  } as const
  if (isGone) await accessLog.record(fact)
  context.print(isGone ? 'The line is erased; the next import may bring it back.' : 'No line has that number.')
  return isGone ? 0 : 1
}

type Values = Readonly<Partial<Record<'nip' | 'nik' | 'case' | 'chat' | 'because', string> & { yes: boolean }>>

/** Exactly one of the ways to name somebody. */
async function askedIn(ports: Ports, { nip, nik, case: typed, chat }: Values): Promise<Asked | undefined> {
  if ([nip, nik, typed, chat].filter((one) => one !== undefined && one !== '').length !== 1) return undefined
  if (nip) return { kind: 'nip', value: nip }
  if (nik) return { kind: 'nik', value: nik }
  if (typed) return { kind: 'case', number: parseCaseNumber(typed) ?? typed }
  const isRef = chat !== undefined && (await ports.ledger.chat(chat)) !== undefined
  return { kind: 'chat', chat: isRef ? chat : ports.rights.chatRef(chat ?? '') }
}

const isNothing = ({ cases, chats, roster }: About): boolean =>
  cases.length === 0 && chats.length === 0 && roster === undefined

async function nothing(ports: Ports, { print }: VerbContext, asked: Asked): Promise<number> {
  const erased = asked.kind === 'case' ? await ports.rights.erased(asked.number) : undefined
  if (erased === undefined) print('Nothing of that is stored.')
  else print(`${erased.number} was erased at ${erased.erasure.at} (${erased.erasure.because}).`)
  return 1
}

function usage({ print }: VerbContext, line: string): number {
  print(`usage: ${line}`)
  return 2
}
