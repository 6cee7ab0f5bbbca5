import type { Case, Consent } from '../case/case.ts'
import { questionsOf } from '../case/question.ts'
import { wibMoment } from '../form/calendar.ts'
import type { Answer } from '../form/field.ts'
import type { FormLayout, SignatureBlock } from '../form/layout.ts'
import { type Condition, isMet } from '../procedure/condition.ts'
import { dossierWords as words } from './dossier-words.ts'
import { type FilledSection, filledSection } from './filled-section.ts'
import { dayText } from './form-answer.ts'

/** Who is to sign, as printed below the signature. */
export interface FormSigner {
  readonly name: string
  readonly nip?: string | undefined
  readonly title?: string | undefined
}

/** What a form is filled from. The answers are those that the case asks for, no stale ones. */
export interface FormContent {
  readonly number: string
  /** SHA-256 of the case's `formText`. */
  readonly formSha256: string
  readonly procedure: string
  readonly agency: string
  readonly answers: Readonly<Record<string, Answer>>
  readonly consent: Pick<Consent, 'version' | 'at'> | null
  readonly signer: FormSigner
}

/** A form with everything that is printed on it; equal content, equal form. */
export interface FilledForm {
  readonly layout: FormLayout
  readonly number: string
  readonly formSha256: string
  readonly sections: readonly FilledSection[]
  readonly statements: readonly string[]
  /** The requester's own declaration, electronic: name and how it was given. */
  readonly requester: { readonly name: string; readonly declared: string }
  readonly signer: FormSigner
  /** Where it is to be signed; null when a form like this needs no signature. */
  readonly signature: SignatureBlock | null
  /** ISO 8601: when the requester declared it; null before. */
  readonly madeAt: string | null
}

/** What a form is filled from, of a case as it stands. */
export function formContentOf(
  c: Pick<Case, 'number' | 'procedure' | 'answers' | 'isAgencyGiven' | 'agency' | 'consent'>,
  agencies: readonly { readonly code: string; readonly name: string }[],
  { signer, formSha256 }: Pick<FormContent, 'signer' | 'formSha256'>,
): FormContent {
  const named = (code: Answer | undefined) => agencies.find((agency) => agency.code === code)?.name ?? code
  const answers: Record<string, Answer> = {}
  for (const { key } of questionsOf(c)) {
    const answer = key === 'formerAgency' ? named(c.answers[key]) : c.answers[key]
    if (answer !== undefined) answers[key] = answer
  }
  const agency = String(named(c.agency ?? '') ?? '')
  const procedure = words.procedures[c.procedure]
  return { number: c.number, formSha256, procedure, agency, answers, consent: c.consent, signer }
}

/** Fills a layout: rows that were not asked are left out, "Tidak tahu" is said. */
export function fillForm(layout: FormLayout, content: FormContent): FilledForm {
  const { number, formSha256, answers, consent, signer } = content
  const said = { ...answers, agency: content.agency, procedure: content.procedure }
  const isShown = ({ when }: { readonly when?: Condition }) => when === undefined || isMet(when, said)
  return {
    layout,
    number,
    formSha256,
    sections: layout.sections
      .map((section) => filledSection(section, said))
      .filter(({ rows, changes }) => rows.length + changes.length > 0),
    statements: layout.statements.filter(isShown).map(({ text }) => text),
    requester: { name: typeof answers.name === 'string' ? answers.name : '', declared: declarationOf(consent) },
    signer,
    signature: isShown(layout.signature) ? layout.signature : null,
    madeAt: consent?.at ?? null,
  }
}

function declarationOf(consent: FormContent['consent']): string {
  if (consent === null) return 'Belum dinyatakan benar oleh pengguna.'
  const at = dayText(wibMoment(Date.parse(consent.at)))
  return `Diisi dan dinyatakan benar secara elektronik pada ${at} (pernyataan versi ${consent.version}).`
}

/** Every value of a filled form by its key: what a template of the agency's own may place. */
export function valuesOf(form: FilledForm): Readonly<Record<string, string>> {
  const { name, nip = '', title = '' } = form.signer
  const rows = form.sections.flatMap(({ rows, changes }) => [...rows, ...changes.flatMap(({ old, now }) => [old, now])])
  return {
    ...Object.fromEntries(rows.map(({ key, text }) => [key, text])),
    number: form.number,
    sha256: form.formSha256,
    ...(form.signature && { 'signer.name': name, 'signer.nip': nip, 'signer.title': title }),
  }
}
