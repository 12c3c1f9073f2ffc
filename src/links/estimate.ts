import { ranksOf, type Sketch } from './sketch.ts'

/** Between how many devices: the figure is an estimate, and so never one number. */
export interface Range {
  low: number
  high: number
}

/** Twice the standard error of 16,384 registers: the truth lies inside 19 times of 20. */
const share = 2 * (1.04 / Math.sqrt(16_384))

/**
 * How many different things a sketch has seen: the improved raw estimator of Otmar Ertl, "New cardinality estimation
 * algorithms for HyperLogLog sketches", 2017, arXiv:1702.01284, algorithm 6. Without bias from one to the largest counts.
 */
export const estimateOf = (sketch: Sketch): number => {
  const { counts, registers, rankBits } = ranksOf(sketch)
  if (counts[0] === registers) return 0
  let z = registers * tau(1 - counts[rankBits + 1]! / registers)
  for (let rank = rankBits; rank >= 1; rank--) z = 0.5 * (z + counts[rank]!)
  z += registers * sigma(counts[0]! / registers)
  return (registers * registers) / (2 * Math.LN2 * z)
}

export const rangeOf = (sketch: Sketch): Range => {
  const estimate = estimateOf(sketch)
  return {
    low: Math.max(Math.sign(estimate), Math.floor(estimate * (1 - share))),
    high: Math.ceil(estimate * (1 + share)),
  }
}

/** Of parts that cannot be told apart: at least as many as the largest has, at most as many as all have together. */
export const apart = (ranges: Range[]): Range => ({
  low: Math.max(0, ...ranges.map(({ low }) => low)),
  high: ranges.reduce((sum, { high }) => sum + high, 0),
})

const sigma = (x: number) => {
  let [power, weight, sum, before] = [x, 1, x, -1]
  while (sum !== before) {
    power *= power
    before = sum
    sum += power * weight
    weight += weight
  }
  return sum
}

const tau = (x: number) => {
  if (x === 0 || x === 1) return 0
  let [root, weight, sum, before] = [x, 1, 1 - x, -1]
  while (sum !== before) {
    root = Math.sqrt(root)
    before = sum
    weight *= 0.5
    sum -= (1 - root) ** 2 * weight
  }
  return sum / 3
}
