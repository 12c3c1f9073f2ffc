import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  keptOf,
  orderOf,
  person,
  pictureOfSomebody,
  telltale,
  withdraw,
  words,
} from '../../../test/consent-story.ts'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import { drawVariant } from '../draw-variant.ts'
import { makeMaterial, moveMaterial, startCampaign, versionsOf } from '../index.ts'
import { changeMaterial } from '../materials/write-material.ts'
import { keepConsent, sayPictured } from './keep-consent.ts'
import { consentsKept } from './queries.ts'
import { keepRecalls } from './recall.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

describe('a picture', () => {
  const author = () => house.as('humas@bp3mi.example')
  const draft = async (colour: string) => {
    const key = await house.files.put(await telltale(colour))
    return house.db.asActor(author(), async tx => {
      const material = await makeMaterial(tx, author(), 'Materi dengan gambar', words(key))
      return (await versionsOf(tx, material))[0]!
    })
  }
  const submit = (id: number) => house.db.asActor(author(), tx => moveMaterial(tx, author(), id, 'submit'))

  test('is not sent off before something is said of it', async () => {
    const version = await draft('#111111')
    await expect(submit(version.id)).rejects.toMatchObject({ key: 'consent.say-first' })
    await house.db.asActor(author(), tx => sayPictured(tx, author(), version.id, 'none', []))
    await submit(version.id)
  })

  test('is not sent off on a consent that has run out', async () => {
    const version = await draft('#121212')
    const yesterday = String(dayOf(house.clock()).subtract({ days: 1 }))
    await house.db.asActor(author(), tx =>
      keepConsent(tx, author(), version.id, { ...person, validUntil: yesterday }),
    )
    await expect(submit(version.id)).rejects.toMatchObject({ key: 'consent.say-first' })
  })

  test('once sent off cannot be changed under the one who decides, whatever the program asks', async () => {
    const version = await draft('#131313')
    await house.db.asActor(author(), tx => sayPictured(tx, author(), version.id, 'none', []))
    await submit(version.id)
    const other = await house.files.put(await telltale('#141414'))
    for (const set of [{ artwork_key: other }, { pictured: 'listed' }, { caption: 'Lain sekali' }])
      await expect(
        house.db.asActor(author(), tx =>
          tx.updateTable('material_versions').set(set).where('id', '=', version.id).execute(),
        ),
      ).rejects.toThrow(/sealed/)
  })

  test('that is replaced while it is written has to be spoken for anew; the same one is carried on', async () => {
    const version = await draft('#151515')
    const change = (content: object, seen: { number: number; edition: number }) =>
      house.db.asActor(author(), async tx => {
        const { materialId } = version
        const clash = await changeMaterial(tx, author(), materialId, seen, {
          title: 'Materi dengan gambar',
          content: { ...words(version.artwork!.key), ...content },
        })
        expect(clash).toBeUndefined()
        return (await versionsOf(tx, materialId))[0]!
      })
    await house.db.asActor(author(), tx => keepConsent(tx, author(), version.id, person))
    const same = await change({ headline: 'Judul lain' }, { number: 1, edition: 1 })
    expect(same.pictured).toBe('listed')
    const other = await house.files.put(await telltale('#161616'))
    const replaced = await change({ artwork: { ...words(other).artwork } }, { number: 1, edition: 2 })
    expect(replaced.pictured).toBeNull()
  })

  test('that was recalled cannot come back under another material', async () => {
    const { consent, version } = await pictureOfSomebody(house, {}, '#fb04fb')
    await withdraw(house, author(), consent)
    const again = await house.db.asActor(author(), async tx => {
      const id = await makeMaterial(tx, author(), 'Materi lain', words(version.artwork!.key))
      return (await versionsOf(tx, id))[0]!
    })
    await house.db.asActor(author(), tx => sayPictured(tx, author(), again.id, 'none', []))
    await expect(submit(again.id)).rejects.toMatchObject({ key: 'consent.picture-recalled' })
    expect((await drawVariant(house, await orderOf(house, again.id), 'square')).recalled).toBe(true)
  })
})

describe('the ledger', () => {
  test('is read by the office whose material it is, and by no other above or below it', async () => {
    await pictureOfSomebody(house, { who: 'Bapak Lukman' }, '#fa05fa')
    const seenBy = async (email: string) =>
      (await house.db.asActor(house.as(email), consentsKept)).map(({ who }) => who)
    expect(await seenBy('humas@bp3mi.example')).toContain('Bapak Lukman')
    for (const email of ['sigi@kabupaten.example', 'sekretaris@disnakertrans.example'])
      expect(await seenBy(email)).toEqual([])
  })

  test('an ended consent never comes back', async () => {
    const { consent, author } = await pictureOfSomebody(house, {}, '#f906f9')
    await withdraw(house, author, consent)
    await expect(withdraw(house, author, consent)).rejects.toMatchObject({ key: 'consent.ended-already' })
    await expect(
      house.db.asJob(tx =>
        tx
          .updateTable('consents')
          .set({ ended_at: null, ended_how: null })
          .where('id', '=', consent)
          .execute(),
      ),
    ).rejects.toThrow(/has ended/)
  })

  test('a consent whose last day is over ends by itself and recalls its picture', async () => {
    const today = dayOf(house.clock())
    const { version } = await pictureOfSomebody(house, { validUntil: String(today) }, '#f807f8')
    await keepRecalls(house)
    expect((await drawVariant(house, await orderOf(house, version.id), 'square')).recalled).toBeUndefined()
    const later = { ...house, clock: () => house.clock().add({ hours: 48 }) }
    await keepRecalls(later)
    expect((await drawVariant(house, await orderOf(house, version.id), 'square')).recalled).toBe(true)
    expect(await keptOf(house, version.id)).toEqual([])
  })
})

test('a campaign cannot go where somebody in the picture did not agree to', async () => {
  const { version, author } = await pictureOfSomebody(house, { channels: ['print'] }, '#ef10ef')
  const today = dayOf(house.clock())
  const start = (channel: 'print' | 'facebook') =>
    house.db.asActor(author, tx =>
      startCampaign(tx, author, {
        title: 'Hanya cetak',
        purpose: 'Poster untuk papan desa saja.',
        startsOn: today,
        endsOn: today.add({ days: 9 }),
        dueOn: today.add({ days: 5 }),
        coOwners: [],
        versions: [version.id],
        offices: [house.as('sigi@kabupaten.example').officeId],
        channels: [channel],
      }),
    )
  await expect(start('facebook')).rejects.toMatchObject({ key: 'consent.channel-beyond' })
  expect(await start('print')).toBeGreaterThan(0)
})
