import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'

/** A file that every page links to; its address changes with its content, so browsers may keep it for good. */
interface Asset {
  readonly path: string
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
  readonly zipped: Uint8Array<ArrayBuffer>
}

export interface Assets {
  readonly style: Asset
  readonly icon: Asset
  readonly keys: Asset
  readonly htmx: Asset
  readonly sse: Asset
}

const { resolve } = createRequire(import.meta.url)
const script = 'text/javascript; charset=utf-8'

/** Reads the desk's own files and those of its packages, once. @throws Error when one is missing */
export function loadAssets(sha256: (bytes: Uint8Array) => string): Assets {
  const asset = (name: string, file: string | URL | readonly URL[], type: string): Asset => {
    const files = Array.isArray(file) ? file : [file]
    const body = new Uint8Array(Buffer.concat(files.map((one) => readFileSync(one))))
    return {
      path: `/desk/static/${sha256(body).slice(0, 12)}/${name}`,
      type,
      body,
      zipped: new Uint8Array(gzipSync(body, { level: 9 })),
    }
  }
  const own = (name: string) => new URL(name, import.meta.url)
  return {
    style: asset('desk.css', own('desk.css'), 'text/css; charset=utf-8'),
    icon: asset('desk-icon.svg', own('desk-icon.svg'), 'image/svg+xml'),
    keys: asset('desk-keys.js', [own('desk-keys.js'), own('desk-palette.js')], script),
    htmx: asset('htmx.js', resolve('htmx.org/dist/htmx.min.js'), script),
    sse: asset('htmx-sse.js', resolve('htmx-ext-sse/dist/sse.min.js'), script),
  }
}

/** Serves the files by their exact addresses; anything else is not there. */
export function staticRoutes(assets: Assets): Hono {
  const app = new Hono()
  for (const { path, type, body, zipped } of Object.values<Asset>({ ...assets })) {
    app.get(path, (c) => {
      c.header('Content-Type', type)
      c.header('Cache-Control', 'public, max-age=31536000, immutable')
      c.header('Vary', 'Accept-Encoding')
      // Pages themselves are never zipped: what somebody typed stands there beside secrets (BREACH).
      if (!/\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')) return c.body(body)
      c.header('Content-Encoding', 'gzip')
      return c.body(zipped)
    })
  }
  return app
}
