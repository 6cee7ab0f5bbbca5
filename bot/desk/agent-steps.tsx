import type { CommandType } from '../../core/case/command.ts'
import { mayCancel, rules } from '../../core/case/rules.ts'
import { hasDossier } from '../../core/procedure/course.ts'
import { procedureOf } from '../../core/procedure/registry.ts'
import { standInSteps } from '../../core/ticket/stand-in.ts'
import { handOffText } from '../text/desk-hand-off.ts'
import type { Bilingual } from '../text/language.ts'
import { settleText } from '../text/outcome.ts'
import { actionOf, type CaseView, typedIn } from './case-view.ts'
import { Settlement } from './closing.tsx'
import { Refused } from './refused.tsx'

export const reasonMax = 1000

/** What an agent, or whoever stands in for one, can do with the case as it stands; nothing for anybody else. */
export const AgentSteps = ({ view }: { view: CaseView }) => {
  const { screen, visitor, c, isHolder } = view
  const standIn = visitor.role === 'verifier' ? standInSteps(c, view.agencies) : []
  if (visitor.role !== 'agent' && standIn.length === 0) return null
  const may = (type: CommandType) => {
    if (visitor.role !== 'agent') return standIn.includes(type)
    const { by, held } = rules[type]
    return by.includes('agent') && rules[type].in.includes(c.status) && (held !== true || isHolder)
  }
  return (
    <section class="panel" id="agent">
      <h2>{screen.t(visitor.role === 'agent' ? handOffText.title : handOffText.standInTitle)}</h2>
      {visitor.role !== 'agent' && <p class="quiet">{screen.t(handOffText.standInHint)}</p>}
      <Refused view={view} section="agent" />
      {may('take') && c.agent === null && <Step view={view} action="take" label={handOffText.take} primary />}
      {may('settle') && !hasDossier(c) && (
        <>
          <Settlement view={view} />
          <Step view={view} action="settle" label={settleText.sendAnswer} primary />
        </>
      )}
      {may('approve') && hasDossier(c) && <Step view={view} action="approve" label={handOffText.approve} />}
      {may('send-link') && procedureOf(c.procedure).sendsLink === true && (
        <Step view={view} action="send-link" label={handOffText.sendLink} primary />
      )}
      {may('send-back') && hasDossier(c) && (
        <Reasoned view={view} action="send-back" label={handOffText.sendBack} field={handOffText.sendBackText} />
      )}
      {may('put-back') && <Step view={view} action="put-back" label={handOffText.putBack} />}
      {may('reopen') && (c.manifest !== null || c.settled !== null) && (
        <Step view={view} action="reopen" label={handOffText.reopen} />
      )}
      {may('cancel') && mayCancel('agent', c.status) && (
        <Reasoned view={view} action="cancel" label={handOffText.cancel} field={handOffText.cancelNote} danger />
      )}
    </section>
  )
}

type StepProps = { view: CaseView; action: string; label: Bilingual; primary?: true }

const Step = ({ view, action, label, primary }: StepProps) => (
  <p class="row">
    <button
      class={primary === true ? 'primary' : ''}
      type="submit"
      formaction={actionOf(view, action)}
      data-key={action === 'take' || action === 'put-back' ? 'c' : ''}
    >
      {view.screen.t(label)}
    </button>
  </p>
)

type ReasonedProps = Omit<StepProps, 'primary'> & { field: Bilingual; danger?: true }

/** A step that needs words; it opens by itself when they are still to be completed. */
const Reasoned = ({ view, action, label, field, danger }: ReasonedProps) => {
  const { t } = view.screen
  const typed = typedIn(view, `${action}-text`)
  const isRefused = view.outcome?.refusal !== undefined && view.outcome.action === action
  return (
    <details open={isRefused || (typed !== undefined && typed !== '')}>
      <summary data-key="">{t(label)}</summary>
      <label>
        {t(field)}
        <textarea name={`${action}-text`} rows={3} maxlength={reasonMax}>
          {typed ?? ''}
        </textarea>
      </label>
      <button class={danger === true ? 'danger' : 'primary'} type="submit" formaction={actionOf(view, action)}>
        {t(label)}
      </button>
    </details>
  )
}
