import { mailText } from '../../../text/simulator-mail.ts'
import type { Mail } from '../../mail/mail.ts'
import type { Screen } from '../stage.ts'
import { uploadLinkIn, type WayOfSigning } from './signing.ts'

/** True for a form that its addressee is to sign, by the name under which the house mails it. */
export const isForm = (name: string): boolean => name.endsWith('-formulir.pdf')

export const signedName = (name: string): string => name.replace(/\.pdf$/, '-ttd.pdf')

/** What an open mail carries, to be kept; forms can be signed as its addressee, by certificates of this page alone. */
export const Attachments = ({ screen, mail, at }: { screen: Screen; mail: Mail; at: number }) => {
  const { t } = screen
  if (mail.attachments.length === 0) return null
  return (
    <ul class="attachments" aria-label={t(mailText.attachments)}>
      {mail.attachments.map(({ name, bytes }, index) => (
        <li>
          <a href={`/simulator/mail/${at}/${index}`} download={name}>
            {name}
          </a>{' '}
          <span class="quiet">{Math.ceil(bytes.length / 1024)} kB</span>
          {isForm(name) && (
            <a class="signed" href={`/simulator/mail/${at}/${index}/signed`} download={signedName(name)}>
              {t(mailText.signed)}
            </a>
          )}
          {isForm(name) && uploadLinkIn(mail, name) !== undefined && (
            <SigningButtons screen={screen} path={`/simulator/mail/${at}/${index}/sign`} />
          )}
        </li>
      ))}
    </ul>
  )
}

/** Signs a form and sends it back by its link: as is right, or wrongly, to see what becomes of that. */
const SigningButtons = ({ screen: { t }, path }: { screen: Screen; path: string }) => {
  const Way = ({ way, isMain }: { way: WayOfSigning; isMain?: true }) => (
    <button
      type="button"
      class={isMain === true ? 'primary' : ''}
      hx-post={path}
      hx-vals={JSON.stringify({ way })}
      hx-swap="none"
      hx-disabled-elt="this"
    >
      {t(way === 'right' ? mailText.sign : mailText[way])}
    </button>
  )
  return (
    <div class="signing">
      <p class="quiet">{t(mailText.signHint)}</p>
      <Way way="right" isMain />
      <details>
        <summary>{t(mailText.otherwise)}</summary>
        <Way way="edited" />
        <Way way="other" />
        <Way way="renewed" />
      </details>
    </div>
  )
}
