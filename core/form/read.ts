import type { Case } from '../case/case.ts'
import type { Circumstances } from '../case/decide.ts'
import { type Refusal, refuse } from '../case/refusal.ts'
import { type Device, deviceKinds, devicesMax } from '../evidence/device.ts'
import { wibMoment } from './calendar.ts'
import { parseEmail, parseOfficeEmail } from './email.ts'
import type { FieldFault, Parsed } from './fault.ts'
import type { Answer, Field, FieldName, Moment } from './field.ts'
import { parseFreeText } from './free-text.ts'
import { parseMomentAhead, parsePastMoment } from './moment.ts'
import { parsePersonName } from './name.ts'
import { parseNik } from './nik.ts'
import { parseNip } from './nip.ts'
import { parseMobileNumber } from './phone.ts'
import { isUnknownAnswer } from './unknown.ts'

const textMax = 200
const storyMax = 1000
const deviceNameMax = 60

/** Reads what was said to a field into its typed value; a refusal says which part is wrong and which form is right. */
export function readAnswer(
  { name, field }: { readonly name: string; readonly field: Field | null },
  said: string | readonly Device[] | null,
  c: Pick<Case, 'agency'>,
  { at, agencies }: Pick<Circumstances, 'at' | 'agencies'>,
): Answer | Refusal {
  if (field === null) return refuse('unknown-item')
  if (said === null) return field.needed ? refuse('empty') : null
  if (typeof said !== 'string') return field.kind === 'devices' ? readDevices(said) : refuse('no-such-option')
  if (!field.needed && isUnknownAnswer(said)) return null
  const now = wibMoment(Date.parse(at))
  switch (field.kind) {
    case 'name':
      return read(parsePersonName(said), (value) => value.name)
    case 'nip':
      return read(parseNip(said, now.date))
    case 'nik':
      return read(parseNik(said))
    case 'email':
      return readEmail(said, agencies.find(({ code }) => code === c.agency)?.emailDomains ?? [])
    case 'other-email':
      return read(parseEmail(said))
    case 'phone':
      return read(parseMobileNumber(said))
    case 'text':
      return read(parseFreeText(said, textMax))
    case 'story':
      return read(parseFreeText(said, storyMax))
    case 'day':
      return readDay(said, now)
    case 'past':
      return read(parsePastMoment(said, now))
    case 'ahead':
      return read(parseMomentAhead(said, now))
    case 'choice':
      return optionsOf(
        name,
        field,
        agencies.map(({ code }) => code),
      ).includes(said)
        ? said
        : refuse('no-such-option')
    case 'devices':
      return refuse('no-such-option')
  }
}

function readDay(said: string, now: Required<Moment>): Answer | Refusal {
  const over = parsePastMoment(said, now)
  return !over.ok && over.fault.code === 'in-future' ? read(parseMomentAhead(said, now)) : read(over)
}

/** An address of another domain is refused with the domains that are right, as one text. */
function readEmail(said: string, domains: readonly string[]): Answer | Refusal {
  const parsed = parseOfficeEmail(said, domains)
  if (parsed.ok || parsed.fault.code !== 'other-domain') return read(parsed)
  return refuse('other-domain', { domains: domains.join(' ') })
}

/** The keys that a choice takes; those of `agency` are the configured agencies. */
export const optionsOf = (name: FieldName | string, field: Field, agencies: readonly string[]): readonly string[] =>
  name === 'agency' ? agencies : name === 'formerAgency' ? [...agencies, 'other'] : (field.options ?? [])

function read<T>(parsed: Parsed<T>): T | Refusal
function read<T, U>(parsed: Parsed<T>, pick: (value: T) => U): U | Refusal
function read<T, U>(parsed: Parsed<T>, pick?: (value: T) => U): T | U | Refusal {
  if (!parsed.ok) return refusalOf(parsed.fault)
  return pick === undefined ? parsed.value : pick(parsed.value)
}

/** The refusal of a typed text, with all that its sentence mentions. */
export function refusalOf({ code, ...detail }: FieldFault): Refusal {
  return refuse(code, Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined)))
}

function readDevices(devices: readonly Device[]): Answer | Refusal {
  if (devices.length === 0) return refuse('no-device')
  if (devices.length > devicesMax) return refuse('too-long', { max: devicesMax })
  if (!devices.every(({ kind }) => deviceKinds.includes(kind))) return refuse('no-such-option')
  const named: Device[] = []
  for (const { kind, name } of devices) {
    const clean = name === null || isUnknownAnswer(name) ? null : read(parseFreeText(name, deviceNameMax))
    if (clean !== null && typeof clean === 'object') return clean
    named.push({ kind, name: clean })
  }
  return named
}
