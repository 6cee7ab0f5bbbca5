import { ownWords, ownWordsMin } from '../evidence/reason.ts'
import { closingOf, phasesOf } from '../procedure/course.ts'
import { lasting } from '../procedure/outcome.ts'
import { procedureOf } from '../procedure/registry.ts'
import { staffOf } from './actor.ts'
import type { Case, StaffRef } from './case.ts'
import type { Judgement } from './command.ts'
import { daysAfter, dueAfter, hoursLeft, lifeDays } from './deadline.ts'
import type { Decisions } from './decide.ts'
import { faultInReason } from './decide-teamwork.ts'
import type { Happening } from './event.ts'
import { formGap } from './form-trust.ts'
import { faultIn, gapOf } from './gap.ts'
import { itemsOf, manifestOf } from './items.ts'
import { itemsAlong } from './items-along.ts'
import { type Refusal, refuse } from './refusal.ts'
import { faultInWords } from './staff-words.ts'

/** Wrong words after which a case is frozen. */
export const missesMax = 3

/** What a verifier does with a case in review. */
export const reviewDecisions: Decisions<
  | 'claim'
  | 'release'
  | 'hand-over'
  | 'take-over'
  | 'judge'
  | 'return'
  | 'reject'
  | 'start-call'
  | 'confirm-call'
  | 'confirm-meeting'
  | 'accept'
  | 'settle'
  | 'legalise'
> = {
  claim: (c, _, s) => [
    {
      type: 'claimed',
      ...(c.status === 'awaiting-signature' && { dueAt: dueAfter(c, 'review', s) }),
      secret: { verifier: staffOf(s.actor) },
    },
  ],
  release: (_, { because }) => [{ type: 'released', because }],
  'hand-over': (c, { to }) => handedOver(c, to),
  'take-over'(c, { reason }, { actor }) {
    if (c.status === 'awaiting-signature') return handedOver(c, staffOf(actor))
    if (c.verifier?.id === staffOf(actor).id) return []
    // What somebody is in the middle of is not taken without a word.
    if (reason === undefined) return refuse('held-by-other', { name: c.verifier?.name ?? '' })
    return faultInReason(reason) ?? handedOver(c, staffOf(actor), reason.trim())
  },

  judge(c, { verdicts }) {
    const no = verdicts.map((verdict) => faultOf(c, verdict)).find((fault) => fault !== undefined)
    if (no !== undefined) return no
    return verdicts
      .filter((verdict) => !isSame(c, verdict))
      .map(({ item, ok, reason, note }) => ({
        type: 'item-judged',
        item,
        ok,
        ...(reason !== undefined && { reason }),
        secret: note === undefined ? {} : { note },
      }))
  },

  return(c, _, s) {
    const along = itemsAlong(c)
    const items = itemsOf(c).filter((item) => c.verdicts[item]?.ok === false || along.has(item))
    if (items.length === 0) return refuse('nothing-failing')
    const left = hoursLeft(c, s)
    const dueAt = daysAfter(s.at, lifeDays['needs-correction'])
    return [...along.values(), { type: 'returned', items, dueAt, ...(left !== null && { hoursLeft: left }) }]
  },

  reject(_, { reason, note }) {
    if (reason === ownWords && (note ?? '').trim().length < ownWordsMin)
      return refuse('reason-too-short', { min: ownWordsMin })
    return faultInWords(note) ?? [{ type: 'rejected', reason, secret: note === undefined ? {} : { note } }]
  },

  'start-call'(c, { words, isAnew }) {
    // Nobody has a chat in which the words could show.
    if (c.counter !== undefined) return refuse('not-here')
    if (c.isFrozen) return refuse('frozen')
    return c.call !== null && isAnew !== true ? [] : [{ type: 'call-started', secret: { words } }]
  },

  'confirm-call'(c, { words, numberFrom }, { actor }) {
    if (c.isFrozen) return refuse('frozen')
    if (c.call === null) return refuse('no-call')
    if (numberFrom === 'roster' && c.roster === null) return refuse('roster-pending')
    if (numberFrom === 'roster' && c.roster?.hasPhone === false) return refuse('no-roster-number')
    if (isSpoken(words, c.call.words))
      return [{ type: 'identity-confirmed', method: 'call', numberFrom, secret: { by: staffOf(actor) } }]
    const misses = c.misses + 1
    return [{ type: 'call-missed', misses, freezes: misses >= missesMax }]
  },

  'confirm-meeting': (_, __, { actor }) => [
    { type: 'identity-confirmed', method: 'meeting', secret: { by: staffOf(actor) } },
  ],

  accept(c, _, { actor, at }) {
    if (closingOf(c) !== 'accept') return refuse('not-here')
    return gapOf(c, actor, at) ?? [{ type: 'accepted' }]
  },

  settle(c, { outcome, text }, s) {
    if (procedureOf(c.procedure).outcomes?.includes(outcome) !== true) return refuse('not-here')
    const gap = lasting.has(outcome) ? gapOf(c, s.actor, s.at) : faultIn(c, s.actor, s.at)
    if (gap !== undefined) return gap
    const said = (text ?? '').trim()
    if (outcome === 'answered' && said.length < answerMin) return refuse('reason-too-short', { min: answerMin })
    const secret = faultInWords(said)
    if (secret !== undefined) return secret
    const dueAt = phasesOf(c).includes('action') ? daysAfter(s.at, lifeDays.action) : null
    return [{ type: 'settled', outcome, dueAt, secret: { by: staffOf(s.actor), ...(said !== '' && { text: said }) } }]
  },

  legalise(c, { formSha256, statement }, { actor, at }) {
    if (c.status === 'in-review' && closingOf(c) !== 'legalise') return refuse('not-here')
    const gap = formGap(c) ?? gapOf(c, actor, at)
    if (gap !== undefined) return gap
    return [{ type: 'legalised', manifest: manifestOf(c), formSha256, statement, secret: { by: staffOf(actor) } }]
  },
}

const handedOver = (c: Case, to: StaffRef, reason?: string): readonly Happening[] =>
  c.verifier?.id === to.id
    ? []
    : [{ type: 'handed-over', secret: { verifier: to, ...(reason !== undefined && { reason }) } }]

const answerMin = 10

function faultOf(c: Case, { item, ok, reason, note }: Judgement): Refusal | undefined {
  if (!itemsOf(c).includes(item)) return refuse('unknown-item')
  if (!ok && (reason === undefined || (reason === ownWords && (note ?? '').trim().length < ownWordsMin)))
    return refuse('reason-too-short', { min: ownWordsMin })
  return faultInWords(note)
}

/** Judging an item as it stands already is nothing new, so a modal saved twice leaves no trace. */
function isSame(c: Case, { item, ok, reason, note }: Judgement): boolean {
  const stands = c.verdicts[item]
  if (stands === undefined || stands.ok !== ok) return false
  return stands.ok || (stands.reason === reason && stands.note === note)
}

const wordsIn = (text: string): string => (text.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ')
const isSpoken = (typed: string, words: readonly [string, string]): boolean =>
  wordsIn(typed) === wordsIn(words.join(' '))
