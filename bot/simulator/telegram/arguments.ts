import { isRecord, parsedJson, type UploadedFile } from '../wire/request-body.ts'
import { badRequest } from './refusal.ts'

/** The parameters of one call, read as leniently as Telegram does: numbers as text, objects as JSON text. */
export class Arguments {
  readonly values: Record<string, unknown>
  readonly files: Map<string, UploadedFile>

  constructor(values: Record<string, unknown>, files: Map<string, UploadedFile> = new Map()) {
    this.values = values
    this.files = files
  }

  text(name: string): string | undefined {
    const value = this.values[name]
    if (value === undefined || value === null) return undefined
    return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }

  integer(name: string): number | undefined {
    const text = this.text(name)
    return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined
  }

  flag(name: string): boolean {
    return ['true', 'True', '1'].includes(this.text(name) ?? '')
  }

  /** An object or a list, undefined if absent. @throws 400 if it is not JSON */
  json(name: string): unknown {
    const value = this.values[name]
    if (typeof value !== 'string' || value === '') return value === '' ? undefined : value
    const parsed = parsedJson(value)
    if (parsed === undefined) throw badRequest(`can't parse ${name} JSON object`)
    return parsed
  }

  /** A list of objects. @throws 400 otherwise */
  objects(name: string): Record<string, unknown>[] {
    const list = this.json(name)
    if (!Array.isArray(list) || !list.every(isRecord)) throw badRequest(`expected an Array of Object in "${name}"`)
    return list
  }

  /** The upload for a parameter, directly or through `attach://`. */
  upload(name: string): UploadedFile | undefined {
    return this.files.get(name) ?? this.attached(this.text(name))
  }

  /** The upload that an `attach://name` points to. */
  attached(reference: unknown): UploadedFile | undefined {
    if (typeof reference !== 'string' || !reference.startsWith('attach://')) return undefined
    return this.files.get(reference.slice('attach://'.length))
  }

  /** The call as the log keeps it: files without their bytes. */
  get payload(): Record<string, unknown> {
    const files = [...this.files].map(([field, file]) => [
      field,
      { name: file.name, mime: file.mime, sizeBytes: file.bytes.length },
    ])
    return { ...this.values, ...Object.fromEntries(files) }
  }
}
