import { isIP } from 'node:net'
import { isLoopback, isPublicAddress } from './public-address.ts'

const lengthMax = 500

/** What may be called: the open internet by https; with `isLocalAllowed` also this machine, by http too. */
export interface Reach {
  readonly isLocalAllowed: boolean
}

/** The host of an address without the brackets of IPv6. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** True for an address that may be called, as far as it tells by itself; where its name leads is seen when it is called. */
export function isHookAddress(text: string, { isLocalAllowed }: Reach): boolean {
  if (text.length > lengthMax || !URL.canParse(text)) return false
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || url.hash !== '') return false
  const host = bareHost(url)
  const isLocal = isLocalAllowed && (host === 'localhost' || isLoopback(host))
  if (url.protocol !== 'https:') return url.protocol === 'http:' && isLocal
  return isIP(host) === 0 || isLocal || isPublicAddress(host)
}

/** What an address that was resolved may be. */
export const mayCall =
  ({ isLocalAllowed }: Reach) =>
  (address: string): boolean =>
    isPublicAddress(address) || (isLocalAllowed && isLoopback(address))
