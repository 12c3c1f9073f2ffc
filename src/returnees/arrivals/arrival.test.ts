import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '../../../test/officers.ts'
import { openRegister, type RegisterStory, who } from '../../../test/register-story.ts'
import { noIdentity, reportWith } from '../../../test/sample-report.ts'
import { everythingStored, waysToStand } from '../../../test/stored.ts'
import { fileReport } from '../../complaints/report/file-report.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import { readEntries } from '../../staff/index.ts'
import { arrivalRecord, type Person } from '../contents.ts'
import { keepArrival } from './keep-arrival.ts'
import { proposeCases } from './propose-cases.ts'
import { personsOfArrival } from './queries.ts'
import { openPersons } from './read-arrival.ts'

let { house, sigi, poso } = {} as RegisterStory
beforeAll(async () => {
  ;({ house, sigi, poso } = await openRegister())
})
afterAll(() => house?.end())

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
