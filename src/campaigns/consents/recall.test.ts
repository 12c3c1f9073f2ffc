import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  keptOf,
  orderOf,
  person,
  pictureOfSomebody,
  publishedPicture,
  withdraw,
} from '../../../test/consent-story.ts'
import { openSampleHouse, type SampleHouse } from '../../../test/house.ts'
import { keyOf } from '../../platform/files/store.ts'
import { drawVariant } from '../draw-variant.ts'
import { dutyById } from '../duties/queries.ts'
import { moveDuty } from '../index.ts'
import { variantByKey } from '../variant-queries.ts'
import { holdConsents } from './guard-queries.ts'
import { keepConsent } from './keep-consent.ts'
import { keepUnlessRecalled } from './keep-variant.ts'
import { moveRemoval } from './move-removal.ts'
import { consentsOfVersion } from './queries.ts'
import { keepRecalls } from './recall.ts'
import { removalsSeen } from './removal-queries.ts'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.end())

const pretended = (versionId: number) => ({
  key: crypto.randomUUID(),
  versionId,
  bytes: new TextEncoder().encode(crypto.randomUUID()),
  type: 'image/png' as const,
})

describe('a consent withdrawn while a picture is drawn', () => {
  test.each([0, 1])('before step %i of keeping it: nothing of it stays, neither row nor file', async step => {
    const { version, consent, author } = await pictureOfSomebody(house, {}, `#fe01f${step}`)
    let steps = 0
    const asJob: SampleHouse['db']['asJob'] = async work => {
      if (steps++ === step) await withdraw(house, author, consent)
      return house.db.asJob(work)
    }
    const made = pretended(version.id)
    expect(await keepUnlessRecalled({ ...house, db: { ...house.db, asJob } }, made)).toBe(false)
    expect(steps).toBe(step + 1)
    await keepRecalls(house)
    expect(await keptOf(house, version.id)).toEqual([])
    expect(await house.files.has(keyOf(made.bytes))).toBe(false)
  })

  test('at the moment it is kept: the withdrawal waits for it, and the next run forgets it', async () => {
    const { version, consent, author } = await pictureOfSomebody(house, {}, '#fd02fd')
    const steps: string[] = []
    let withdrawal: Promise<void> | undefined
    await house.db.asJob(async tx => {
      await holdConsents(tx)
      withdrawal = withdraw(house, author, consent).then(() => void steps.push('withdrawn'))
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
    expect(await keptOf(house, version.id)).toEqual([])
  })

  test('twenty drawings against one withdrawal: after the run nothing is kept, whoever was first', async () => {
    const { version, consent, author } = await pictureOfSomebody(house, {}, '#fc03fc')
    const order = await orderOf(house, version.id)
    const drawings = Array.from({ length: 20 }, (_, index) =>
      drawVariant(
        house,
        { ...order, link: { ...order.link, text: `x.example/t/${index}` } },
        index % 2 ? 'square' : 'portrait',
      ),
    )
    await drawings[0]
    await withdraw(house, author, consent)
    await Promise.all(drawings)
    await keepRecalls(house)
    expect(await keptOf(house, version.id)).toEqual([])
    expect((await drawVariant(house, order, 'square')).recalled).toBe(true)
  })
})

describe('a process cut off while it keeps a picture', () => {
  test('leaves no file without a row, and the next drawing is kept', async () => {
    const { version } = await pictureOfSomebody(house, {}, '#fe21fe')
    const cut = (put: SampleHouse['files']['put']) => ({ ...house, files: { ...house.files, put } })
    const beforeFile = cut(() => Promise.reject(new Error('cut off')))
    const afterFile = cut(async bytes => {
      await house.files.put(bytes)
      throw new Error('cut off')
    })
    for (const broken of [beforeFile, afterFile]) {
      const made = pretended(version.id)
      await expect(keepUnlessRecalled(broken, made)).rejects.toThrow('cut off')
      expect((await keptOf(house, version.id)).map(row => row.file_key)).toContain(keyOf(made.bytes))
      expect(await keepUnlessRecalled(house, made)).toBe(true)
      expect(await house.files.has(keyOf(made.bytes))).toBe(true)
    }
    expect(await keptOf(house, version.id)).toHaveLength(2)
  })

  test('and whose picture comes out otherwise the next time: the row tells of the file that is there', async () => {
    const { version } = await pictureOfSomebody(house, {}, '#fe22fe')
    const [first, second] = [pretended(version.id), pretended(version.id)]
    const put = () => Promise.reject(new Error('cut off'))
    await expect(keepUnlessRecalled({ ...house, files: { ...house.files, put } }, first)).rejects.toThrow(
      'cut off',
    )
    await keepUnlessRecalled(house, { ...second, key: first.key })
    expect((await keptOf(house, version.id)).map(row => row.file_key)).toEqual([keyOf(second.bytes)])
  })
})

describe('two consents of one picture withdrawn at once', () => {
  test('leave nothing half done, with the house at work from two processes', async () => {
    const story = await publishedPicture(house, '#fe23fe')
    await house.db.asActor(story.author, tx =>
      keepConsent(tx, story.author, story.version.id, { ...person, who: 'Bapak Rahman' }),
    )
    const both = await house.db.asJob(tx =>
      tx
        .selectFrom('version_consents')
        .select('consent_id')
        .where('version_id', '=', story.version.id)
        .execute(),
    )
    expect(both).toHaveLength(2)
    const kept = await drawVariant(house, await orderOf(house, story.version.id), 'square')
    expect(kept.recalled).toBeUndefined()
    const files = (await keptOf(house, story.version.id)).map(row => row.file_key)
    await Promise.all([
      ...both.map(({ consent_id }) => withdraw(house, story.author, consent_id)),
      keepRecalls(house),
      keepRecalls(house),
    ])
    await Promise.all([keepRecalls(house), keepRecalls(house)])
    const { consents, removals, letters, duties } = await house.db.asJob(async tx => ({
      consents: await consentsOfVersion(tx, story.version.id),
      removals: (await removalsSeen(tx)).filter(({ versionId }) => versionId === story.version.id),
      letters: await tx.selectFrom('removal_letters').selectAll().execute(),
      duties: await tx
        .selectFrom('duties')
        .select(['state', 'stopped_why'])
        .where('version_id', '=', story.version.id)
        .execute(),
    }))
    expect(consents.map(({ endedHow, recalledAt }) => [endedHow, recalledAt !== null])).toEqual([
      ['withdrawn', true],
      ['withdrawn', true],
    ])
    expect(await keptOf(house, story.version.id)).toEqual([])
    for (const file of files) expect(await house.files.has(file)).toBe(false)
    expect(removals.map(({ officeId }) => officeId).sort()).toEqual(
      [story.sigi.officeId, story.poso.officeId].sort(),
    )
    const told = letters.filter(
      ({ kind, removal_id }) => kind === 'told' && removals.some(({ id }) => id === removal_id),
    )
    expect(told).toHaveLength(new Set(told.map(row => `${row.staff_id} ${row.removal_id}`)).size)
    expect(new Set(told.map(row => row.removal_id)).size).toBe(2)
    expect(duties.filter(row => row.state !== 'accepted' && row.stopped_why !== 'recalled')).toEqual([])
  })
})

describe('a duty whose picture was recalled', () => {
  const shareBy = (who: ReturnType<SampleHouse['as']>, duty: number) =>
    house.db.asActor(who, tx => moveDuty(tx, who, duty, 'share'))

  test('is not shared any more, from the moment of the withdrawal on, whoever asks for it', async () => {
    const story = await publishedPicture(house, '#ee11ee')
    const duty = story.dutyOf(story.sigi.officeId, 'print').id
    await withdraw(house, story.author, story.consent)
    await expect(shareBy(story.sigi, duty)).rejects.toMatchObject({ key: 'duty.stopped-recalled' })
    await keepRecalls(house)
    await expect(shareBy(story.sigi, duty)).rejects.toMatchObject({ key: 'duty.stopped-recalled' })
    const seen = await house.db.asActor(story.sigi, tx => dutyById(tx, duty))
    expect(seen!.state).toBe('assigned')
  })

  test('may still be told of when it was out already, and is taken down like the others', async () => {
    const story = await publishedPicture(house, '#ee12ee')
    const duty = story.dutyOf(story.sigi.officeId, 'print').id
    await withdraw(house, story.author, story.consent)
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
    await withdraw(house, story.author, story.consent)
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
    await withdraw(house, story.author, story.consent)
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
