import type { IncomingMessage } from 'node:http'

/** A file that came with a request. */
export interface UploadedFile {
  name: string
  mime: string
  bytes: Buffer
}

/** What a request brought: fields, files, and in which encoding. */
export interface RequestBody {
  encoding: 'none' | 'json' | 'form'
  fields: Record<string, unknown>
  files: Map<string, UploadedFile>
}

/** All bytes of a request. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Fields and files of a JSON, urlencoded or multipart request; undefined if it cannot be read. */
export async function readBody(request: IncomingMessage): Promise<RequestBody | undefined> {
  const type = request.headers['content-type'] ?? ''
  const bytes = await readBytes(request)
  if (bytes.length === 0) return { encoding: 'none', fields: {}, files: new Map() }
  if (type.startsWith('application/json')) return jsonBody(bytes)
  if (type.startsWith('multipart/form-data')) return multipartBody(type, bytes)
  const fields = Object.fromEntries(new URLSearchParams(bytes.toString()))
  return { encoding: 'form', fields, files: new Map() }
}

/** Whether this is a JSON object, not a list and not null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value that a JSON text means, undefined if it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function jsonBody(bytes: Buffer): RequestBody | undefined {
  const value = parsedJson(bytes.toString())
  return isRecord(value) ? { encoding: 'json', fields: value, files: new Map() } : undefined
}

function multipartBody(type: string, bytes: Buffer): RequestBody | undefined {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (!boundary) return undefined
  const body: RequestBody = { encoding: 'form', fields: {}, files: new Map() }
  for (const part of partsOf(bytes, `--${boundary}`)) {
    const headerEnd = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, headerEnd).toString()
    const content = part.subarray(headerEnd + 4)
    const field = /\bname="([^"]*)"/i.exec(head)?.[1]
    if (headerEnd < 0 || field === undefined) return undefined
    const name = /\bfilename="([^"]*)"/i.exec(head)?.[1]
    const mime = /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? 'application/octet-stream'
    if (name === undefined) body.fields[field] = content.toString()
    else body.files.set(field, { name, mime, bytes: content })
  }
  return body
}

function* partsOf(bytes: Buffer, delimiter: string): Generator<Buffer> {
  let start = bytes.indexOf(delimiter)
  while (start >= 0) {
    const from = start + delimiter.length
    const next = bytes.indexOf(`\r\n${delimiter}`, from)
    if (next < 0) return
    yield bytes.subarray(from + 2, next)
    start = next + 2
  }
}
