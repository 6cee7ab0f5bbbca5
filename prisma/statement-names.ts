const namedMax = 200

/** Names statements by their text, so that a connection plans each once; rare ones beyond that stay unnamed. */
export function createStatementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= namedMax) return known ?? ''
    const name = `pandu_${names.size}`
    names.set(sql, name)
    return name
  }
}
