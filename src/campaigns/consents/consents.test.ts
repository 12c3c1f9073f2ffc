import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person, pictureOfSomebody, publishedPicture, telltale, words } from '../../../test/consent-story.ts'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { contactsOf, officeById } from '../../offices/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import { drawVariant } from '../draw-variant.ts'
import { dutyById } from '../duties/queries.ts'
import { makeMaterial, moveDuty, moveMaterial, startCampaign, versionsOf } from '../index.ts'
import { versionById } from '../materials/queries.ts'
import { changeMaterial } from '../materials/write-material.ts'
import { variantByKey } from '../variant-queries.ts'
import { holdConsents } from './guard-queries.ts'
import { keepConsent, sayPictured } from './keep-consent.ts'
import { moveRemoval } from './move-removal.ts'
import { consentsKept } from './queries.ts'
import { keepRecalls, withdrawConsent } from './recall.ts'
import { removalsSeen } from './removal-queries.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const orderOf = async (versionId: number, email = 'sigi@kabupaten.example') =>
  house.db.asJob(async tx => {
    const { officeId } = house.as(email)
    return {
      version: (await versionById(tx, versionId))!,
      credit: 'BP3MI',
      office: (await officeById(tx, officeId))!,
      contacts: await contactsOf(tx, [officeId]),
      link: { text: 'x.example/t/k7qm2fa', target: 'HTTPS://X.EXAMPLE/T/K7QM2FA' },
    }
  })
const keptOf = (versionId: number) =>
  house.db.asJob(tx => tx.selectFrom('variants').selectAll().where('version_id', '=', versionId).execute())
const withdraw = (author: ReturnType<SampleHouse['as']>, consent: number) =>
  house.db.asActor(author, tx => withdrawConsent(house, tx, author, consent, 'Diminta lewat telepon'))

describe('a consent withdrawn while a picture is drawn', () => {
  test('before it is kept: nothing of it stays, neither row nor file', async () => {
    const { version, consent, author } = await pictureOfSomebody(house, {}, '#fe01fe')
    let drawnFile = ''
    const files = {
      ...house.files,
      put: async (bytes: Uint8Array) => {
        drawnFile = await house.files.put(bytes)
        await withdraw(author, consent)
        return drawnFile
      },
    }
    const drawn = await drawVariant({ ...house, files }, await orderOf(version.id), 'square')
    expect(drawn.recalled).toBe(true)
    expect(await keptOf(version.id)).toEqual([])
    expect(drawnFile).not.toBe('')
    expect(await house.files.has(drawnFile)).toBe(false)
  })

  test('at the moment it is kept: the withdrawal waits for it, and the next run forgets it', async () => {
    const { version, consent, author } = await pictureOfSomebody(house, {}, '#fd02fd')
    const steps: string[] = []
    let withdrawal: Promise<void> | undefined
    await house.db.asJob(async tx => {
      await holdConsents(tx)
      withdrawal = withdraw(author, consent).then(() => void steps.push('withdrawn'))
      await variantByKey(tx, 'a look at the database, so that the withdrawal has begun to wait')
      steps.push('kept')
    })
    await withdrawal
    expect(steps).toEqual(['kept', 'withdrawn'])
    await house.db.asJob(tx =>
      tx
        .insertInto('variants')
        .values({ key: 'late', version_id: version.id, file_key: 'f'.repeat(64), type: 'image/png', size: 1 })
        .execute(),
    )
    await keepRecalls(house)
    expect(await keptOf(version.id)).toEqual([])
  })

  test('twenty drawings against one withdrawal: after the run nothing is kept, whoever was first', async () => {
    const { version, consent, author } = await pictureOfSomebody(house, {}, '#fc03fc')
    const order = await orderOf(version.id)
    const drawings = Array.from({ length: 20 }, (_, index) =>
      drawVariant(
        house,
        { ...order, link: { ...order.link, text: `x.example/t/${index}` } },
        index % 2 ? 'square' : 'portrait',
      ),
    )
    await drawings[0]
    await withdraw(author, consent)
    await Promise.all(drawings)
    await keepRecalls(house)
    expect(await keptOf(version.id)).toEqual([])
    expect((await drawVariant(house, order, 'square')).recalled).toBe(true)
  })
})

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
    await withdraw(author(), consent)
    const again = await house.db.asActor(author(), async tx => {
      const id = await makeMaterial(tx, author(), 'Materi lain', words(version.artwork!.key))
      return (await versionsOf(tx, id))[0]!
    })
    await house.db.asActor(author(), tx => sayPictured(tx, author(), again.id, 'none', []))
    await expect(submit(again.id)).rejects.toMatchObject({ key: 'consent.picture-recalled' })
    expect((await drawVariant(house, await orderOf(again.id), 'square')).recalled).toBe(true)
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
    await withdraw(author, consent)
    await expect(withdraw(author, consent)).rejects.toMatchObject({ key: 'consent.ended-already' })
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
    expect((await drawVariant(house, await orderOf(version.id), 'square')).recalled).toBeUndefined()
    const later = { ...house, clock: () => house.clock().add({ hours: 48 }) }
    await keepRecalls(later)
    expect((await drawVariant(house, await orderOf(version.id), 'square')).recalled).toBe(true)
    expect(await keptOf(version.id)).toEqual([])
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

describe('a duty whose picture was recalled', () => {
  const shareBy = (who: ReturnType<SampleHouse['as']>, duty: number) =>
    house.db.asActor(who, tx => moveDuty(tx, who, duty, 'share'))

  test('is not shared any more, from the moment of the withdrawal on, whoever asks for it', async () => {
    const story = await publishedPicture(house, '#ee11ee')
    const duty = story.dutyOf(story.sigi.officeId, 'print').id
    await withdraw(story.author, story.consent)
    await expect(shareBy(story.sigi, duty)).rejects.toMatchObject({ key: 'duty.stopped-recalled' })
    await keepRecalls(house)
    await expect(shareBy(story.sigi, duty)).rejects.toMatchObject({ key: 'duty.stopped-recalled' })
    const seen = await house.db.asActor(story.sigi, tx => dutyById(tx, duty))
    expect(seen!.state).toBe('assigned')
  })

  test('may still be told of when it was out already, and is taken down like the others', async () => {
    const story = await publishedPicture(house, '#ee12ee')
    const duty = story.dutyOf(story.sigi.officeId, 'print').id
    await withdraw(story.author, story.consent)
    await keepRecalls(house)
    await house.db.asActor(story.sigi, tx => moveDuty(tx, story.sigi, duty, 'declare'))
    await keepRecalls(house)
    const removals = await house.db.asActor(story.sigi, removalsSeen)
    expect(removals.filter(({ dutyId }) => dutyId === duty).map(({ state }) => state)).toEqual(['told'])
  })

  test('nor is one whose material is no longer valid', async () => {
    const story = await publishedPicture(house, '#ee13ee')
    const duty = story.dutyOf(story.sigi.officeId, 'print').id
    await house.db.asJob(tx =>
      tx
        .updateTable('duties')
        .set({ stopped_at: new Date(), stopped_why: 'ended' })
        .where('id', '=', duty)
        .execute(),
    )
    await expect(shareBy(story.sigi, duty)).rejects.toMatchObject({ key: 'duty.stopped-ended' })
  })
})

describe('a removal', () => {
  test('goes from told to confirmed, by those whose it is, and is asked for again with a note', async () => {
    const story = await publishedPicture(house, '#f708f7')
    await withdraw(story.author, story.consent)
    await keepRecalls(house)
    const duty = story.dutyOf(story.sigi.officeId, 'facebook')
    const removal = (await house.db.asJob(removalsSeen)).find(({ dutyId }) => dutyId === duty.id)!
    const move = (who: ReturnType<SampleHouse['as']>, name: Parameters<typeof moveRemoval>[4], given = {}) =>
      house.db.asActor(who, tx => moveRemoval(house, tx, who, removal.id, name, given))
    await expect(move(story.poso, 'declare')).rejects.toThrow()
    await expect(move(story.author, 'declare')).rejects.toThrow()
    await move(story.sigi, 'declare')
    await move(story.author, 'return', { note: 'Masih tampak di halaman' })
    await move(story.sigi, 'prove', { proof: { url: 'https://www.facebook.com/x/posts/1' } })
    await expect(move(story.sigi, 'confirm')).rejects.toThrow()
    await move(story.author, 'confirm')
    await expect(move(story.sigi, 'prove')).rejects.toMatchObject({ key: 'removal.changed-meanwhile' })
    const [seen] = (await house.db.asActor(story.sigi, removalsSeen)).filter(({ id }) => id === removal.id)
    expect(seen!.state).toBe('confirmed')
  })

  test('that is late is told once more, to the leaders too, and never twice', async () => {
    const at = (text: string) => ({ ...house, clock: () => Temporal.Instant.from(text) })
    const story = await publishedPicture(house, '#f609f6')
    await withdraw(story.author, story.consent)
    const lettersOf = async () =>
      (await house.db.asJob(tx => tx.selectFrom('removal_letters').select('kind').execute())).map(
        ({ kind }) => kind,
      )
    await keepRecalls(at('2030-06-03T02:00:00Z'))
    const told = (await lettersOf()).filter(kind => kind === 'late').length
    await keepRecalls(at('2030-06-06T02:00:00Z'))
    const late = (await lettersOf()).filter(kind => kind === 'late').length
    expect(late).toBeGreaterThan(told)
    await keepRecalls(at('2030-06-06T02:01:00Z'))
    expect((await lettersOf()).filter(kind => kind === 'late').length).toBe(late)
  })
})
