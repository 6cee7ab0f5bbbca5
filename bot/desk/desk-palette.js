// Help and palette: both list what the page offers at this moment, by the attributes that desk-keys.js reads.
const labelOf = (element) => {
  const named = element.dataset.label ?? element.getAttribute('aria-label')
  const text = named ?? element.closest('label')?.textContent ?? element.textContent
  return (text || element.getAttribute('placeholder') || '').replace(/\s+/g, ' ').trim()
}

const make = (name, props, ...children) => {
  const element = Object.assign(document.createElement(name), props)
  element.append(...children)
  return element
}
const keysOf = (key) => key.split(' ').map((one) => make('kbd', { textContent: one }))

function dialogOf(id) {
  const dialog = document.getElementById(id)
  // One dialog at a time: a second would leave the first behind it.
  return dialog === null || document.querySelector('dialog[open]') !== null ? undefined : dialog
}

function openHelp() {
  const dialog = dialogOf('key-help')
  if (dialog === undefined) return false
  const isWalkable = document.querySelector('[data-walk]') !== null
  for (const one of dialog.querySelectorAll('[data-walking]')) one.hidden = !isWalkable
  const offered = [...document.querySelectorAll('[data-key]:not([data-key=""])')].filter(isOffered)
  const byKey = new Map(offered.map((one) => [one.dataset.key, one]).toReversed())
  const lines = [...byKey].toReversed().map(([key, one]) =>
    make('li', {}, make('span', {}, ...keysOf(key)), make('span', { textContent: labelOf(one) })),
  )
  dialog.querySelector('[data-list]').replaceChildren(...lines)
  dialog.showModal()
  return true
}

let choices = []
let chosen = 0

function openPalette() {
  const dialog = dialogOf('palette')
  if (dialog === undefined) return document.getElementById('palette')?.open === true
  const views = [...document.querySelectorAll('.places a, .who a, .views a')].filter(isOffered)
  const all = new Map([...offers(), ...views].map((element) => [element, labelOf(element)]))
  choices = [...all].filter(([, label]) => label !== '').map(([element, label]) => ({ element, label }))
  const input = dialog.querySelector('input')
  input.value = ''
  fill(dialog, '')
  dialog.showModal()
  input.focus()
  return true
}

function fill(dialog, typed) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const fitting = choices.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
  chosen = 0
  const lines = fitting.map(({ element, label }, index) => {
    const key = element.dataset.key ? [make('span', {}, ...keysOf(element.dataset.key))] : []
    const line = make('div', { id: `choice-${index}`, role: 'option' }, make('span', { textContent: label }), ...key)
    line.addEventListener('click', () => take(dialog, element))
    return Object.assign(line, { element })
  })
  dialog.querySelector('[role="listbox"]').replaceChildren(...lines)
  dialog.querySelector('[data-none]').hidden = lines.length > 0
  mark(dialog, 0)
}

function mark(dialog, to) {
  const lines = [...dialog.querySelectorAll('[role="option"]')]
  chosen = lines.length === 0 ? 0 : (to + lines.length) % lines.length
  for (const [index, line] of lines.entries()) line.setAttribute('aria-selected', String(index === chosen))
  lines[chosen]?.scrollIntoView({ block: 'nearest' })
  const input = dialog.querySelector('input')
  if (lines.length === 0) input.removeAttribute('aria-activedescendant')
  else input.setAttribute('aria-activedescendant', `choice-${chosen}`)
}

function take(dialog, element) {
  dialog.close()
  act(element)
}

document.getElementById('palette')?.addEventListener('input', ({ currentTarget, target }) => {
  fill(currentTarget, target.value)
})
document.getElementById('palette')?.addEventListener('keydown', (event) => {
  const dialog = event.currentTarget
  const steps = { ArrowDown: 1, ArrowUp: -1 }
  const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
  if (step === undefined && event.key !== 'Enter') return
  event.preventDefault()
  if (step !== undefined) return mark(dialog, chosen + step)
  const line = dialog.querySelectorAll('[role="option"]')[chosen]
  if (line !== undefined) take(dialog, line.element)
})

// Buttons that only scripts can serve are shown by them.
document.documentElement.classList.add('has-scripts')
document.getElementById('open-help')?.addEventListener('click', openHelp)
document.getElementById('open-palette')?.addEventListener('click', openPalette)
