import { languages } from '../../text/language.ts'
import { hints, pageText } from '../../text/simulator-page.ts'
import { factLabel, personText } from '../../text/simulator-people.ts'
import { oddText, phoneText } from '../../text/simulator-phone.ts'
import { sampleText } from '../../text/simulator-sample.ts'
import { linkTo } from './choice.ts'
import { type Facts as Known, personNamed, phoneOf, type SamplePerson } from './people.ts'
import { PhoneScreen } from './phone-screen.tsx'
import type { Sample } from './samples/sample.ts'
import type { Screen } from './stage.ts'

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
        <Facts screen={screen} person={person} />
        <Tray screen={screen} person={person} samples={samples} />
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

const factNames = Object.keys(factLabel) as readonly (keyof typeof factLabel)[]

/** What this person knows by heart; a tap puts it where one writes. */
const Facts = ({ screen: { t }, person }: { screen: Screen; person: SamplePerson }) => (
  <details class="drawer" id="facts">
    <summary>{t(phoneText.facts)}</summary>
    <p class="quiet">{t(personText[person.key].about)}</p>
    <p class="facts">
      {factNames
        .filter((name): name is keyof Known => name in person.facts)
        .map((name) => (
          <button type="button" data-insert={person.facts[name]} data-into={`say-${person.key}`}>
            <small>{t(factLabel[name])}</small> {person.facts[name]}
          </button>
        ))}
    </p>
  </details>
)

const oddKinds = Object.keys(oddText) as readonly (keyof typeof oddText)[]

/** Files to send: the sample ones, or any of this computer. */
const Tray = ({ screen, person, samples }: { screen: Screen; person: SamplePerson; samples: readonly Sample[] }) => {
  const { t } = screen
  return (
    <details class="drawer" id="tray">
      <summary>
        📎 {t(phoneText.attach)} · {t(phoneText.samples)}
      </summary>
      <form hx-post="/simulator/phone/send" hx-encoding="multipart/form-data" hx-swap="none" data-resets>
        <input type="hidden" name="person" value={person.key} />
        <ul class="samples">
          {samples.map((sample) => (
            <SampleCard screen={screen} sample={sample} />
          ))}
        </ul>
        <button type="submit" name="as" value="album">
          {t(phoneText.asAlbum)}
        </button>
        <label class="own-file">
          {t(phoneText.ownFile)}
          <input type="file" name="file" multiple />
        </label>
        <p class="row">
          <button type="submit" name="as" value="photo">
            {t(phoneText.ownAsPhoto)}
          </button>
          <button type="submit" name="as" value="file">
            {t(phoneText.ownAsFile)}
          </button>
        </p>
      </form>
      <p class="row odd-kinds">
        <span class="quiet">{t(phoneText.odd)}:</span>
        {oddKinds.map((kind) => (
          <button
            type="button"
            hx-post="/simulator/phone/odd"
            hx-vals={JSON.stringify({ person: person.key, kind })}
            hx-swap="none"
          >
            {t(oddText[kind])}
          </button>
        ))}
        <button
          type="button"
          hx-post="/simulator/phone/block"
          hx-vals={JSON.stringify({ person: person.key })}
          hx-swap="none"
        >
          {t(phoneText.block)} / {t(phoneText.unblock)}
        </button>
      </p>
    </details>
  )
}

const SampleCard = ({ screen: { t }, sample }: { screen: Screen; sample: Sample }) => {
  const { key, isGood, thumbnail } = sample
  const { name, about } = sampleText[key]
  return (
    <li class={isGood ? 'sample good' : 'sample bad'}>
      <label title={t(about)}>
        <input type="checkbox" name="sample" value={key} />
        {thumbnail === undefined ? (
          <span class="no-picture">{sample.name.split('.').at(-1)?.toUpperCase()}</span>
        ) : (
          <img src={`/simulator/samples/${key}/thumbnail`} alt="" width="100" height="62" loading="lazy" />
        )}
        <b>{t(name)}</b>
        <small>
          <span class="tag">{t(isGood ? phoneText.good : phoneText.bad)}</span> {t(about)}
        </small>
      </label>
      <span class="row">
        {sample.mime.startsWith('image/') && (
          <button type="submit" name="photo" value={key}>
            {t(phoneText.asPhoto)}
          </button>
        )}
        <button type="submit" name="document" value={key}>
          {t(phoneText.asFile)}
        </button>
      </span>
    </li>
  )
}
