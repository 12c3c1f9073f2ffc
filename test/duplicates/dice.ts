/** Dice that fall the same for the same seed. */
export interface Dice {
  /** 0 to just below 1. */
  roll(): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** The first far more often than the last, as names are given. */
  often<T>(from: readonly T[]): T
  whole(least: number, most: number): number
}

export const newDice = (seed: number): Dice => {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    roll,
    chance: share => roll() < share,
    pick: from => from[Math.floor(roll() * from.length)]!,
    often: from => from[Math.floor(roll() ** 2 * from.length)]!,
    whole: (least, most) => least + Math.floor(roll() * (most - least + 1)),
  }
}
