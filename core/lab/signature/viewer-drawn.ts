import type { Placed } from './claims.ts'
import type { Step } from './step.ts'

/** True when viewers draw a field of the form as it was by its words alone: it says so, or has no appearance of its own. */
export function isDrawnByViewers({ forms }: Step, form: Placed): boolean {
  const need = form.child('NeedAppearances').value
  if (need?.kind === 'boolean' && need.value) return true
  return forms.before.nodes.some(
    ({ type, dictionary: { entries } }) => type !== 'Sig' && entries.has('Rect') && !entries.has('AP'),
  )
}

/** True when a field that viewers draw asks for a font of this name, or may: names can be written in several ways. */
export function isFontAwaited(step: Step, form: Placed, name: string): boolean {
  if (!isDrawnByViewers(step, form)) return false
  const all = [form.child('DA').value, ...step.forms.before.nodes.map(({ dictionary }) => dictionary.entries.get('DA'))]
  return all.some((value) => {
    const given = value?.kind === 'reference' ? step.before.resolve(value) : value
    const words = given?.kind === 'string' ? Buffer.from(given.bytes).toString('latin1') : ''
    return words.includes('#') || words.includes(`/${name}`)
  })
}
