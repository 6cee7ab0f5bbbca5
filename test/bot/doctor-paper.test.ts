import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { paper } from '../../bot/doctor-paper.ts'
import { formPdf } from '../../core/lab/form-pdf.ts'
import { diy } from '../case/given.ts'
import { temporaryFolder } from '../folder.ts'
import { changeSample } from '../lab/sample-forms.ts'

const folder = temporaryFolder('paper')

const looksAt = (more: object) => {
  const path = join(folder, 'agencies.json')
  writeFileSync(path, JSON.stringify([{ ...diy, ...more }]))
  return paper({ AGENCIES_FILE: path })
}

describe('the paper of the forms, as doctor looks at it', () => {
  it('is good where nothing is configured, and where all of it is there', async () => {
    expect(await paper({ AGENCIES_FILE: undefined })).toMatchObject({ state: 'good' })
    expect(await looksAt({ letterhead: { lines: ['PEMERINTAH DAERAH', 'DINAS KOMINFO'] } })).toMatchObject({
      state: 'good',
    })
  })

  it('is bad where a file is missing, or a template has other fields than it is said to have', async () => {
    const logo = join(folder, 'nowhere.png')
    expect((await looksAt({ letterhead: { lines: ['DINAS'], logo } })).say).toContain('diy: letterhead or formTemplate')
    const file = join(folder, 'form.pdf')
    writeFileSync(file, await formPdf(changeSample()))
    const good = { file, fields: { name: 'pandu.name' }, signatureField: 'TTE_PJ' }
    expect(await looksAt({ formTemplate: good })).toMatchObject({ state: 'good' })
    const { state, say } = await looksAt({ formTemplate: { ...good, fields: { name: 'Nama' }, signatureField: 'TTD' } })
    expect(state).toBe('bad')
    expect(say).toContain('it has no field "Nama" for "name"')
    expect(say).toContain('it has no signature field "TTD"')
  })
})
