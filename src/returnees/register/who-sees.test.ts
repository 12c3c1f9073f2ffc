import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '../../../test/officers.ts'
import { openRegister, type RegisterStory } from '../../../test/register-story.ts'
import { everythingStored, waysToStand } from '../../../test/stored.ts'
import { openGuarded, readEntries } from '../../staff/index.ts'
import { personContent, returneeRecord, unpacked } from '../contents.ts'
import { returneesWithNeeds } from '../index.ts'
import { returneeById, returneesLike } from './queries.ts'

let { house, sigi, poso, registered, alone } = {} as RegisterStory
beforeAll(async () => {
  ;({ house, sigi, poso, registered, alone } = await openRegister())
})
afterAll(() => house?.end())

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
