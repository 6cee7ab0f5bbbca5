import type { Device } from '../evidence/device.ts'
import type { Answer, FieldName } from '../form/field.ts'
import type { ChangeRow, Section, ValueRow } from '../form/layout.ts'
import { isMet } from '../procedure/condition.ts'
import { answerText, deviceText, optionsOf } from './form-answer.ts'

/** One value of a filled form; `key` is the layout's. */
export interface FilledValue {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly isShort?: true | undefined
}

export interface FilledChange {
  readonly label: string
  readonly old: FilledValue
  readonly now: FilledValue
}

/** A part of a filled form: plain values, or changes, old beside new. */
export interface FilledSection {
  readonly title: string
  readonly rows: readonly FilledValue[]
  readonly changes: readonly FilledChange[]
}

type Said = Readonly<Record<string, Answer>>

/** What was not known of the old data, as the form shows it. */
const NOT_STATED = '–'

/** Fills one part; what was not asked is left out. */
export function filledSection(section: Section, said: Said): FilledSection {
  const { title } = section
  if ('rows' in section)
    return { title, rows: section.rows.flatMap((row) => filledRow(row, said[row.key])), changes: [] }
  if ('eachDevice' in section) return { title, rows: deviceRows(section.eachDevice, said), changes: [] }
  return { title, rows: [], changes: section.changes.flatMap((row) => filledChange(row, said)) }
}

function filledRow(row: ValueRow, answer: Answer | undefined, key: string = row.key): readonly FilledValue[] {
  return answer === undefined
    ? []
    : [{ key, label: row.label, text: answerText(answer, optionsOf(row)), isShort: row.isShort }]
}

function deviceRows(rows: readonly ValueRow[], said: Said): readonly FilledValue[] {
  const { devices } = said
  // Of all answers only the devices are a list.
  const listed = Array.isArray(devices) ? (devices as readonly Device[]) : []
  return listed.flatMap((device, index) => {
    const key = `device.${index + 1}`
    return [
      { key: `${key}.name`, label: `Perangkat ${index + 1}`, text: deviceText(device) },
      ...rows.flatMap((row) => filledRow(row, said[`${row.key}.${index + 1}`], `${key}.${row.key}`)),
    ]
  })
}

function filledChange({ key, label, ways }: ChangeRow, said: Said): readonly FilledChange[] {
  const way = ways.find(({ when, now }) => isMet(when, said) && said[now] !== undefined)
  if (way === undefined) return []
  const known = way.old.find((field) => said[field] !== undefined && said[field] !== null)
  return [
    {
      label,
      old: { key: `old.${key}`, label: `${label} (lama)`, text: known ? textOf(known, said) : NOT_STATED },
      now: { key: `new.${key}`, label: `${label} (baru)`, text: textOf(way.now, said) },
    },
  ]
}

const textOf = (key: FieldName, said: Said) => answerText(said[key] ?? null, optionsOf({ key }))
