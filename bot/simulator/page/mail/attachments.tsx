import { mailText } from '../../../text/simulator-mail.ts'
import type { Mail } from '../../mail/mail.ts'
import type { Screen } from '../stage.ts'

/** True for a form that its addressee is to sign, by the name under which the house mails it. */
export const isForm = (name: string): boolean => name.endsWith('-formulir.pdf')

export const signedName = (name: string): string => name.replace(/\.pdf$/, '-ttd.pdf')

/** What an open mail carries, to be kept; forms also as somebody signed them, for nobody here has a certificate. */
export const Attachments = ({ screen: { t }, mail, at }: { screen: Screen; mail: Mail; at: number }) =>
  mail.attachments.length === 0 ? null : (
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
        </li>
      ))}
    </ul>
  )
