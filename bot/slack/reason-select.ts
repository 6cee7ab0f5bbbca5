import type { PlainTextOption } from '@slack/types'
import type { ReasonCode } from '../../core/evidence/reason.ts'
import { reasonLabel } from '../text/reason.ts'
import { option } from './blocks.ts'
import type { Circumstances } from './case-facts.ts'

/** A menu of reasons with one chosen. */
export function reasonSelect(
  actionId: string,
  codes: readonly ReasonCode[],
  chosen: ReasonCode | null,
  { language }: Pick<Circumstances, 'language'>,
) {
  // A reason given at the desk may not be among those that fit: it stays choosable.
  const all = chosen === null || codes.includes(chosen) ? codes : [chosen, ...codes]
  const options: PlainTextOption[] = all.map((code) => option(code, reasonLabel(code, language)))
  const initial = options.find(({ value }) => value === chosen)
  return {
    type: 'static_select' as const,
    action_id: actionId,
    options,
    ...(initial !== undefined && { initial_option: initial }),
  }
}
