#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which the CLI would download from a host that closed networks do not
// reach: the same engine compiled to WebAssembly (npm: @prisma/schema-engine-wasm), behind the same line-delimited
// JSON-RPC on standard input and output. Migrations are replayed in an in-memory PostgreSQL, never on the server.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'

// What .config/prisma.ts names when DATABASE_URL is unset.
const NO_SERVER = 'postgresql://nobody@in-memory.invalid/pandu'

// WebAssembly throws some errors, and its panics, where no caller can catch them.
process.on('uncaughtException', giveUp)
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: giveUp }

const { values: options, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { datamodels: { type: 'string', multiple: true, short: 'd' }, datasource: { type: 'string' } },
})

if (options.version) say('schema-engine-wasm')
else if (positionals[0] === 'cli') await tryToConnect()
else await answer()
process.exit()

function say(line) {
  process.stdout.write(`${line}\n`)
}

/** The server that DATABASE_URL names; without one, an empty database inside this process. */
async function database() {
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const url = options.datasource ? JSON.parse(options.datasource).url : NO_SERVER
  const factory = new PrismaPg({ connectionString: url })
  const { connect } = factory
  let memory
  factory.connect = async () => {
    if (url === NO_SERVER) {
      memory ??= emptyDatabase()
      return memory
    }
    const adapter = await connect.call(factory)
    const pool = adapter.underlyingDriver()
    return mended(adapter, (script) => pool.query(script))
  }
  factory.connectToShadowDb = emptyDatabase
  return factory
}

async function emptyDatabase() {
  const [{ PGlite }, { dataDir }, { PrismaPGlite }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite-prepopulatedfs'),
    import('pglite-prisma-adapter'),
  ])
  const memory = await PGlite.create({ loadDataDir: await dataDir() })
  return mended(await new PrismaPGlite(memory).connect(), (script) => memory.exec(script))
}

/**
 * Mends what the engine needs and the program does not: the adapters run a script cut at each semicolon, or without
 * waiting for it, and adapter-pg refuses `"char"` (oid 18) of pg_catalog, which goes through as a character.
 */
function mended(adapter, runScript) {
  adapter.executeScript = async (script) => {
    await runScript(script).catch((error) => adapter.onError(error))
  }
  const [char, text] = [18, 25]
  adapter.queryRaw = async function (query) {
    const result = await this.performIO(query)
    const isChar = result.fields.map((field) => field.dataTypeID === char)
    const relabelled = result.fields.map((field, at) => (isChar[at] ? { ...field, dataTypeID: text } : field))
    const plain = { performIO: async () => ({ ...result, fields: relabelled }), __proto__: this }
    const answer = await Object.getPrototypeOf(this).queryRaw.call(plain, query)
    return {
      ...answer,
      columnTypes: answer.columnTypes.map((type, at) => (isChar[at] ? ColumnTypeEnum.Character : type)),
    }
  }
  return adapter
}

/** Answers `cli can-connect-to-database`. */
async function tryToConnect() {
  try {
    const connection = await (await database()).connect()
    await connection.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] })
  } catch (cause) {
    giveUp(cause, 'P1001')
  }
}

/** Ends with the reason in the log format in which the CLI looks for it. */
function giveUp(cause, errorCode) {
  const fields = { message: String(cause?.message ?? cause), error_code: errorCode, is_panic: false, meta: {} }
  const line = { timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' }
  process.stderr.write(`${JSON.stringify(line)}\n`)
  process.exit(1)
}

/** Loads the WebAssembly; the returned function makes an engine on the same database, one per command. */
async function loadEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  // The package imports its .wasm as a module, which Node 20 cannot: it is linked by hand.
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const paths = options.datamodels ?? []
  const datamodels = await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')]))
  const adapters = bindMigrationAwareSqlAdapterFactory(await database())
  const ignoreLog = () => {}
  return () =>
    engine.SchemaEngine.new({ datamodels: datamodels.length > 0 ? datamodels : undefined }, ignoreLog, adapters)
}

async function answer() {
  const newEngine = await loadEngine()
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = line.trim() ? JSON.parse(line) : {}
    // A line without a method is the CLI acknowledging a `print`.
    if (method) say(JSON.stringify({ jsonrpc: '2.0', id, ...(await call(newEngine, id, method, params)) }))
  }
}

async function call(newEngine, id, method, params) {
  try {
    const result = await run(await newEngine(), method, params)
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

async function run(engine, method, params) {
  if (method === 'getDatabaseVersion') return engine.version()
  if (method === 'evaluateDataLoss') return evaluateDataLoss(engine, params)
  if (method === 'createMigration') return createMigration(engine, params)
  if (typeof engine[method] !== 'function') throw new Error(`the WebAssembly engine has no ${method}`)
  return engine[method](params)
}

// The engine's own two commands below never find the shadow database, its `diff` does. What is missing is the warning
// before a column or table with data is dropped: whoever writes a migration reads it.
function difference(engine, { migrationsList, schema, filters }) {
  const from = { tag: 'migrations', ...migrationsList }
  const to = { tag: 'schemaDatamodel', ...schema }
  return engine.diff({ from, to, script: true, exitCode: true, filters })
}

async function evaluateDataLoss(engine, params) {
  const { exitCode } = await difference(engine, params)
  return { migrationSteps: exitCode === 2 ? 1 : 0, unexecutableSteps: [], warnings: [] }
}

async function createMigration(engine, params) {
  const { exitCode, stdout } = await difference(engine, params)
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  return {
    connectorType: 'postgresql',
    generatedMigrationName: `${stamp}_${params.migrationName || 'change'}`,
    migrationScript: exitCode === 2 || params.draft ? stdout : null,
    extension: 'sql',
  }
}
