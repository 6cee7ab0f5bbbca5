import { PdfRefused } from './refused.ts'

const END = 128

/** Below 128 a length says how many bytes follow, above it how often the next one counts (ISO 32000-2, 7.4.5). @throws PdfRefused */
export function fromRunLengths(data: Uint8Array, mostBytes: number): Uint8Array {
  const made = new Uint8Array(unpackedBytes(data, mostBytes))
  let length = 0
  for (let at = 0; at < data.length && data[at] !== END; ) {
    const code = Number(data[at])
    if (code < END) {
      made.set(data.subarray(at + 1, at + 2 + code), length)
      length += code + 1
      at += code + 2
    } else {
      made.fill(Number(data[at + 1]), length, length + 257 - code)
      length += 257 - code
      at += 2
    }
  }
  return made
}

function unpackedBytes(data: Uint8Array, mostBytes: number): number {
  let total = 0
  let at = 0
  for (; at < data.length && data[at] !== END; at += Number(data[at]) < END ? Number(data[at]) + 2 : 2)
    total += Number(data[at]) < END ? Number(data[at]) + 1 : 257 - Number(data[at])
  if (at > data.length) throw new PdfRefused('FILTER')
  if (total > mostBytes) throw new PdfRefused('BUDGET')
  return total
}
