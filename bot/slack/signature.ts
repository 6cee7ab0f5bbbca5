import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** How far Slack's clock and ours may lie apart, in seconds, in either direction. */
const skewMaxS = 300

/**
 * True when Slack signed this body with our secret just now (v0: HMAC-SHA-256 over version, time and raw body).
 * @source docs.slack.dev, verifying requests from Slack
 */
export function isSigned(headers: Headers, body: Uint8Array, secret: string, nowMs: number): boolean {
  const time = headers.get('x-slack-request-timestamp') ?? ''
  const given = headers.get('x-slack-signature') ?? ''
  if (!/^\d{1,12}$/.test(time) || Math.abs(nowMs / 1000 - Number(time)) > skewMaxS) return false
  const expected = `v0=${createHmac('sha256', secret).update(`v0:${time}:`).update(body).digest('hex')}`
  // Digests are of one length, so that the comparison takes the same time for every signature.
  return timingSafeEqual(digest(given), digest(expected))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
