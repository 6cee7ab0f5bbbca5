// What markup alone cannot do: Enter sends, nothing typed is lost when a part is drawn anew, the newest stays in sight.

// Typed text by the id of its field; kept over a reload, until it is sent.
const drafts = new Map(Object.entries(JSON.parse(sessionStorage.getItem('drafts') ?? '{}')))
// A modal's text belongs to that modal and the case in it: it is neither kept over a reload nor found in the next one.
const isOfModal = (key) => key.startsWith('modal-')
function draftKey(field) {
  const modal = field.closest('.modal')
  return modal === null ? field.id : `${modal.id} ${modal.querySelector('.modal-body h3')?.textContent ?? ''} ${field.id}`
}
const saveDrafts = () =>
  sessionStorage.setItem('drafts', JSON.stringify(Object.fromEntries([...drafts].filter(([key]) => !isOfModal(key)))))
const isField = (element) => element instanceof Element && element.matches('textarea, input[type=text], input[type=email], input[type=number]')

document.addEventListener('input', ({ target }) => {
  if (!isField(target) || target.id === '') return
  drafts.set(draftKey(target), target.value)
  saveDrafts()
})

function refill(root) {
  for (const field of root.querySelectorAll('textarea, input'))
    if (isField(field) && drafts.has(draftKey(field))) field.value = drafts.get(draftKey(field))
}

function forget(form) {
  for (const field of form.querySelectorAll('textarea, input')) drafts.delete(draftKey(field))
  saveDrafts()
}

// Enter sends; Shift+Enter begins a new line. In a modal Enter tells the program where the field asks for that.
document.addEventListener('keydown', (event) => {
  const { target, key, shiftKey, isComposing } = event
  if (key !== 'Enter' || shiftKey || isComposing || !(target instanceof Element)) return
  if (target.matches('[data-enter]')) {
    event.preventDefault()
    target.form.requestSubmit()
  } else if (target.matches('[data-tell-on-enter]')) {
    event.preventDefault()
    htmx.trigger(target, 'tell')
  }
})

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-insert], [data-copy]') : null
  if (button?.dataset.copy !== undefined) void navigator.clipboard?.writeText(button.dataset.copy)
  if (button?.dataset.insert === undefined) return
  const field = document.getElementById(button.dataset.into)
  field.value = field.value === '' ? button.dataset.insert : `${field.value} ${button.dataset.insert}`
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
})

// A form that was taken is emptied; one that failed keeps what was typed.
document.addEventListener('htmx:afterRequest', ({ detail: { elt, successful } }) => {
  if (!successful || !(elt instanceof HTMLFormElement)) return
  if (elt.matches('[data-clears]')) {
    forget(elt)
    for (const field of elt.querySelectorAll('textarea, input[type=text]')) field.value = ''
  }
  if (elt.matches('[data-resets]')) elt.reset()
  if (elt.matches('[data-closes]')) {
    forget(elt)
    elt.closest('details').open = false
  }
})

// Before a part is drawn anew: which drawers stand open in it, and what its readers look at.
let before = { open: [], places: new Map(), newest: new Map() }
const followed = (root) => [...root.querySelectorAll('[data-follow], [data-keeps-place]')]
// The newest thing: its end, or its top where it is too long to be seen whole.
function placeOfNewest(element) {
  const last = [...element.querySelectorAll('[data-n]')].at(-1)
  const isLong = element.dataset.follow === 'top' && last !== undefined && last.offsetHeight > element.clientHeight - 40
  return isLong ? last.offsetTop - element.offsetTop - 10 : element.scrollHeight - element.clientHeight
}
const isFollowing = (element) => element.dataset.follow !== undefined && element.scrollTop > placeOfNewest(element) - 80
const newestIn = (element) => Math.max(0, ...[...element.querySelectorAll('[data-n]')].map(({ dataset }) => Number(dataset.n)))

document.addEventListener('htmx:beforeSwap', ({ detail: { target } }) => {
  const elements = followed(target)
  before = {
    open: [...target.querySelectorAll('details[open][id]')].map(({ id }) => id),
    places: new Map(elements.map((element) => [element.id, isFollowing(element) ? 'newest' : element.scrollTop])),
    newest: new Map(elements.map((element) => [element.id, newestIn(element)])),
  }
})

document.addEventListener('htmx:afterSwap', ({ detail: { target } }) => {
  const root = target.isConnected ? target : document
  for (const id of before.open) document.getElementById(id)?.setAttribute('open', '')
  refill(root)
  settle(root)
  show(document.querySelector('.story-line')?.dataset.at)
})

// While a case is played: what it is about right now.
function show(at) {
  if (at) document.querySelector(`.modal [data-block="${CSS.escape(at)}"]`)?.scrollIntoView({ block: 'center' })
}

function settle(root) {
  for (const element of followed(root)) {
    const place = before.places.get(element.id) ?? (element.dataset.follow === undefined ? 0 : 'newest')
    element.scrollTop = place === 'newest' ? placeOfNewest(element) : place
    const seen = before.newest.get(element.id)
    if (seen === undefined) continue
    for (const one of element.querySelectorAll('[data-n]')) if (Number(one.dataset.n) > seen) one.classList.add('fresh')
  }
}

// A drawer takes room from the chat: what was newest stays in sight. Whoever presses or writes wants to see the answer.
function follow() {
  for (const element of document.querySelectorAll('#phone [data-follow]')) element.scrollTop = placeOfNewest(element)
}
document.addEventListener('toggle', ({ target }) => target instanceof Element && target.matches('.drawer') && follow(), true)
document.addEventListener('htmx:beforeRequest', ({ detail: { elt } }) => {
  if (elt.closest('#phone') !== null && elt.closest('.live, .composer, .drawer') !== null && elt.matches('button, form')) follow()
})

// Pictures have no height before they are there.
document.addEventListener(
  'load',
  ({ target }) => {
    const room = target instanceof HTMLImageElement ? target.closest('[data-follow]') : null
    if (room !== null && room.scrollHeight - room.scrollTop - room.clientHeight < target.height + 160) room.scrollTop = room.scrollHeight
  },
  true,
)

document.addEventListener('DOMContentLoaded', () => {
  refill(document)
  settle(document)
})
