/**
 * RC4, only ever to read files that were encrypted with it long ago (ISO 32000-2, 7.6.3.1; deprecated there): OpenSSL 3 does
 * not offer it any more.
 */
export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i)
  for (let i = 0, j = 0; i < 256; i++) {
    const kept = Number(state[i])
    j = (j + kept + Number(key[i % key.length])) & 0xff
    state[i] = Number(state[j])
    state[j] = kept
  }
  const made = new Uint8Array(data.length)
  for (let at = 0, i = 0, j = 0; at < data.length; at++) {
    i = (i + 1) & 0xff
    const kept = Number(state[i])
    j = (j + kept) & 0xff
    const other = Number(state[j])
    state[i] = other
    state[j] = kept
    made[at] = Number(data[at]) ^ Number(state[(kept + other) & 0xff])
  }
  return made
}
