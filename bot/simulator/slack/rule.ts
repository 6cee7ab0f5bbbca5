import { isRecord } from '../wire/request-body.ts'

/** Says what is wrong with a value found at a path; nothing = it fits. */
export type Rule = (value: unknown, path: string) => string[]

export const anything: Rule = () => []

export const flag: Rule = (value, path) => (typeof value === 'boolean' ? [] : [`${path}: true or false expected`])

/** A text of so many characters. */
export function string(max: number, min = 0): Rule {
  return (value, path) => {
    if (typeof value !== 'string') return [`${path}: a string expected`]
    if (value.length > max) return [`${path}: ${value.length} characters, at most ${max}`]
    return value.length < min ? [`${path}: must not be empty`] : []
  }
}

/** A number up to a limit. */
export function number(max: number): Rule {
  return (value, path) => {
    const fits = typeof value === 'number' && value >= 0 && value <= max
    return fits ? [] : [`${path}: a number from 0 to ${max} expected`]
  }
}

export function oneOf(...choices: string[]): Rule {
  return (value, path) => (choices.includes(String(value)) ? [] : [`${path}: one of ${choices.join(', ')} expected`])
}

/** A list of so many items, each by the rule. */
export function list(rule: Rule, max: number, min = 1): Rule {
  return (value, path) => {
    if (!Array.isArray(value)) return [`${path}: a list expected`]
    const count = value.length
    const wrong = count > max || count < min ? [`${path}: ${count} items, ${min} to ${max} allowed`] : []
    return [...wrong, ...value.flatMap((item, index) => rule(item, `${path}/${index}`))]
  }
}

/** An object with these keys and no others. */
export function object(required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule {
  const rules: Record<string, Rule> = { ...optional, ...required }
  return (value, path) => {
    if (!isRecord(value)) return [`${path}: an object expected`]
    const missing = Object.keys(required).filter((key) => value[key] === undefined)
    const wrong = Object.entries(value).flatMap(([key, item]) => {
      const rule = rules[key]
      if (!rule) return [`${path}/${key}: unknown`]
      return item === undefined ? [] : rule(item, `${path}/${key}`)
    })
    return [...missing.map((key) => `${path}/${key}: missing`), ...wrong]
  }
}

/** The rule that the object's own `type` names. */
export function byType(rules: Record<string, Rule>): Rule {
  return (value, path) => {
    const type = isRecord(value) ? String(value.type) : undefined
    const rule = type === undefined ? undefined : rules[type]
    return rule ? rule(value, path) : [`${path}: type ${type} is not allowed here`]
  }
}

/** Both rules. */
export function both(one: Rule, other: Rule): Rule {
  return (value, path) => [...one(value, path), ...other(value, path)]
}
