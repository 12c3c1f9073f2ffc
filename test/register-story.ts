import { randomUUID } from 'node:crypto'
import { deriveReceipt } from '../src/platform/vault/index.ts'
import { type Person, personContent } from '../src/returnees/contents.ts'
import { registerReturnee } from '../src/returnees/register/register-returnee.ts'
import { registerSelf } from '../src/returnees/register/register-self.ts'
import type { Codes } from '../src/returnees/returnee.ts'
import { openSampleHouse } from './house.ts'
import { type Officer, officerAt } from './officers.ts'

export const codes: Codes = {
  originCode: '72.10',
  destination: 'SA',
  sector: null,
  sex: 'female',
  ageBand: '25-34',
  returnedMonth: '2026-09-01',
  wayBack: 'finished',
  needs: ['training'],
  skills: ['sewing'],
  wishes: ['enterprise'],
  consents: ['programmes'],
}

export const who = (told: Partial<Person>) => personContent.parse(told)

export type RegisterStory = Awaited<ReturnType<typeof openRegister>>

/** The sample province with officers of two districts, and the two ways in which somebody comes into the register. */
export const openRegister = async () => {
  const house = await openSampleHouse()
  const sigi = await officerAt(house, 'petugas.sigi@kabupaten.example')
  const poso = await officerAt(house, 'petugas.poso@kabupaten.example')
  /** Written down by an officer. */
  const registered = (officer: Officer, told: Partial<Person>, change: Partial<Codes> = {}) =>
    house.db.asActor(officer.actor, tx =>
      registerReturnee(
        house,
        tx,
        {
          ...codes,
          ...change,
          ownerOfficeId: officer.officeId,
          channel: 'staff',
          person: who(told),
          words: '',
        },
        { staffId: officer.actor.staffId },
      ),
    )

  /** By the person, on a phone. */
  const alone = async (told: Partial<Person>, words = '') => {
    const { receipt } = await registerSelf(house, randomUUID(), { ...codes, person: who(told), words })
    return deriveReceipt(house.secret, receipt)
  }
  return { house, end: house.end, sigi, poso, registered, alone }
}
