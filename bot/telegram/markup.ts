import type { Screen } from '../dialogue/screen.ts'

/** The parameters that sending a screen and editing one have in common. */
export interface ScreenParams {
  readonly text: string
  readonly parse_mode: 'HTML'
  readonly link_preview_options: { readonly is_disabled: true }
  readonly reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] }
}

/** A screen as `sendMessage` and `editMessageText` take it. */
export const paramsOf = ({ text, rows }: Screen): ScreenParams => ({
  text,
  parse_mode: 'HTML',
  link_preview_options: { is_disabled: true },
  ...(rows.length > 0 && {
    reply_markup: {
      inline_keyboard: rows.map((row) => row.map(({ label, data }) => ({ text: label, callback_data: data }))),
    },
  }),
})

/** Keeps a message with personal data from being forwarded or saved. */
export const protectionOf = ({ isPersonal }: Screen) => (isPersonal === true ? { protect_content: true } : {})
