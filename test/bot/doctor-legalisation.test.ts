import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { legalisations } from '../../bot/doctor-legalisation.ts'
import { diy } from '../case/given.ts'
import { temporaryFolder } from '../folder.ts'

const agenciesWith = (legalisation: string | undefined) => {
  const file = join(temporaryFolder('agencies'), 'agencies.json')
  writeFileSync(file, JSON.stringify([{ ...diy, legalisation }]))
  return file
}

describe('doctor on how verifiers legalise', () => {
  it('finds nothing to say where it is recorded', () => {
    const recorded = [undefined, agenciesWith(undefined), agenciesWith('approval')]
    for (const AGENCIES_FILE of recorded)
      expect(legalisations({ AGENCIES_FILE, TRUST_ANCHORS_DIR: undefined }).state).toBe('good')
  })

  it('warns where verifiers are to sign and nobody is trusted', () => {
    const AGENCIES_FILE = agenciesWith('signature')
    expect(legalisations({ AGENCIES_FILE, TRUST_ANCHORS_DIR: undefined })).toMatchObject({ state: 'bad' })
    expect(legalisations({ AGENCIES_FILE, TRUST_ANCHORS_DIR: './anchors' })).toMatchObject({ state: 'good' })
  })

  it('knows no other way', () => {
    const AGENCIES_FILE = agenciesWith('stamp')
    expect(() => legalisations({ AGENCIES_FILE, TRUST_ANCHORS_DIR: undefined })).toThrow('approval or signature')
  })
})
