import { slackText } from '../../../text/simulator-slack.ts'
import { textOf } from '../../slack/finding.ts'
import type { Block } from '../../slack/surface.ts'
import { isRecord } from '../../wire/request-body.ts'
import { type ElementProps, idOf, includes, postTo, stateOf, valuesOf } from './touch.ts'

function optionsOf(element: Block): Record<string, unknown>[] {
  const groups = [element.option_groups ?? []].flat().filter(isRecord)
  return [element.options ?? [], ...groups.map((group) => group.options ?? [])].flat().filter(isRecord)
}

/** Boxes to tick, or a choice of one. */
export const Options = (props: ElementProps) => {
  const { element, surface, block } = props
  const isMany = element.type === 'checkboxes'
  const state = stateOf(props)
  const chosen = [isMany ? (state.selected_options ?? []) : (state.selected_option ?? [])].flat().filter(isRecord)
  return (
    <div class="options">
      {optionsOf(element).map((option) => {
        const value = String(option.value)
        const isOn = chosen.some((one) => one.value === value)
        return (
          <label>
            <input
              type={isMany ? 'checkbox' : 'radio'}
              id={idOf(props, value)}
              name={`choice-${surface.on}-${block.block_id ?? ''}`}
              value={value}
              checked={isOn}
              hx-post={postTo(isMany ? 'tick' : 'choose')}
              hx-vals={valuesOf(props, { option: value, isOn: isOn ? '' : 'yes' })}
              {...includes(props)}
              hx-trigger="change"
              hx-swap="none"
            />
            <span>
              {textOf(option.text)}
              {textOf(option.description) !== undefined && <small>{textOf(option.description)}</small>}
            </span>
          </label>
        )
      })}
    </div>
  )
}

/** A menu. */
export const Menu = (props: ElementProps) => {
  const { element, surface, label } = props
  const { t } = surface.screen
  const selected = stateOf(props).selected_option
  const chosen = isRecord(selected) ? selected.value : undefined
  return (
    <select
      id={idOf(props)}
      name={`option:${props.block.block_id ?? ''}`}
      aria-label={label ?? textOf(element.placeholder) ?? t(slackText.choose)}
      hx-post={postTo('choose')}
      hx-vals={valuesOf(props)}
      {...includes(props)}
      hx-trigger="change"
      hx-swap="none"
    >
      {chosen === undefined && <option value="">{textOf(element.placeholder) ?? t(slackText.choose)}</option>}
      {optionsOf(element).map((option) => (
        <option value={String(option.value)} selected={option.value === chosen}>
          {textOf(option.text)}
        </option>
      ))}
    </select>
  )
}
