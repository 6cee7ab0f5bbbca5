import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'

/** The login service of an organisation, by OpenID Connect. */
export interface SsoOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the service sends people back to, as it was registered there. */
  readonly redirectUri: string
}

/** What the browser keeps between leaving and coming back; nobody else can finish with it. */
export interface SsoJourney {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

const timeoutSeconds = 10

/** Signs people in by authorization code with PKCE, state and nonce (RFC 9700, OpenID Connect Core 3.1). */
export class SingleSignOn {
  readonly #options: SsoOptions
  #found: Promise<Configuration> | undefined

  constructor(options: SsoOptions) {
    this.#options = options
  }

  /** @throws Error while the service is away; the next call asks again */
  #configuration(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#options
    // The configuration allows http:// on this machine alone.
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : []
    this.#found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: timeoutSeconds })
    this.#found.catch(() => {
      this.#found = undefined
    })
    return this.#found
  }

  /** Where the browser goes, and what it must bring back. @throws Error while the service is away */
  async leave(): Promise<{ readonly url: URL; readonly journey: SsoJourney }> {
    const journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
    const url = buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.#options.redirectUri,
      scope: 'openid email',
      code_challenge: await calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
      state: journey.state,
      nonce: journey.nonce,
    })
    return { url, journey }
  }

  /**
   * The mail address that the service vouches for.
   * @returns undefined when it calls none verified
   * @throws Error for an answer that is not for this journey, not signed right, too old, or a refusal
   */
  async comeBack(search: string, { state, nonce, verifier }: SsoJourney): Promise<string | undefined> {
    const configuration = await this.#configuration()
    const address = new URL(`${this.#options.redirectUri}${search}`)
    const tokens = await authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined) return undefined
    // Many services tell the address only when asked for it.
    const said =
      claims.email === undefined
        ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : { email: claims.email, email_verified: claims.email_verified }
    return said.email_verified === true && typeof said.email === 'string' ? said.email : undefined
  }
}
