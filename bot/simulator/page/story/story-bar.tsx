import { storyText } from '../../../text/simulator-story.ts'
import type { Screen } from '../stage.ts'
import { type Speed, type Story, speeds } from './story.ts'

/** The bar of the case that plays itself: button, speed, and one line on what happens. */
export const StoryBar = ({ screen, story }: { screen: Screen; story: Story }) => {
  const { choice } = screen
  return (
    <section
      id="story"
      class="story"
      hx-get={`/simulator/story?lang=${choice.language}`}
      hx-trigger="sse:story"
      hx-swap="innerHTML"
    >
      <StoryScreen screen={screen} story={story} />
    </section>
  )
}

export const StoryScreen = ({ screen: { t }, story }: { screen: Screen; story: Story }) => {
  const { mode, line, where, at, count } = story
  return (
    <div class={`story-line ${mode}`} data-where={where ?? ''} data-at={at ?? ''}>
      <Buttons story={story} t={t} />
      <fieldset class="speeds">
        <legend class="hidden">{t(storyText.speed)}</legend>
        {speeds.map((speed) => (
          <button
            type="button"
            id={`speed-${speed}`}
            aria-pressed={speed === story.speed ? 'true' : 'false'}
            hx-post="/simulator/story/speed"
            hx-vals={JSON.stringify({ speed: String(speed) })}
            hx-swap="none"
          >
            {nameOf(speed, t)}
          </button>
        ))}
      </fieldset>
      <p class="narration" role="status">
        {t(line)}
        {count > 0 && (
          <small>
            {' '}
            · {count} {t(storyText.steps)}
          </small>
        )}
      </p>
    </div>
  )
}

const nameOf = (speed: Speed, t: Screen['t']): string => (speed === 0 ? t(storyText.instant) : `${speed}×`)

const Buttons = ({ story: { mode }, t }: { story: Story; t: Screen['t'] }) => {
  const button = (action: 'play' | 'pause' | 'resume', label: string, isMain: boolean) => (
    <button
      type="button"
      id={`story-${action}`}
      class={isMain ? 'primary' : ''}
      hx-post={`/simulator/story/${action}`}
      hx-swap="none"
    >
      {label}
    </button>
  )
  if (mode === 'playing') return button('pause', `❚❚ ${t(storyText.pause)}`, true)
  if (mode === 'idle') return button('play', `▶ ${t(storyText.play)}`, true)
  if (mode === 'done') return button('play', `▶ ${t(storyText.again)}`, true)
  return (
    <>
      {button('resume', `▶ ${t(storyText.resume)}`, true)}
      {button('play', t(storyText.again), false)}
    </>
  )
}
