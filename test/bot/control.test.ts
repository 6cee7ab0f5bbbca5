import { statSync } from 'node:fs'
import { createConnection } from 'node:net'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askRunning, controlPath, type RunVerb, serveControl } from '../../bot/control.ts'
import { withWholePath } from '../../bot/verb-line.ts'
import { temporaryFolder } from '../folder.ts'

let dir: string
let close: (() => Promise<void>) | undefined
const echo: RunVerb = async (args, print) => {
  print(args.join(' '))
  return 0
}

beforeEach(async () => {
  dir = temporaryFolder('control')
  close = await serveControl(dir, echo)
})
afterEach(async () => {
  await close?.()
})

const heard = async (...words: readonly string[]) => {
  const lines: string[] = []
  return { exit: await askRunning(dir, words, (line) => lines.push(line)), lines }
}

async function open() {
  const socket = createConnection(controlPath(dir))
  await new Promise((resolve) => socket.once('connect', resolve))
  return socket
}

describe('a file for the running program', () => {
  it('is named from the root: another roster may lie by that name where the program lives', () => {
    expect(withWholePath(['roster', 'import', 'pegawai.csv'])).toEqual(['roster', 'import', resolve('pegawai.csv')])
    expect(withWholePath(['staff', 'remove', 'a@b.id'])).toEqual(['staff', 'remove', 'a@b.id'])
    expect(withWholePath(['roster', 'import'])).toEqual(['roster', 'import'])
  })
})

describe('the control socket', () => {
  it('is for its owner alone', () => {
    expect(statSync(controlPath(dir)).mode & 0o777).toBe(0o600)
  })

  it('answers a line that is none of ours, and lives on', async () => {
    for (const line of ['{', 'null', '""', '[1, {}]']) {
      const socket = await open()
      const said: string[] = []
      socket.on('data', (bytes) => said.push(String(bytes)))
      socket.write(`${line}\n`)
      await new Promise((resolve) => socket.once('close', resolve))
      expect(said.join('')).toContain('"exit":')
    }
    expect(await heard('staff', 'list')).toEqual({ exit: 0, lines: ['staff list'] })
  })

  it('keeps no stopping program waiting for somebody who says nothing', async () => {
    const silent = await open()
    const gone = new Promise((resolve) => silent.once('close', resolve))
    await close?.()
    close = undefined
    await gone
    expect(await heard('staff', 'list')).toEqual({ exit: undefined, lines: [] })
  })
})
