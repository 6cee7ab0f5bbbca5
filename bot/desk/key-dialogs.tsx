import type { PropsWithChildren } from 'hono/jsx'
import { keyText } from '../text/desk-keys.ts'
import type { Bilingual } from '../text/language.ts'
import type { Screen } from './screen.ts'

/** Help and palette, filled by desk-keys.js with what the page offers when they open; nothing without scripts. */
export const KeyDialogs = ({ screen }: { screen: Screen }) => (
  <>
    <p id="said" role="status" />
    <KeyHelp screen={screen} />
    <Palette screen={screen} />
  </>
)

const Keys = ({ keys, children }: PropsWithChildren<{ keys: readonly string[] }>) => (
  <>
    <span>
      {keys.map((key) => (
        <kbd>{key}</kbd>
      ))}
    </span>
    <span>{children}</span>
  </>
)

const KeyHelp = ({ screen: { t, visitor } }: { screen: Screen }) => (
  <dialog id="key-help" aria-labelledby="key-help-title">
    <Head title={keyText.helpTitle} id="key-help-title" t={t} />
    {visitor?.taste.areLettersOff === true && <p class="warn">{t(keyText.lettersOff)}</p>}
    <h3>{t(keyText.onThisPage)}</h3>
    <ul class="keys" data-list="" />
    <h3>{t(keyText.everywhere)}</h3>
    <ul class="keys">
      <li data-walking="">
        <Keys keys={['j', 'k']}>{t(keyText.walk)}</Keys>
      </li>
      <li data-walking="">
        <Keys keys={['Enter']}>{t(keyText.enter)}</Keys>
      </li>
      <li>
        <Keys keys={['Ctrl', 'K']}>{t(keyText.showPalette)}</Keys>
      </li>
      <li>
        <Keys keys={['?']}>{t(keyText.showHelp)}</Keys>
      </li>
      <li>
        <Keys keys={['Esc']}>{t(keyText.escape)}</Keys>
      </li>
    </ul>
  </dialog>
)

const Palette = ({ screen: { t } }: { screen: Screen }) => (
  <dialog id="palette" aria-labelledby="palette-title">
    <Head title={keyText.paletteTitle} id="palette-title" t={t} />
    <input
      type="text"
      role="combobox"
      aria-expanded="true"
      aria-controls="choices"
      aria-autocomplete="list"
      aria-label={t(keyText.type)}
      placeholder={t(keyText.type)}
      autocomplete="off"
      spellcheck={false}
    />
    <div id="choices" role="listbox" tabindex={-1} aria-label={t(keyText.paletteTitle)} />
    <p class="quiet" data-none="" role="status" hidden>
      {t(keyText.none)}
    </p>
  </dialog>
)

const Head = ({ title, id, t }: { title: Bilingual; id: string; t: Screen['t'] }) => (
  <form method="dialog" class="dialog-head">
    <h2 id={id}>{t(title)}</h2>
    <button type="submit" class="small">
      {t(keyText.close)}
    </button>
  </form>
)
