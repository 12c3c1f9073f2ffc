import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadHolidays } from '../complaints/index.ts'
import { loadGuidance } from '../offers/index.ts'
import { loadRegions } from '../offices/index.ts'
import type { House } from '../platform/house.ts'
import {
  actorOf,
  createAccount,
  enrol,
  forgetKeys,
  openAuth,
  openOfficeKeysForSample,
  type Role,
} from '../staff/index.ts'
import { fillOnce } from './fill-once.ts'
import { loadCampaigns } from './load-campaign.ts'
import { loadComplaints } from './load-complaints.ts'
import { loadMeetings } from './load-meetings.ts'
import { loadNews } from './load-news.ts'
import { loadOffices } from './load-offices.ts'
import { loadProgramme } from './load-programme.ts'
import { loadProgrammes } from './load-programmes.ts'
import { loadRegister } from './load-register.ts'
import { loadReturnees } from './load-returnees.ts'
import { readSample } from './read-sample.ts'

export interface SignIn {
  email: string
  password: string
  office: string
  roles: Role[]
}

interface Person {
  office: string
  name: string
  email: string
  roles: Role[]
}

/**
 * Fills an empty database with the sample province: real regions and offices, invented people with passwords made now.
 * @returns false when there is something already; nothing is touched then
 */
export const loadSample = async (house: House, begun: () => void = () => {}): Promise<boolean> =>
  (await fillOnce(house, () => fillWithSample(house, begun))) ?? false

const fillWithSample = async (house: House, begun: () => void): Promise<boolean> => {
  const { db, config } = house
  begun()
  await loadRegions(db)
  const offices = await loadOffices(db)
  const people = readSample<Person>('people.json').map(person => ({ ...person, password: newPassword() }))
  const auth = openAuth(house)
  const ids = new Map<string, string>()
  await Promise.all(
    people.map(async person => {
      const id = await createAccount(auth, person)
      ids.set(person.email, id)
      const officeId = offices.get(person.office)
      if (!officeId) throw new Error(`sample office ${person.office} is missing`)
      await db.asJob(tx =>
        enrol(tx, {
          id,
          officeId,
          name: person.name,
          email: person.email,
          roles: person.roles,
          sample: true,
        }),
      )
    }),
  )
  await loadCampaigns(house, offices, ids)
  await loadMeetings(house, offices, ids)
  const officer = await db.asJob(tx => actorOf(tx, ids.get('koordinator@bp3mi.example')!))
  await loadRegister(house, officer!)
  const keys = await openOfficeKeysForSample(
    house,
    people.map(({ email, password }) => ({ id: ids.get(email)!, password })),
  )
  forgetKeys(keys)
  await loadGuidance(house)
  await loadHolidays(house)
  await loadNews(house, ids)
  await loadComplaints(house, offices)
  await loadProgramme(house, offices, ids)
  await loadReturnees(house, offices, ids)
  await loadProgrammes(house, offices)
  const signIns: SignIn[] = people.map(({ email, password, office, roles }) => ({
    email,
    password,
    office,
    roles,
  }))
  writeFileSync(signInFile(config.dataDir), JSON.stringify(signIns, null, 2), { mode: 0o600 })
  return true
}

/** The regions and real offices, without anything invented, and their first administrator. @returns the password, or nothing when there is something already */
export const beginHouse = (
  house: House,
  person: { name: string; email: string },
): Promise<string | undefined> =>
  fillOnce(house, async () => {
    const { db } = house
    await loadRegions(db)
    const officeId = (await loadOffices(db, false)).get(leadingOffice)!
    const password = newPassword()
    const id = await createAccount(openAuth(house), { ...person, password })
    await db.asJob(tx => enrol(tx, { id, officeId, ...person, roles: ['administrator'] }))
    return password
  })

/** Invites the others: BP3MI, which makes the material. */
const leadingOffice = 'BP3MI Sulteng'

/** How to sign in as each sample person; kept beside the data so that a second start can say it again. */
export const sampleSignIns = (dataDir: string): SignIn[] =>
  existsSync(signInFile(dataDir)) ? JSON.parse(readFileSync(signInFile(dataDir), 'utf8')) : []

const signInFile = (dataDir: string) => join(dataDir, 'sample-sign-ins.json')

const syllables = [
  'ba',
  'da',
  'ga',
  'ka',
  'la',
  'ma',
  'na',
  'pa',
  'ra',
  'sa',
  'ta',
  'wa',
  'bi',
  'di',
  'ki',
  'li',
  'mi',
  'ni',
  'ri',
  'si',
  'ti',
  'bu',
  'du',
  'ku',
  'lu',
  'mu',
  'nu',
  'ru',
  'su',
  'tu',
]

// Three words of four syllables: 58 bits, and easy to type on a phone.
const newPassword = () =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => syllables[randomInt(syllables.length)]).join(''),
  ).join('-')
