import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Secret } from '../../platform/secrets.ts'
import { blindIndex } from '../../platform/vault/index.ts'
import type { Identity } from '../contents.ts'
import { nameSounds } from './name-sounds.ts'

export interface Mark {
  kind: 'phone' | 'nik' | 'passport' | 'name' | 'birth'
  whose: 'worker' | 'reporter' | 'recruiter'
  mark: Buffer
}

/**
 * What an identity leaves for matching: twelve bytes for each thing that is told, equal for equal things. A name is never
 * marked alone, but with the regency or the day of birth, so that a frequent name does not show by itself.
 */
export const marksOf = (secret: Secret, identity: Identity, regency: string | undefined): Mark[] => {
  const mark = (kind: Mark['kind'], whose: Mark['whose'], value: string | undefined): Mark[] =>
    value ? [{ kind, whose, mark: blindIndex(secret, kind, value) }] : []
  const named = (name: string) =>
    nameSounds(name).flatMap(sound => [
      ...mark('name', 'worker', regency && `${sound}|${regency}`),
      ...mark('name', 'worker', identity.bornOn && `${sound}|${identity.bornOn}`),
    ])
  return [
    ...mark('phone', 'worker', phoneOf(identity.workerPhone)),
    ...mark('phone', 'reporter', phoneOf(identity.reach)),
    ...mark('phone', 'recruiter', phoneOf(identity.recruiterPhone)),
    ...mark('nik', 'worker', /^\d{16}$/.exec(identity.nik.replace(/\D/g, ''))?.[0]),
    ...mark(
      'passport',
      'worker',
      /^[A-Z]{1,2}\d{6,7}$/.exec(identity.passport.toUpperCase().replace(/[^A-Z0-9]/g, ''))?.[0],
    ),
    ...mark('birth', 'worker', identity.bornOn),
    ...named(identity.workerName),
  ]
}

export const phoneOf = (text: string): string | undefined => {
  const phone = parsePhoneNumberFromString(text, 'ID')
  return phone?.isPossible() ? phone.number : undefined
}
