import { allowedPaths } from './allowed-paths.ts'
import { anyObject } from './any-object.ts'
import { benign, furtherSignature } from './benign.ts'
import { byteRange } from './byte-range.ts'
import { cmsBits, cmsWhole } from './cms-bytes.ts'
import { crossReference } from './cross-reference.ts'
import { disguises } from './disguises.ts'
import { fieldGames } from './field-games.ts'
import { inSteps } from './in-steps.ts'
import { keyHolder } from './key-holder.ts'
import type { Operator, Operators } from './operator.ts'
import { savedContent } from './saved-content.ts'
import { savedForm } from './saved-form.ts'
import { signedBytes } from './signed-bytes.ts'
import { subFilter } from './sub-filter.ts'
import { surroundings } from './surroundings.ts'
import { twoSteps } from './two-steps.ts'
import { wrapping } from './wrapping.ts'

/** One way of manipulating a file. */
export interface Manipulation {
  readonly kind: string
  readonly name: string
  readonly operator: Operator
  /** It may change bytes that nobody signs: a file that stays valid must say the same signer, digest and time. */
  readonly mayKeepValid: boolean
}

const kinds: Readonly<Record<string, Operators>> = {
  'signed bytes': signedBytes,
  'a container': cmsWhole,
  'a range': byteRange,
  wrapping,
  'saved content': savedContent,
  'saved form': savedForm,
  surroundings,
  'cross-reference': crossReference,
  'games with fields': fieldGames,
  'kinds of signatures': subFilter,
  'holders of keys': keyHolder,
  'allowed paths': allowedPaths,
  disguises,
  'any object': anyObject,
  'in steps': inSteps,
  'two steps': twoSteps,
}

const listed = (kind: string, operators: Operators): readonly Manipulation[] =>
  Object.entries(operators).map(([name, operator]) => ({ kind, name, operator, mayKeepValid: operators === cmsBits }))

/** There are thousands of single bits, and few ways of doing most other things. */
const bits = Array.from({ length: 16 }, () => listed('bits of a container', cmsBits)).flat()

/** Everything that must never be called valid. */
export const manipulations: readonly Manipulation[] = [
  ...Object.entries(kinds).flatMap(([kind, all]) => listed(kind, all)),
  ...bits,
]

/** Everything that must stay valid. */
export const harmless: readonly Manipulation[] = [
  ...listed('harmless', benign),
  ...listed('signed again', furtherSignature),
]
