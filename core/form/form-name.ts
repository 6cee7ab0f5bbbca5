/** The official forms that a procedure's answers fill (source page, sections E and F). */
export const formNames = ['reset-authenticator', 'data-change'] as const
export type FormName = (typeof formNames)[number]
