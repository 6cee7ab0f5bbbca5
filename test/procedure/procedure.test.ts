import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { phases } from '../../core/case/status.ts'
import { phasesOf } from '../../core/procedure/course.ts'
import { changeKinds } from '../../core/procedure/data-change.ts'
import { procedureNames } from '../../core/procedure/names.ts'
import { procedureOf } from '../../core/procedure/registry.ts'

const root = new URL('../..', import.meta.url).pathname
const linesOf = (path: string): number => readFileSync(`${root}${path}`, 'utf8').trimEnd().split('\n').length

describe('A procedure', () => {
  it('is data: a file of at most 25 lines, a change of data of at most 80', () => {
    for (const name of procedureNames)
      expect([name, linesOf(`core/procedure/${name}.ts`) <= (name === 'data-change' ? 80 : 25)]).toEqual([name, true])
  })

  it('is told from another by nobody but the registry', () => {
    const sources = ['core', 'bot', 'prisma'].flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts') && !path.includes('generated'))
        .map((path) => `${folder}/${path}`),
    )
    const telling = new RegExp(`switch \\([^)]*procedure|procedure [!=]== '(?:${procedureNames.join('|')})'`)
    const tellers = sources.filter((path) => telling.test(readFileSync(`${root}${path}`, 'utf8')))
    expect(tellers).toEqual([])
  })

  it('walks its phases in the one order, and ends in one that somebody can finish', () => {
    for (const name of procedureNames) {
      const listed = procedureOf(name).phases
      expect(listed.toSorted((a, b) => phases.indexOf(a) - phases.indexOf(b))).toEqual(listed)
      const isSettled = procedureOf(name).outcomes !== undefined
      expect([name, isSettled !== listed.includes('legalise')]).toEqual([name, true])
    }
  })

  it.each(Object.keys(changeKinds))(
    '%s revokes before anything is sent, wherever its agency wants it',
    (changeKind) => {
      for (const revokesBefore of ['form', 'sending'] as const) {
        const walked = phasesOf({ procedure: 'data-change', answers: { changeKind }, revokesBefore })
        const { revokes, isSigned } = changeKinds[changeKind as keyof typeof changeKinds]
        expect([walked.includes('revocation'), walked.includes('action')]).toEqual([revokes, revokes])
        expect(walked.includes('signature')).toBe(isSigned)
        if (revokes) expect(walked.indexOf('revocation')).toBeLessThan(walked.indexOf('hand-off'))
        if (revokes && isSigned)
          expect(walked.indexOf('revocation') < walked.indexOf('signature')).toBe(revokesBefore === 'form')
      }
    },
  )
})
