import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isHookAddress, mayCall } from '../../bot/api/hook-address.ts'
import { call } from '../../bot/api/hook-post.ts'
import { guardedLookup, isPublicAddress } from '../../bot/api/public-address.ts'
import { apiWorld, bodyOf } from './api-fixture.ts'
import { openReceiver } from './receiver.ts'

const strict = { isLocalAllowed: false }
const closed = [
  ...['https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://[::1]/'],
  ...['https://169.254.169.254/latest/meta-data/', 'https://10.0.0.1/', 'https://192.168.1.1/', 'https://172.31.0.1/'],
  ...['https://100.64.0.1/', 'https://0.0.0.0/', 'https://[::]/', 'https://[::ffff:127.0.0.1]/', 'https://[fd00::1]/'],
  ...['https://[fe80::1]/', 'https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/', 'https://224.0.0.1/'],
  ...['http://example.com/', 'ftp://example.com/', 'file:///etc/passwd', 'https://user:pw@example.com/', 'gopher://x/'],
  ...['//example.com', 'javascript:alert(1)', '', 'https://', `https://example.com/${'a'.repeat(500)}`],
]

describe('CVE-2024-39713 (Rocket.Chat), CVE-2021-3742 (Chatwoot): an address that others give', () => {
  it('is refused where it names a closed network by itself, in whichever way of writing', async () => {
    const world = await apiWorld()
    const key = await world.key()
    for (const url of closed) {
      expect(isHookAddress(url, strict), url).toBe(false)
      const answer = await world.ask(key, 'POST', '/hooks', { url })
      expect([answer.status, ((await bodyOf(answer)).errors as { at: string }[])[0]?.at], url).toEqual([422, '/url'])
      expect((await call({ method: 'POST', url, headers: {}, body: '{}' }, strict)).status, url).toBe(0)
    }
    expect((await bodyOf(await world.ask(key, 'GET', '/hooks'))).hooks).toEqual([])
    expect(isHookAddress('https://helpdesk.example.go.id/pandu?x=1', strict)).toBe(true)
    expect(isHookAddress('https://1.1.1.1/', strict)).toBe(true)
  })

  it('is refused when it is called where its name leads to this machine, and nothing gets there', async () => {
    const receiver = await openReceiver()
    try {
      const url = `https://localhost:${new URL(receiver.url).port}/`
      expect(await call({ method: 'POST', url, headers: {}, body: '{}' }, strict)).toMatchObject({
        status: 0,
        answer: 'address-closed',
      })
      expect(receiver.got).toEqual([])
    } finally {
      await receiver.close()
    }
  })

  it('is looked up for the very connection that is made: one bad answer among good ones is enough', async () => {
    const lookup = guardedLookup(mayCall(strict))
    for (const all of [true, false]) {
      const error = await new Promise<Error | null>((resolve) => lookup('localhost', { all }, (no) => resolve(no)))
      expect(error?.name).toBe('ClosedAddress')
    }
  })

  it('reaches this machine alone where that is allowed, and still no network around it', () => {
    const open = { isLocalAllowed: true }
    expect(isHookAddress('http://127.0.0.1:8080/x', open)).toBe(true)
    expect(isHookAddress('http://localhost/x', open)).toBe(true)
    for (const url of ['http://192.168.1.1/', 'https://10.0.0.1/', 'http://example.com/', 'https://169.254.169.254/'])
      expect(isHookAddress(url, open), url).toBe(false)
  })

  it('is public for no private IPv4 address, also inside of IPv6', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('10', '127', '192.168', '169.254', '172.16', '172.31', '100.64', '0', '224', '255'),
        fc.nat(255),
        fc.nat(255),
        fc.nat(255),
        (start, a, b, c) => {
          const address = [...start.split('.'), a, b, c].slice(0, 4).join('.')
          expect(isPublicAddress(address)).toBe(false)
          expect(isPublicAddress(`::ffff:${address}`)).toBe(false)
        },
      ),
    )
    expect(isPublicAddress('2606:4700:4700::1111')).toBe(true)
    expect(isPublicAddress('not an address')).toBe(false)
  })
})
