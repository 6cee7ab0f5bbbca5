import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { sweepEvidence } from '../../prisma/evidence-files.ts'
import { temporaryFolder } from '../folder.ts'

let dir = ''
beforeEach(() => {
  dir = temporaryFolder('sweep')
  mkdirSync(join(dir, 'ab'))
})

const written = (name: string, at: string): void => {
  writeFileSync(join(dir, 'ab', name), 'x')
  utimesSync(join(dir, 'ab', name), new Date(at), new Date(at))
}

it('what a crash left half written is swept out; whole files, and what is being written now, stay', async () => {
  written('abcd', '2026-11-20T00:00:00Z')
  written('abcd.old.part', '2026-11-20T00:00:00Z')
  written('abcd.new.part', '2026-11-23T00:00:00Z')
  expect(await sweepEvidence(dir, '2026-11-22T00:00:00Z')).toBe(1)
  expect(readdirSync(join(dir, 'ab')).toSorted()).toEqual(['abcd', 'abcd.new.part'])
})

it('a house that has no evidence yet is swept, too', async () => {
  expect(await sweepEvidence(join(dir, 'nothing'), '2026-11-22T00:00:00Z')).toBe(0)
  expect(existsSync(join(dir, 'nothing'))).toBe(false)
})
