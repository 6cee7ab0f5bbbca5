import type { Agency } from '../../core/agency/agency.ts'
import { officerAt, signingMailboxes } from '../../core/agency/in-charge.ts'
import { issuedPart } from '../../core/handling/issue-form.ts'
import type { Ports } from '../../core/handling/ports.ts'
import { makeFormLink, type WaitingForm, waitingForms } from '../../core/handling/signing-mail.ts'
import { visible } from '../text/escape.ts'
import { optionLabel } from '../text/field.ts'
import type { Language } from '../text/language.ts'
import { signingMailText as words } from '../text/mail-signing.ts'
import { timeText } from '../text/moment.ts'
import { procedureName } from '../text/procedure.ts'
import { bothLanguages, type Enclosure, type Letter, oneLine } from './letter.ts'

/** Mail servers commonly refuse mails above 25 MB, and base64 adds a third. */
const enclosuresMaxBytes = 18 * 1024 * 1024

interface Enclosed {
  readonly c: WaitingForm
  readonly link: string
  readonly file: Enclosure
}

/** The forms of an agency that wait this morning, with a sentence and a link each; undefined when none waits any more. */
export async function signingLetter(
  ports: Ports,
  publicUrl: string,
  payload: unknown,
): Promise<Pick<Letter, 'to' | 'subject' | 'text' | 'enclosures'> | undefined> {
  const { agency: code, box } = payload as { readonly agency: string; readonly box: number }
  const agency = ports.agencies.find((one) => one.code === code)
  const to = agency && signingMailboxes(agency, ports.now())[box]
  if (agency === undefined || to === undefined) return undefined
  const waiting = await waitingForms(ports, code)
  const forms = await enclosed(ports, publicUrl, waiting)
  if (forms.length === 0) return undefined
  const isLate = forms.some(({ c }) => isOverdue(c, ports.now()))
  const late = (language: Language) => (isLate ? `${words.lateSubject[language]}: ` : '')
  return {
    to,
    subject: oneLine(
      `[Pandu] ${late('id')}${forms.length} ${words.subject.id} / ${late('en')}${forms.length} ${forms.length === 1 ? 'form' : 'forms'} ${words.subject.en}`,
    ),
    text: textOf(ports, agency, forms, forms.length < waiting.length),
    enclosures: forms.map(({ file }) => file),
  }
}

async function enclosed(
  ports: Ports,
  publicUrl: string,
  waiting: readonly WaitingForm[],
): Promise<readonly Enclosed[]> {
  const forms: Enclosed[] = []
  let sizeBytes = 0
  for (const c of waiting) {
    const content = await ports.files.get(c.id, c.form.sha256, issuedPart)
    if (content === undefined || ports.sha256(content) !== c.form.sha256) continue
    sizeBytes += content.length
    if (sizeBytes > enclosuresMaxBytes) return forms
    const file = { filename: `${c.number}-formulir.pdf`, contentType: 'application/pdf', content }
    forms.push({ c, file, link: await makeFormLink(ports, publicUrl, c) })
  }
  return forms
}

const isOverdue = ({ dueAt }: WaitingForm, at: string): boolean => dueAt !== null && dueAt < at

function textOf(ports: Ports, agency: Agency, forms: readonly Enclosed[], isCut: boolean): string {
  const at = ports.now()
  const officer = officerAt(agency, at)
  return bothLanguages((say, language) => [
    `${say(words.greeting)} ${officer.name}, ${officer.title}${
      officer.decree === undefined ? '' : ` (${say(words.acting)} ${oneLine(officer.decree)})`
    }`,
    '',
    say(words.body),
    '',
    say(words.how),
    ...forms.flatMap(({ c, link, file }, index) => [
      '',
      `${index + 1}. ${whomAndWhy(c, ports.agencies, language)} (${dueOf(c, at, language)})`,
      `   ${say(words.file)}: ${file.filename}`,
      `   ${say(words.upload)}: ${link}`,
    ]),
    '',
    ...(isCut ? [say(words.left), ''] : []),
    say(words.closing),
  ])
}

/** One sentence: for whom, and why. */
function whomAndWhy(
  { answers, procedure, number }: WaitingForm,
  agencies: readonly Agency[],
  language: Language,
): string {
  const { name, changeKind, formerAgency, formerAgencyName } = answers
  const why = typeof changeKind === 'string' ? optionLabel('changeKind', changeKind, language, agencies) : ''
  const left = typeof formerAgencyName === 'string' && formerAgency === 'other' ? formerAgencyName : formerAgency
  const from = agencies.find(({ code }) => code === left)?.name ?? (typeof left === 'string' ? left : undefined)
  const source = from === undefined ? '' : ` ${words.from[language]} ${oneLine(visible(from))}`
  const whom = oneLine(visible(typeof name === 'string' ? name : '–'))
  return `${whom}: ${procedureName(procedure, language)}, ${why}${source}. ${number}`
}

function dueOf({ dueAt }: WaitingForm, at: string, language: Language): string {
  if (dueAt === null) return '–'
  return `${(dueAt < at ? words.late : words.target)[language]} ${timeText(dueAt, language)}`
}
