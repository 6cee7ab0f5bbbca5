/** The text form of DER (RFC 7468), without an empty line where the last one is full. */
export const pem = (label: string, bytes: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64').match(/.{1,64}/g)?.join('\n')}\n-----END ${label}-----\n`
