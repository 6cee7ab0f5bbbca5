import type { PrismaClient } from '../generated/client.ts'

/** What the stores use of Prisma: typed models for the calm paths, one statement for the hot ones. */
export type Client = Pick<
  PrismaClient,
  | '$queryRawUnsafe'
  | '$executeRawUnsafe'
  | '$transaction'
  | 'agency'
  | 'staff'
  | 'absence'
  | 'deskLink'
  | 'formLink'
  | 'signerPin'
  | 'deskSession'
  | 'deskTaste'
  | 'draft'
  | 'apiToken'
  | 'apiAnswer'
  | 'hook'
  | 'hookDelivery'
  | 'savedView'
  | 'mail'
  | 'mailFile'
  | 'setting'
  | 'roster'
  | 'rosterAge'
  | 'access'
  | 'code'
  | 'event'
>

/** Bytes as hot statements bring them: the driver's own way for them costs more than all the rest of a row. */
export const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64')

/** Runs one statement with positional parameters; the text is always a constant of ours. */
export async function rows<T>(
  client: Pick<Client, '$queryRawUnsafe'>,
  statement: string,
  ...values: readonly unknown[]
): Promise<readonly T[]> {
  return client.$queryRawUnsafe<T[]>(statement, ...values)
}
