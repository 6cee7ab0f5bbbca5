import type { Event, EventType } from '../../core/case/event.ts'
import { isMailItem } from '../../core/case/mail.ts'
import { rosterLine } from '../text/desk-case.ts'
import { authorName, eventText, timelineText } from '../text/desk-timeline.ts'
import { formSignatureText } from '../text/form-signature.ts'
import { itemLabel } from '../text/item.ts'
import type { Bilingual, Language } from '../text/language.ts'
import { momentText } from '../text/moment.ts'
import { outcomeLabels } from '../text/outcome.ts'
import { reasonLabel } from '../text/reason.ts'
import { shownText } from './hostile-text.ts'
import { mailEntry } from './mail-entry.ts'
import { quoted, teamDetails } from './timeline-teamwork.ts'

/** One line of a case's history: who did what when, and what matters about it; never a value of the form. */
export interface Entry {
  readonly at: string
  readonly who: string
  readonly what: string
  readonly details: readonly string[]
  /** Words that were said, and which way they went. */
  readonly said?: { readonly way: 'out' | 'in' | 'note' | 'mail'; readonly words: string }
  /** The item behind which its files lie. */
  readonly files?: string
}

// Ten answers in a row are one thing to a reader: the form was filled in.
const filling: ReadonlySet<EventType> = new Set([
  'answered',
  'evidence-received',
  'evidence-stored',
  'evidence-held',
  'evidence-moved',
  'evidence-finished',
  'evidence-cleared',
])
const untold: ReadonlySet<EventType> = new Set(['language-chosen'])
// Files of a mail are shown with it.
const isTold = (event: Event): boolean => !untold.has(event.type) && !('item' in event && isMailItem(event.item))
const groupOf = ({ type }: Event): string => (filling.has(type) ? 'filling' : type === 'item-judged' ? 'judging' : '')

/** The history, newest first. */
export function timelineEntries(history: readonly Event[], language: Language): readonly Entry[] {
  const names = staffNames(history)
  const groups: Event[][] = []
  for (const event of history.filter(isTold)) {
    const last = groups.at(-1)
    const group = groupOf(event)
    if (last?.[0] !== undefined && group !== '' && groupOf(last[0]) === group) last.push(event)
    else groups.push([event])
  }
  return groups.map((group) => entryOf(group, names, language)).toReversed()
}

/** Names of staff as the history itself knows them. */
function staffNames(history: readonly Event[]): ReadonlyMap<string, string> {
  const people = history.flatMap((event) => {
    if (event.type === 'claimed' || event.type === 'handed-over') return [event.secret.verifier]
    if (event.type === 'taken' || event.type === 'assigned') return [event.secret.agent]
    if (event.type === 'escalated' || event.type === 'merged') return [event.secret.by]
    if (event.type === 'replied' || event.type === 'noted') return [event.secret.by]
    if (event.type === 'mail-received') return event.secret.by === undefined ? [] : [event.secret.by]
    if (event.type === 'revoked' || event.type === 'settled') return [event.secret.by]
    const isBySomebody = event.type === 'legalised' || event.type === 'identity-confirmed'
    if (event.type === 'cover-signed' || event.type === 'legalisation-withdrawn') return [event.secret.by]
    return isBySomebody || event.type === 'signature-confirmed' ? [event.secret.by] : []
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}

function entryOf(group: readonly Event[], names: ReadonlyMap<string, string>, language: Language): Entry {
  const [first, last] = [group[0], group.at(-1)]
  if (first === undefined || last === undefined) throw new Error('an entry tells of something')
  const isFilling = groupOf(first) === 'filling'
  // What the house does while the requester fills in is part of the filling.
  const { role, id } =
    isFilling && first.author.role !== 'counter' ? { role: 'requester' as const, id: undefined } : first.author
  return {
    at: last.at,
    who: shownText(names.get(id ?? '') ?? authorName[role][language]),
    what: eventText[isFilling ? 'answered' : first.type][language],
    details: isFilling ? [] : [...goodCount(group, language), ...group.flatMap((event) => detailsOf(event, language))],
    ...saidIn(first),
    ...(first.type === 'mail-received' && mailEntry(first, language)),
  }
}

const ways = { replied: 'out', wrote: 'in', noted: 'note' } as const

const saidIn = (event: Event): Pick<Entry, 'said'> =>
  event.type === 'replied' || event.type === 'wrote' || event.type === 'noted'
    ? { said: { way: ways[event.type], words: shownText(event.secret.text) } }
    : {}

/** Items found good are many and alike: their number tells enough. */
function goodCount(group: readonly Event[], language: Language): readonly string[] {
  const count = group.filter((event) => event.type === 'item-judged' && event.ok).length
  return count === 0 ? [] : [`${count} ${timelineText.good[language]}`]
}

function detailsOf(event: Event, language: Language): readonly string[] {
  const say = (text: Bilingual) => text[language]
  switch (event.type) {
    case 'item-judged': {
      if (event.ok) return []
      const why = event.reason === undefined ? '' : `: ${reasonLabel(event.reason, language)}`
      return [`${itemLabel(event.item, language)} – ${say(timelineText.failing)}${why}`, ...quoted(event.secret.note)]
    }
    case 'returned':
      return event.items.map((item) => itemLabel(item, language))
    case 'rejected':
      return [reasonLabel(event.reason, language), ...quoted(event.secret.note)]
    case 'released':
      return event.because === 'asked' ? [] : [say(timelineText[event.because === 'away' ? 'byAbsence' : 'byLease'])]
    case 'roster-consulted':
      return [say(rosterLine(event.facts))]
    case 'call-missed':
      return [`${event.misses} ×`, ...(event.freezes ? [say(timelineText.frozen)] : [])]
    case 'identity-confirmed':
      return [say(meansOf(event))]
    case 'sent':
      return event.channels.includes('mail') ? [say(timelineText.byMail)] : []
    case 'sent-back':
      return quoted(event.secret.text)
    case 'setback-reported':
      return [
        say(event.kind === 'trouble' ? timelineText.trouble : timelineText.linkExpired),
        ...quoted(event.secret.text),
      ]
    case 'settled':
      return [say(outcomeLabels[event.outcome]), ...quoted(event.secret.text)]
    case 'signed-form-received':
      return signedDetails(event, say)
    case 'signature-confirmed':
      return event.pins ? [say(timelineText.pinned)] : []
    case 'cover-signed':
      return [shownText(event.secret.signer.commonName), ...(event.pins ? [say(timelineText.pinned)] : [])]
    case 'revocation-planned':
      return event.on === null ? [say(timelineText.noDay)] : [momentText({ date: event.on }, language)]
    case 'cancelled':
      return quoted(event.secret.note)
    default:
      return teamDetails(event, language)
  }
}

function signedDetails(
  { form, secret }: Extract<Event, { type: 'signed-form-received' }>,
  say: (text: Bilingual) => string,
): readonly string[] {
  const differs =
    form.differs.length === 0 ? [] : [`${say(timelineText.differs)}: ${form.differs.map(shownText).join(', ')}`]
  if (form.verdict === null) return [say(formSignatureText.unverified), ...differs]
  const name = secret?.signer == null ? [] : [shownText(secret.signer.commonName)]
  const isGood = form.verdict.verdict === 'VALID'
  return [say(isGood ? formSignatureText.valid : formSignatureText.review), ...name, ...differs]
}

function meansOf(event: Extract<Event, { type: 'identity-confirmed' }>): Bilingual {
  if (event.method === 'meeting') return timelineText.meeting
  return event.numberFrom === 'roster' ? timelineText.callRoster : timelineText.callDirectory
}
