declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  /** The parts of the library that the tests use; it comes without types. */
  export default class Provider {
    constructor(issuer: string, configuration: object)
    callback(): RequestListener
  }
}
