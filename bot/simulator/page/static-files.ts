import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Hono } from 'hono'

/** A file that the page links to; its address changes with its content, so browsers may keep it for good. */
interface Asset {
  readonly path: string
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
}

export interface Assets {
  readonly style: Asset
  readonly icon: Asset
  readonly script: Asset
  readonly htmx: Asset
  readonly sse: Asset
}

const { resolve } = createRequire(import.meta.url)
const script = 'text/javascript; charset=utf-8'

/** Reads the page's own files and those of its packages, once. @throws Error when one is missing */
export function loadAssets(): Assets {
  const asset = (name: string, file: string | URL, type: string): Asset => {
    const body = new Uint8Array(readFileSync(file))
    const digest = createHash('sha256').update(body).digest('hex').slice(0, 12)
    return { path: `/simulator/static/${digest}/${name}`, type, body }
  }
  return {
    style: asset('simulator.css', new URL('simulator.css', import.meta.url), 'text/css; charset=utf-8'),
    icon: asset('simulator.svg', new URL('simulator.svg', import.meta.url), 'image/svg+xml'),
    script: asset('simulator.js', new URL('simulator.js', import.meta.url), script),
    htmx: asset('htmx.js', resolve('htmx.org/dist/htmx.min.js'), script),
    sse: asset('htmx-sse.js', resolve('htmx-ext-sse/dist/sse.min.js'), script),
  }
}

/** Serves the files by their exact addresses; anything else is not there. */
export function staticRoutes(assets: Assets): Hono {
  const app = new Hono()
  for (const { path, type, body } of Object.values<Asset>({ ...assets })) {
    app.get(path, (c) => {
      c.header('Content-Type', type)
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      return c.body(body)
    })
  }
  return app
}
