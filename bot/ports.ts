import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import type { Ports } from '../core/handling/ports.ts'
import { clamdAt } from '../core/lab/clamd.ts'
import { sha256 } from '../core/lab/digest.ts'
import type { Config } from './config.ts'
import { signaturesBy } from './signatures.ts'
import { now, type OpenStore } from './store.ts'

/** 32 bytes of randomness as base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The ports of a running program; whoever waits for a commit listens by `onWake`. */
export async function createPorts(
  config: Config,
  { store }: OpenStore,
): Promise<{ ports: Ports; onWake(listen: Ports['wake']): void }> {
  let listener: Ports['wake'] = () => {}
  const ports: Ports = {
    ...store,
    now,
    newId: randomUUID,
    newToken,
    pick: (below) => randomInt(below),
    sha256,
    agencies: await store.directory.agencies(),
    has: { slack: config.SLACK_BOT_TOKEN !== undefined, mail: config.SMTP_URL !== undefined, hooks: true },
    contactCenterEmail: config.CONTACT_CENTER_EMAIL,
    // Loaded at the first picture: not every program reads one.
    ...(config.EVIDENCE_READING === 'on' && {
      read: async (asked, pictures) => (await import('../core/lab/read-evidence.ts')).readPictures(asked, pictures),
    }),
    signatures: signaturesBy(config, now),
    ...(config.CLAMD_URL !== undefined && { scan: clamdAt(config.CLAMD_URL).scan }),
    wake: (what) => listener(what),
  }
  return {
    ports,
    onWake(listen) {
      listener = listen
    },
  }
}
