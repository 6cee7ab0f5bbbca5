import { describe, expect, it } from 'vitest'
import { fieldLabel } from '../../bot/text/field.ts'
import { procedureName } from '../../bot/text/procedure.ts'
import { fields, isFieldName } from '../../core/form/field.ts'
import { coverSheet } from '../../core/lab/cover-sheet.ts'
import { dossierOf } from '../../core/legalise/dossier.ts'
import { dossierWords } from '../../core/legalise/dossier-words.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import { diy, goodAnswers, Story } from '../case/given.ts'

const dossier = (story: Story) => dossierOf(story.case, story.events, diy)

describe('the dossier of a legalised case', () => {
  it('holds the form as it was filled in, in the order it was asked', () => {
    const { facts } = dossier(new Story().legalised())
    const said = new Map(facts)
    expect(said.get('NIK')).toBe(goodAnswers.nik)
    expect(said.get('NIP/NI PPPK')).toBe(goodAnswers.nip)
    expect(said.get('Jabatan')).toBe('Tidak tahu')
    expect(said.get('Tenggat penandatanganan')).toBe('Tidak ada')
    expect(said.get('Perangkat yang dipakai')).toBe('Laptop (Laptop atau komputer)')
    expect(said.get('Waktu full scan selesai – perangkat 1')).toBe('21-11-2026, 14.00 WIB')
    const labels = facts.map(([label]) => label)
    expect(labels.indexOf('NIP/NI PPPK')).toBeLessThan(labels.indexOf('NIK'))
  })

  it('says who answers for it: verifier, means of identification, statement, digest of the form', () => {
    const { facts, paragraphs } = dossier(new Story().legalised())
    const said = new Map(facts)
    expect(said.get('Verifikator')).toBe('Sari, 23-11-2026, 09.00 WIB')
    expect(said.get('Identitas pemohon')).toContain('pertemuan langsung')
    expect(said.get('SHA-256 formulir')).toBe('f'.repeat(64))
    expect(said.get('Penanggung jawab')).toBe('Kepala Dinas, Kepala Dinas Kominfo')
    expect(paragraphs.join()).toContain('v1')
  })

  it('lists exactly the frozen files', () => {
    const story = new Story().legalised()
    expect(dossier(story).manifest).toBe(story.case.manifest)
  })

  it('is the same bytes whenever it is made, also after the case went on', async () => {
    const story = new Story().legalised()
    const before = await coverSheet(dossier(story))
    const sent = new Story().sent()
    expect(await coverSheet(dossierOf(sent.case, sent.events, diy))).toEqual(before)
  })

  it('does not exist before the legalisation', () => {
    expect(() => dossier(new Story().claimed())).toThrow('only a legalised case')
  })

  it('calls every field and procedure what people know it by', () => {
    for (const name of Object.keys(fields).filter(isFieldName))
      expect(dossierWords.fields[name]).toBe(fieldLabel(name, 'id'))
    for (const name of procedureNames) expect(dossierWords.procedures[name]).toBe(procedureName(name, 'id'))
  })
})
