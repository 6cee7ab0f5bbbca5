import type { Agency } from '../core/agency/agency.ts'
import { officialForms } from '../core/form/official-forms.ts'
import { readAgencies } from './agencies.ts'
import type { Config } from './config.ts'
import type { Finding } from './doctor.ts'

/** Whether the letterhead and the form template of every agency are there and fit: else no form is issued for it. */
export async function paper({ AGENCIES_FILE }: Pick<Config, 'AGENCIES_FILE'>): Promise<Finding> {
  const what = 'forms'
  if (AGENCIES_FILE === undefined) return { what, state: 'good', say: 'are drawn without letterhead' }
  const faults: string[] = []
  for (const agency of readAgencies(AGENCIES_FILE)) faults.push(...(await faultsOf(agency)))
  return faults.length === 0
    ? { what, state: 'good', say: 'letterheads and templates are there and fit' }
    : { what, state: 'bad', say: faults.join('; ') }
}

async function faultsOf(agency: Agency): Promise<readonly string[]> {
  const [{ formPaper }, { templateFaults }] = [
    await import('../core/lab/form-paper.ts'),
    await import('../core/lab/form-template.ts'),
  ]
  try {
    const { template } = await formPaper(agency)
    const faults = template === undefined ? [] : await templateFaults(template, officialForms['data-change'])
    return faults.map((fault) => `${agency.code}: formTemplate: ${fault}`)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    return [`${agency.code}: letterhead or formTemplate cannot be read (${why})`]
  }
}
