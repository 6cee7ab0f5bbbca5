import { isEvidenceKind } from '../../../../core/evidence/kind.ts'
import { isFieldName } from '../../../../core/form/field.ts'
import { evidenceLabel } from '../../../text/evidence.ts'
import { fieldLabel } from '../../../text/field.ts'
import type { Bilingual, Language } from '../../../text/language.ts'

/** The name of a field or a kind of evidence, as forms have it. */
export const labelOf = (name: string): Bilingual => ({ id: labelIn(name, 'id'), en: labelIn(name, 'en') })

function labelIn(name: string, language: Language): string {
  if (isFieldName(name)) return fieldLabel(name, language)
  return isEvidenceKind(name) ? evidenceLabel(name, language) : name
}
