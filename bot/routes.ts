import { Hono } from 'hono'
import type { Channels } from './channels.ts'
import type { OpenStore } from './store.ts'

/** Everything that the one HTTP server answers: networks, desk, simulator, and who watches the program. */
export function routes(
  { store }: OpenStore,
  channels: Channels,
  page: ((request: Request) => Promise<Response>) | undefined,
) {
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => {
    const rows = await store.outbox.pending().catch(() => undefined)
    return rows === undefined ? c.text('the store is away\n', 503) : c.text('ready\n')
  })
  app.get('/metrics', async (c) => c.text(await metrics(store)))
  app.post('/telegram/webhook', (c) => channels.telegram.webhook(c.req.raw))
  app.post('/slack/events', (c) => channels.slack?.handle(c.req.raw) ?? c.notFound())
  app.get('/', (c) => c.redirect(page === undefined ? '/desk' : '/simulator'))
  if (page !== undefined) app.all('/simulator/*', (c) => page(c.req.raw)).all('/simulator', (c) => page(c.req.raw))
  app.mount('/api/v1', channels.api.app.fetch)
  app.route('/', channels.desk.app)
  return (request: Request) => app.fetch(request)
}

/** What waits and for how long, in Prometheus' text form; no label names a person or a case. */
async function metrics(store: OpenStore['store']): Promise<string> {
  const { Gauge, Registry } = await import('prom-client')
  const registry = new Registry()
  const registers = [registry]
  const pending = new Gauge({
    name: 'outbox_pending',
    help: 'Rows of the outbox that are not sent',
    labelNames: ['lane', 'state'],
    registers,
  })
  const oldest = new Gauge({
    name: 'outbox_oldest_seconds',
    help: 'Age of the oldest row that could be claimed',
    labelNames: ['lane'],
    registers,
  })
  for (const { lane, state, count, oldest: at } of await store.outbox.pending()) {
    pending.set({ lane, state }, count)
    if (state === 'due') oldest.set({ lane }, Math.max(0, (Date.now() - Date.parse(at)) / 1000))
  }
  new Gauge({ name: 'inbox_waiting', help: '1 while an update waits', registers }).set(
    (await store.inbox.isWaiting()) ? 1 : 0,
  )
  return registry.metrics()
}
