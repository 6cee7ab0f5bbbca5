/** One line of an agency's roster (CSV header fixed in `architecture.md` §7). */
export interface RosterLine {
  readonly nip: string
  readonly nik: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly employment: string
  readonly unit: string
  readonly position: string
  readonly agency: string
}

/** What the roster says about a case's answers; holds no value of the roster itself. */
export interface RosterFacts {
  readonly isKnown: boolean
  readonly differs: readonly ('name' | 'nik' | 'email' | 'phone' | 'agency' | 'employment')[]
  readonly hasPhone: boolean
  /** Another chat is, or until just now was, tied to this person. */
  readonly isBoundElsewhere?: true
  /** Until when this chat waits for having taken the other one's place; without it the person is the other one's. */
  readonly coolsUntil?: string
}

/** True when both say the same. */
export const isSameRoster = (one: RosterFacts, other: RosterFacts): boolean =>
  one.isKnown === other.isKnown &&
  one.hasPhone === other.hasPhone &&
  one.isBoundElsewhere === other.isBoundElsewhere &&
  one.coolsUntil === other.coolsUntil &&
  one.differs.join() === other.differs.join()

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '')

/** Compares what a requester answered with the roster's line; what was not answered does not differ. */
export function rosterFacts(
  line: RosterLine | undefined,
  answers: Readonly<Record<string, unknown>>,
  agency: string | null,
): RosterFacts {
  if (line === undefined) return { isKnown: false, differs: [], hasPhone: false }
  const differs = (key: 'name' | 'nik' | 'email' | 'phone' | 'employment', fold = (text: string) => text) => {
    const answer = answers[key]
    return typeof answer === 'string' && line[key] !== '' && fold(answer) !== fold(line[key])
  }
  return {
    isKnown: true,
    differs: [
      ...(differs('name', letters) ? (['name'] as const) : []),
      ...(['nik', 'email', 'phone', 'employment'] as const).filter((key) => differs(key, (text) => text.toLowerCase())),
      ...(agency !== null && line.agency !== agency ? (['agency'] as const) : []),
    ],
    // Another agency's roster is not this verifier's to call from.
    hasPhone: line.phone !== '' && (agency === null || line.agency === agency),
  }
}
