import type { HomeView } from '@slack/types'
import { awayLine } from './absence.ts'
import { ticketRows, ticketsFor } from './agent-home.ts'
import type { Circumstances } from './case-facts.ts'
import { agentHome, homeView, strangerHome } from './home.ts'
import type { Room } from './room.ts'
import { waitingFor } from './waiting.ts'

/** The home tab of a person: as a verifier, as an agent, as both, or as nobody of ours. */
export async function homeOf(room: Room, user: string, page: number, s: Circumstances): Promise<HomeView> {
  const [entries, agents] = await Promise.all([room.people.verifiers(user), room.people.agents(user)])
  const tickets = agents.length === 0 ? [] : ticketRows(await ticketsFor(room, agents), s)
  if (entries.length > 0) {
    const view = homeView(await waitingFor(room, entries), page, s, await awayLine(room, entries, s.language))
    return { ...view, blocks: [...view.blocks, ...tickets] }
  }
  return tickets.length > 0 ? agentHome(tickets, s) : strangerHome(s)
}
