import type { Agency } from '../agency/agency.ts'
import { officerAt } from '../agency/in-charge.ts'
import type { Case } from '../case/case.ts'
import { officialForms } from '../form/official-forms.ts'
import { fillForm, formContentOf } from '../legalise/filled-form.ts'
import { formText } from '../legalise/form.ts'
import { procedureOf } from '../procedure/registry.ts'
import type { Delivery } from './deliver.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

/** The part under which an issued form is kept, by the digest of its bytes. */
export const issuedPart = 'form'

/** Makes the form that the person in charge signs, on the agency's paper, keeps it sealed, and tells its case. */
export async function issueForm(ports: Ports, c: Case): Promise<Delivery> {
  const { form } = procedureOf(c.procedure)
  const agency = ports.agencies.find(({ code }) => code === c.agency)
  if (c.status !== 'awaiting-signature' || c.form !== null || form === undefined || agency === undefined)
    return { state: 'sent' }
  const bytes = await formBytes(ports, c, agency, form)
  const formSha256 = ports.sha256(bytes)
  await ports.files.put(c.id, formSha256, issuedPart, bytes)
  await perform(ports, c.id, [{ type: 'issue-form', formSha256 }], 'house')
  return { state: 'sent' }
}

async function formBytes(ports: Ports, c: Case, agency: Agency, name: keyof typeof officialForms): Promise<Uint8Array> {
  const formSha256 = ports.sha256(new TextEncoder().encode(formText(c)))
  const signer = officerAt(agency, ports.now())
  const filled = fillForm(officialForms[name], formContentOf(c, ports.agencies, { signer, formSha256 }))
  // Loaded at the first form, as all of the lab is.
  const { formPaper, issuedForm } = await import('../lab/form-paper.ts')
  return issuedForm(filled, await formPaper(agency))
}
