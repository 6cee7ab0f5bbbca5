import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface Account {
  readonly email?: string
  readonly email_verified?: boolean
}

/** A real OpenID provider on this machine, whose people are those of `accounts`; any password does. */
export class LoginService {
  readonly issuer: string
  readonly accounts = new Map<string, Account>()
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  static async open(redirectUri: string, port = 0): Promise<LoginService> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    const service = new LoginService(server)
    const provider = new Provider(service.issuer, {
      clients: [{ client_id: 'pandu', client_secret: 'rahasia', redirect_uris: [redirectUri] }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      cookies: { keys: ['a key of the tests'] },
      pkce: { required: () => true },
      findAccount: (_: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ sub, ...service.accounts.get(sub) }),
      }),
    })
    server.on('request', provider.callback())
    return service
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Somebody signs in there and agrees, or cancels. @returns where their browser is sent back to */
  async visit(address: string, login: string | undefined): Promise<URL> {
    const cookies = new Map<string, string>()
    let at = new URL(address)
    let body: URLSearchParams | undefined
    for (let step = 0; step < 12; step += 1) {
      const answer = await fetch(at, {
        redirect: 'manual',
        headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body !== undefined && { method: 'POST', body }),
      })
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        cookies.set(name, value)
      }
      body = undefined
      const next = answer.headers.get('location')
      const page = await answer.text()
      if (next !== null) at = new URL(next, at)
      else if (login === undefined) at = new URL(`${at.pathname}/abort`, at)
      else {
        const [, prompt = ''] = /name="prompt" value="([^"]*)"/.exec(page) ?? []
        if (prompt === '') throw new Error(`${answer.status} at ${at.pathname}: ${page.slice(0, 300)}`)
        body = new URLSearchParams({ prompt, login, password: 'x' })
      }
      if (at.origin !== this.issuer) return at
    }
    throw new Error(`never sent back, last at ${at.href}`)
  }
}
