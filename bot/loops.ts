import { reportDead } from '../core/handling/dead-letter.ts'
import type { Deliver, DeliveryOptions } from '../core/handling/deliver.ts'
import { Delivering } from '../core/handling/deliver.ts'
import { Loop } from '../core/handling/loop.ts'
import type { Lane, OutboxItem } from '../core/handling/outbox.ts'
import type { Ports } from '../core/handling/ports.ts'
import type { Turns } from '../core/handling/turns.ts'
import { errorFields, type Log } from './log.ts'

/** How many rows a lane has under way at once, and for how long each is leased. */
const lanes: Readonly<Record<Lane, Pick<DeliveryOptions, 'windowSize' | 'rushSize' | 'leaseMs'>>> = {
  interactive: { windowSize: 8, rushSize: 32, leaseMs: 30_000 },
  bulk: { windowSize: 8, leaseMs: 30_000 },
  work: { windowSize: 2, leaseMs: 120_000 },
  // Reading a picture takes seconds: a lane of its own, so that nothing else waits behind a rush of them.
  evidence: { windowSize: 2, leaseMs: 120_000 },
  // Other helpdesks may be slow or away: nobody else waits for them.
  hooks: { windowSize: 12, leaseMs: 120_000 },
}

const idleMs = 5_000
const retryMs = 60
const graceMs = 10_000
const patienceMs = 250
const lookMs = 5

export interface Loops {
  start(): void
  /** Rouses every loop, or only the one that works what came in. */
  wake(what?: 'came-in'): void
  /** Ends every loop; what is in flight gets ten seconds to be recorded. */
  stop(): Promise<void>
}

/** The loops of a running program: one works the inbox, one each lane of the outbox. */
export function createLoops(
  ports: Ports,
  turns: Pick<Turns, 'work'>,
  deliver: Readonly<Record<Lane, Deliver>>,
  log: Log,
  /** Hears that turns were committed: cases may stand elsewhere now. */
  played: () => void = () => {},
): Loops {
  const failed = (loop: string) => (error: unknown) =>
    log.error('a loop stumbled and goes on', { loop, ...errorFields(error) })
  const died = (item: OutboxItem, reason: string) => {
    const { id, lane, kind } = item
    log.error('something owed will never arrive', { id, lane, kind, reason })
    reportDead(ports, item).catch(failed('dead letters'))
  }
  const names = Object.keys(lanes) as readonly Lane[]
  // What came in while its chat's question was being sent is looked at as soon as that is known to have arrived.
  let isHeldUp = false
  const rouse = () => {
    if (isHeldUp) inbox.wake()
  }
  const outbox = names.map((lane) => laneLoop(ports, lane, deliver[lane], { failed: failed(lane), died, rouse }))
  // A reply that could not leave yet waits as safely as its update, which costs nothing where it lies. A lane that is
  // stuck holds nobody up for longer than a moment.
  const replies = outbox.find(({ lane }) => lane === 'interactive')?.delivering
  const haveRoom = async () => {
    for (let waitedMs = 0; replies?.isBehind === true && waitedMs < patienceMs; waitedMs += lookMs) await pause(lookMs)
  }
  const inbox = new Loop({
    async step() {
      await haveRoom()
      const { count, claimed, owedLanes, setAside } = await turns.work({
        leaseMs: lanes.interactive.leaseMs,
        held: replies?.targets ?? new Set(),
      })
      replies?.take(claimed)
      wakeLanes(owedLanes)
      if (count > 0) played()
      for (const { seq, reason } of setAside) log.error('an update will never be played', { seq, reason })
      return count
    },
    async sleepMs() {
      isHeldUp = await ports.inbox.isWaiting()
      return isHeldUp ? retryMs : idleMs
    },
    failed: failed('inbox'),
  })
  const wakeLanes = (owed: ReadonlySet<Lane>) => {
    for (const { lane, loop } of outbox) if (owed.has(lane)) loop.wake()
  }
  return {
    start() {
      for (const loop of [inbox, ...outbox.map((lane) => lane.loop)]) loop.start()
    },
    wake(what) {
      inbox.wake()
      if (what === undefined) wakeLanes(new Set(names))
    },
    async stop() {
      await inbox.stop()
      await Promise.all(outbox.map(({ loop }) => loop.stop()))
      await Promise.race([Promise.all(outbox.map(({ delivering }) => delivering.end())), pause(graceMs)])
    },
  }
}

interface LaneEvents {
  failed(error: unknown): void
  died(item: OutboxItem, reason: string): void
  /** Called whenever something has arrived. */
  rouse(): void
}

function laneLoop(ports: Ports, lane: Lane, deliver: Deliver, { failed, died, rouse }: LaneEvents) {
  const delivering = new Delivering(ports.outbox, deliver, {
    lane,
    ...lanes[lane],
    now: ports.now,
    done() {
      if (delivering.mayWait) loop.wake()
      rouse()
    },
    died,
    unmarked: failed,
  })
  const loop = new Loop({
    step: () => delivering.work(),
    async sleepMs() {
      // Whatever is on its way wakes the loop when it ends.
      if (delivering.isBusy) return idleMs
      const due = await delivering.nextDueAt()
      if (due === undefined) return idleMs
      // A row that is due but waits behind another of its target is looked at again when that one is done.
      return Math.min(idleMs, Math.max(retryMs, Date.parse(due) - Date.parse(ports.now())))
    },
    failed,
  })
  return { lane, loop, delivering }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref())
