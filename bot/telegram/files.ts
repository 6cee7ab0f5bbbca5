import { fileSizeMaxBytes } from '../../core/evidence/kind.ts'
import type { FetchFile } from '../../core/handling/evidence.ts'
import { Outage } from '../../core/handling/outage.ts'
import type { QuietWire } from './silence.ts'

const downloadTimeoutMs = 60_000
const refusedForSize = /file is too big/i
/** Telegram has no such file any more, or never had. */
const refusedForGood = /invalid file|wrong file|file_id|file not found/i

/** Where the bytes of files lie: only below this root are they fetched. */
export interface FileRoot {
  readonly apiRoot: string
  readonly token: string
}

/** Fetches a file by its `file_id`, at most 20 MiB. The address holds the token, so it is never told to anybody. */
export function createFetchFile(wire: Pick<QuietWire, 'call'>, root: FileRoot): FetchFile {
  return async (fileId) => {
    const answer = await wire.call('getFile', { file_id: fileId })
    if (answer.end === 'lost') throw new Outage(answer.reason)
    if (answer.end === 'refused') {
      if (refusedForSize.test(answer.description)) return { refused: 'TOO_BIG' }
      if (answer.code === 400 && refusedForGood.test(answer.description)) return { refused: 'CORRUPT' }
      throw new Outage(`getFile: ${answer.code}`, answer.retryAfterMs)
    }
    const address = addressOf(answer.result, root)
    return address === undefined ? { refused: 'CORRUPT' } : download(address)
  }
}

/** The address of the bytes, if it lies below our root: a path from outside may not lead elsewhere. */
function addressOf(result: unknown, { apiRoot, token }: FileRoot): URL | undefined {
  if (typeof result !== 'object' || result === null || !('file_path' in result)) return undefined
  const base = new URL(`./file/bot${token}/`, apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/`)
  const address = new URL(base.href + encodeURI(String(result.file_path)))
  return address.href.startsWith(base.href) ? address : undefined
}

async function download(address: URL): Promise<Uint8Array | { readonly refused: 'TOO_BIG' | 'CORRUPT' }> {
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(downloadTimeoutMs) })
    if (!response.ok || response.body === null) throw new Outage(`download: HTTP ${response.status}`)
    const parts: Uint8Array[] = []
    let sizeBytes = 0
    for await (const part of response.body) {
      sizeBytes += part.byteLength
      if (sizeBytes > fileSizeMaxBytes) return { refused: 'TOO_BIG' }
      parts.push(part)
    }
    return Buffer.concat(parts)
  } catch (error) {
    if (error instanceof Outage) throw error
    // The message of a network error may hold the address, and with it the token.
    throw new Outage(`download: ${error instanceof Error ? error.name : 'failed'}`)
  }
}
