// Keys of the desk. A page offers what it can do by attributes, so that this file knows no page:
//   data-key="r"       on a button, link or field: the key presses or focuses it; "g q" is one after the other,
//                      "Ctrl+Enter" works while typing, "::" also when typed in a text; "" stands in the palette alone
//   data-walk          on what j and k go to; a data-key inside one acts only while the focus is in there
//   data-aside         around a list beside the page: its places are walked only while the focus is in there
//   data-copy="text"   pressing copies the text
//   data-decides       on a button that decides: its key, or the palette, leads there and presses nothing
//   data-label="…"     the words in help and palette, where the element's own do not do
const fields = 'input:not([type="radio"], [type="checkbox"], [type="button"], [type="submit"]), textarea, select'
const isTyping = (target) => target instanceof HTMLElement && (target.matches(fields) || target.isContentEditable)
const areLettersOff = () => document.body.dataset.letters === 'off'
const scope = () => document.querySelector('dialog[open]') ?? document

// A radio of a verdict is not to be seen itself: its label is.
const isOffered = (element) => {
  const shown = element.matches('[type="radio"]') ? element.closest('label') : (element.closest('details') ?? element)
  return shown !== null && shown.checkVisibility() && !element.matches(':disabled')
}

const here = () => document.activeElement?.closest('[data-walk]') ?? null

/** What the page offers now, in its order; of several for one key the first, the one under the focus before all. */
function offers() {
  const found = [...scope().querySelectorAll('[data-key]')].filter(isOffered)
  const walk = here()
  const mine = found.filter((element) => walk !== null && walk !== element && walk.contains(element))
  const rest = found.filter((element) => element.closest('[data-walk]') === null)
  const taken = new Set()
  return [...mine, ...rest].filter(({ dataset: { key } }) => key === '' || (!taken.has(key) && taken.add(key)))
}

function act(element) {
  for (let one = element.closest('details'); one !== null; one = one.parentElement.closest('details')) one.open = true
  if (element.dataset.copy !== undefined) return copy(element)
  // A decision is never one press of a key away: the key only leads to it.
  if (element.matches(fields) || element.dataset.decides !== undefined) return element.focus()
  element.click()
  if (element.matches('[type="radio"]')) focusAfter(element)
}

// A verdict that needs a reason leads to its reason, any other back to the item.
function focusAfter(radio) {
  const next = radio.dataset.then && document.getElementById(radio.dataset.then)
  const place = next?.checkVisibility() ? next : here()
  place?.focus()
}

function copy(element) {
  const done = () => say(element.dataset.copied ?? element.dataset.copy)
  navigator.clipboard?.writeText(element.dataset.copy).then(done, () => say(element.dataset.copy))
}

/** Says something where it is read out and seen, without moving the focus. */
function say(text) {
  const place = document.getElementById('said')
  if (place === null) return
  place.textContent = text
  setTimeout(() => {
    if (place.textContent === text) place.textContent = ''
  }, 4000)
}

function walk(step) {
  const from = here()
  const part = from?.closest('[data-aside]') ?? null
  const all = [...scope().querySelectorAll('[data-walk]')].filter((place) => place.checkVisibility())
  const places = all.filter((place) => place.closest('[data-aside]') === part)
  const at = places.indexOf(from)
  const to = places[Math.min(Math.max(at + step, 0), places.length - 1)]
  to?.focus()
  to?.scrollIntoView({ block: 'nearest' })
}

let before = ''
let beforeAt = 0
/** The element that a key is for; the first of two keys waits for the second for a second and a half. */
function offered(key, now) {
  const all = offers()
  const pair = now - beforeAt < 1500 ? all.find((one) => pairOf(one.dataset.key) === before + key) : undefined
  const isFirst = all.some((one) => pairOf(one.dataset.key)?.startsWith(key))
  before = pair === undefined && isFirst ? key : ''
  beforeAt = now
  return pair ?? all.find((one) => one.dataset.key === key)
}
const pairOf = (key) => (key === '::' ? '::' : /^\S \S$/.test(key) ? key.replace(' ', '') : undefined)

/** @returns true when the key did something */
function press(event) {
  const isControl = event.ctrlKey || event.metaKey
  if (isControl && event.key === 'Enter') return run(sendOf(event.target))
  if (isControl && event.key.toLowerCase() === 'k') return openPalette()
  if (isControl || event.altKey) return false
  if (event.key === 'Escape') return leave(event.target)
  if (isTyping(event.target) || areLettersOff()) return false
  const element = offered(event.key, event.timeStamp)
  if (element !== undefined) return run(element)
  if (event.key === 'j' || event.key === 'k') return run({ step: event.key === 'j' ? 1 : -1 })
  return event.key === '?' ? openHelp() : false
}

const sendOf = (target) => {
  const all = [...scope().querySelectorAll('[data-key="Ctrl+Enter"]')].filter(isOffered)
  const near = target.closest?.('[data-send], fieldset, form')
  return all.find((one) => near?.contains(one)) ?? all[0]
}

function run(what) {
  if (what === undefined) return false
  if (what instanceof Element) act(what)
  else walk(what.step)
  return true
}

// Out of a field, back to where the keys are heard; a dialog closes by itself.
function leave(target) {
  if (!isTyping(target) || target.closest('dialog') !== null) return false
  const place = target.closest('[data-walk]') ?? document.getElementById('content')
  place?.focus({ preventScroll: true })
  return true
}

document.addEventListener('keydown', (event) => {
  if (!event.isComposing && !event.defaultPrevented && press(event)) event.preventDefault()
})

// Two colons typed in a text are the same key.
document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement)) return
  const end = target.selectionStart
  const canned = [...document.querySelectorAll('[data-key="::"]')].find(isOffered)
  if (canned === undefined || target.value.slice(end - 2, end) !== '::') return
  target.setRangeText('', end - 2, end, 'end')
  act(canned)
})

// Two presses of one button are one: the first answer is on its way.
document.addEventListener('submit', (event) => {
  const { submitter } = event
  if (!(submitter instanceof HTMLButtonElement) || /\/(original|dossier)$/.test(submitter.formAction)) return
  if (submitter.dataset.pressed !== undefined) return event.preventDefault()
  submitter.dataset.pressed = ''
  addEventListener('pageshow', () => delete submitter.dataset.pressed, { once: true })
})

// A list beside a case says which one is open.
document.addEventListener('htmx:afterSwap', ({ target }) => {
  const link = target.closest?.('[data-aside]')?.querySelector(`a[href="${CSS.escape(location.pathname)}"]`)
  link?.setAttribute('aria-current', 'page')
})

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return
  // A receipt is printed by the browser; without scripts its own menu does.
  if (target.closest('[data-print]') !== null) print()
  const copied = target.closest('[data-copy]')
  if (copied !== null) copy(copied)
})
