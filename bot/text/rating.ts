import type { Score } from '../../core/case/rating.ts'
import type { Bilingual } from './language.ts'

/** How satisfied a requester says to be, as staff read it. */
export const scoreLabel: Readonly<Record<Score, Bilingual>> = {
  good: { id: 'Puas', en: 'Satisfied' },
  fair: { id: 'Cukup', en: 'Fair' },
  poor: { id: 'Kurang', en: 'Poor' },
}
