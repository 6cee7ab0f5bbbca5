import { pageText } from '../../../text/simulator-page.ts'
import { personText } from '../../../text/simulator-people.ts'
import { phoneText } from '../../../text/simulator-phone.ts'
import type { Phone } from '../../telegram/phone.ts'
import { linkTo } from '../choice.ts'
import { Notice } from '../notice.tsx'
import { people, personNamed, phoneOf, type SamplePerson } from '../people.ts'
import type { Screen } from '../stage.ts'
import { Answer } from './answer.tsx'
import { Bubble } from './bubble.tsx'

const typingMs = 5000

/** What changes by itself on the phone: who has news, the chat, the bot's answers to presses. */
export const PhoneScreen = ({ screen }: { screen: Screen }) => {
  const { stage, choice, t } = screen
  const person = personNamed(choice.person)
  const phone = phoneOf(stage.world, person)
  const stored = stage.world.telegram.memory.chats.get(person.id)
  stage.seen.look(`phone:${person.key}`, newestOf(phone))
  return (
    <>
      <nav class="chips" aria-label={t(phoneText.people)}>
        {people.map((one) => (
          <PersonChip screen={screen} one={one} isShown={one === person} />
        ))}
      </nav>
      <div class="chat" id={`chat-${person.key}`} data-follow="end" tabindex={0}>
        <Chat screen={screen} person={person} phone={phone} />
        {isTyping(stored?.action) && <p class="typing">Pandu {t(phoneText.typing)}</p>}
      </div>
      {stored?.state === 'blocked' && <p class="blocked">{t(phoneText.blocked)}</p>}
      {phone.keys().length > 0 && (
        <div class="keys">
          {phone.keys().map(({ text }) => (
            <button
              type="button"
              hx-post="/simulator/phone/key"
              hx-vals={JSON.stringify({ person: person.key, label: text })}
              hx-swap="none"
            >
              {text}
            </button>
          ))}
        </div>
      )}
      <Answer screen={screen} person={person} />
      <Notice screen={screen} who={`phone:${person.key}`} />
    </>
  )
}

const newestOf = (phone: Phone): string | undefined => {
  const last = phone.last()
  return last && `${last.id}/${last.message.edit_date ?? 0}`
}

const PersonChip = ({
  screen: { stage, choice, t },
  one,
  isShown,
}: {
  screen: Screen
  one: SamplePerson
  isShown: boolean
}) => {
  const hasNews = !isShown && stage.seen.isNew(`phone:${one.key}`, newestOf(phoneOf(stage.world, one)))
  return (
    <button
      type="button"
      id={`person-${one.key}`}
      class={isShown ? 'chip on' : 'chip'}
      aria-pressed={isShown ? 'true' : 'false'}
      title={t(personText[one.key].about)}
      hx-get={linkTo('/phone', choice, { person: one.key })}
      hx-target="#phone"
      hx-swap="outerHTML"
    >
      {one.firstName}
      {hasNews && <span class="news" title={t(pageText.unread)} />}
      <small>{t(personText[one.key].role)}</small>
    </button>
  )
}

const Chat = ({ screen, person, phone }: { screen: Screen; person: SamplePerson; phone: Phone }) => {
  const { stage, t } = screen
  const messages = phone.messages()
  const gone = stage.tombstones.of(person.id)
  if (messages.length + gone.length === 0)
    return (
      <div class="nothing">
        <p>{t(phoneText.empty)}</p>
        <button
          type="button"
          class="primary"
          hx-post="/simulator/phone/say"
          hx-vals={JSON.stringify({ person: person.key, text: '/start' })}
          hx-swap="none"
        >
          {t(phoneText.start)} · /start
        </button>
      </div>
    )
  const all = [
    ...messages.map((message) => ({ id: message.id, message })),
    ...gone.map((tomb) => ({ ...tomb, message: undefined })),
  ]
  return (
    <>
      {all
        .toSorted((a, b) => a.id - b.id)
        .map((one) =>
          one.message === undefined ? (
            <p class={'mine' in one && one.mine ? 'bubble mine gone' : 'bubble gone'}>{t(phoneText.deleted)}</p>
          ) : (
            <Bubble screen={screen} person={person.key} message={one.message} />
          ),
        )}
    </>
  )
}

const isTyping = (action: { action: string; at: number } | undefined): boolean =>
  action !== undefined && Date.now() - action.at < typingMs
