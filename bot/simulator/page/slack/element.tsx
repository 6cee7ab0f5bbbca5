import type { Child } from 'hono/jsx'
import { slackText } from '../../../text/simulator-slack.ts'
import { textOf } from '../../slack/finding.ts'
import type { Block } from '../../slack/surface.ts'
import { isRecord } from '../../wire/request-body.ts'
import type { Surface } from './blocks.tsx'

interface ElementProps {
  readonly block: Block
  readonly element: Block
  readonly surface: Surface
  /** What it asks for, where that stands around it. */
  readonly label?: string
}

/** One thing to press, choose or fill. */
export const Element = (props: ElementProps): Child => {
  const { type } = props.element
  if (type === 'button') return <Button {...props} />
  if (type === 'checkboxes' || type === 'radio_buttons') return <Options {...props} />
  if (type === 'static_select' || type === 'overflow') return <Menu {...props} />
  if (/_input$|picker$/.test(type)) return <TextField {...props} />
  return (
    <span class="quiet">
      {props.surface.screen.t(slackText.notShown)}: {type}
    </span>
  )
}

const postTo = (what: string) => `/simulator/slack/${what}`

/** What a press tells us: whose, where, which element; `hx-include` adds what was typed around it. */
const valuesOf = ({ block, element, surface }: ElementProps, more: Record<string, string> = {}): string =>
  JSON.stringify({
    member: surface.member,
    on: surface.on,
    block: block.block_id ?? '',
    action: element.action_id ?? '',
    ...more,
  })

const idOf = ({ block, element, surface }: ElementProps, option = ''): string =>
  `el-${surface.member}-${surface.on}-${block.block_id ?? ''}-${element.action_id ?? ''}-${option}`.replace(
    /[^\w-]/g,
    '_',
  )

const stateOf = ({ block, element, surface }: ElementProps): Record<string, unknown> =>
  surface.values[block.block_id ?? '']?.[element.action_id ?? ''] ?? {}

const Button = (props: ElementProps) => {
  const { element } = props
  const { url, style, accessibility_label: spoken } = element
  const look = style === 'primary' || style === 'danger' ? style : 'plain'
  const tells = {
    'hx-post': postTo('click'),
    'hx-vals': valuesOf(props),
    'hx-include': 'closest form',
    'hx-swap': 'none',
  }
  const label = typeof spoken === 'string' ? { 'aria-label': spoken } : {}
  if (typeof url === 'string')
    return (
      <span {...tells} hx-trigger="click" class="opener">
        <a class={`button ${look}`} href={/^https?:/i.test(url) ? url : '#'} target="_blank" rel="noopener">
          {textOf(element.text)}
        </a>
      </span>
    )
  return (
    <button type="button" id={idOf(props)} class={look} {...label} {...tells}>
      {textOf(element.text)}
    </button>
  )
}

export function optionsOf(element: Block): Record<string, unknown>[] {
  const groups = [element.option_groups ?? []].flat().filter(isRecord)
  return [element.options ?? [], ...groups.map((group) => group.options ?? [])].flat().filter(isRecord)
}

const Options = (props: ElementProps) => {
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
              hx-include="closest form"
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

const Menu = (props: ElementProps) => {
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
      hx-include="closest form"
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

const inputTypes: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  email_text_input: 'email',
  number_input: 'number',
}

const TextField = (props: ElementProps) => {
  const { block, element, label } = props
  const { type: _type, ...state } = stateOf(props)
  const kept = Object.values(state).find((one) => typeof one === 'string') ?? ''
  const common = {
    id: idOf(props),
    name: `value:${block.block_id ?? ''}`,
    'aria-label': label ?? '',
    placeholder: textOf(element.placeholder) ?? '',
    autocomplete: 'off',
    'hx-post': postTo('fill'),
    'hx-vals': valuesOf(props),
    'hx-include': 'closest form',
    'hx-swap': 'none',
    ...(typeof element.max_length === 'number' && { maxlength: element.max_length }),
  }
  // Told to the program only on Enter, as Slack does; everything typed goes along with whatever is pressed next.
  const tellsOnEnter = block.dispatch_action === true ? { 'data-tell-on-enter': '' } : {}
  if (element.multiline === true)
    return (
      <textarea rows={3} hx-trigger="tell" {...common} {...tellsOnEnter}>
        {kept}
      </textarea>
    )
  const isPicker = element.type.endsWith('picker')
  return (
    <input
      type={inputTypes[element.type] ?? 'text'}
      value={kept}
      hx-trigger={isPicker ? 'change' : 'tell'}
      {...common}
      {...tellsOnEnter}
    />
  )
}
