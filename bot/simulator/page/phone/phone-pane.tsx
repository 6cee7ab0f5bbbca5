import { languages } from '../../../text/language.ts'
import { hints, pageText } from '../../../text/simulator-page.ts'
import { phoneText } from '../../../text/simulator-phone.ts'
import { linkTo } from '../choice.ts'
import { personNamed, phoneOf, type SamplePerson } from '../people.ts'
import type { Sample } from '../samples/sample.ts'
import type { Screen } from '../stage.ts'
import { Facts } from './facts.tsx'
import { PhoneScreen } from './phone-screen.tsx'
import { Tray } from './tray.tsx'

/** The phone of one person, with everything to write and send. */
export const PhonePane = ({ screen, samples }: { screen: Screen; samples: readonly Sample[] }) => {
  const { stage, choice, t } = screen
  const person = personNamed(choice.person)
  const { bot } = stage.world.telegram
  return (
    <section class="pane" id="phone" aria-labelledby="phone-title">
      <header class="pane-head">
        <h2 id="phone-title">
          {t(pageText.phone)} <small>Telegram</small>
        </h2>
        <p class="hint">{t(hints.phone)}</p>
      </header>
      <div class="device">
        <div class="chat-head">
          <span class="avatar">P</span>
          <b>{bot.first_name}</b>
          <span class="quiet">
            @{bot.username} · {t(phoneText.bot)}
          </span>
          <PhoneLanguage screen={screen} person={person} />
        </div>
        <div
          id="phone-live"
          class="live"
          hx-get={linkTo('/phone/live', choice, { person: person.key })}
          hx-trigger="sse:phone"
          hx-swap="innerHTML"
        >
          <PhoneScreen screen={screen} />
        </div>
        <div class="drawers">
          <Facts screen={screen} person={person} />
          <Tray screen={screen} person={person} samples={samples} />
        </div>
        <form class="composer" hx-post="/simulator/phone/say" hx-swap="none" data-clears>
          <input type="hidden" name="person" value={person.key} />
          <textarea
            id={`say-${person.key}`}
            name="text"
            rows={1}
            placeholder={t(phoneText.write)}
            aria-label={t(phoneText.write)}
            autocomplete="off"
            data-enter
          />
          <button type="submit" class="primary">
            {t(phoneText.send)}
          </button>
        </form>
      </div>
    </section>
  )
}

const PhoneLanguage = ({ screen: { stage, t }, person }: { screen: Screen; person: SamplePerson }) => {
  const chosen = phoneOf(stage.world, person).user.language_code
  return (
    <label class="setting">
      <span class="hidden">{t(phoneText.setting)}</span>
      <select
        name="language"
        title={t(phoneText.setting)}
        hx-post="/simulator/phone/language"
        hx-vals={JSON.stringify({ person: person.key })}
        hx-swap="none"
      >
        {languages.map((one) => (
          <option value={one} selected={one === chosen}>
            {one.toUpperCase()}
          </option>
        ))}
      </select>
    </label>
  )
}
