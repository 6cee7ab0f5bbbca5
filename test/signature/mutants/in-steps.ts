import { allowedPaths } from './allowed-paths.ts'
import { anatomyOf } from './anatomy.ts'
import { anyObject } from './any-object.ts'
import { benign, furtherSignature } from './benign.ts'
import { type Operator, type Operators, oneOf } from './operator.ts'
import { savedContent } from './saved-content.ts'
import { savedForm } from './saved-form.ts'

const changes = [savedContent, savedForm, allowedPaths, anyObject].flatMap((all) => Object.values(all))

/** A change, and something harmless behind it or before it. */
const around =
  (harmless: Operator, isBefore: boolean): Operator =>
  (pdf, chance, insider) => {
    const evil = oneOf(chance, changes)
    const [first, second] = isBefore ? [harmless, evil] : [evil, harmless]
    const once = first(pdf, chance, insider)
    const read = once && anatomyOf(once)
    // Some changes leave nothing to go on with.
    return read && /startxref\s+\d+\s+%%EOF\s*$/.test(read.text.slice(-60)) ? second(read, chance, insider) : undefined
  }

/** Class 14: changes in a revision of their own, harmless ones around them. */
export const inSteps: Operators = {
  'then an empty update': around(benign['an empty update']!, false),
  'then a security store': around(benign['a security store']!, false),
  'then a true further signature': around(furtherSignature['a further signature']!, false),
  'after an empty update': around(benign['an empty update']!, true),
  'after a security store': around(benign['a security store']!, true),
  'after a true further signature': around(furtherSignature['a further signature']!, true),
  'then another change': (pdf, chance, insider) => around(oneOf(chance, changes), false)(pdf, chance, insider),
}
