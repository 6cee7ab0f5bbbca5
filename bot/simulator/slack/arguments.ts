import { isRecord, parsedJson } from '../wire/request-body.ts'
import { SlackRefusal } from './refusal.ts'

/** The arguments of one call, from a JSON body or a form whose objects are JSON texts. */
export class Arguments {
  readonly values: Record<string, unknown>

  constructor(values: Record<string, unknown>) {
    this.values = values
  }

  text(name: string): string | undefined {
    const value = this.values[name]
    return value === undefined || value === null ? undefined : String(value)
  }

  flag(name: string): boolean {
    return ['true', '1'].includes(this.text(name) ?? '')
  }

  number(name: string): number | undefined {
    const text = this.text(name)
    return text === undefined || text === '' ? undefined : Number(text)
  }

  /** An object or list, undefined if absent. @throws invalid_json when it is none */
  json(name: string): unknown {
    const value = this.values[name]
    if (typeof value !== 'string') return value ?? undefined
    if (value === '') return undefined
    const parsed = parsedJson(value)
    if (parsed === undefined) throw new SlackRefusal('invalid_arguments', [`${name}: no JSON`])
    return parsed
  }

  record(name: string): Record<string, unknown> | undefined {
    const value = this.json(name)
    return isRecord(value) ? value : undefined
  }

  /** The call as the log keeps it: the token left out, objects instead of JSON texts. */
  get payload(): Record<string, unknown> {
    const { token: _token, ...rest } = this.values
    return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, decoded(value)]))
  }
}

function decoded(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value
  return parsedJson(value) ?? value
}
