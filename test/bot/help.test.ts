import { afterEach, describe, expect, it, vi } from 'vitest'
import { cli, overview, verbNames } from '../../bot/cli.ts'
import { helpOf } from '../../bot/help.ts'

afterEach(() => void vi.restoreAllMocks())

describe('Help', () => {
  it.each(verbNames)('of %s says how it is used', (verb) => {
    expect(helpOf(overview, verb.split(' '))).toMatch(new RegExp(`(?:^|\\| ) *${verb}\\b`, 'm'))
  })

  it('of one verb says nothing of the others, and more than the overview', () => {
    const said = helpOf(overview, ['staff', 'add']) ?? ''
    expect(said).toContain('--role verifier|agent|admin')
    expect(said).toContain('works at the desk')
    expect(said).not.toMatch(/staff absent|check-config|desk-link --staff/)
    expect(helpOf(overview, ['staff'])).toMatch(/staff add.*staff remove.*staff absent/s)
    expect(helpOf(overview, ['nonsense'])).toBeUndefined()
    expect(helpOf(overview, ['sta'])).toBeUndefined()
  })

  it.each([
    [['help', 'check-config'], 0, 'every fault'],
    [['check-config', '--help'], 0, 'every fault'],
    [['staff', 'add', '--help'], 0, '--role'],
    [['help'], 0, 'pandu VERB'],
    [['help', 'nonsense'], 2, 'no verb nonsense'],
  ])('by pandu %j ends with %d', async (words, exit, said) => {
    const lines: string[] = []
    const write = (text: unknown) => lines.push(String(text)) > 0
    vi.spyOn(process.stdout, 'write').mockImplementation(write)
    vi.spyOn(process.stderr, 'write').mockImplementation(write)
    expect(await cli(words)).toBe(exit)
    expect(lines.join('')).toContain(said)
  })
})
