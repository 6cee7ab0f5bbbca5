import { acroName } from '../../../../core/form/layout.ts'
import { formValues } from '../../../../core/lab/form-values.ts'
import type { Language } from '../../../text/language.ts'
import { mailText } from '../../../text/simulator-mail.ts'
import type { Mail } from '../../mail/mail.ts'
import { editedPdf } from '../../signing/sign-pdf.ts'
import type { World } from '../../world.ts'

/** How the person in charge of the play signs: as is right, or in a way that must not pass by itself. */
export const waysOfSigning = ['right', 'renewed', 'edited', 'other'] as const
export type WayOfSigning = (typeof waysOfSigning)[number]

/** Somebody who is in charge of nothing here. */
const stranger = 'Wahyu Nugroho'

/** The form as it comes back: signed by whomever it names, by their next certificate, edited afterwards, or by somebody else. */
export function signedForm(world: World, form: Uint8Array, way: WayOfSigning): Uint8Array {
  const at = world.now()
  const officer = signerOf(form)
  if (way === 'renewed') world.pki.renew(officer, at)
  const signed = world.pki.sign(form, way === 'other' ? stranger : officer, at)
  return way === 'edited' ? editedPdf(signed, acroName('number'), 'PANDU-2026-000000-X') : signed
}

/** Whom a form names below its signature. */
const signerOf = (form: Uint8Array): string =>
  formValues(form).values.get(acroName('signer.name'))?.replace(/^Tx /, '') ?? ''

/** The one-time link that a mail gives for one of its forms; undefined when it gives none. */
export function uploadLinkIn({ text }: Pick<Mail, 'text'>, name: string): string | undefined {
  const from = text.indexOf(name)
  return from < 0 ? undefined : /https?:\/\/\S+\/desk\/forms\?t=\S+/.exec(text.slice(from))?.[0]
}

/** Sends a form back by its link, as a browser does. @throws Error with what the desk says against it, in that language */
export async function sendBack(
  origin: string,
  link: string,
  bytes: Uint8Array,
  name: string,
  language: Language,
): Promise<void> {
  const { pathname, searchParams } = new URL(link)
  const query = new URLSearchParams({ ...Object.fromEntries(searchParams), lang: language })
  const body = new FormData()
  body.set('form', new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }))
  // By path alone: the desk is on this very server, whatever name it is known by elsewhere.
  const response = await fetch(new URL(`${pathname}?${query}`, origin), {
    method: 'POST',
    body,
    headers: { Origin: origin },
  })
  if (response.ok) return
  if (response.status === 410) throw new Error(mailText.spent[language])
  const alert = /<p class="alert"[^>]*>([^<]*)<\/p>/.exec(await response.text())?.[1]
  throw new Error(alert ?? `${pathname}: ${response.status}`)
}
