import { howToText } from '../text/how-to.ts'
import type { DrawnLine, HowTo, HowToStep } from '../text/how-to-step.ts'
import type { Screen } from './screen.ts'

const lineHeight = 34
const widths = { window: 520, phone: 300 } as const
const noteWidth = 150

/** The screen of a step, drawn from its data; read aloud as the same lines. */
export const Drawing = ({ step, frame, screen }: { step: HowToStep; frame: HowTo['frame']; screen: Screen }) => {
  if (step.screen === undefined) return null
  const { title, lines } = step.screen
  const width = widths[frame]
  const height = 52 + lines.length * lineHeight + 12
  const whole = width + (step.hasCode === true ? noteWidth + 16 : 0)
  const label = [title, ...lines.map(({ text }) => text)].map(screen.t).join('; ')
  return (
    <svg class="drawing" viewBox={`0 0 ${whole} ${height}`} width={whole} height={height} role="img" aria-label={label}>
      <rect class="frame" x="1" y="1" width={width - 2} height={height - 2} rx={frame === 'phone' ? 22 : 8} />
      <text class="title" x="20" y="30">
        {screen.t(title)}
      </text>
      <line class="rule" x1="1" x2={width - 1} y1="44" y2="44" />
      {lines.map((line, n) => (
        <Line line={line} y={52 + n * lineHeight} width={width} screen={screen} />
      ))}
      {step.hasCode === true && <Note x={width + 16} height={height} screen={screen} />}
    </svg>
  )
}

const Line = ({ line, y, width, screen }: { line: DrawnLine; y: number; width: number; screen: Screen }) => (
  <g class={line.as ?? 'plain'}>
    <rect x="12" y={y} width={width - 24} height={lineHeight - 6} rx="5" />
    <text x="24" y={y + 19}>
      {screen.t(line.text)}
    </text>
  </g>
)

/** The slip or window with the code, which the picture must show too. */
const Note = ({ x, height, screen }: { x: number; height: number; screen: Screen }) => (
  <g class="note">
    <rect x={x} y={Math.max(1, height / 2 - 45)} width={noteWidth - 2} height="88" rx="4" />
    <text x={x + 14} y={Math.max(1, height / 2 - 45) + 26}>
      {screen.t(howToText.code)}
    </text>
    <text class="code" x={x + 14} y={Math.max(1, height / 2 - 45) + 58}>
      BSR-······
    </text>
  </g>
)
