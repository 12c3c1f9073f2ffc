import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codes, openRegister, type RegisterStory, who } from '../../../test/register-story.ts'
import { deriveReceipt } from '../../platform/vault/index.ts'
import { readEntries } from '../../staff/index.ts'
import { returneeRecord } from '../contents.ts'
import { returneeById } from './queries.ts'
import { changeOwnNumber, changeWishes, openOwn, registerSelf, withdrawSelf } from './register-self.ts'

let { house, sigi, alone } = {} as RegisterStory
beforeAll(async () => {
  ;({ house, sigi, alone } = await openRegister())
})
afterAll(() => house?.end())

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
