import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSampleHouse, type SampleHouse } from '../../test/house.ts'
import { type Officer, officerAt } from '../../test/officers.ts'
import { noIdentity, reportWith } from '../../test/sample-report.ts'
import { everythingStored, waysToStand } from '../../test/stored.ts'
import { fileReport } from '../complaints/report/file-report.ts'
import { dayOf } from '../platform/clock/clock.ts'
import { deriveReceipt } from '../platform/vault/index.ts'
import { openGuarded, readEntries } from '../staff/index.ts'
import { keepArrival } from './arrivals/keep-arrival.ts'
import { proposeCases } from './arrivals/propose-cases.ts'
import { personsOfArrival } from './arrivals/queries.ts'
import { openPersons } from './arrivals/read-arrival.ts'
import { arrivalRecord, type Person, personContent, returneeRecord, unpacked } from './contents.ts'
import { returneesWithNeeds } from './index.ts'
import { checkReturnees } from './likeness/check-returnees.ts'
import { judgeSame } from './likeness/judge-same.ts'
import { sameReturnees, unjudgedReturnees } from './likeness/queries.ts'
import { returneeById, returneesLike } from './register/queries.ts'
import { registerReturnee } from './register/register-returnee.ts'
import {
  changeOwnNumber,
  changeWishes,
  openOwn,
  registerSelf,
  withdrawSelf,
} from './register/register-self.ts'
import type { Codes } from './returnee.ts'

let house: SampleHouse
let sigi: Officer
let poso: Officer
beforeAll(async () => {
  house = await openSampleHouse()
  sigi = await officerAt(house, 'petugas.sigi@kabupaten.example')
  poso = await officerAt(house, 'petugas.poso@kabupaten.example')
})
afterAll(() => house?.end())

const codes: Codes = {
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
const who = (told: Partial<Person>) => personContent.parse(told)

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

describe('who may see a registered person', () => {
  test('what a person is known by and says stands nowhere readable', async () => {
    const canary = {
      name: 'Kenaripurna Pulang',
      phone: '081277700055',
      nik: '7210015505900077',
      passport: 'C7770055',
      address: 'Kenarijalan Nomor Lima',
      family: 'Kenariibu di rumah',
    }
    await alone(canary, 'Kenaricerita sendiri')
    const stored = await everythingStored(house)
    const words = [...Object.values(canary), 'Kenaricerita sendiri']
    expect(words.flatMap(word => waysToStand(word).filter(way => stored.includes(way)))).toEqual([])
    expect(stored).toContain('enterprise')
  })

  test('an office sees what it holds, with a motive, and nothing of another', async () => {
    const id = await registered(sigi, { name: 'Wahyuni Ladjupa', bornOn: '1991-02-03' })
    const record = returneeRecord(id)
    const read = (officer: Officer) =>
      officer.withKeys(keys =>
        house.db.asActor(officer.actor, async tx => {
          const [entry] = await readEntries(tx, record, keys)
          if (!entry) return [await returneeById(tx, id), await returneesLike(tx, {}, 1000)] as const
          const motive = 'menghubungi untuk pelatihan'
          return unpacked(
            personContent,
            await openGuarded(tx, house.secret, officer.actor, record, entry.id, keys, motive),
          )
        }),
      )
    expect(await read(sigi)).toMatchObject({ name: 'Wahyuni Ladjupa', bornOn: '1991-02-03' })
    const [row, others] = (await read(poso)) as readonly [unknown, { ownerOfficeId: number }[]]
    expect(row).toBeUndefined()
    expect(new Set(others.map(({ ownerOfficeId }) => ownerOfficeId))).toEqual(new Set([poso.officeId]))
    const changed = await house.db.asActor(poso.actor, tx =>
      tx.updateTable('returnees').set({ needs: [] }).where('id', '=', id).executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })

  test('programmes see codes of those who agreed only; the others see counts', async () => {
    const [yes, no] = [
      await registered(sigi, { name: 'Salma Towalu' }, { needs: ['debt'] }),
      await registered(sigi, { name: 'Dewi Rumbia' }, { needs: ['debt'], consents: ['contact'] }),
    ]
    const found = await house.db.asActor(sigi.actor, tx =>
      returneesWithNeeds(tx, { needs: ['debt'], district: '72.10' }),
    )
    const ids = found.map(({ id }) => id)
    expect([ids.includes(yes), ids.includes(no)]).toEqual([true, false])
    const counted = await house.db.asActor(poso.actor, tx =>
      tx
        .selectFrom('published_returnees')
        .select(sql<number>`sum(returnees)::int`.as('count'))
        .where('about', '=', 'all')
        .executeTakeFirstOrThrow(),
    )
    const { count } = await house.db.asJob(tx =>
      tx
        .selectFrom('returnees')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('state', '=', 'active')
        .executeTakeFirstOrThrow(),
    )
    expect(counted.count).toBe(count)
  })

  test('of another district an office finds no count by name, and the public none at all', async () => {
    await registered(sigi, { name: 'Rosma Lahay' }, { needs: ['debt'] })
    const districts = async (work: typeof house.db.asPublic) =>
      (await work(tx => tx.selectFrom('published_returnees').select('district').distinct().execute())).map(
        ({ district }) => district,
      )
    expect(await districts(work => house.db.asActor(poso.actor, work))).not.toContain('72.10')
    expect(await districts(work => house.db.asActor(sigi.actor, work))).toContain('72.10')
    expect(await districts(house.db.asPublic)).toEqual([])
  })
})

describe('a person who registers alone', () => {
  test('the same form sent twice at once is one record with one number', async () => {
    const form = randomUUID()
    const told = { ...codes, person: who({ name: 'Kartini Pakaya' }), words: '' }
    const both = await Promise.all([registerSelf(house, form, told), registerSelf(house, form, told)])
    expect(new Set(both.map(({ receipt }) => receipt)).size).toBe(1)
    expect(both.filter(({ isNew }) => isNew).length).toBe(1)
  })

  test('changes its wishes, and a new number takes the place of the old', async () => {
    const receipt = await alone({ name: 'Hasnah Pakaya' }, 'yang pertama')
    await changeWishes(house, receipt, {
      needs: ['capital', 'work'],
      skills: [],
      wishes: ['work-here'],
      consents: ['programmes'],
      words: 'yang kedua',
    })
    const own = (await openOwn(house, receipt))!
    expect([own.returnee.needs, own.words]).toEqual([['capital', 'work'], 'yang kedua'])
    const changed = (await changeOwnNumber(house, receipt))!
    expect(await openOwn(house, receipt)).toBeUndefined()
    expect((await openOwn(house, await deriveReceipt(house.secret, changed.receipt)))!.words).toBe(
      'yang kedua',
    )
  })

  test('takes itself out: the office keeps no key, no mark and no code', async () => {
    const receipt = await alone({ name: 'Marlina Sandewa', phone: '081299988877' })
    const { id } = (await openOwn(house, receipt))!.returnee
    await withdrawSelf(house, receipt)
    await withdrawSelf(house, receipt)
    const left = await sigi.withKeys(keys =>
      house.db.asActor(sigi.actor, async tx => ({
        entries: await readEntries(tx, returneeRecord(id), keys),
        row: await returneeById(tx, id),
      })),
    )
    expect(left.entries).toEqual([])
    expect(left.row).toMatchObject({ state: 'withdrawn', needs: [], consents: [] })
    const marks = await house.db.asJob(tx =>
      tx.selectFrom('returnee_marks').select('kind').where('returnee_id', '=', id).execute(),
    )
    expect(marks).toEqual([])
    expect((await openOwn(house, receipt))!.returnee.state).toBe('withdrawn')
  })
})

describe('the same person on several lists', () => {
  test('three lists with three spellings are proposed as one, and what was decided is remembered', async () => {
    const first = await registered(sigi, {
      name: 'Siti Nurhasanah Kasimbar',
      bornOn: '1987-03-09',
      phone: '0812-0000-4411',
    })
    const second = await registered(poso, { name: 'St. Noerhasanah Kasimbar', bornOn: '1987-03-09' })
    const third = await registered(sigi, { name: 'SITTI NUR HASANA KASIMBAR', phone: '+62 812 0000 4411' })
    const other = await registered(sigi, { name: 'Nurhasanah Tolana', bornOn: '1999-12-01' })
    await checkReturnees(house)
    const like = (officer: Officer, id: string) =>
      house.db.asActor(officer.actor, tx => sameReturnees(tx, id))
    expect((await like(sigi, first)).map(one => one.other).toSorted()).toEqual([second, third].toSorted())
    expect((await like(sigi, other)).filter(one => [first, second, third].includes(one.other))).toEqual([])
    // Of another office's record only that there is one; and nothing at all for whoever holds neither.
    expect((await like(sigi, first)).find(one => one.other === second)).toMatchObject({
      own: false,
      state: null,
    })
    expect(await like(poso, first)).toEqual([])
    const judge = (verdict: 'same' | 'not-same', was: 'same' | 'not-same' | null) =>
      house.db.asActor(sigi.actor, tx => judgeSame(tx, sigi.actor, third, first, verdict, was))
    await judge('same', null)
    await expect(judge('not-same', null)).rejects.toThrow('duplicates.judged-already')
    const state = async (id: string) => (await house.db.asActor(sigi.actor, tx => returneeById(tx, id)))!
    expect(await state(third)).toMatchObject({ state: 'same', sameAs: first })
    expect(await state(first)).toMatchObject({ state: 'active' })
    await judge('not-same', 'same')
    expect(await state(third)).toMatchObject({ state: 'active', sameAs: null })
    await checkReturnees(house)
    const waiting = await house.db.asActor(sigi.actor, tx => unjudgedReturnees(tx, 500))
    // Only the pair with the other office's record still waits.
    expect(waiting.find(({ id }) => id === third)?.likes).toBe(1)
    await house.db.asActor(poso.actor, tx => judgeSame(tx, poso.actor, second, first, 'not-same', null))
    expect((await like(sigi, first)).find(one => one.other === second)?.verdict).toBe('not-same')
  })
})

describe('an arrival', () => {
  const kept = (officer: Officer, person: Person) =>
    house.db.asActor(officer.actor, tx =>
      keepArrival(house, tx, officer.actor, {
        journey: {
          arrivesOn: String(dayOf(house.clock()).add({ days: 1 })),
          arrivesAt: '13:45',
          flight: 'GA 650',
          comingFrom: 'SA',
          meeterId: officer.actor.staffId,
          otherMeeter: true,
          placeKnown: true,
          onward: 'land',
        },
        plan: { meeter: 'Kenarijemput', place: 'Kenariterminal', note: '' },
        persons: [{ person, originCode: '72.10' }],
        letter: 'Kenarisurat: mohon dijemput.',
      }),
    )

  test('is seen by its office only, names behind a motive, and nothing of it stands readable', async () => {
    const id = await kept(sigi, who({ name: 'Kenaritiba Orang', passport: 'C7770066' }))
    const stored = await everythingStored(house)
    const words = ['Kenarijemput', 'Kenariterminal', 'Kenaritiba', 'C7770066', 'Kenarisurat']
    expect(words.flatMap(word => waysToStand(word).filter(way => stored.includes(way)))).toEqual([])
    const open = (officer: Officer, motive: string) =>
      officer.withKeys(keys =>
        house.db.asActor(officer.actor, tx => openPersons(house, tx, officer.actor, keys, id, motive)),
      )
    await expect(open(sigi, 'pendek')).rejects.toThrow(/motive/)
    expect((await open(sigi, 'menjemput di bandara')).persons[0]!.name).toBe('Kenaritiba Orang')
    await expect(open(poso, 'menjemput di bandara')).rejects.toThrow()
    const seen = await poso.withKeys(keys =>
      house.db.asActor(poso.actor, tx => readEntries(tx, arrivalRecord(id), keys)),
    )
    expect(seen).toEqual([])
  })

  test('proposes a case with the same telephone; of a foreign one only its number', async () => {
    const identity = { ...noIdentity, workerName: 'Ningsih Tandigau', workerPhone: '0813 5550 1234' }
    const { complaintId } = await fileReport(house, randomUUID(), reportWith({ identity, stage: 'abroad' }))
    const person = who({ name: 'NINGSIH TANDIGAU', phone: '+6281355501234' })
    const proposals = async (officer: Officer) => {
      const id = await kept(officer, person)
      return house.db.asActor(officer.actor, async tx =>
        proposeCases(tx, (await personsOfArrival(tx, id))[0]!, 'SA'),
      )
    }
    const owner = await house.db.asJob(tx =>
      tx
        .selectFrom('complaints')
        .select('owner_office_id as id')
        .where('id', '=', complaintId)
        .executeTakeFirstOrThrow(),
    )
    const [near, far] = owner.id === sigi.officeId ? [sigi, poso] : [poso, sigi]
    const own = (await proposals(near)).find(({ id }) => id === complaintId)!
    expect(own.reasons).toContain('worker-phone')
    expect(own.visible).toBe(owner.id === near.officeId)
    expect((await proposals(far)).find(({ id }) => id === complaintId)?.visible).toBe(false)
  })
})
