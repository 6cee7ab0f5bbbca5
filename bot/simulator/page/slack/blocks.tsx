import type { Child } from 'hono/jsx'
import { slackText } from '../../../text/simulator-slack.ts'
import { textOf } from '../../slack/finding.ts'
import type { Block, FormState } from '../../slack/surface.ts'
import { isRecord } from '../../wire/request-body.ts'
import type { Screen } from '../stage.ts'
import { Element } from './element.tsx'
import { Mrkdwn, type NameOf } from './mrkdwn.tsx'

/** Where blocks stand: whose, on which surface, with which values and complaints. */
export interface Surface {
  readonly screen: Screen
  readonly member: string
  /** `modal`, `home`, or the time stamp of a message. */
  readonly on: string
  readonly values: FormState
  readonly errors: Readonly<Record<string, string>>
  readonly nameOf: NameOf
}

/** Block Kit blocks as elements; what the simulator does not know is named. */
export const Blocks = ({ blocks, surface }: { blocks: readonly Block[]; surface: Surface }) => (
  <div class="blocks">
    {blocks.map((block) => (
      <OneBlock block={block} surface={surface} />
    ))}
  </div>
)

const OneBlock = ({ block, surface }: { block: Block; surface: Surface }): Child => {
  const { t } = surface.screen
  if (block.type === 'divider') return <hr />
  if (block.type === 'header') return <h3>{textOf(block.text)}</h3>
  if (block.type === 'section') return <Section block={block} surface={surface} />
  if (block.type === 'context')
    return (
      <div class="context">
        {elementsOf(block).map((element) => (
          <span>
            <Text of={element} surface={surface} />
          </span>
        ))}
      </div>
    )
  if (block.type === 'actions')
    return (
      <div class="actions" data-block={block.block_id ?? ''}>
        {elementsOf(block).map((element) => (
          <Element block={block} element={element} surface={surface} />
        ))}
      </div>
    )
  if (block.type === 'input') return <Input block={block} surface={surface} />
  return (
    <p class="quiet">
      {t(slackText.notShown)}: {block.type}
    </p>
  )
}

const elementsOf = ({ elements }: Block): Block[] => [elements ?? []].flat().filter(isBlock)
// Whatever has a type was held against Slack's rules when it came.
const isBlock = (value: unknown): value is Block => isRecord(value) && typeof value.type === 'string'

const Section = ({ block, surface }: { block: Block; surface: Surface }) => {
  const fields = [block.fields ?? []].flat()
  return (
    <div class="section">
      <div>
        {block.text !== undefined && (
          <p>
            <Text of={block.text} surface={surface} />
          </p>
        )}
        {fields.length > 0 && (
          <div class="fields">
            {fields.map((field) => (
              <p>
                <Text of={field} surface={surface} />
              </p>
            ))}
          </div>
        )}
      </div>
      {isBlock(block.accessory) && <Element block={block} element={block.accessory} surface={surface} />}
    </div>
  )
}

const Input = ({ block, surface }: { block: Block; surface: Surface }) => {
  const { t } = surface.screen
  const complaint = surface.errors[block.block_id ?? '']
  const label = textOf(block.label) ?? ''
  return (
    <fieldset class={complaint === undefined ? 'input' : 'input wrong'} data-block={block.block_id ?? ''}>
      <legend>
        {label} {block.optional === true && <small>{t(slackText.optional)}</small>}
      </legend>
      {isBlock(block.element) && <Element block={block} element={block.element} surface={surface} label={label} />}
      {textOf(block.hint) !== undefined && <p class="quiet">{textOf(block.hint)}</p>}
      {complaint !== undefined && (
        <p class="complaint" role="alert">
          {complaint}
        </p>
      )}
    </fieldset>
  )
}

/** A text object: plain, or in Slack's markup. */
const Text = ({ of, surface }: { of: unknown; surface: Surface }): Child => {
  const text = textOf(of) ?? ''
  const isMarked = isRecord(of) && of.type === 'mrkdwn'
  const { language } = surface.screen.choice
  return isMarked ? <Mrkdwn text={text} language={language} nameOf={surface.nameOf} /> : text
}
