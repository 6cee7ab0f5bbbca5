import type { Procedure } from './procedure.ts'

/** Pertanyaan bebas kepada petugas contact center. */
export const question: Procedure = {
  name: 'question',
  phases: ['fill', 'hand-off'],
  asks: ['agency', 'name', 'email', 'trouble', 'screenshot'],
  confirmsIdentity: false,
  outcomes: ['answered'],
  signing: 'untouched',
}
