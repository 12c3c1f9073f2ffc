/** 2^14 registers: a standard error of 1.04/sqrt(2^14) = 0.8 %, in 12 kB at most. */
const indexBits = 14
const registers = 1 << indexBits
/** Bits of a hash that the index leaves: a rank is 1 to 51. */
const rankBits = 64 - indexBits
const packedBytes = (registers * 6) / 8
/** From here on an array of all registers is the smaller form in memory. */
const fewLimit = 256

/** A HyperLogLog sketch: how many different things were seen, never which. The registers that are not zero, or all of them. */
export interface Sketch {
  few: Map<number, number> | undefined
  all: Uint8Array | undefined
}

export const emptySketch = (): Sketch => ({ few: new Map(), all: undefined })

/** @returns whether the sketch changed */
export const addTo = (sketch: Sketch, { high, low }: { high: number; low: number }): boolean => {
  const rest = (high << indexBits) >>> 0
  const rank = rest === 0 ? 32 - indexBits + Math.clz32(low) + 1 : Math.clz32(rest) + 1
  return raise(sketch, high >>> (32 - indexBits), rank)
}

/** Adds what another sketch under the same secret has seen: the union, in which nothing counts twice. */
export const mergeInto = (sketch: Sketch, other: Sketch): void => {
  eachFilled(other, (index, rank) => raise(sketch, index, rank))
}

/** Three bytes a register while few are filled, six bits for every register otherwise. */
export const packed = (sketch: Sketch): Buffer => {
  const size = filledIn(sketch) * 3
  if (size >= packedBytes) return packAll(sketch)
  const bytes = Buffer.alloc(size)
  let at = 0
  eachFilled(sketch, (index, rank) => {
    at = bytes.writeUIntBE((index << 6) | rank, at, 3)
  })
  return bytes
}

export const unpacked = (bytes: Uint8Array): Sketch => {
  const sketch = emptySketch()
  const whole = bytes.length === packedBytes
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!
    if (!whole) raise(sketch, three >> 6, three & 63)
    else
      for (let slot = 0; slot < 4; slot++) raise(sketch, (at / 3) * 4 + slot, (three >> (18 - slot * 6)) & 63)
  }
  return sketch
}

/** The registers by what they hold, for the estimate. */
export const ranksOf = (sketch: Sketch): { counts: number[]; registers: number; rankBits: number } => {
  const counts = new Array<number>(rankBits + 2).fill(0)
  eachFilled(sketch, (_index, rank) => {
    counts[rank]! += 1
  })
  counts[0] = registers - filledIn(sketch)
  return { counts, registers, rankBits }
}

const raise = (sketch: Sketch, index: number, rank: number): boolean => {
  const { few, all } = sketch
  if (rank <= (all ? all[index]! : (few!.get(index) ?? 0))) return false
  if (all) all[index] = rank
  else few!.set(index, rank)
  if (few && few.size > fewLimit) spread(sketch)
  return true
}

const spread = (sketch: Sketch) => {
  const all = new Uint8Array(registers)
  for (const [index, rank] of sketch.few!) all[index] = rank
  sketch.all = all
  sketch.few = undefined
}

const eachFilled = ({ few, all }: Sketch, visit: (index: number, rank: number) => void) => {
  if (few) for (const [index, rank] of few) visit(index, rank)
  else for (let index = 0; index < registers; index++) if (all![index]! > 0) visit(index, all![index]!)
}

const filledIn = ({ few, all }: Sketch) =>
  few ? few.size : all!.reduce((sum, rank) => sum + Math.sign(rank), 0)

const packAll = (sketch: Sketch) => {
  const bytes = Buffer.alloc(packedBytes)
  eachFilled(sketch, (index, rank) => {
    const at = (index >> 2) * 3
    bytes.writeUIntBE(bytes.readUIntBE(at, 3) | (rank << (18 - (index & 3) * 6)), at, 3)
  })
  return bytes
}
