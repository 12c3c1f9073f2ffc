import sharp from 'sharp'

/** What a picture looks like, in bits: whether each place is brighter than its neighbour. Survives scaling and compression. */
export type Mark = bigint

/** How many bits differ. */
export const apart = (one: Mark, other: Mark): number => (one ^ other).toString(2).replaceAll('0', '').length

/** @param side 8 for 64 bits, 16 for 256 @returns nothing for a picture without anything in it */
export const markOf = async (bytes: Uint8Array, side: 8 | 16): Promise<Mark | undefined> => {
  const grey = await greyOf(bytes, 128)
  return isFlat(grey)
    ? undefined
    : markIn(sumsOf(grey), { left: 0, top: 0, width: grey.width, height: grey.height }, side)
}

export const hexOf = (mark: Mark, side: 8 | 16) => mark.toString(16).padStart((side * side) / 4, '0')

export interface Model {
  name: string
  mark: Mark
  /** Width to height. */
  shape: number
}

/**
 * Looks for the models anywhere in a picture that shows one upright: a screenshot with a post in it.
 * @returns the nearest, and how many of 64 bits differ
 */
export const nearest = async (
  bytes: Uint8Array,
  models: Model[],
): Promise<{ name: string; distance: number } | undefined> => {
  const grey = await greyOf(bytes, 160)
  if (isFlat(grey)) return undefined
  const sums = sumsOf(grey)
  let best: { name: string; distance: number } | undefined
  for (const { name, mark, shape } of models)
    for (const area of areasOf(grey, shape)) {
      const distance = apart(markIn(sums, area, 8), mark)
      if (!best || distance < best.distance) best = { name, distance }
    }
  return best
}

interface Grey {
  data: Buffer
  width: number
  height: number
}

interface Area {
  left: number
  top: number
  width: number
  height: number
}

const greyOf = async (bytes: Uint8Array, width: number): Promise<Grey> => {
  const { data, info } = await sharp(bytes)
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize({ width })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const isFlat = ({ data }: Grey) => {
  const sorted = data.toSorted()
  return sorted[Math.floor(sorted.length * 0.98)]! - sorted[Math.floor(sorted.length * 0.02)]! < 12
}

/** Sums of everything above and to the left, so that any area costs four looks. */
const sumsOf = ({ data, width, height }: Grey) => {
  const row = width + 1
  const sums = new Float64Array(row * (height + 1))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      sums[(y + 1) * row + x + 1] =
        data[y * width + x]! + sums[y * row + x + 1]! + sums[(y + 1) * row + x]! - sums[y * row + x]!
  return { sums, row }
}

const markIn = (
  { sums, row }: ReturnType<typeof sumsOf>,
  { left, top, width, height }: Area,
  side: number,
): Mark => {
  const edge = (from: number, length: number, place: number, of: number) =>
    Math.round(from + (length * place) / of)
  let mark = 0n
  for (let y = 0; y < side; y++) {
    const [up, down] = [edge(top, height, y, side), edge(top, height, y + 1, side)]
    let before = Number.NaN
    for (let x = 0; x <= side; x++) {
      const [from, to] = [edge(left, width, x, side + 1), edge(left, width, x + 1, side + 1)]
      const sum =
        sums[down * row + to]! - sums[up * row + to]! - sums[down * row + from]! + sums[up * row + from]!
      const mean = sum / Math.max((down - up) * (to - from), 1)
      if (x > 0) mark = (mark << 1n) | (mean > before + 0.5 ? 1n : 0n)
      before = mean
    }
  }
  return mark
}

/** Where a picture of this shape may stand: as wide as the screen or a little less, at any height. */
function* areasOf({ width, height }: Grey, shape: number): Generator<Area> {
  for (const share of [1, 0.94, 0.88, 0.8, 0.7]) {
    const wide = Math.round(width * share)
    const tall = Math.round(wide / shape)
    if (tall > height + 2) continue
    const step = Math.max(Math.round(wide / 60), 1)
    for (let left = 0; left <= width - wide; left += Math.max(step, Math.round((width - wide) / 2)))
      for (let top = 0; top <= Math.max(height - tall, 0); top += step)
        yield { left, top, width: wide, height: Math.min(tall, height - top) }
  }
}
