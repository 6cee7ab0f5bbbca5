import { anchorsOf } from '../core/lab/cms/anchors.ts'
import type { Standard } from '../core/lab/signature/verify-pdf.ts'
import { readList, readTrust, type Trust } from './trust.ts'
import type { OnTrustFault } from './trust-file.ts'

/** Where the command line says that anchors and lists are. */
interface Given {
  readonly anchors?: readonly string[]
  readonly crl?: readonly string[]
}

/**
 * The trust that a command line names, else the configured one. A file of a folder that is no certificate is told and
 * passed over; what is named itself must be one. @returns a sentence when it cannot be read
 */
export function trustFor(
  { anchors = [], crl = [] }: Given,
  { TRUST_ANCHORS_DIR }: NodeJS.ProcessEnv,
  complain: OnTrustFault,
): Pick<Standard, 'anchors' | 'crls'> | string {
  const configured = TRUST_ANCHORS_DIR === undefined || TRUST_ANCHORS_DIR === '' ? [] : [TRUST_ANCHORS_DIR]
  const paths = anchors.length > 0 ? anchors : configured
  const read = paths.map((path) => readTrust(path, complain))
  const empty = paths.find((_, index) => read[index]?.anchors.list.length === 0)
  if (empty !== undefined) return `There is no certificate to trust in ${empty}.`
  const listed = crl.map((file) => readList(file, complain))
  const bare = crl.find((_, index) => listed[index]?.length === 0)
  if (bare !== undefined) return `There is no revocation list in ${bare}.`
  return {
    anchors: anchorsOf(read.flatMap(certificatesOf)),
    crls: [...read.flatMap(({ lists }) => lists), ...listed.flat()].map(({ bytes }) => bytes),
  }
}

const certificatesOf = ({ anchors }: Trust): readonly Uint8Array[] => anchors.certificates.map(({ bytes }) => bytes)
