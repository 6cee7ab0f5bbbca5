import type { Child } from 'hono/jsx'
import { slackText } from '../../../text/simulator-slack.ts'
import { textOf } from '../../slack/finding.ts'
import { Menu, Options } from './options.tsx'
import { TextField } from './text-field.tsx'
import { type ElementProps, idOf, includes, postTo, valuesOf } from './touch.ts'

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

const Button = (props: ElementProps) => {
  const { element } = props
  const { url, style, accessibility_label: spoken } = element
  const look = style === 'primary' || style === 'danger' ? style : 'plain'
  const tells = {
    'hx-post': postTo('click'),
    'hx-vals': valuesOf(props),
    ...includes(props),
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
