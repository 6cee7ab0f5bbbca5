import type { Agency } from '../agency/agency.ts'
import { officerAt } from '../agency/in-charge.ts'
import type { Case } from '../case/case.ts'
import type { Event } from '../case/event.ts'
import { questionsOf } from '../case/question.ts'
import { wibMoment } from '../form/calendar.ts'
import { type Answer, type FieldName, fieldOf, isFieldName, type Moment } from '../form/field.ts'
import { placeIn } from '../procedure/guide.ts'
import { dossierWords as words } from './dossier-words.ts'
import type { ManifestEntry } from './manifest.ts'

/** What the cover sheet of a dossier says; every text is printed as given. */
export interface Dossier {
  readonly heading: string
  readonly number: string
  readonly agency: string
  readonly paragraphs: readonly string[]
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly manifest: readonly ManifestEntry[]
  readonly timeline: readonly { readonly at: string; readonly text: string }[]
  readonly footer: string
  /** ISO 8601: the moment of the legalisation, so that the same dossier is always the same bytes. */
  readonly madeAt: string
}

/** The content of a legalised case's dossier: the form, who answers for it, and the files by their digests. @throws Error when it is not legalised */
export function dossierOf(c: Case, history: readonly Event[], agency: Agency | undefined): Dossier {
  const legalised = history.findLast((event) => event.type === 'legalised')
  if (legalised === undefined || c.manifest === null || c.legalisedBy === null)
    throw new Error('only a legalised case has a dossier')
  return {
    heading: words.heading,
    number: c.number,
    agency: agency?.name ?? c.agency ?? '',
    paragraphs: [words.intro, `${words.statement}: “${legalised.statement}”`],
    facts: [...formOf(c, agency), ...warrantsOf(c, agency, legalised.formSha256)],
    manifest: c.manifest,
    // What comes after the legalisation is not part of what was legalised.
    timeline: timelineOf(history.slice(0, history.indexOf(legalised) + 1)),
    footer: words.footer,
    madeAt: c.legalisedBy.at,
  }
}

/** The filled form, in the order it was asked. */
function formOf(c: Case, agency: Agency | undefined): Dossier['facts'] {
  const asked = questionsOf(c).flatMap(({ key, name, field }): Dossier['facts'] => {
    if (field === null || !isFieldName(name) || name === 'agency') return []
    const [, device] = key.split('.')
    const label = device === undefined ? words.fields[name] : `${words.fields[name]} – ${words.device} ${device}`
    return [[label, answerOf(name, c.answers[key] ?? null)]]
  })
  return [
    [words.procedure, words.procedures[c.procedure]],
    [words.fields.agency, agency?.name ?? c.agency ?? ''],
    ...stuckOf(c),
    ...asked,
  ]
}

/** Where on BSrE's own pages the requester could not go on. */
function stuckOf({ stuckAt }: Case): Dossier['facts'] {
  const place = placeIn(stuckAt?.guide, stuckAt?.step)
  return place === undefined ? [] : [[words.stuckAt, words.steps[place.step]]]
}

function answerOf(name: FieldName, answer: Answer): string {
  if (answer === null) return name === 'signingDeadline' ? words.none : words.unknown
  if (typeof answer === 'string') return fieldOf(name).kind === 'choice' ? (words.options[answer] ?? answer) : answer
  if ('date' in answer) return momentOf(answer)
  return answer.map((device) => `${device.name ?? words.unknown} (${words.devices[device.kind]})`).join('; ')
}

/** Who answers for the dossier, and by what. */
function warrantsOf(c: Case, agency: Agency | undefined, formSha256: string): Dossier['facts'] {
  const { identity, consent, legalisedBy } = c
  // Whoever was in charge when the form was made, or when it was legalised.
  const at = c.form?.at ?? legalisedBy?.at
  const person = agency === undefined || at === undefined ? undefined : officerAt(agency, at)
  const facts: (readonly [string, string | undefined])[] = [
    [words.identity, identity === null ? undefined : `${meansOf(identity)}, ${timeOf(identity.at)}`],
    [words.consent, consent === null ? undefined : `${words.consentOf} ${consent.version}, ${timeOf(consent.at)}`],
    [words.verifier, legalisedBy === null ? undefined : `${legalisedBy.name}, ${timeOf(legalisedBy.at)}`],
    [words.legalisation, words.legalisations[agency?.legalisation ?? 'approval']],
    [words.personInCharge, person === undefined ? undefined : `${person.name}, ${person.title}`],
    [words.formDigest, formSha256],
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]))
}

function meansOf({ method, numberFrom }: NonNullable<Case['identity']>): string {
  if (method === 'meeting') return words.meeting
  return numberFrom === 'roster' ? words.callRoster : words.callDirectory
}

/** The steps that matter to whoever receives the dossier, oldest first. */
function timelineOf(history: readonly Event[]): Dossier['timeline'] {
  const told: Readonly<Record<string, string>> = words.events
  return history.flatMap(({ type, at }) => {
    const text = Object.hasOwn(told, type) ? told[type] : undefined
    return text === undefined ? [] : [{ at: timeOf(at), text }]
  })
}

const timeOf = (at: string): string => momentOf(wibMoment(Date.parse(at)))

/** A day as people of the receiving office write it, with its time in WIB when it is known: 23-11-2026, 09.00 WIB. */
function momentOf({ date, time }: Moment): string {
  const day = date.split('-').toReversed().join('-')
  return time === undefined ? day : `${day}, ${time.replace(':', '.')} WIB`
}
