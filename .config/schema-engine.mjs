#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which the CLI would download from a host that closed networks do not
// reach: the same engine compiled to WebAssembly (npm: @prisma/schema-engine-wasm), behind the same line-delimited
// JSON-RPC on standard input and output. Migrations are replayed in an in-memory PostgreSQL, never on the server.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

const { values: options, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { datamodels: { type: 'string', multiple: true, short: 'd' }, datasource: { type: 'string' } },
})

if (options.version) say('schema-engine-wasm')
else if (positionals[0] === 'cli') await tryToConnect()
else await answer(await startEngine())
process.exit()

function say(line) {
  process.stdout.write(`${line}\n`)
}

/** The server named by the CLI, or an address that refuses: commands without a server never connect. */
async function server() {
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const url = options.datasource ? JSON.parse(options.datasource).url : undefined
  const factory = new PrismaPg({ connectionString: url ?? 'postgresql://nobody@127.0.0.1:1/none' })
  const { connect } = factory
  factory.connect = async () => readingCatalogues(await connect.call(factory))
  factory.connectToShadowDb = emptyDatabase
  return factory
}

async function emptyDatabase() {
  const [{ PGlite }, { dataDir }, { PrismaPGlite }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite-prepopulatedfs'),
    import('pglite-prisma-adapter'),
  ])
  const database = await PGlite.create({ loadDataDir: await dataDir() })
  return readingCatalogues(await new PrismaPGlite(database).connect())
}

/** The engine reads pg_catalog, whose internal `"char"` (oid 18, array 1002) the adapters refuse: it is called text. */
function readingCatalogues(adapter) {
  const asText = new Map([
    [18, 25],
    [1002, 1009],
  ])
  const { performIO } = adapter
  adapter.performIO = async function (query) {
    const result = await performIO.call(this, query)
    for (const field of result.fields ?? []) field.dataTypeID = asText.get(field.dataTypeID) ?? field.dataTypeID
    return result
  }
  return adapter
}

/** Answers `cli can-connect-to-database`, in the log format in which the CLI looks for the reason. */
async function tryToConnect() {
  try {
    const connection = await (await server()).connect()
    await connection.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] })
  } catch (cause) {
    const fields = { message: String(cause?.message), error_code: 'P1001', is_panic: false, meta: {} }
    const line = { timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' }
    process.stderr.write(`${JSON.stringify(line)}\n`)
    process.exitCode = 1
  }
}

async function startEngine() {
  const [engine, { bindMigrationAwareSqlAdapterFactory }] = await Promise.all([
    import('@prisma/schema-engine-wasm/schema_engine_bg'),
    import('@prisma/driver-adapter-utils'),
  ])
  // The package imports its .wasm as a module, which Node 20 cannot: it is linked by hand.
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const paths = options.datamodels ?? []
  const datamodels = await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')]))
  const ignoreLog = () => {}
  return engine.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    ignoreLog,
    bindMigrationAwareSqlAdapterFactory(await server()),
  )
}

async function answer(engine) {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = line.trim() ? JSON.parse(line) : {}
    // A line without a method is the CLI acknowledging a `print`.
    if (method) say(JSON.stringify({ jsonrpc: '2.0', id, ...(await call(engine, id, method, params)) }))
  }
}

async function call(engine, id, method, params) {
  const name = method === 'getDatabaseVersion' ? 'version' : method
  if (typeof engine[name] !== 'function') return { error: { code: -32601, message: `no method ${method}` } }
  try {
    const result = await engine[name](params)
    // The native engine prints a diff by calling back; the WebAssembly one hands the text over.
    if (method === 'diff' && result.stdout != null) {
      say(JSON.stringify({ jsonrpc: '2.0', id: 1e6 + id, method: 'print', params: { content: result.stdout } }))
    }
    return { result: result ?? {} }
  } catch (cause) {
    const code = typeof cause.code === 'string' ? cause.code : undefined
    const data = { is_panic: false, message: cause.message, meta: cause.meta ?? null, error_code: code }
    return { error: { code: 4466, message: 'An error happened. Check the data field for details.', data } }
  }
}
