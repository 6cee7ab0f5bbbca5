// Keys of the desk: j and k walk the list, / goes to the search, u goes back to the queue.
const rows = () => [...document.querySelectorAll('table.cases a.number')]
const isTyping = (target) => target instanceof HTMLElement && target.matches('input, textarea, select')

function walk(step) {
  const links = rows()
  const at = links.indexOf(document.activeElement)
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
}

const keys = {
  j: () => walk(1),
  k: () => walk(-1),
  '/': () => document.querySelector('form.find input')?.focus(),
  u: () => document.querySelector('#watch a')?.click(),
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
  if (act === undefined) return
  event.preventDefault()
  act()
})

// Two presses of one button are one: the first answer is on its way.
document.addEventListener('submit', (event) => {
  const { submitter } = event
  if (!(submitter instanceof HTMLButtonElement) || /\/(original|dossier)$/.test(submitter.formAction)) return
  if (submitter.dataset.pressed !== undefined) return event.preventDefault()
  submitter.dataset.pressed = ''
  addEventListener('pageshow', () => delete submitter.dataset.pressed, { once: true })
})

// A receipt is printed by the browser; without scripts its own menu does.
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-print]') !== null) print()
})
