import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// The CLI looks for a native schema engine before every command and would download it: ours is in the package registry.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('./schema-engine.mjs', import.meta.url))
// No usage report leaves the machine.
process.env.CHECKPOINT_DISABLE ??= '1'

/** Where the Prisma CLI finds models, migrations and the server: `npx prisma --config .config/prisma.ts COMMAND`. */
export default defineConfig({
  schema: '../prisma/schema',
  migrations: { path: '../prisma/migrations' },
  // The stand-in knows this name: without a server it works on an empty database in memory.
  datasource: { url: process.env.DATABASE_URL || 'postgresql://nobody@in-memory.invalid/pandu' },
})
