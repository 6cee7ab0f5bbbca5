import type { Case } from '../../core/case/case.ts'
import { questionsOf } from '../../core/case/question.ts'
import type { Store } from '../../core/handling/ports.ts'
import type { Campaign } from './campaign.ts'
import { declinesOn, onScreen, repeatsOn, wordsOf } from './screens.ts'
import type { Walker } from './walker.ts'

/** What a campaign found. */
export interface Tally {
  readonly updates: number
  readonly kills: number
  /** Updates that never became a row, or whose effect is missing. */
  readonly lost: number
  /** Effects that are there more often than they were caused. */
  readonly doubled: number
  /** Messages that reached a chat in another order than they were owed. */
  readonly disorder: number
  /** Messages that a chat got twice because the program died between sending and recording. */
  readonly repeats: number
  /** The most of them that one death caused. */
  readonly repeatsOfOneKill: number
  /** Answers that came before their question had surely arrived: declined in words, and given once more. */
  readonly declined: number
  /** What `audit verify` said, when it was not good. */
  readonly audit: readonly string[]
  /** Everything that is wrong, in words. */
  readonly findings: readonly string[]
  /** What happened around everybody whom a finding concerns. */
  readonly tales: readonly string[]
}

export interface Finding {
  readonly kind: 'lost' | 'doubled' | 'disorder'
  readonly what: string
}

/** Holds the store and the screens of a stopped campaign against what its people did. */
export async function judge(campaign: Campaign, walkers: readonly Walker[]): Promise<Tally> {
  const { found, verdict } = await campaign.inStore(async (store, verb) => ({
    found: await inStore(store, walkers),
    verdict: (await verb('audit', 'verify')).said,
  }))
  const repeats = walkers.map((walker) => repeatsOn(walker, campaign.killedAt))
  const causes = repeats.flat().map(({ kill }) => kill)
  const declines = walkers.map((walker, n) => declinesOn(walker, repeats[n] ?? [], campaign.killedAt))
  const findings = [...walkers.flatMap((walker, n) => onScreen(walker, repeats[n] ?? [])), ...found]
  for (const [n, own] of repeats.entries()) {
    // A chat has one message under way at a time, so one death repeats one at most.
    const isCaused = own.every(({ kill }) => kill >= 0) && new Set(own.map(({ kill }) => kill)).size === own.length
    const chat = walkers[n]?.person.chatId
    if (!isCaused)
      findings.push({
        kind: 'doubled',
        what: `a message to chat ${chat}, without a death in between: ${own.map(wordsOf).join('; ')}`,
      })
    // A program that lives knows what it sent, and waits until it arrived.
    if (declines[n]?.some(({ kill }) => kill < 0))
      findings.push({ kind: 'lost', what: `an answer of chat ${chat}, declined without a death in between` })
  }
  const count = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).length
  return {
    updates: campaign.world.telegram.updates.history.length,
    kills: campaign.killedAt.length,
    lost: count('lost'),
    doubled: count('doubled'),
    disorder: count('disorder'),
    repeats: causes.length,
    repeatsOfOneKill: Math.max(0, ...campaign.killedAt.map((_, n) => causes.filter((kill) => kill === n).length)),
    declined: declines.flat().length,
    audit: verdict.at(-1)?.endsWith(' 0 faults') === true ? [] : verdict,
    findings: findings.map(({ kind, what }) => `${kind}: ${what}`),
    tales: walkers.filter((one) => isConcerned(one, findings)).map((one) => campaign.taleOf(one)),
  }
}

const isConcerned = ({ person, number }: Walker, findings: readonly Finding[]): boolean =>
  findings.some(({ what }) => what.includes(String(person.chatId)) || (number !== '' && what.includes(number)))

const sent = ['submitted', 'roster-consulted']
const legalised = ['claimed', 'call-started', 'identity-confirmed', 'legalised', 'prepared', 'sent']
/** What becomes of a case after its answers, by where it ended; evidence and verdicts come on top. */
const after: Readonly<Record<string, readonly string[]>> = {
  submitted: sent,
  'with-contact-center': [...sent, ...legalised],
}

async function inStore(store: Store, walkers: readonly Walker[]): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const cases = await store.ledger.find({ limit: 10_000 })
  for (const walker of walkers) {
    const c = cases.find(({ number }) => number === walker.number)
    const history = c === undefined ? [] : await store.ledger.history(c.id)
    const events = history.map(({ type }) => type)
    if (c === undefined) findings.push({ kind: 'lost', what: `the case of chat ${walker.person.chatId}` })
    else findings.push(...onCase(walker, c, events))
  }
  const strangers = cases.length - walkers.length
  if (strangers > 0) findings.push({ kind: 'doubled', what: `${strangers} cases too many` })
  for (const { lane, state, count } of await store.outbox.pending())
    if (state === 'dead') findings.push({ kind: 'lost', what: `${count} dead rows in ${lane}` })
  if (await store.inbox.isWaiting()) findings.push({ kind: 'lost', what: 'an update still waits' })
  return findings
}

/** Items whose answer is this person's alone: filed under another item or person it is seen. */
const personal = ['name', 'employment', 'nip', 'nik', 'email', 'phone', 'unit', 'position'] as const
const isTold = (item: string): item is (typeof personal)[number] => personal.some((name) => name === item)

function onCase(walker: Walker, c: Case, events: readonly string[]): readonly Finding[] {
  const fields = questionsOf(c).filter(({ field }) => field !== null)
  const answers = walker.answered.filter((item) => fields.some(({ key }) => key === item))
  const proofs = walker.answered.length - answers.length
  const found = tallyOf(events)
  // Pictures of many people look alike; how many came before depends on the order.
  const compared = Math.min(found['evidence-compared'] ?? 0, 1)
  const expected: Readonly<Record<string, number>> = {
    ...tallyOf(after[c.status] ?? []),
    ...(c.status === 'with-contact-center' && { 'item-judged': questionsOf(c).length }),
    ...{ opened: 1, answered: answers.length, 'evidence-compared': compared },
    ...(proofs > 0 && { 'evidence-received': proofs, 'evidence-stored': proofs, 'evidence-finished': proofs }),
  }
  const missing = answers.filter((item) => !Object.hasOwn(c.answers, item))
  const wrong = answers.filter((item) => isTold(item) && c.answers[item] !== walker.person.line[item])
  return [
    ...missing.map((item): Finding => ({ kind: 'lost', what: `${c.number}: the answer to ${item}` })),
    ...wrong.map((item): Finding => ({ kind: 'lost', what: `${c.number}: ${item} holds what was not said to it` })),
    ...Object.keys({ ...expected, ...found }).flatMap((type): readonly Finding[] => {
      const [wanted, present] = [expected[type] ?? 0, found[type] ?? 0]
      if (wanted === present) return []
      const what = `${c.number}: ${present} × ${type} instead of ${wanted}`
      return [{ kind: present < wanted ? 'lost' : 'doubled', what }]
    }),
  ]
}

function tallyOf(names: readonly string[]): Record<string, number> {
  const tally: Record<string, number> = {}
  for (const name of names) tally[name] = (tally[name] ?? 0) + 1
  return tally
}
