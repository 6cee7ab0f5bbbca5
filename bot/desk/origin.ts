import { timingSafeEqual } from 'node:crypto'

/** Where a request says that it comes from; all four are set by the browser, not by a page. */
export interface Provenance {
  readonly origin: string | undefined
  readonly host: string | undefined
  /** `Sec-Fetch-Site`: browsers send it over https and to this machine itself. */
  readonly site: string | undefined
}

/** True when a form was sent by a page of ours: by its origin, or where a browser hides that, by its own word for it. */
export function isFromHere({ origin, host, site }: Provenance, publicUrl: string): boolean {
  if (origin === undefined || origin === 'null') return site === 'same-origin'
  if (origin === new URL(publicUrl).origin) return true
  // Reached by another name of this machine, such as localhost: page and form still share one host.
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host
}

/** Compares two secrets without telling by the time it takes how much of them agrees. */
export function isSameSecret(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
