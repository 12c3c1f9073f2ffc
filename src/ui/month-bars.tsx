export interface MonthBar {
  name: string
  /** Nothing where nobody counted: it is drawn as a gap with a mark, never as zero. */
  value: number | null
  text: string
}

const [width, height, foot] = [340, 96, 18]

/** A figure month by month. The label says what the drawing shows, as a sentence. */
export const MonthBars = ({ label, bars }: { label: string; bars: MonthBar[] }) => {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0))
  const step = width / bars.length
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line class="axis" x1={0} x2={width} y1={height - foot} y2={height - foot} />
      {bars.map(({ name, value, text }, at) => {
        const tall = value === null ? 0 : (value / most) * (height - foot - 18)
        const middle = at * step + step / 2
        return (
          <g class="info">
            <title>{`${name}: ${text}`}</title>
            {value !== null && (
              <rect
                class="bar"
                x={at * step + 3}
                y={height - foot - tall}
                width={step - 6}
                height={tall}
                rx={2}
              />
            )}
            <text
              class={value === null ? 'quiet' : undefined}
              x={middle}
              y={height - foot - tall - 4}
              text-anchor="middle"
            >
              {text}
            </text>
            <text class="quiet" x={middle} y={height - 5} text-anchor="middle">
              {name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
