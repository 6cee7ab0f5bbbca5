import type { Case } from '../../core/case/case.ts'
import { type DeviceKind, deviceKinds } from '../../core/evidence/device.ts'
import { caseKey, type Verb } from '../dialogue/press.ts'
import { buttonIn, keysIn } from '../dialogue/typed.ts'
import { deviceKindLabel } from '../text/device.ts'
import type { Content } from './content.ts'
import type { Read } from './devices.ts'

const nameMax = 60

/** The kind of the next device, or the wish to leave the list as it was. */
export const kindIn: Read<DeviceKind | 'keep'> = (c, content, { language, memory }) => {
  const isKept = pressed(c, content, 'keep') || (memory.again !== undefined && says(content, 'keep'))
  if (isKept) {
    memory.again = undefined
    return { found: 'keep' }
  }
  if (pressed(c, content, 'kind') && content.what === 'press') {
    const kind = deviceKinds.find((one) => one === content.press?.option)
    if (kind !== undefined) return { found: kind }
  }
  if (content.what !== 'text') return { wants: 'wantsButton' }
  const options = deviceKinds.map((key) => ({ key, label: deviceKindLabel(key, language) }))
  const [key, ...others] = keysIn(content.text, 'devices', options)
  const kind = others.length === 0 ? deviceKinds.find((one) => one === key) : undefined
  return kind === undefined ? { wants: 'wantsButton' } : { found: kind }
}

/** The name that a device has, null when it is not known. */
export const nameIn: Read<{ readonly name: string | null }> = (c, content) => {
  if (pressed(c, content, 'no-name') || says(content, 'no-name')) return { found: { name: null } }
  if (content.what !== 'text') return { wants: 'wantsText' }
  const name = content.text.trim()
  if (name === '') return { wants: 'emptyText' }
  return name.length > nameMax ? { wants: 'tooLong' } : { found: { name } }
}

/** Whether there is another device. */
export const moreIn: Read<'more' | 'all-devices'> = (c, content) => {
  const names = ['all-devices', 'more'] as const
  const found = names.find((name) => pressed(c, content, name) || says(content, name))
  return found === undefined ? { wants: 'wantsButton' } : { found }
}

const pressed = (c: Case, content: Content, verb: Verb): boolean =>
  content.what === 'press' &&
  content.press?.verb === verb &&
  content.press.case === caseKey(c) &&
  content.press.item === 'devices'

const says = (content: Content, name: Parameters<typeof buttonIn>[1][number]): boolean =>
  content.what === 'text' && buttonIn(content.text, [name]) !== undefined
