const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** As offices number their letters: 012/REKAP/BP3MI-SULTENG/XI/2026. @param day on which the number was given */
export const letterNumberOf = (serial: number, office: string, day: Temporal.PlainDate): string => {
  const short = office
    .trim()
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
  return [String(serial).padStart(3, '0'), 'REKAP', short, romans[day.month - 1], day.year].join('/')
}
