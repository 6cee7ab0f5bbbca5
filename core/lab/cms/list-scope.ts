import type { Certificate } from './certificate.ts'
import { childrenOf, context, contextPrimitive, derOf, Fields, tags } from './der.ts'
import type { Extension } from './extension.ts'
import { booleanOf, hexOf } from './value.ts'

/** For which certificates a revocation list speaks (RFC 5280 §5.2). */
export interface ListScope {
  /** False for lists of differences, of other issuers, of some reasons, and with anything critical that is unknown. */
  readonly isWhole: boolean
  readonly only: 'users' | 'authorities' | 'attributes' | undefined
  /** Names of the distribution point, as `Extensions.listPlaces`; undefined when the list has none. */
  readonly places: readonly string[] | undefined
}

const deltaIndicator = '2.5.29.27'
const issuingPoint = '2.5.29.28'
/** Number, authority's key, issuer's other names, freshest list, authority's access: they change nothing. */
const indifferent = ['2.5.29.20', '2.5.29.35', '2.5.29.18', '2.5.29.46', '1.3.6.1.5.5.7.1.1']

/** @throws CmsRefused */
export function scopeOf(extensions: readonly Extension[], isKnownVersion: boolean): ListScope {
  const understood = [...indifferent, issuingPoint]
  const isBeyondUs = extensions.some(({ type, isCritical }) => isCritical && !understood.includes(type))
  const isDelta = extensions.some(({ type }) => type === deltaIndicator)
  const point = extensions.find(({ type }) => type === issuingPoint)
  const { isPart, ...limits } = point ? pointOf(point) : { isPart: false, only: undefined, places: undefined }
  return { isWhole: isKnownVersion && !isBeyondUs && !isDelta && !isPart, ...limits }
}

function pointOf({ value }: Extension): Omit<ListScope, 'isWhole'> & { readonly isPart: boolean } {
  const fields = new Fields(derOf(value), tags.SEQUENCE)
  const name = fields.explicit(0)
  const flag = (n: number) => {
    const value = fields.maybe(contextPrimitive(n))
    return value !== undefined && booleanOf({ ...value, tag: tags.BOOLEAN })
  }
  const users = flag(1)
  const authorities = flag(2)
  const someReasons = fields.maybe(contextPrimitive(3))
  const isIndirect = flag(4)
  const attributes = flag(5)
  fields.end()
  return {
    isPart: someReasons !== undefined || isIndirect,
    only: users ? 'users' : authorities ? 'authorities' : attributes ? 'attributes' : undefined,
    places: name && (name.tag === context(0) ? childrenOf(name, context(0)).map(({ raw }) => hexOf(raw)) : []),
  }
}

/** True when a list that does not name a certificate says something by that. */
export function isAbout({ only, places }: ListScope, { isCa, listPlaces }: Certificate): boolean {
  if (only === 'attributes' || (only === 'users' && isCa === true) || (only === 'authorities' && isCa !== true))
    return false
  // One of several lists of the same issuer is about those certificates only that point at it.
  return places === undefined || places.some((place) => listPlaces.includes(place))
}
