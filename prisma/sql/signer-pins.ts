import type { SignerPins } from '../../core/handling/signer-pins.ts'
import type { PinnedPerson, SignerPin } from '../../core/signature/pin.ts'
import type { Client } from './client.ts'

/** Pinned certificates in PostgreSQL: rows that are never changed and never deleted. */
export function sqlSignerPins(client: Client): SignerPins {
  const found = async (where: PinnedPerson | { readonly agency: string }) =>
    (await client.signerPin.findMany({ where, orderBy: [{ at: 'asc' }, { certSha256: 'asc' }] })).map(pinOf)
  return {
    pinsOf: ({ role, person }) => found({ role, person }),
    pinsIn: (agency) => found({ agency }),
    async pin({ at, ...pin }) {
      const data = [{ ...pin, at: new Date(at) }]
      return (await client.signerPin.createMany({ data, skipDuplicates: true })).count > 0
    },
  }
}

function pinOf({ role, at, ...row }: Omit<SignerPin, 'role' | 'at'> & { role: string; at: Date }): SignerPin {
  if (role !== 'person-in-charge' && role !== 'verifier') throw new Error(`a pin of an unknown role: ${role}`)
  return { ...row, role, at: at.toISOString() }
}
