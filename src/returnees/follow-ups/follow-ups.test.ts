import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { type Officer, officerAt } from '../../../test/officers.ts'
import { everythingStored, waysToStand } from '../../../test/stored.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import { deriveReceipt, newReceipt } from '../../platform/vault/index.ts'
import { personContent } from '../contents.ts'
import { invitationsOf } from '../programmes/invitation-queries.ts'
import { invite, moveInvitation } from '../programmes/invite.ts'
import { cohortOf, insertProgramme } from '../programmes/queries.ts'
import { registerReturnee } from '../register/register-returnee.ts'
import type { Outcome } from './follow-up.ts'
import { noteContact } from './note-contact.ts'
import { dueFollowUps } from './queries.ts'

let house: SampleHouse
let sigi: Officer
/** The house as it is so many months after the programme. */
let now = Temporal.Instant.from('2026-02-02T02:00:00Z')
const later = (months: number) => {
  now = Temporal.Instant.from('2026-02-02T02:00:00Z')
    .toZonedDateTimeISO('Asia/Makassar')
    .add({ months, days: 1 })
    .toInstant()
}
beforeAll(async () => {
  house = await openSampleHouse()
  house = { ...house, clock: () => now }
  sigi = await officerAt(house, 'petugas.sigi@kabupaten.example')
})
afterAll(() => house?.end())

const today = () => String(dayOf(now))
const asSigi = <T>(work: Parameters<typeof house.db.asActor<T>>[1]) => house.db.asActor(sigi.actor, work)
const none = { turnover: null, workers: null, licensed: null, leavingAgain: null }

test('over twelve months everybody who attended is asked, and whoever was not reached stays in every count', async () => {
  const programme = await asSigi(tx =>
    insertProgramme(
      tx,
      {
        kind: 'enterprise',
        title: 'Pelatihan usaha uji',
        detail: '',
        districtCode: null,
        startsOn: '2026-02-02',
        endsOn: '2026-02-05',
        places: 10,
        conditions: [{ is: 'in', field: 'destination', values: ['BN'] }],
        state: 'open',
      },
      sigi.actor,
    ),
  )
  const receipt = await deriveReceipt(house.secret, newReceipt())
  const ids: string[] = []
  for (const name of ['Aktif', 'Berhenti', 'Menolak', 'Senyap', 'Sendiri'])
    ids.push(
      await asSigi(tx =>
        registerReturnee(
          house,
          tx,
          {
            originCode: '72.10',
            destination: 'BN',
            sector: null,
            sex: null,
            ageBand: null,
            returnedMonth: null,
            wayBack: null,
            needs: [],
            skills: [],
            wishes: [],
            consents: ['programmes'],
            ownerOfficeId: sigi.officeId,
            channel: 'staff',
            person: personContent.parse({ name }),
            words: '',
          },
          { staffId: sigi.actor.staffId, ...(name === 'Sendiri' && { receipt }) },
        ),
      ),
    )
  await asSigi(tx => invite(house, tx, sigi.actor, programme, ids))
  for (const { id } of await asSigi(tx => invitationsOf(tx, programme)))
    for (const move of ['accept', 'attend'] as const)
      await asSigi(tx => moveInvitation(house, tx, sigi.actor, id, move))

  const due = async () =>
    (await asSigi(tx => dueFollowUps(tx, today(), 500))).filter(({ returneeId }) => ids.includes(returneeId))
  const hear = async (person: number, month: number, outcome: Outcome, note = '') => {
    const at = (await due()).find(one => one.returneeId === ids[person] && one.month === month)
    if (!at) throw new Error('not due')
    await asSigi(tx =>
      noteContact(house, tx, sigi.actor.staffId, at, { outcome, way: 'phone', note, facts: none }),
    )
  }
  const cohort = async (month: number) =>
    (await asSigi(tx => cohortOf(tx, programme, today()))).find(row => row.month === month)!

  expect(await due()).toEqual([])
  expect(await cohort(3)).toMatchObject({ attended: 5, due: 0, active: 0 })

  later(3)
  expect((await due()).map(({ month }) => month)).toEqual([3, 3, 3, 3, 3])
  await hear(0, 3, 'active', 'Kenaricatatan tentang kios')
  await hear(1, 3, 'stopped')
  await hear(2, 3, 'declined')
  await hear(3, 3, 'unreachable')
  await hear(3, 3, 'unreachable')
  expect(await cohort(3)).toEqual({
    month: 3,
    attended: 5,
    due: 5,
    active: 1,
    stopped: 1,
    declined: 1,
    unreachable: 1,
    unasked: 1,
  })
  // The one nobody reached and the one nobody asked are still to be asked.
  expect((await due()).map(({ returneeId, attempts }) => [ids.indexOf(returneeId), attempts]).sort()).toEqual(
    [
      [3, 2],
      [4, 0],
    ],
  )

  // With the number the person tells it alone; a note is sealed, and another number opens nothing of it.
  const asBearer = <T>(lookup: Buffer, work: Parameters<typeof house.db.asReporter<T>>[1]) =>
    house.db.asReporter(lookup.toString('hex'), work)
  const own = await asBearer(receipt.lookup, tx => dueFollowUps(tx, today(), 10))
  expect(own.map(({ returneeId, month }) => [ids.indexOf(returneeId), month])).toEqual([[4, 3]])
  const stranger = await deriveReceipt(house.secret, newReceipt())
  expect(await asBearer(stranger.lookup, tx => dueFollowUps(tx, today(), 10))).toEqual([])
  const told = { outcome: 'active', way: 'link', note: 'Kenarikabar dari rumah', facts: none } as const
  await expect(asBearer(stranger.lookup, tx => noteContact(house, tx, null, own[0]!, told))).rejects.toThrow()
  await asBearer(receipt.lookup, tx => noteContact(house, tx, null, own[0]!, told))
  expect(await cohort(3)).toMatchObject({ active: 2, unreachable: 1, unasked: 0 })
  const stored = await everythingStored(house)
  for (const word of ['Kenaricatatan tentang kios', 'Kenarikabar dari rumah'])
    expect(waysToStand(word).filter(way => stored.includes(way))).toEqual([])

  // Reached at last: an answer counts before any silence, and a later silence does not take it back.
  await hear(3, 3, 'active')
  expect(await cohort(3)).toMatchObject({ active: 3, unreachable: 0 })

  later(6)
  expect(await cohort(6)).toMatchObject({ due: 5, active: 0, declined: 1, unasked: 4 })
  later(12)
  expect((await due()).map(({ month }) => month)).toEqual([6, 6, 6, 6, 12, 12, 12, 12])
  await hear(0, 12, 'active')
  const last = await cohort(12)
  expect(last.due).toBe(last.active + last.stopped + last.declined + last.unreachable + last.unasked)
  expect(last).toMatchObject({ due: 5, active: 1, declined: 1, unasked: 3 })
})

test('the counts for planners are those of the rows, and nobody unreached is left out of them', async () => {
  const states = await house.db.asJob(tx => tx.selectFrom('programme_invitations').select('state').execute())
  const attended = states.filter(({ state }) => state === 'attended').length
  const counted = await asSigi(tx =>
    tx
      .selectFrom('published_returnee_programmes')
      .select(({ fn }) => [
        fn.sum<number>('invited').as('invited'),
        fn.sum<number>('attended').as('attended'),
        fn.sum<number>('due_3').as('due'),
        fn.sum<number>('active_3').as('active'),
        fn.sum<number>('unreached').as('unreached'),
      ])
      .executeTakeFirstOrThrow(),
  )
  expect([counted.invited, counted.attended].map(Number)).toEqual([states.length, attended])
  expect(Number(counted.unreached)).toBeGreaterThan(0)
  expect(Number(counted.active)).toBeLessThan(Number(counted.due))
})

test('planners of another office find no district but their own by name, and the public nothing', async () => {
  const districts = (work: typeof house.db.asPublic) =>
    work(tx => tx.selectFrom('published_returnee_programmes').select('district').distinct().execute())
  const named = (await districts(work => house.db.asActor(house.as('poso@kabupaten.example'), work))).map(
    ({ district }) => district,
  )
  expect(named).toContain(null)
  expect(named.filter(code => code !== null && code !== '72.02')).toEqual([])
  expect(await districts(house.db.asPublic)).toEqual([])
})
