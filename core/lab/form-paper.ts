import { readFile } from 'node:fs/promises'
import type { FilledForm } from '../legalise/filled-form.ts'
import type { Letterhead } from './form-letterhead.ts'
import { formPdf } from './form-pdf.ts'
import { type FormTemplate, filledTemplate } from './form-template.ts'

/** How an agency's configuration describes the paper of a form: its letterhead, or a template of its own. */
export interface FormPaperConfig {
  readonly letterhead?: { readonly lines: readonly string[]; readonly logo?: string | undefined } | undefined
  readonly formTemplate?:
    | {
        readonly file: string
        readonly fields: Readonly<Record<string, string>>
        readonly signatureField: string
      }
    | undefined
}

/** The paper itself, its files read. */
export interface FormPaper {
  readonly letterhead?: Letterhead
  readonly template?: FormTemplate
}

/** Reads the files that a configuration names. @throws what `readFile` throws when one is not there */
export async function formPaper({ letterhead, formTemplate }: FormPaperConfig): Promise<FormPaper> {
  const logo = letterhead?.logo === undefined ? undefined : await readFile(letterhead.logo)
  return {
    ...(letterhead && { letterhead: { lines: letterhead.lines, logo } }),
    ...(formTemplate && { template: { ...formTemplate, bytes: await readFile(formTemplate.file) } }),
  }
}

/** A filled form on its agency's paper, ready to be issued: its bytes are what a signed copy is compared with. */
export const issuedForm = (form: FilledForm, { letterhead, template }: FormPaper = {}): Promise<Uint8Array> =>
  template ? filledTemplate(form, template) : formPdf(form, letterhead)
