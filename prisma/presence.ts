import type pg from 'pg'

/** That this program lives on a server's store, as others can see it. */
export interface Presence {
  /** True when no other program was there: whatever one of them had under way lies as it fell. */
  readonly isAlone: boolean
  end(): Promise<void>
}

// Held shared by all who live on the store, so that only who is alone gets it for itself.
const PRESENCE_LOCK = 1_348_562_532
const againMs = 1_000

/** Shows this program's presence by a lock that ends with its connection, even by kill -9. */
export async function showPresence(connect: () => Promise<pg.Client>): Promise<Presence> {
  let isEnding = false
  let client: pg.Client
  const stand = async (): Promise<boolean> => {
    client = await connect()
    client.on('error', () => {})
    client.once('end', () => isEnding || setTimeout(standAgain, againMs).unref())
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS alone', [PRESENCE_LOCK])
    await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK])
    const isAlone = rows[0]?.alone === true
    if (isAlone) await client.query('SELECT pg_advisory_unlock($1)', [PRESENCE_LOCK])
    return isAlone
  }
  // The server went away and took the lock with it.
  const standAgain = (): void => {
    if (!isEnding) stand().catch(() => setTimeout(standAgain, againMs).unref())
  }
  return {
    isAlone: await stand(),
    async end() {
      isEnding = true
      await client.end()
    },
  }
}
