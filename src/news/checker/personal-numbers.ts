import { findPhoneNumbersInText } from 'libphonenumber-js'
import { type Known, placesOf, type Rule } from './finding.ts'

/** Numbers that lead to one person never go out. Only telephones of offices that somebody verified may. */
export const personalNumbers: Rule = {
  name: 'personal',
  blocks: true,
  look: (text, known) => {
    const nik = placesOf(text, /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/g).map(place => ({
      ...place,
      why: 'check.nik' as const,
    }))
    const passport = placesOf(text, /(?<![\p{L}\d])[A-Z]{1,2} ?\d{6,7}(?!\d)/gu).map(place => ({
      ...place,
      why: 'check.passport' as const,
    }))
    const found = [...nik, ...passport].map(({ start, end, why }) => ({ start, end, why }))
    const phones = phonesIn(text, known).filter(
      phone => !found.some(one => one.start < phone.end && phone.start < one.end),
    )
    return [...found, ...phones]
  },
}

const phonesIn = (text: string, { contacts }: Known) =>
  findPhoneNumbersInText(text, 'ID')
    .filter(({ number }) => !contacts.includes(number.number.replace(/\D/g, '')))
    .map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt, why: 'check.phone' as const }))
