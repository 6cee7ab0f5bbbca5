import type { Child } from 'hono/jsx'
import { reasonSentence } from '../text/reason.ts'
import type { CounterView } from './counter-case.ts'

type RowProps = { view: CounterView; item: string; label: string; ask: string; children: Child }

/** A question with its place to answer, why it is asked again, and why what stands there was not kept. */
export const Row = ({ view, item, label, ask, children }: RowProps) => {
  const { c, screen, outcome } = view
  const fault = outcome?.faults.get(item)
  const verdict = c.verdicts[item]
  return (
    <div class={fault === undefined ? 'asked' : 'asked wrong'} id={`q-${item}`}>
      <label for={`a-${item}`}>
        <b>{label}</b>
      </label>
      <p class="quiet">{ask}</p>
      {verdict?.ok === false && <p class="warn">{reasonSentence(verdict.reason, verdict.note, screen.language)}</p>}
      {children}
      {fault !== undefined && (
        <p class="alert" role="alert" id={`e-${item}`}>
          {fault}
        </p>
      )}
    </div>
  )
}
