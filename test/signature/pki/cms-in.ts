/** The newest signature of a file and what it is over, as its dictionary says; for files that nobody attacks us with. */
export function cmsIn(file: Buffer): { readonly cms: Buffer; readonly signed: Buffer } {
  const found = [...file.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)\s*\]/g)].at(-1)
  if (found === undefined) throw new Error('not signed')
  const [start, length, from, rest] = found.slice(1).map(Number) as [number, number, number, number]
  return {
    cms: Buffer.from(file.toString('latin1', start + length + 1, from - 1), 'hex'),
    signed: Buffer.concat([file.subarray(start, start + length), file.subarray(from, from + rest)]),
  }
}
