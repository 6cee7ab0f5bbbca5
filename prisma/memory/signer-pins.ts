import type { SignerPins } from '../../core/handling/signer-pins.ts'
import type { State } from './state.ts'

export function memorySignerPins({ pins }: State): SignerPins {
  const inOrder = () =>
    pins.toSorted((a, b) =>
      a.at < b.at ? -1 : a.at > b.at ? 1 : a.certSha256 < b.certSha256 ? -1 : Number(a.certSha256 > b.certSha256),
    )
  return {
    pinsOf: async ({ role, person }) => inOrder().filter((pin) => pin.role === role && pin.person === person),
    pinsIn: async (agency) => inOrder().filter((pin) => pin.agency === agency),
    async pin(pin) {
      const isKnown = pins.some(
        ({ role, person, certSha256 }) => role === pin.role && person === pin.person && certSha256 === pin.certSha256,
      )
      if (!isKnown) pins.push(pin)
      return !isKnown
    },
  }
}
