/** Tells operators what happened, by ids, codes and counts only. */
export type Report = (what: string, facts?: Readonly<Record<string, string | number>>) => void
