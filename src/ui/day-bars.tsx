export interface DayBar {
  name: string
  value: number
  /** The part of it that is drawn darker, such as scans of all visits. */
  part: number
  text: string
}

const [width, height, head, foot] = [340, 120, 16, 18]

/** A figure day by day, with a part of it set apart. Only the ends and the highest are written: a table stands beside it. */
export const DayBars = ({ label, bars }: { label: string; bars: DayBar[] }) => {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const step = width / bars.length
  const tall = (value: number) => (value / most) * (height - head - foot)
  const highest = bars.findIndex(({ value }) => value === most)
  const middle = Math.min(width - 24, Math.max(24, (highest + 0.5) * step))
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line class="axis" x1={0} x2={width} y1={height - foot} y2={height - foot} />
      {bars.map(({ name, value, part, text }, at) => (
        <g class="info">
          <title>{`${name}: ${text}`}</title>
          <rect
            class="span"
            x={at * step + step * 0.1}
            width={step * 0.8}
            y={height - foot - tall(value)}
            height={tall(value)}
          />
          <rect
            class="bar"
            x={at * step + step * 0.1}
            width={step * 0.8}
            y={height - foot - tall(part)}
            height={tall(part)}
          />
        </g>
      ))}
      {highest >= 0 && (
        <text x={middle} y={height - foot - tall(most) - 4} text-anchor="middle">
          {bars[highest]!.text}
        </text>
      )}
      <text class="quiet" x={0} y={height - 5}>
        {bars[0]?.name}
      </text>
      <text class="quiet" x={width} y={height - 5} text-anchor="end">
        {bars.at(-1)?.name}
      </text>
    </svg>
  )
}
