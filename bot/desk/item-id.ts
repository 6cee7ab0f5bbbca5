/** An item's key as part of an id: a dot would end the id in a selector. */
export const idOf = (key: string): string => key.replace('.', '-')
