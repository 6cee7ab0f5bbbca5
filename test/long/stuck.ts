import type { Campaign } from './campaign.ts'

const stuckMs = 60_000
const lookMs = 1_000

/** Waits for what people do, for as long as anything happens. @throws with the campaign's story when nothing does any more */
export async function unlessStuck<T>(campaign: Campaign, work: Promise<T>): Promise<T> {
  const { telegram, slack } = campaign.world
  const happened = () =>
    telegram.calls.filter(({ method }) => method !== 'getUpdates').length +
    telegram.updates.history.length +
    slack.calls.length
  let timer: NodeJS.Timeout | undefined
  const stuck = new Promise<'stuck'>((resolve) => {
    let [before, sinceMs] = [happened(), 0]
    timer = setInterval(() => {
      const now = happened()
      sinceMs = now === before ? sinceMs + lookMs : 0
      before = now
      if (sinceMs >= stuckMs) resolve('stuck')
    }, lookMs)
  })
  try {
    const end = await Promise.race([work.then((value) => ({ value })), stuck])
    if (end === 'stuck') throw new Error(`nothing happens any more:\n${await campaign.story()}`)
    return end.value
  } finally {
    clearInterval(timer)
  }
}
