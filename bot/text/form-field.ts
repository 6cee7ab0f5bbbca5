import { isFieldName } from '../../core/form/field.ts'
import { fieldLabel } from './field.ts'
import type { Bilingual, Language } from './language.ts'

const sides: Readonly<Record<string, Bilingual>> = {
  old: { id: 'lama', en: 'old' },
  new: { id: 'baru', en: 'new' },
}

/** Fields of a form by their keys (`pandu.name, pandu.old.email`) as people call them; a key that nobody named stays. */
export const formFieldLabels = (keys: string | number, language: Language): string =>
  String(keys)
    .split(', ')
    .map((key) => labelOf(key, language))
    .join(', ')

function labelOf(key: string, language: Language): string {
  const [side = '', name = side] = key.replace(/^pandu\./, '').split('.')
  if (!isFieldName(name)) return key
  const which = sides[side]
  return which === undefined ? fieldLabel(name, language) : `${fieldLabel(name, language)} (${which[language]})`
}
