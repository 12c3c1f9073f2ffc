/** A register of invented companies, and people who write their names badly: always the same ones for the same seed. */
export type Dice = () => number

export const dice = (seed: number): Dice => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(roll: Dice, list: readonly T[]): T => list[Math.floor(roll() * list.length)]!

const words =
  `Bina Karya Mandiri Sejahtera Abadi Jaya Utama Sentosa Makmur Mulia Cahaya Surya Bintang Samudra Bahari Nusa Citra
  Duta Graha Mitra Sinar Tiara Permata Mutiara Anugerah Berkah Amanah Harapan Insani Cipta Prima Adi Wira Satria Putra Bunda
  Kencana Lestari Gemilang Perkasa Wahana Buana Semesta Global Nusantara Persada Pratama Sukses Maju Bersama Agung Rizki Safar
  Assalam Dewi Alam Fajar Timur Barat Selatan Panca Tri Eka Dwi Catur Arta Guna Tenaga Kerja Sumber Daya Kasih Setia Langgeng
  Marga Bumi Tirta Angkasa Pelita Lentera Sakura Merpati Garuda Elang Rajawali Cendana Melati Kenanga Teratai Seruni Dahlia
  Medina Sahara Zamrud Safir Intan Emas Perak Baja Pilar Tunas Benih Padi Kapas Rimba Telaga Danau Ombak Pantai Pulau Layar`.split(
    /\s+/,
  )
const tails = ['Internasional', 'Indonesia', 'Group', 'Nusantara', 'Persada', '', '', '', '']
const beginnings =
  'ba da ga ka la ma na pa ra sa ta wa bi di ki li mi ni ri si ti bu du ku lu mu ru su tu har sur ram kar bal'.split(
    ' ',
  )
const endings = 'na ra sa ta ma wan din lim ron dar san ton bar mil tan sih nah rin'.split(' ')

/** So many different names: two to four words, many of them shared, some coined. */
export const inventNames = (roll: Dice, count: number, taken: ReadonlySet<string> = new Set()): string[] => {
  const names = new Set<string>()
  while (names.size < count) {
    const length = pick(roll, [2, 2, 3, 3, 3, 4])
    const own = Array.from({ length }, () => (roll() < 0.3 ? coined(roll) : pick(roll, words)))
    const name = [...new Set(own), pick(roll, tails)].filter(Boolean).join(' ')
    if (name.split(' ').length > 1 && !taken.has(name)) names.add(name)
  }
  return [...names]
}

/** A name that is in no register, as near to one that is as another company's can be: one of its words is another. */
export const neighbourOf = (roll: Dice, name: string): string => {
  const parts = name.split(' ')
  const at = Math.floor(roll() * Math.min(parts.length, 3))
  const other = roll() < 0.4 ? coined(roll) : pick(roll, words)
  if (parts.includes(other)) return neighbourOf(roll, name)
  return parts.with(at, other).join(' ')
}

const coined = (roll: Dice) => {
  const word = pick(roll, beginnings) + (roll() < 0.5 ? pick(roll, beginnings) : '') + pick(roll, endings)
  return word[0]!.toUpperCase() + word.slice(1)
}
