import { readFileSync } from 'node:fs'
import { isRecord, parsedJson } from '../wire/request-body.ts'
import type { Arguments } from './arguments.ts'

interface Field {
  name: string
  types: string[]
  required: boolean
}

interface Described {
  fields?: Field[]
  subtypes?: string[]
}

interface Description {
  methods: Record<string, Described>
  types: Record<string, Described>
}

/** The Bot API's own description, against which calls and updates are held. */
export class ApiDescription {
  readonly #description: Description

  constructor(description: Description) {
    this.#description = description
  }

  /** Reads the description from a JSON file `{methods, types}`. */
  static fromFile(path: string): ApiDescription {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (!isRecord(value) || !isRecord(value.methods) || !isRecord(value.types)) {
      throw new Error(`${path} does not describe the Bot API`)
    }
    // The generated file has this shape throughout; a wrong one would show as violations at once.
    return new ApiDescription(value as unknown as Description)
  }

  /** Everything about the call that the Bot API does not know or misses. */
  violations(method: string, args: Arguments, encoding: 'none' | 'json' | 'form'): string[] {
    const described = this.#description.methods[method]
    if (!described) return [`${method}: no such method`]
    const values: Record<string, unknown> = { ...args.values }
    for (const [field, file] of args.files) values[field] ??= file
    const attached = new Set([...args.files.keys()].filter((name) => !this.#has(described, name)))
    const given = Object.fromEntries(
      Object.entries(values).filter(([name]) => !attached.has(name) && name !== 'method'),
    )
    return this.#fieldProblems(described.fields ?? [], given, method, encoding !== 'json')
  }

  /** What is wrong with a value that should be of a described type. */
  problems(type: string, value: unknown, path: string, textual = false): string[] {
    const list = /^Array of (.+)$/.exec(type)?.[1]
    if (list) return this.#listProblems(list, value, path, textual)
    if (type === 'String') return typeof value === 'string' ? [] : [`${path}: a String expected`]
    if (type === 'Integer' || type === 'Float') return numberProblems(type, value, path, textual)
    if (type === 'Boolean' || type === 'True') return booleanProblems(value, path, textual)
    // "For simple text buttons, String can be used instead of this object."
    if (type === 'KeyboardButton' && typeof value === 'string') return []
    if (type === 'InputFile') return isRecord(value) && 'bytes' in value ? [] : [`${path}: an upload expected`]
    return this.#objectProblems(type, value, path, textual)
  }

  #has(described: Described, name: string): boolean {
    return (described.fields ?? []).some((field) => field.name === name)
  }

  #listProblems(type: string, value: unknown, path: string, textual: boolean): string[] {
    const list = textual && typeof value === 'string' ? parsedJson(value) : value
    if (!Array.isArray(list)) return [`${path}: an Array of ${type} expected`]
    return list.flatMap((item, index) => this.problems(type, item, `${path}[${index}]`))
  }

  #objectProblems(type: string, value: unknown, path: string, textual: boolean): string[] {
    const described = this.#description.types[type]
    if (!described) return [`${path}: unknown type ${type}`]
    if (described.subtypes) return this.#anyProblems(described.subtypes, value, path, textual)
    const object = textual && typeof value === 'string' ? parsedJson(value) : value
    if (!isRecord(object)) return [`${path}: ${type} expected`]
    return this.#fieldProblems(described.fields ?? [], object, path, false)
  }

  #fieldProblems(fields: Field[], given: Record<string, unknown>, path: string, textual: boolean): string[] {
    const known = new Map(fields.map((field) => [field.name, field]))
    const missing = fields.filter(({ name, required }) => required && (given[name] ?? undefined) === undefined)
    const wrong = Object.entries(given).flatMap(([name, value]) => {
      const field = known.get(name)
      if (!field) return [`${path}.${name}: unknown`]
      return value === undefined || value === null
        ? []
        : this.#anyProblems(field.types, value, `${path}.${name}`, textual)
    })
    return [...missing.map(({ name }) => `${path}.${name}: missing`), ...wrong]
  }

  #anyProblems(types: string[], value: unknown, path: string, textual: boolean): string[] {
    const found = types.map((type) => this.problems(type, value, path, textual))
    // The type that comes closest explains best what is wrong.
    return found.sort((a, b) => a.length - b.length)[0] ?? []
  }
}

function numberProblems(type: string, value: unknown, path: string, textual: boolean): string[] {
  const number = textual && typeof value === 'string' && value !== '' ? Number(value) : value
  const fits = type === 'Integer' ? Number.isSafeInteger(number) : typeof number === 'number' && !Number.isNaN(number)
  return fits ? [] : [`${path}: ${type} expected`]
}

function booleanProblems(value: unknown, path: string, textual: boolean): string[] {
  const fits = typeof value === 'boolean' || (textual && ['true', 'false', 'True', 'False'].includes(String(value)))
  return fits ? [] : [`${path}: Boolean expected`]
}
