import type { MessageContent } from './message.ts'

/** What people send although nobody asked. */
export const sticker: MessageContent = {
  sticker: {
    file_id: 'CAACAgUAAxSticker',
    file_unique_id: 'AgADsticker',
    type: 'regular',
    width: 512,
    height: 512,
    is_animated: false,
    is_video: false,
    emoji: '👍',
  },
}

export const voice: MessageContent = {
  voice: { file_id: 'AwACAgUAAxVoice', file_unique_id: 'AgADvoice', duration: 3 },
}

export const location: MessageContent = { location: { latitude: -7.7956, longitude: 110.3695 } }

/** The origin of a forward whose author hides their account. */
export function hiddenOrigin(senderName: string, date: number) {
  return { type: 'hidden_user', sender_user_name: senderName, date }
}
