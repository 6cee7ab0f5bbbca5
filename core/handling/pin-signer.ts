import type { Case, StaffRef } from '../case/case.ts'
import type { Event } from '../case/event.ts'
import type { SignerPin } from '../signature/pin.ts'
import type { Delivery } from './deliver.ts'
import type { Ports } from './ports.ts'

type Received = Extract<Event, { type: 'signed-form-received' }>

/** Notes the certificates that a case's history confirms as the officer's; each of them once, and each on record. */
export async function pinSigner(ports: Ports, c: Case): Promise<Delivery> {
  for (const pin of pinsIn(await ports.ledger.history(c.id), c)) {
    if (!(await ports.pins.pin(pin))) continue
    const { by, caseId, certSha256, at } = pin
    await ports.accessLog.record({ staffId: by, caseId, what: 'pin', ref: certSha256, at })
  }
  return { state: 'sent' }
}

/** A form that another one has replaced confirms nothing any more, so what was said is held against its own file. */
function pinsIn(history: readonly Event[], c: Case): readonly SignerPin[] {
  const pins: SignerPin[] = []
  let form: Received | undefined
  let isLooked = false
  for (const event of history) {
    if (event.type === 'signed-form-received') [form, isLooked] = [event, false]
    else if (event.type === 'claimed') form = undefined
    else if (event.type === 'signature-confirmed') {
      isLooked = true
      if (event.pins && form?.form.file.sha256 === event.fileSha256)
        pins.push(...pinOf(c, form, event.secret.by, event.at))
    } else if (event.type === 'legalised' && form !== undefined) {
      const { verdict } = form.form
      if (verdict?.verdict === 'VALID' && verdict.match === 'first' && !isLooked)
        pins.push(...pinOf(c, form, event.secret.by, event.at))
    }
  }
  return pins
}

function pinOf(c: Case, { secret }: Received, by: StaffRef, at: string): readonly SignerPin[] {
  if (secret?.signer == null || c.agency === null) return []
  const { signer, expected } = secret
  const officer = { role: 'person-in-charge', person: expected.nip, agency: c.agency } as const
  const { certSha256, commonName } = signer
  return [{ ...officer, certSha256, commonName, by: by.id, caseId: c.id, at }]
}
