import type { Ports } from './ports.ts'

/** How long a one-time link to the desk lives when it is handed over at once, in milliseconds. */
export const deskLinkLifeMs = 60_000

/** Where the desk lies below the public address. */
export const deskPath = '/desk'

export const withoutSlash = (url: string): string => url.replace(/\/+$/, '')

/** The plain address of a case at the desk; it opens nothing by itself. */
export const deskAddress = (publicUrl: string, number: string): string =>
  `${withoutSlash(publicUrl)}${deskPath}/cases/${number}`

/** Where the copy of a chat's data opens, once. */
export const copyAddress = (publicUrl: string, token: string): string =>
  `${withoutSlash(publicUrl)}${deskPath}/copy?t=${encodeURIComponent(token)}`

/** Where somebody without a chat sees how their case stands, with the pass of their receipt. */
export const checkAddress = (publicUrl: string, number: string, pass: string): string =>
  `${withoutSlash(publicUrl)}${deskPath}/check/${number}/${pass}`

/** Where a verifier serves somebody who stands at the counter. */
export const counterAddress = (publicUrl: string, procedure?: string): string =>
  `${withoutSlash(publicUrl)}${deskPath}/counter${procedure === undefined ? '' : `/new/${procedure}`}`

/** A one-time link that signs one member of staff in; show it to that person only. */
export async function makeDeskLink(
  ports: Pick<Ports, 'deskAccess' | 'newToken' | 'now'>,
  publicUrl: string,
  staffId: string,
  lifeMs: number = deskLinkLifeMs,
): Promise<string> {
  const token = ports.newToken()
  const expiresAt = new Date(Date.parse(ports.now()) + lifeMs).toISOString()
  await ports.deskAccess.saveLink(token, staffId, expiresAt)
  return `${withoutSlash(publicUrl)}${deskPath}/login?t=${encodeURIComponent(token)}`
}
