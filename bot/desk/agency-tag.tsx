import type { Agency } from '../../core/agency/agency.ts'
import { shownText } from './hostile-text.ts'

/** As many as a reader tells apart; `desk.css` draws them. */
const colours = 8

/** The colour of an agency, from its code alone: the same on every page, for everybody, whatever agencies there are. */
export function agencyColour(code: string): number {
  let sum = 7
  for (const sign of code) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 65_521
  return sum % colours
}

/** An agency by name, with its colour beside it; nothing is told by the colour alone. */
export const AgencyTag = ({ code, agencies }: { code: string | null; agencies: readonly Agency[] }) =>
  code === null ? null : (
    <span class={`agency hue-${agencyColour(code)}`}>
      <bdi>{shownText(agencies.find((one) => one.code === code)?.name ?? code)}</bdi>
    </span>
  )

/** The class of a part that stands for one agency. */
export const agencyClass = (code: string | null): string => (code === null ? '' : ` hue-${agencyColour(code)}`)
