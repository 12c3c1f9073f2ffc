import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '../../../test/officers.ts'
import { openRegister, type RegisterStory } from '../../../test/register-story.ts'
import { returneeById } from '../register/queries.ts'
import { checkReturnees } from './check-returnees.ts'
import { judgeSame } from './judge-same.ts'
import { sameReturnees, unjudgedReturnees } from './queries.ts'

let { house, sigi, poso, registered } = {} as RegisterStory
beforeAll(async () => {
  ;({ house, sigi, poso, registered } = await openRegister())
})
afterAll(() => house?.end())

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
