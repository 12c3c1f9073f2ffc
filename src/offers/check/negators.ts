/** Words that turn around what stands beside them. */
export const negators = ['tidak', 'tanpa', 'bukan', 'jangan', 'tak', 'no', 'not', 'without', 'never', 'belum']

export const isNegator = (word: string) => negators.includes(word)
