import { z } from 'zod'
import { problemType } from './problem.ts'

/** Of a case, as people read it out. */
export const caseNumber = z.string().regex(/^[A-Z0-9-]{1,40}$/)
export const moment = z.iso.datetime()

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** Closed: a refusal of the house, or a problem of the request. */
  code: z.string(),
  detail: z.string(),
  sentences: z.object({ id: z.string(), en: z.string() }),
  errors: z
    .array(z.object({ in: z.enum(['body', 'query', 'path', 'header']), at: z.string(), code: z.string() }))
    .optional(),
  version: z.int().optional(),
})

const problemAnswer = (description: string) => ({ description, content: { [problemType]: { schema: problem } } })

/** What any operation may be answered instead. */
export const refusals = {
  400: problemAnswer('It cannot be read; `errors` tells where'),
  401: problemAnswer('No key, or one that is not good'),
  403: problemAnswer('The key does not cover that, or a rule of the house forbids it'),
  404: problemAnswer('There is no such thing for this key'),
  405: problemAnswer('This address does not know that method'),
  429: problemAnswer('Too many requests: come again after `Retry-After` seconds'),
  500: problemAnswer('Something of ours failed'),
  503: problemAnswer('The store is away: come again after `Retry-After` seconds'),
}

/** What a write may be answered besides. */
export const writeRefusals = {
  ...refusals,
  409: problemAnswer('The case stands otherwise by now: `version` is the present one'),
  413: problemAnswer('The body is too large'),
  415: problemAnswer('The body is not JSON'),
  422: problemAnswer('The body does not fit, or the idempotency key was used for another request'),
}

export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** The header of every write: the same key with the same body does nothing twice and is answered the same, for 24 hours. */
export const onceHeader = z.object({ 'idempotency-key': z.string().regex(/^[\x21-\x7e]{1,255}$/) })

export const bearer = [{ key: [] as string[] }]
