import { factLabel, personText } from '../../../text/simulator-people.ts'
import { phoneText } from '../../../text/simulator-phone.ts'
import type { SamplePerson } from '../people.ts'
import type { Screen } from '../stage.ts'

// The keys of a literal are what Object.keys says.
const names = Object.keys(factLabel) as readonly (keyof typeof factLabel)[]

/** What this person knows by heart; a tap puts it where one writes. */
export const Facts = ({ screen: { t }, person }: { screen: Screen; person: SamplePerson }) => (
  <details class="drawer" id="facts" name="drawer">
    <summary>{t(phoneText.facts)}</summary>
    <div class="drawer-body">
      <p class="quiet">
        {t(personText[person.key].about)} {t(phoneText.factsHint)}
      </p>
      <p class="facts">
        {names.map((name) => (
          <button type="button" data-insert={person.facts[name]} data-into={`say-${person.key}`}>
            <small>{t(factLabel[name])}</small> {person.facts[name]}
          </button>
        ))}
      </p>
    </div>
  </details>
)
