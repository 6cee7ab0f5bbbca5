import type { Chance } from '../../long/chance.ts'
import type { Anatomy } from './anatomy.ts'
import { type Operators, oneOf } from './operator.ts'
import { updated } from './update.ts'

/** Objects that a later revision may change, or that nobody reads. */
const isOpen = /\/Type\s*\/(XRef|ObjStm|Metadata|DSS|VRI)|\/(Producer|CreationDate|Linearized|DSS|OCSPs|CRLs|Certs)\b/

/** Any object that something refers to, by chance. */
function anObject(pdf: Anatomy, chance: Chance): readonly [number, string] | undefined {
  const named = [...pdf.objects].filter(([number, body]) => !isOpen.test(body) && isNamed(pdf, number))
  return named.length === 0 ? undefined : oneOf(chance, named)
}

function isNamed(pdf: Anatomy, number: number): boolean {
  const reference = new RegExp(`(?<!\\d)${number}\\s+0\\s+R`)
  return [...pdf.objects].some(([other, body]) => other !== number && !isOpen.test(body) && reference.test(body))
}

/** Class 13: any object at all, changed by an incremental save. */
export const anyObject: Operators = {
  'a number changed': (pdf, chance) => {
    const found = anObject(pdf, chance)
    const numbers = [...(found?.[1].split('stream')[0]?.matchAll(/(?<![\d#.])\d+(?![\d.])(?!\s+\d+\s+R)/g) ?? [])]
    if (found === undefined || numbers.length === 0) return undefined
    const { index, 0: digits } = oneOf(chance, numbers)
    return updated(pdf, {
      [found[0]]: `${found[1].slice(0, index)}${Number(digits) + 1}${found[1].slice(index + digits.length)}`,
    })
  },
  'a name changed': (pdf, chance) => {
    const found = anObject(pdf, chance)
    const names = [...(found?.[1].split('stream')[0]?.matchAll(/\/[A-Za-z]\w+/g) ?? [])]
    if (found === undefined || names.length === 0) return undefined
    const { index, 0: name } = oneOf(chance, names)
    return updated(pdf, { [found[0]]: `${found[1].slice(0, index)}/Lain${found[1].slice(index + name.length)}` })
  },
  'an entry added': (pdf, chance) => {
    const found = anObject(pdf, chance)
    return found?.[1].trim().startsWith('<<') === true
      ? updated(pdf, { [found[0]]: found[1].replace('<<', '<< /AA << /O << /S /JavaScript /JS (1) >> >>') })
      : undefined
  },
  'another object in its place': (pdf, chance) => {
    const [one, other] = [anObject(pdf, chance), anObject(pdf, chance)]
    if (one === undefined || other === undefined || one[1] === other[1]) return undefined
    return updated(pdf, { [one[0]]: other[1] })
  },
  'null in its place': (pdf, chance) => {
    const found = anObject(pdf, chance)
    return found && updated(pdf, { [found[0]]: 'null' })
  },
  freed: (pdf, chance) => {
    const found = anObject(pdf, chance)
    return found && updated(pdf, {}, { free: [found[0]] })
  },
  'a text changed': (pdf, chance) => {
    const found = anObject(pdf, chance)
    const texts = [...(found?.[1].matchAll(/\((?=[A-Za-z])[^()\\]{2,}\)/g) ?? [])]
    if (found === undefined || texts.length === 0) return undefined
    const { index } = oneOf(chance, texts)
    return updated(pdf, {
      [found[0]]: `${found[1].slice(0, index + 1)}Z${found[1].slice(index + 1)}`.replace(
        /\/Length \d+/,
        (all) => `/Length ${Number(all.slice(8)) + 1}`,
      ),
    })
  },
}
