/** Where cases are looked for. */
export const searchPath = '/desk/search'
