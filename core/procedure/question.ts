import type { Procedure } from './procedure.ts'

/** Pertanyaan bebas kepada petugas contact center. */
export const question: Procedure = {
  name: 'question',
  phases: ['fill', 'hand-off'],
  asks: ['agency', 'name', 'email', 'trouble', 'screenshot'],
  // Whoever has no mailbox of the agency, as TNI and Polri or a newcomer, must reach a person nevertheless.
  mayLack: ['email'],
  confirmsIdentity: false,
  outcomes: ['answered'],
  signing: 'untouched',
}
