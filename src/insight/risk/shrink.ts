/** Events among people, once or in a year; people 0 where they are not known. */
export interface Observed {
  events: number
  people: number
}

/** Sums over all districts: events, people, and the sum of events² / people. */
export interface Spread extends Observed {
  spread: number
}

/** What is believed of all districts before one is looked at: a gamma distribution of rates. */
export interface Prior {
  mean: number
  shape: number
}

/** A gamma distribution, as its mean and variance. */
export interface Belief {
  mean: number
  variance: number
}

/**
 * Rates of small districts jump by chance: each is drawn towards the mean of all, the more so the fewer people stand behind it
 * (empirical Bayes, gamma-Poisson: Clayton and Kaldor 1987, Biometrics 43:671; moments after Marshall 1991, Applied
 * Statistics 40:283). Districts are taken to differ by a tenth at least, so that none is said to be exactly like the others.
 * @param count how many districts there are
 * @returns nothing when nothing happened anywhere
 */
export const priorOf = ({ events, people, spread }: Spread, count: number): Prior | undefined => {
  if (events <= 0 || people <= 0 || count < 1) return undefined
  const mean = events / people
  const between = spread / people - mean ** 2 - (mean * count) / people
  return { mean, shape: mean ** 2 / Math.max(between, (leastDifference * mean) ** 2) }
}

const leastDifference = 0.1

/** The rate of one district as a multiple of the mean of all. Without people behind it there is none. */
export const shrunk = ({ events, people }: Observed, { mean, shape }: Prior): Belief | undefined => {
  if (people <= 0) return undefined
  const rate = shape / mean + people
  return { mean: (shape + events) / rate / mean, variance: (shape + events) / (rate * mean) ** 2 }
}

/**
 * Several beliefs as one, by weights that add up to 1, with where nine of ten true values lie. The sum is taken as a gamma of the
 * same mean and variance (Fay and Feuer 1997, Statistics in Medicine 16:791).
 */
export const weighed = (parts: { weight: number; belief: Belief }[]) => {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  const sum = (value: (part: (typeof parts)[number]) => number) =>
    parts.reduce((so, part) => so + value(part), 0)
  const mean = sum(({ weight, belief }) => (weight / whole) * belief.mean)
  const variance = sum(({ weight, belief }) => (weight / whole) ** 2 * belief.variance)
  return {
    mean,
    low: quantile({ mean, variance }, -oneInTwenty),
    high: quantile({ mean, variance }, oneInTwenty),
  }
}

/** The normal quantile that leaves one in twenty beyond it. */
const oneInTwenty = 1.6448536

/** Wilson and Hilferty 1931: the cube root of a gamma is nearly normal; right to a percent where the shape is over one. */
const quantile = ({ mean, variance }: Belief, z: number) => {
  const shape = mean ** 2 / variance
  return mean * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3
}
