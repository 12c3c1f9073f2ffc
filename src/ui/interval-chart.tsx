import type { Tone } from './tone.ts'

export interface Interval {
  name: string
  low: number
  mean: number
  high: number
  /** The figures in words, such as "1,4 (0,9–2,1)". */
  text: string
  tone: Tone
}

interface Props {
  /** What the drawing says, as a sentence: it stands in for it where it cannot be seen. */
  label: string
  /** The value that all are compared with, and what it is called. */
  reference: { value: number; name: string }
  rows: Interval[]
}

const [width, line, left, right, top] = [340, 26, 122, 14, 22]

/** Where each true value probably lies: a line from low to high with a dot at the best guess. A table stands beside it. */
export const IntervalChart = ({ label, reference, rows }: Props) => {
  const most = Math.max(reference.value * 1.5, ...rows.map(({ high }) => high))
  const x = (value: number) => Math.round((left + (value / most) * (width - left - right)) * 10) / 10
  const height = top + rows.length * line + 4
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line class="axis" x1={x(reference.value)} x2={x(reference.value)} y1={top - 4} y2={height} />
      <text class="quiet" x={x(reference.value)} y={12} text-anchor="middle">
        {reference.name}
      </text>
      {rows.map(({ name, low, mean, high, text, tone }, at) => {
        const y = top + at * line + line / 2
        return (
          <g class={tone}>
            <title>{`${name}: ${text}`}</title>
            <text x={left - 8} y={y + 4} text-anchor="end">
              {name}
            </text>
            <line class="span" x1={x(low)} x2={x(high)} y1={y} y2={y} />
            <circle class="dot" cx={x(mean)} cy={y} r={5} />
          </g>
        )
      })}
    </svg>
  )
}
