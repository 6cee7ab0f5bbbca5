/**
 * How statements are planned, as `name=value`. Every one looks up a handful of rows by key and is planned once, perhaps
 * on empty tables: a plan that reads a whole table, or all entries of an index that ever were, would be kept.
 */
export const planSettings = ['jit=off', 'enable_seqscan=off', 'enable_bitmapscan=off'] as const
