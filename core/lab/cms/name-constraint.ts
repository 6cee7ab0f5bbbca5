import type { Certificate } from './certificate.ts'
import { CmsRefused, childrenOf, context, contextPrimitive, type Der, derOf, Fields, tags } from './der.ts'
import { isUnder, nameOf, textIn } from './name.ts'

const forms = { mail: contextPrimitive(1), dns: contextPrimitive(2), directory: context(4) } as const

/**
 * True when every name of a certificate lies where its issuer may give names (RFC 5280 §4.2.1.10).
 * A name of a form that is constrained and not understood here does not.
 */
export function mayBeNamed(certificate: Certificate, constraints: Der): boolean {
  const fields = new Fields(constraints, tags.SEQUENCE)
  const permitted = basesIn(fields.maybe(context(0)), context(0))
  const excluded = basesIn(fields.maybe(context(1)), context(1))
  fields.end()
  return namesOf(certificate).every((name) => {
    const within = permitted.filter(({ tag }) => tag === name.tag)
    const without = excluded.filter(({ tag }) => tag === name.tag)
    if (within.length + without.length === 0) return true
    if (!isUnderstood(name.tag)) return false
    return (within.length === 0 || within.some((base) => lies(name, base))) && !without.some((base) => lies(name, base))
  })
}

const isUnderstood = (tag: number): boolean => Object.values<number>(forms).includes(tag)

function basesIn(subtrees: Der | undefined, tag: number): readonly Der[] {
  if (subtrees === undefined) return []
  return childrenOf(subtrees, tag).map((subtree) => {
    const fields = new Fields(subtree, tags.SEQUENCE)
    const base = fields.next()
    // Distances (minimum, maximum) are forbidden by RFC 5280.
    fields.end()
    return base
  })
}

/** Names as general names; a mail address in the subject counts where no other stands (§4.2.1.10). */
function namesOf({ subject, otherNames }: Certificate): readonly Der[] {
  const mail = otherNames.some(({ tag }) => tag === forms.mail) ? undefined : textIn(subject, 'mailAddress')
  return [
    ...(subject.steps.length > 0 ? [{ tag: forms.directory, raw: subject.raw, content: subject.raw }] : []),
    ...(mail === undefined ? [] : [{ tag: forms.mail, raw: Buffer.from(mail), content: Buffer.from(mail) }]),
    ...otherNames,
  ]
}

function lies(name: Der, base: Der): boolean {
  if (name.tag === forms.directory) return isUnder(nameOf(derOf(name.content)), nameOf(derOf(base.content)))
  const [text, tree] = [name, base].map(({ content }) => Buffer.from(content).toString('latin1').toLowerCase())
  if (text === undefined || tree === undefined) throw new CmsRefused('no name')
  if (name.tag === forms.dns) return tree === '' || text === tree || text.endsWith(`.${tree}`)
  const host = text.slice(text.lastIndexOf('@') + 1)
  if (tree.includes('@')) return text === tree
  return tree.startsWith('.') ? host.endsWith(tree) : host === tree
}
