import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { UploadedFile } from '../wire/request-body.ts'
import type { Document, PhotoSize } from './message.ts'
import { badRequest } from './refusal.ts'

/** A file as Telegram keeps it. */
export interface ShelvedFile {
  fileId: string
  uniqueId: string
  /** Path under `/file/bot<token>/`. */
  path: string
  kind: 'photo' | 'document'
  bytes: Buffer
  name?: string
  mime?: string
  width?: number
  height?: number
}

/** Bots cannot fetch larger files. */
export const DOWNLOAD_LIMIT_BYTES = 20 * 1024 * 1024
const PHOTO_LIMIT_BYTES = 10 * 1024 * 1024
/** Telegram's size letters and the longest side of each, px. */
const SIZES = [
  ['s', 90],
  ['m', 320],
  ['x', 800],
  ['y', 1280],
] as const

/** All files that people and the bot have sent; equal bytes are one file. */
export class FileShelf {
  readonly #files = new Map<string, ShelvedFile>()

  /** Stores a document untouched. */
  addDocument({ bytes, name, mime }: UploadedFile): Document {
    const file = this.#put({ kind: 'document', bytes, name, mime }, 'd', name.split('.').at(-1) ?? 'bin')
    return documentOf(file)
  }

  /** Stores a photo as Telegram does: JPEG without metadata, several sizes, none over 1280 px. */
  async addPhoto(bytes: Buffer): Promise<PhotoSize[]> {
    const { width, height } = await dimensionsOf(bytes)
    const sizes: PhotoSize[] = []
    for (const [letter, side] of sizesFor(Math.max(width, height))) {
      const image = sharp(bytes).rotate().resize(side, side, { fit: 'inside', withoutEnlargement: true })
      const { data, info } = await image.jpeg({ quality: 87 }).toBuffer({ resolveWithObject: true })
      const source = createHash('sha256').update(bytes).digest()
      const measured = { kind: 'photo', bytes: data, width: info.width, height: info.height } as const
      sizes.push(sizeOf(this.#put(measured, `${letter}${source.toString('hex')}`, 'jpg')))
    }
    return sizes
  }

  byId(fileId: string): ShelvedFile | undefined {
    return this.#files.get(fileId)
  }

  byPath(path: string): ShelvedFile | undefined {
    return [...this.#files.values()].find((file) => file.path === path)
  }

  /** The Bot API's File object. @throws 400 for an unknown id, or above 20 MB */
  describe(fileId: string): Record<string, unknown> {
    const file = this.byId(fileId)
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
    if (file.bytes.length > DOWNLOAD_LIMIT_BYTES) throw badRequest('file is too big')
    const { uniqueId, bytes, path } = file
    return { file_id: fileId, file_unique_id: uniqueId, file_size: bytes.length, file_path: path }
  }

  /** Photo sizes or document that an earlier file id means. */
  content(fileId: string): { photo: PhotoSize[] } | { document: Document } | undefined {
    const file = this.byId(fileId)
    if (!file) return undefined
    return file.kind === 'photo' ? { photo: [sizeOf(file)] } : { document: documentOf(file) }
  }

  all(): ShelvedFile[] {
    return [...this.#files.values()]
  }

  /** Takes files of an earlier run back. */
  refill(files: readonly ShelvedFile[]): void {
    this.#files.clear()
    for (const file of files) this.#files.set(file.fileId, file)
  }

  #put(file: Omit<ShelvedFile, 'fileId' | 'uniqueId' | 'path'>, variant: string, extension: string): ShelvedFile {
    const digest = createHash('sha256')
      .update(variant)
      .update(file.name ?? '')
      .update(file.bytes)
    const key = digest.digest('base64url')
    const prefix = file.kind === 'photo' ? 'AgACAgUAAx' : 'BQACAgUAAx'
    const fileId = prefix + key
    const known = this.#files.get(fileId)
    if (known) return known
    const safe = /^[a-z0-9]{1,8}$/i.test(extension) ? extension : 'bin'
    const path = `${file.kind}s/file_${this.#files.size}.${safe}`
    const shelved = { ...file, fileId, uniqueId: `AQAD${key.slice(0, 12)}`, path }
    this.#files.set(fileId, shelved)
    return shelved
  }
}

/** Whether a bot may send these bytes as a photo. @throws 400 over 10 MB, or too large or too long in pixels */
export async function checkPhoto(bytes: Buffer): Promise<void> {
  if (bytes.length > PHOTO_LIMIT_BYTES) throw badRequest('file must be at most 10 MB in size')
  const { width, height } = await dimensionsOf(bytes)
  const sides = [width, height]
  const fits = width + height <= 10_000 && Math.max(...sides) <= 20 * Math.min(...sides)
  if (!fits) throw badRequest('PHOTO_INVALID_DIMENSIONS')
}

async function dimensionsOf(bytes: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(bytes)
    .metadata()
    .catch(() => {
      throw badRequest('IMAGE_PROCESS_FAILED')
    })
  return { width, height }
}

function sizesFor(longest: number): (readonly [string, number])[] {
  const wanted = SIZES.findIndex(([, side]) => side >= longest)
  return wanted < 0 ? [...SIZES] : SIZES.slice(0, wanted + 1)
}

function sizeOf({ fileId, uniqueId, bytes, width = 0, height = 0 }: ShelvedFile): PhotoSize {
  return { file_id: fileId, file_unique_id: uniqueId, width, height, file_size: bytes.length }
}

function documentOf({ fileId, uniqueId, bytes, name, mime }: ShelvedFile): Document {
  return {
    file_id: fileId,
    file_unique_id: uniqueId,
    file_size: bytes.length,
    ...(name ? { file_name: name } : {}),
    ...(mime ? { mime_type: mime } : {}),
  }
}
