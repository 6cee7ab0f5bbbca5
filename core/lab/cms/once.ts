/** Reads the same bytes once for as long as somebody holds them: the parts of one file serve all its signatures. */
export function once<Read extends object>(read: (bytes: Uint8Array) => Read): (bytes: Uint8Array) => Read {
  const done = new WeakMap<Uint8Array, Read>()
  return (bytes) => {
    const result = done.get(bytes) ?? read(bytes)
    done.set(bytes, result)
    return result
  }
}
