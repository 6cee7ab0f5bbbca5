import { oddText, phoneText } from '../../../text/simulator-phone.ts'
import { sampleText } from '../../../text/simulator-sample.ts'
import type { SamplePerson } from '../people.ts'
import type { Sample } from '../samples/sample.ts'
import type { Screen } from '../stage.ts'

// The keys of a literal are what Object.keys says.
const oddKinds = Object.keys(oddText) as readonly (keyof typeof oddText)[]

/** Files to send: the sample ones, or any of this computer. */
export const Tray = ({
  screen,
  person,
  samples,
}: {
  screen: Screen
  person: SamplePerson
  samples: readonly Sample[]
}) => {
  const { t } = screen
  return (
    <details class="drawer" id="tray" name="drawer">
      <summary>{t(phoneText.samples)}</summary>
      <div class="drawer-body">
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
      </div>
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
