import type { ReportTable } from './report-table.ts'

const [width, height, gap] = [600, 160, 0.2] as const

interface Props {
  readonly id: string
  readonly title: string
  readonly bars: ReportTable['bars']
}

/** Bars side by side, drawn of numbers alone; the description says them all, and the table below does too. */
export const BarChart = ({ id, title, bars }: Props) => {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const wide = width / Math.max(bars.length, 8)
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{bars.map(({ label, count }) => `${label}: ${count}`).join('; ')}</desc>
      <line class="axis" x1="0" x2={width} y1={height - 1} y2={height - 1} />
      {bars.map(({ count }, n) => {
        const tall = Math.round(((height - 20) * count) / most)
        const [x, y] = [n * wide + (wide * gap) / 2, height - 1 - tall]
        return (
          <g>
            <rect class="fill" x={x.toFixed(1)} y={y} width={(wide * (1 - gap)).toFixed(1)} height={tall} />
            {bars.length <= 15 && (
              <text x={(n * wide + wide / 2).toFixed(1)} y={y - 4} text-anchor="middle">
                {count}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
