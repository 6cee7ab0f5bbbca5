/** A list that somebody keeps under a name of their own. */
export interface SavedView {
  readonly id: string
  readonly name: string
  /** View and filter as an address has them, without a page. */
  readonly query: string
}

/** Whoever needs more searches. */
export const savedViewsMax = 20
export const viewNameMax = 40

/** Port: the lists of each member of staff, sealed; nobody sees another's. */
export interface SavedViews {
  /** In the order in which they were made. */
  viewsOf(staffId: string): Promise<readonly SavedView[]>
  /** Keeps a new one, or another name or query of a known one. @returns false when there are as many as there may be */
  keepView(staffId: string, view: SavedView, at: string): Promise<boolean>
  dropView(staffId: string, id: string): Promise<void>
}
