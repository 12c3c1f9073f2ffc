import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '../../../test/officers.ts'
import { codes, openRegister, type RegisterStory } from '../../../test/register-story.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { deriveReceipt } from '../../platform/vault/index.ts'
import { personContent } from '../contents.ts'
import { answerInvitation, openOwn, registerSelf } from '../register/register-self.ts'
import { type Codes, needs } from '../returnee.ts'
import { invitationsOf } from './invitation-queries.ts'
import { invite, isFull, moveInvitation } from './invite.ts'
import type { NewProgramme } from './queries.ts'
import { countInvited, insertProgramme, programmeById, updateProgramme } from './queries.ts'

let { house, sigi, poso, registered } = {} as RegisterStory
beforeAll(async () => {
  ;({ house, sigi, poso, registered } = await openRegister())
})
afterAll(() => house?.end())

const offered: NewProgramme = {
  kind: 'skills',
  title: 'Pelatihan uji',
  detail: '',
  districtCode: '72.10',
  startsOn: '2026-01-05',
  endsOn: '2026-01-08',
  places: 5,
  conditions: [{ is: 'in', field: 'skills', values: ['computer'] }],
  state: 'open',
}
const offer = (officer: Officer, change: Partial<NewProgramme> = {}) =>
  house.db.asActor(officer.actor, tx => insertProgramme(tx, { ...offered, ...change }, officer.actor))
const register = (officer: Officer, name: string, change: Partial<Codes> = {}) =>
  registered(officer, { name }, change)
const invites = (officer: Officer, programme: number, people: string[]) =>
  house.db.asActor(officer.actor, tx => invite(house, tx, officer.actor, programme, people))
const invitedOf = (officer: Officer, programme: number) =>
  house.db.asActor(officer.actor, tx => invitationsOf(tx, programme))
const moves = (officer: Officer, id: string, move: 'accept' | 'decline' | 'attend' | 'miss') =>
  house.db.asActor(officer.actor, tx => moveInvitation(house, tx, officer.actor, id, move))
const taken = async (programme: number) =>
  (await house.db.asActor(sigi.actor, tx => programmeById(tx, programme)))!.taken

test('sixteen acceptances at once from two offices never fill more places than there are', async () => {
  const programme = await offer(sigi)
  for (const officer of [sigi, poso]) {
    const people: string[] = []
    for (let place = 0; place < 8; place++)
      people.push(await register(officer, `Serentak ${place}`, { skills: ['computer'] }))
    expect(await invites(officer, programme, people)).toBe(8)
  }
  const all = [
    ...(await invitedOf(sigi, programme)).map(({ id }) => [sigi, id] as const),
    ...(await invitedOf(poso, programme)).map(({ id }) => [poso, id] as const),
  ]
  expect(all.length).toBe(16)
  const outcomes = await Promise.allSettled(all.map(([officer, id]) => moves(officer, id, 'accept')))
  const refused = outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(outcomes.length - refused.length).toBe(5)
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(Conflict)
    expect((reason as Conflict).key).toBe('programmes.full')
  }
  const counts = await house.db.asActor(poso.actor, tx => countInvited(tx, programme))
  expect([counts.get('accepted'), counts.get('invited'), await taken(programme)]).toEqual([5, 11, 5])

  // A place given back goes to the next, whoever that is.
  const place = outcomes.findIndex(({ status }) => status === 'fulfilled')
  const waiting = outcomes.findIndex(({ status }) => status === 'rejected')
  await moves(...all[place]!, 'decline')
  await moves(...all[waiting]!, 'accept')
  expect(await taken(programme)).toBe(5)
  // Nor can places be taken away under those who hold them.
  const fewer = house.db.asActor(sigi.actor, tx =>
    updateProgramme(tx, programme, { ...offered, places: 4 }, 1),
  )
  await expect(fewer.catch(error => Promise.reject(isFull(error)))).rejects.toBe(true)
})

describe('who is invited', () => {
  test('only people of the own office who meet every condition and agreed', async () => {
    const programme = await offer(sigi, { conditions: [{ is: 'in', field: 'needs', values: ['children'] }] })
    const [fits, other, refuses, theirs] = [
      await register(sigi, 'Cocok', { needs: ['children'] }),
      await register(sigi, 'Lain', { needs: ['work'] }),
      await register(sigi, 'Tidak setuju', { needs: ['children'], consents: ['contact'] }),
      await register(poso, 'Poso', { needs: [...needs] }),
    ]
    expect(await invites(sigi, programme, [fits, other, refuses, theirs])).toBe(1)
    expect(await invites(sigi, programme, [fits])).toBe(0)
    const [own, foreign] = [await invitedOf(sigi, programme), await invitedOf(poso, programme)]
    expect([own.map(({ returneeId }) => returneeId), foreign]).toEqual([[fits], []])
    expect(own[0]!.reasons).toMatchObject({ near: true, urgent: ['children'] })
    await expect(moves(poso, own[0]!.id, 'accept')).rejects.toThrow()
    // Below the program, in the database: nobody writes an invitation for another office's person.
    const forged = house.db.asActor(poso.actor, tx =>
      tx
        .insertInto('programme_invitations')
        .values({
          id: crypto.randomUUID(),
          programme_id: programme,
          returnee_id: fits,
          office_id: poso.officeId,
        })
        .execute(),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })

  test('a person answers with the number alone: yes takes a place, no gives it back, and nobody answers for another', async () => {
    const ahead = String(Temporal.Now.plainDateISO().add({ days: 30 }))
    const programme = await offer(sigi, { startsOn: ahead, endsOn: ahead, conditions: [], places: 1 })
    const alone = async (name: string) => {
      const { receipt } = await registerSelf(house, crypto.randomUUID(), {
        ...codes,
        person: personContent.parse({ name }),
        words: '',
      })
      const opened = await deriveReceipt(house.secret, receipt)
      return { opened, id: (await openOwn(house, opened))!.returnee.id }
    }
    const [one, other] = [await alone('Satu Purna'), await alone('Dua Purna')]
    expect(await invites(sigi, programme, [one.id, other.id])).toBe(2)
    const own = async (of: typeof one) => (await openOwn(house, of.opened))!.invitations
    const [invitation] = await own(one)
    expect(invitation).toMatchObject({ state: 'invited', title: 'Pelatihan uji' })
    await answerInvitation(house, one.opened, invitation!.id, 'accept')
    expect([(await own(one))[0]!.state, await taken(programme)]).toEqual(['accepted', 1])
    const [theirs] = await own(other)
    await expect(answerInvitation(house, other.opened, theirs!.id, 'accept')).rejects.toThrow(Conflict)
    await expect(answerInvitation(house, other.opened, invitation!.id, 'decline')).rejects.toThrow(NotFound)
    await answerInvitation(house, one.opened, invitation!.id, 'decline')
    await answerInvitation(house, other.opened, theirs!.id, 'accept')
    expect(await taken(programme)).toBe(1)
    // Below the program: the bearer marks nobody as having attended.
    const forged = house.db.asReporter(other.opened.lookup.toString('hex'), tx =>
      tx
        .updateTable('programme_invitations')
        .set({ state: 'attended' })
        .where('id', '=', theirs!.id)
        .execute(),
    )
    await expect(forged).rejects.toThrow(/row-level security/)
  })

  test('attendance is noted from the first day on, and one step once', async () => {
    const ahead = String(Temporal.Now.plainDateISO().add({ days: 40 }))
    const programme = await offer(poso, { startsOn: ahead, endsOn: ahead, conditions: [] })
    const person = await register(poso, 'Nanti')
    await invites(poso, programme, [person])
    const [one] = await invitedOf(poso, programme)
    await expect(moves(poso, one!.id, 'attend')).rejects.toThrow(Conflict)
    const twice = await Promise.allSettled([moves(poso, one!.id, 'accept'), moves(poso, one!.id, 'accept')])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(moves(poso, one!.id, 'attend')).rejects.toThrow(Conflict)
    expect(await taken(programme)).toBe(1)
  })
})
