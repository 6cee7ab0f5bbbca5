import { textOf } from '../../slack/finding.ts'
import { type ElementProps, idOf, includes, postTo, stateOf, valuesOf } from './touch.ts'

const inputTypes: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  email_text_input: 'email',
  number_input: 'number',
}

/** A field to type in. */
export const TextField = (props: ElementProps) => {
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
    ...includes(props),
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
