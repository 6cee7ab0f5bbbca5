import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importRadar } from '../../bot/radar-verb.ts'
import type { VerbContext } from '../../bot/verbs.ts'
import { at, Story, sari } from '../case/given.ts'
import { temporaryFolder } from '../folder.ts'
import { houseWith } from '../handling/clock-house.ts'

const nip = '198504122010012005'
const file = (text: string): string => {
  const path = join(temporaryFolder('radar'), 'ends.csv')
  writeFileSync(path, text)
  return path
}

async function office(story = new Story().claimed().when({ type: 'confirm-meeting' }, sari)) {
  const its = await houseWith(story)
  const said: string[] = []
  const context = { ports: async () => its.ports, print: (line: string) => void said.push(line) }
  return {
    its,
    bind: (chat = 'chat-1') =>
      its.ports.identities.bind({ kind: 'nip', value: nip }, { chat, by: 'call', at, key: chat }),
    async imports(text: string) {
      said.length = 0
      // Only what the verb reads of its context.
      return { exit: await importRadar(context as unknown as VerbContext, [file(text)]), said: said.join('\n') }
    },
    until: async () => (await its.ports.ledger.caseById(story.case.id))?.certificateUntil,
  }
}

describe('radar import', () => {
  it('notes the end of a certificate of whoever has a bound chat, once', async () => {
    const { bind, imports, until } = await office()
    await bind()
    expect(await imports(`\uFEFFNIP;until\r\n${nip};2028-11-20\r\n;\r\n`)).toMatchObject({ exit: 0 })
    expect(await until()).toBe('2028-11-20')
    expect((await imports(`nip,until\n${nip},2028-11-20\n`)).said).toMatch(/^0 noted, 1 known already/)
    expect((await imports(`nip,until\n${nip},2027-11-20\n`)).said).toMatch(/^1 noted/)
    expect(await until()).toBe('2027-11-20')
  })

  it('keeps nothing of people whose chat is not bound, whatever a chat claims', async () => {
    const { imports, until } = await office(new Story().claimed())
    const { exit, said } = await imports(`nip,until\n${nip},2028-11-20\n199003052015031003,2028-11-20\n`)
    expect([exit, said]).toEqual([
      0,
      '0 noted, 0 known already, 2 of people without a bound chat (not kept), 0 refused',
    ])
    expect(await until()).toBeNull()
  })

  it('keeps nothing for a chat that has just taken the place of another', async () => {
    const { bind, imports, until } = await office()
    await bind('chat-0')
    await bind('chat-1')
    expect((await imports(`nip,until\n${nip},2028-11-20\n`)).said).toContain('1 of people without')
    expect(await until()).toBeNull()
  })

  it('tells of bad lines by their number, and repeats no number of a person', async () => {
    const { bind, imports } = await office()
    await bind()
    const { exit, said } = await imports(
      `nip,until\n7777,2028-11-20\n${nip},20-11-2028\n${nip},2020-01-01\n${nip},2040-01-01\n`,
    )
    expect(exit).toBe(1)
    expect(said.split('\n').map((line) => line.slice(0, 7))).toEqual([
      'line 2:',
      'line 3:',
      'line 4:',
      'line 5:',
      '0 noted',
    ])
    expect(said).not.toContain('7777')
  })

  it.each([
    ['until,nip\n', /first line must be nip,until/],
    ['nip,until\n"unclosed', /no CSV/],
    ['', /first line/],
  ])('takes no other file: %j', async (text, words) => {
    const { exit, said } = await (await office()).imports(text)
    expect([exit, said]).toEqual([2, expect.stringMatching(words)])
  })
})
