import type { Case } from '../case/case.ts'
import type { CommandOf } from '../case/command.ts'
import { nextPhase } from '../case/status.ts'
import { routeOf } from '../procedure/course.ts'
import { crashPoint } from './crash-point.ts'
import type { Delivery } from './deliver.ts'
import { keepCover } from './dossier-archive.ts'
import { perform } from './perform.ts'
import type { Ports } from './ports.ts'

/** Makes the cover sheet of a legalised case, keeps it sealed, and hands the case to the contact center. */
export async function prepareDossier(ports: Ports, c: Case): Promise<Delivery> {
  if (c.status !== 'legalised') return { state: 'sent' }
  if (c.cover?.signedSha256 !== undefined) return handOn(ports, c, c.cover.signedSha256)
  if (c.cover != null) return { state: 'sent' }
  const history = await ports.ledger.history(c.id)
  const dossierSha256 = await keepCover(ports, c, history, () => crashPoint('dossier-made'))
  crashPoint('dossier-put')
  if (agencyOf(ports, c)?.legalisation !== 'signature') return handOn(ports, c, dossierSha256)
  // Its verifier signs first; a sheet that another one has overtaken is collected with the orphans.
  await perform(ports, c.id, [{ type: 'issue-cover', coverSha256: dossierSha256 }], 'house')
  return { state: 'sent' }
}

const agencyOf = ({ agencies }: Pick<Ports, 'agencies'>, c: Pick<Case, 'agency'>) =>
  agencies.find(({ code }) => code === c.agency)

/** Seals the dossier under the digest of its cover sheet and hands it over, unless a revocation comes first. */
async function handOn(ports: Ports, c: Case, dossierSha256: string): Promise<Delivery> {
  const isHeldBack = nextPhase(routeOf(c), 'legalise') === 'revocation'
  const prepare = { type: 'prepare', dossierSha256 } as const
  await perform(ports, c.id, isHeldBack ? [prepare] : [prepare, sending(ports, c)], 'house')
  return { state: 'sent' }
}

/** Sends a dossier that waited for a revocation. */
export async function sendOn(ports: Ports, c: Case): Promise<Delivery> {
  if (c.status === 'ready-to-send') await perform(ports, c.id, [sending(ports, c)], 'house')
  return { state: 'sent' }
}

function sending(ports: Ports, c: Case): CommandOf<'send'> {
  const isMailed = ports.has.mail && mailboxOf(ports, c) !== undefined
  return { type: 'send', channels: isMailed ? ['desk', 'mail'] : ['desk'] }
}

/** Where the dossier of a case is mailed to: the agency's own choice, else the configured contact center. */
export function mailboxOf(
  ports: Pick<Ports, 'agencies' | 'contactCenterEmail'>,
  c: Pick<Case, 'agency'>,
): string | undefined {
  return agencyOf(ports, c)?.contactCenter?.email ?? ports.contactCenterEmail
}
