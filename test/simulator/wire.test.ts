import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HandClock } from '../../bot/simulator/clock.ts'
import { Changes } from '../../bot/simulator/wire/changes.ts'
import { Faults } from '../../bot/simulator/wire/faults.ts'
import { type RequestBody, readBody } from '../../bot/simulator/wire/request-body.ts'

describe('a clock moved by hand', () => {
  it('rings what falls due, earliest first, also what is set on the way', () => {
    const clock = new HandClock(0)
    const rung: string[] = []
    clock.after(20, () => rung.push(`b at ${clock.now()}`))
    clock.after(10, () => {
      rung.push(`a at ${clock.now()}`)
      clock.after(5, () => rung.push(`c at ${clock.now()}`))
    })
    clock.after(40, () => rung.push('too late'))
    clock.after(1, () => rung.push('called off'))()
    clock.advance(30)
    expect(rung).toEqual(['a at 10', 'c at 15', 'b at 20'])
    expect(clock.now()).toBe(30)
  })
})

describe('waiting for a change', () => {
  it('ends at once when it has happened already', async () => {
    expect(await new Changes().until(() => 'sudah')).toBe('sudah')
  })

  it('hands on what the probe throws', async () => {
    const changes = new Changes()
    let isBroken = false
    const waiting = changes.until(() => {
      if (isBroken) throw new Error('rusak')
      return undefined
    })
    isBroken = true
    changes.notify()
    await expect(waiting).rejects.toThrow('rusak')
  })
})

describe('faults', () => {
  it('strike the calls they are aimed at, so many times, in the order they were set', () => {
    const faults = new Faults(['poll'])
    faults.next({ kind: 'reset' }, { method: ['a', 'b'], target: 5, times: 2 })
    faults.next({ kind: 'black-hole' })
    expect(faults.take('poll')).toBeUndefined()
    expect(faults.take('a', '5')).toEqual({ kind: 'reset' })
    expect(faults.take('a', 6)).toEqual({ kind: 'black-hole' })
    expect(faults.take('a', 6)).toBeUndefined()
    expect(faults.take('b', 5)).toEqual({ kind: 'reset' })
    expect(faults.take('b', 5)).toBeUndefined()
  })
})

describe('the body of a request', () => {
  let server: Server
  let read: RequestBody | undefined
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      read = await readBody(request)
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  afterAll(() => {
    server.close()
    server.closeAllConnections()
  })

  it('is the same after multipart as before, whatever the bytes and names', async () => {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const name = fc.string({ minLength: 1 }).filter((text) => /^[\w .é-]+$/.test(text))
    const value = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\r\n?|\n/g, '\r\n'))
    await fc.assert(
      fc.asyncProperty(name, value, fc.uint8Array(), async (fileName, text, bytes) => {
        const form = new FormData()
        form.set('teks', text)
        form.set('berkas', new File([bytes], fileName))
        await fetch(address, { method: 'POST', body: form })
        expect(read?.fields).toEqual({ teks: text })
        expect(read?.files.get('berkas')).toMatchObject({ name: fileName, bytes: Buffer.from(bytes) })
      }),
      { numRuns: 50 },
    )
  })

  it('is nothing when it is no JSON object or no multipart', async () => {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    for (const [type, body] of [
      ['application/json', '[1]'],
      ['application/json', '{'],
      ['multipart/form-data', 'x'],
    ]) {
      read = { encoding: 'none', fields: {}, files: new Map() }
      await fetch(address, { method: 'POST', headers: { 'content-type': type ?? '' }, body: body ?? '' })
      expect(read).toBeUndefined()
    }
  })
})
