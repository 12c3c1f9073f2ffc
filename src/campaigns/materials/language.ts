import known from '../../../db/content/languages.json' with { type: 'json' }

/** Languages that a material can be written in: those of the province, and Arabic, which runs from right to left. */
export const materialLanguages = [...known, { code: 'ar', name: 'العربية (Arab)' }]

/** Written by the offices themselves; a text in any other language says who gave it. */
export const ownLanguages = ['id', 'en']

export const languageName = (code: string) =>
  materialLanguages.find(language => language.code === code)?.name ?? code
