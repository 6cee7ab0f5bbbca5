import { refusalSentence } from '../text/refusal.ts'
import type { CaseView, Section } from './case-view.ts'

/** Why the form just sent was not carried out, beside that form; read out and brought into sight by itself. */
export const Refused = ({ view, section }: { view: CaseView; section: Section }) => {
  const { outcome, screen } = view
  if (outcome?.refusal === undefined || outcome.section !== section) return null
  return (
    <p class="alert" role="alert" tabindex={-1} autofocus id="refused">
      {refusalSentence(outcome.refusal, screen.language)}
    </p>
  )
}
