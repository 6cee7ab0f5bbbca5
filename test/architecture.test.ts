import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname
const rooms = [
  'case',
  'procedure',
  'form',
  'evidence',
  'identity',
  'legalise',
  'signature',
  'agency',
  'ticket',
  'message',
  'intent',
  'privacy',
]
const pure = rooms.map((room) => `core/${room}/`)
const channels = ['telegram', 'slack', 'desk', 'mail', 'simulator']
const node = 'node:'

/** Folder → what its files may import: folders of ours, `node:`, and packages. The only place that says so. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(pure.map((room) => [room, [...pure, 'zod']])),
  'core/lab/': [
    ...pure,
    'core/lab/',
    'core/handling/sealer.ts',
    node,
    'sharp',
    'node-forge',
    '@cantoo/pdf-lib',
    '@cantoo/fontkit',
    '@hyzyla/pdfium',
    'file-type',
    'libheif-js',
    'tesseract.js',
    '@tesseract.js-data/',
    'canonicalize',
    'fflate',
    'yauzl',
    'uqr',
  ],
  'core/handling/': ['core/'],
  'prisma/': [
    'core/handling/',
    ...pure,
    'prisma/',
    '@prisma/',
    '@electric-sql/',
    'pglite-prisma-adapter',
    'pg',
    'canonicalize',
    'zod',
    node,
  ],
  'bot/dialogue/': ['core/', 'bot/dialogue/', 'bot/text/'],
  'bot/text/': ['core/', 'bot/text/'],
  'bot/telegram/': [
    'core/',
    'bot/dialogue/',
    'bot/text/',
    'bot/telegram/',
    node,
    'telegraf',
    'grammy',
    '@grammyjs/conversations',
    'zod',
  ],
  'bot/slack/': ['core/', 'bot/dialogue/', 'bot/text/', 'bot/slack/', node, '@slack/', 'zod'],
  'bot/desk/': ['core/', 'bot/dialogue/', 'bot/text/', 'bot/desk/', node, 'hono', 'zod', 'openid-client'],
  'bot/api/': ['core/', 'bot/text/', 'bot/api/', node, 'hono', '@hono/zod-openapi', 'zod'],
  'bot/mail/': ['core/', 'bot/dialogue/', 'bot/text/', 'bot/mail/', node, 'nodemailer', 'mailparser', 'imapflow'],
  'bot/simulator/': [
    'core/',
    'bot/dialogue/',
    'bot/text/',
    'bot/simulator/',
    node,
    'hono',
    'ws',
    'smtp-server',
    'mailparser',
    'sharp',
  ],
}

const sources = ['core', 'prisma', 'bot']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.(tsx?|mjs)$/.test(path) && !path.startsWith('prisma/generated/'))
const importsOf = (path: string): readonly string[] => {
  const text = readFileSync(join(root, path), 'utf8')
  const found = text.matchAll(/\bfrom '([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import '([^']+)'/gm)
  return [...found]
    .map(([, plain, lazy, bare]) => plain ?? lazy ?? bare ?? '')
    .map((name) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name))
}
const fits = (name: string, allowed: string) =>
  allowed.endsWith('/') || allowed.endsWith(':') || allowed.endsWith('.ts')
    ? name.startsWith(allowed)
    : name === allowed || name.startsWith(`${allowed}/`)

describe('the house', () => {
  it('lets every room import only what its place in it allows', () => {
    const wrong = sources.flatMap((path) => {
      const room = Object.keys(mayImport).find((folder) => path.startsWith(folder))
      return room === undefined
        ? []
        : importsOf(path)
            .filter((name) => !mayImport[room]!.some((allowed) => fits(name, allowed)))
            .map((name) => `${path} → ${name}`)
    })
    expect(wrong).toEqual([])
    expect(sources.length).toBeGreaterThan(100)
    expect(importsOf('core/case/decide.ts')).toContain('core/case/authorise.ts')
  })

  it('keeps clock, chance and I/O out of its pure rooms', () => {
    const isPure = (path: string) => pure.some((room) => path.startsWith(room))
    const impure = /Date\.now\(|new Date\(\)|Math\.random|\bprocess\.|\bfetch\(|setTimeout|console\./
    expect(sources.filter(isPure).filter((path) => impure.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
  })

  it('has nothing at its top but what its users fixed', () => {
    const top = readdirSync(root).filter(
      (name) => !name.startsWith('.') && !['node_modules', 'data', 'coverage'].includes(name),
    )
    expect(top.toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'bot',
      'core',
      'docs',
      'package-lock.json',
      'package.json',
      'prisma',
      'test',
      'tsconfig.json',
    ])
  })

  it('has no barrels and no rooms for odds and ends', () => {
    expect(
      sources.filter((path) =>
        /(^|\/)index\.tsx?$|\/(utils?|helpers?|services?|shared|types|common|misc)\//.test(path),
      ),
    ).toEqual([])
  })

  it('lets tests put folders into the temp folder in one place only, which removes them', () => {
    const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(tsx?|mjs)$/.test(path),
    )
    const makers = tests.filter((path) => /mkdtemp[S(]/.test(readFileSync(join(root, 'test', path), 'utf8')))
    expect(makers).toEqual(['folder.ts'])
  })

  it('names its channels and keeps them apart', () => {
    expect(channels.filter((channel) => !sources.some((path) => path.startsWith(`bot/${channel}/`)))).toEqual([])
  })
})
