/** The store cannot be used with this configuration; the message says why and what to do. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused'
}
