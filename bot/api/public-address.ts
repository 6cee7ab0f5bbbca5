import { lookup as ask } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Networks that are not the internet (IANA special-purpose registries, RFC 6890 and its updates). */
const closed = { ipv4: new BlockList(), ipv6: new BlockList() }
const closed4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
]
// Of IPv6 only 2000::/3 is given out; what carries an IPv4 address inside is no way around either.
const closed6 = ['::/3', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '4000::/2', '8000::/1']
for (const [list, type] of [
  [closed4, 'ipv4'],
  [closed6, 'ipv6'],
] as const)
  for (const [net = '', bits] of list.map((one) => one.split('/'))) closed[type].addSubnet(net, Number(bits), type)

/** True for an address on the open internet: not this machine, not the network around it, not a cloud's own services. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  const type = version === 6 ? 'ipv6' : 'ipv4'
  return version !== 0 && !closed[type].check(address, type)
}

/** True for this machine itself. */
export const isLoopback = (address: string): boolean => address === '::1' || /^127(\.\d{1,3}){3}$/.test(address)

/** A name led to an address that may not be called. */
export class ClosedAddress extends Error {
  override readonly name = 'ClosedAddress'
}

/** Resolves a name for one connection and lets it through only where every answer may be called: nobody can change it in between. */
export const guardedLookup =
  (may: (address: string) => boolean): LookupFunction =>
  (name, options, done) => {
    ask(name, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, '')
      const [first] = found
      if (first === undefined || !found.every(({ address }) => may(address)))
        return done(new ClosedAddress('this name leads to a closed network'), '')
      if (options.all === true) return done(null, found)
      return done(null, first.address, first.family)
    })
  }
