import { wibMoment } from '../../../../core/form/calendar.ts'
import { drawSamples, type Sample } from './sample.ts'

/** Hands out the sample files, drawn when first wanted and anew every day, for their dates must be recent. */
export class SampleShelf {
  #day = ''
  #drawn: Promise<readonly Sample[]> | undefined

  all(nowMs: number = Date.now()): Promise<readonly Sample[]> {
    const day = wibMoment(nowMs).date
    if (this.#drawn === undefined || day !== this.#day) {
      this.#day = day
      this.#drawn = drawSamples(nowMs)
    }
    return this.#drawn
  }

  async named(key: string): Promise<Sample | undefined> {
    return (await this.all()).find((sample) => sample.key === key)
  }
}
