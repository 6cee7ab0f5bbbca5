import { chosen, has, unique } from './slack/block-rule.ts'
import { anything, both, byType, flag, list, number, object, oneOf, type Rule, string } from './slack/rule.ts'

/** Characters in all texts of a message together; found by experiment, not documented. @source bolt-js #2509 */
export const TOTAL_TEXT = 13_200

const type: Rule = anything
const id = string(255, 1)
const plain = (max: number) => byType({ plain_text: object({ type, text: string(max, 1) }, { emoji: flag }) })
const text = (max: number) =>
  byType({
    plain_text: object({ type, text: string(max, 1) }, { emoji: flag }),
    mrkdwn: object({ type, text: string(max, 1) }, { verbatim: flag }),
  })

const confirm = object(
  { title: plain(100), text: text(300), confirm: plain(30), deny: plain(30) },
  { style: oneOf('primary', 'danger') },
)
const option = (label: Rule) =>
  object({ text: label, value: string(150, 1) }, { description: text(75), url: string(3000) })
const plainOption = option(plain(75))
const richOption = option(text(75))
const group = object({ label: plain(75), options: list(plainOption, 100) })
const common = { action_id: id, confirm, focus_on_load: flag }
const placeholder = plain(150)
const typed = { ...common, placeholder, initial_value: string(3000), dispatch_action_config: anything }
const select = { ...common, placeholder, options: list(plainOption, 100), option_groups: list(group, 100) }
const choice = { options: list(richOption, 10) }

const button = object(
  { type, text: plain(75) },
  {
    action_id: id,
    confirm,
    value: string(2000),
    url: string(3000),
    style: oneOf('primary', 'danger'),
    accessibility_label: string(75),
  },
)
const image = both(
  object(
    { type, alt_text: string(2000) },
    { image_url: string(3000, 1), slack_file: anything, title: plain(2000), block_id: id },
  ),
  has('image_url', 'slack_file'),
)
const clickable: Record<string, Rule> = {
  button,
  overflow: object({ type, options: list(plainOption, 5) }, { action_id: id, confirm }),
  static_select: both(
    both(object({ type }, { ...select, initial_option: plainOption }), has('options', 'option_groups')),
    chosen,
  ),
  multi_static_select: both(
    object({ type }, { ...select, initial_options: list(plainOption, 100), max_selected_items: number(100) }),
    chosen,
  ),
  external_select: object(
    { type },
    { ...common, placeholder, initial_option: plainOption, min_query_length: number(100) },
  ),
  users_select: object({ type }, { ...common, placeholder, initial_user: string(20) }),
  datepicker: object({ type }, { ...common, placeholder, initial_date: string(10) }),
  timepicker: object({ type }, { ...common, placeholder, initial_time: string(5), timezone: string(60) }),
  datetimepicker: object({ type }, { ...common, initial_date_time: anything }),
  radio_buttons: both(object({ type, ...choice }, { ...common, initial_option: richOption }), chosen),
  checkboxes: both(object({ type, ...choice }, { ...common, initial_options: list(richOption, 10) }), chosen),
}
const { button: _button, overflow: _overflow, ...enterable } = clickable
const lengths = { min_length: number(3000), max_length: number(3000) }
const input: Record<string, Rule> = {
  ...enterable,
  plain_text_input: object({ type }, { ...typed, ...lengths, multiline: flag }),
  email_text_input: object({ type }, typed),
  url_text_input: object({ type }, typed),
  number_input: object({ type, is_decimal_allowed: flag }, { ...typed, min_value: string(20), max_value: string(20) }),
}
const block_id = { block_id: id }
const section = object(
  { type },
  {
    ...block_id,
    text: text(3000),
    fields: list(text(2000), 10),
    accessory: byType({ ...clickable, image }),
    expand: flag,
  },
)
const everywhere: Record<string, Rule> = {
  actions: object({ type, elements: list(byType(clickable), 25) }, block_id),
  context: object(
    { type, elements: list(byType({ image, plain_text: text(3000), mrkdwn: text(3000) }), 10) },
    block_id,
  ),
  divider: object({ type }, block_id),
  header: object({ type, text: plain(150) }, block_id),
  image,
  rich_text: object({ type, elements: anything }, block_id),
  section: both(section, has('text', 'fields')),
}
const messageBlocks: Record<string, Rule> = {
  ...everywhere,
  markdown: object({ type, text: string(12_000, 1) }, block_id),
  table: object({ type, rows: list(list(anything, 20), 100) }, { ...block_id, column_settings: anything }),
}
const viewBlocks: Record<string, Rule> = {
  ...everywhere,
  input: object(
    { type, label: plain(2000), element: byType(input) },
    { ...block_id, hint: plain(2000), optional: flag, dispatch_action: flag },
  ),
}
const anyView = {
  private_metadata: string(3000),
  callback_id: string(255),
  external_id: string(255),
}
const blocksOf = (rules: Record<string, Rule>, max: number, min = 1) => both(list(byType(rules), max, min), unique)
/** Modals and home tabs. */
export const viewRule = byType({
  home: object({ type, blocks: blocksOf(viewBlocks, 100) }, anyView),
  modal: object(
    { type, title: plain(24), blocks: blocksOf(viewBlocks, 100) },
    { ...anyView, submit: plain(24), close: plain(24), clear_on_close: flag, notify_on_close: flag },
  ),
})

/** The blocks of a message. */
export const messageRule = blocksOf(messageBlocks, 50, 0)
