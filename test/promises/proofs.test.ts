import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawVariant } from '../../src/campaigns/draw-variant.ts'
import { attachProof } from '../../src/campaigns/duties/move-duty.ts'
import { checkProofs } from '../../src/campaigns/proofs/check-proofs.ts'
import { issuedVariant } from '../../src/campaigns/proofs/issued-variant.ts'
import { seenIn } from '../../src/campaigns/proofs/queries.ts'
import { onWall } from '../../src/campaigns/proofs/scenes.samples.ts'
import { stopReadingCodes } from '../../src/platform/images/read-codes.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

const buol = 'buol@kabupaten.example'
const tolitoli = 'tolitoli@kabupaten.example'
const morowali = 'morowali@kabupaten.example'
const reviewer = 'sekretaris@disnakertrans.example'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
  await checkProofs(house)
})
afterAll(async () => {
  await stopReadingCodes()
  await house?.end()
})

/** The duties of an office by channel. */
const dutyOf = async (email: string, channel: string) =>
  (
    await house.db.asJob(tx =>
      tx
        .selectFrom('duties')
        .select('id')
        .where('office_id', '=', house.as(email).officeId)
        .where('channel', '=', channel)
        .executeTakeFirstOrThrow(),
    )
  ).id

const variantOf = async (dutyId: number, format: 'square' | 'portrait') => {
  const order = await house.db.asJob(tx => issuedVariant(tx, house.config, dutyId))
  return (await drawVariant(house, order!, format)).bytes
}

const give = async (email: string, dutyId: number, picture: Uint8Array) => {
  const fileKey = await house.files.put(picture)
  await house.db.asActor(house.as(email), tx => attachProof(tx, house.as(email), dutyId, { fileKey }))
  await checkProofs(house)
  return (
    await house.db.asJob(tx =>
      tx
        .selectFrom('proofs')
        .select('id')
        .where('duty_id', '=', dutyId)
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow(),
    )
  ).id
}

const seenBy = async (email: string, proofId: number) =>
  (await house.db.asActor(house.as(email), tx => seenIn(tx, [proofId])))[0]

test('a picture of the own poster on a wall: the own code is read', async () => {
  const duty = await dutyOf(buol, 'facebook')
  const proof = await give(
    buol,
    duty,
    await onWall(await variantOf(duty, 'portrait'), { share: 0.3, turn: 8 }),
  )
  expect((await seenBy(reviewer, proof))?.sightings).toEqual([
    expect.objectContaining({
      kind: 'code',
      verdict: 'fits',
      owner: expect.objectContaining({ dutyId: duty, office: 'Buol' }),
    }),
  ])
})

test('the picture of another office is said to be so: the reviewer reads whose, the office itself only that it is another', async () => {
  const [own, foreign] = [
    await dutyOf(tolitoli, 'facebook'),
    await dutyOf('poso@kabupaten.example', 'facebook'),
  ]
  const proof = await give(tolitoli, own, await variantOf(foreign, 'square'))
  const [code] = (await seenBy(reviewer, proof))!.sightings
  expect(code).toMatchObject({ kind: 'code', verdict: 'foreign', owner: { dutyId: foreign, office: 'Poso' } })
  expect((await seenBy(tolitoli, proof))!.sightings[0]).toMatchObject({
    verdict: 'foreign',
    owner: undefined,
  })
})

test('a screenshot too small for the code is told by its likeness, with the distance', async () => {
  const duty = await dutyOf(morowali, 'whatsapp')
  const poster = await sharp(await variantOf(await dutyOf(morowali, 'print'), 'square'))
    .resize({ width: 240 })
    .blur(1.2)
    .toBuffer()
  const screen = await sharp({ create: { width: 240, height: 520, channels: 3, background: '#fff' } })
    .composite([{ input: poster, top: 90, left: 0 }])
    .jpeg({ quality: 50 })
    .toBuffer()
  const proof = await give(morowali, await dutyOf(morowali, 'print'), screen)
  expect((await seenBy(reviewer, proof))!.sightings).toEqual([
    expect.objectContaining({
      kind: 'likeness',
      verdict: 'fits',
      format: 'square',
      distance: expect.any(Number),
    }),
  ])
  expect(duty).not.toBe(await dutyOf(morowali, 'print'))
})

test('one photo for five duties is found for each of them, changed a little or not, and nobody sees a twin of another office', async () => {
  const photo = await sharp(
    await onWall(await variantOf(await dutyOf('donggala@kabupaten.example', 'print'), 'portrait'), {
      share: 0.12,
      blur: 4,
    }),
  ).toBuffer()
  const smaller = await sharp(photo).resize({ width: 1000 }).jpeg({ quality: 50 }).toBuffer()
  const lighter = await sharp(photo).linear(1.1, 4).jpeg({ quality: 70 }).toBuffer()
  const givers = [
    ['donggala@kabupaten.example', 'facebook', photo],
    ['donggala@kabupaten.example', 'print', smaller],
    [tolitoli, 'print', photo],
    [buol, 'print', lighter],
    ['balut@kabupaten.example', 'print', photo],
  ] as const
  const proofs: number[] = []
  for (const [email, channel, picture] of givers)
    proofs.push(await give(email, await dutyOf(email, channel), picture))
  for (const proof of proofs) expect((await seenBy(reviewer, proof))!.twins).toHaveLength(4)
  expect((await seenBy(reviewer, proofs[2]!))!.twins.map(({ kind }) => kind).toSorted()).toEqual([
    'near',
    'near',
    'same',
    'same',
  ])
  expect((await seenBy(givers[0][0], proofs[0]!))!.twins.map(({ channel }) => channel)).toEqual(['print'])
  expect((await seenBy(tolitoli, proofs[2]!))!.twins).toEqual([])
  expect(await seenBy(tolitoli, proofs[0]!)).toBeUndefined()
})

test('posters of two offices look alike and are not one photo', async () => {
  const [one, other] = [
    await dutyOf('morut@kabupaten.example', 'print'),
    await dutyOf('touna@kabupaten.example', 'print'),
  ]
  const first = await give('morut@kabupaten.example', one, await variantOf(one, 'square'))
  const second = await give('touna@kabupaten.example', other, await variantOf(other, 'square'))
  expect((await seenBy(reviewer, first))!.twins).toEqual([])
  expect((await seenBy(reviewer, second))!.twins).toEqual([])
})

test('what cannot be looked at holds up nothing, and no proof is looked at twice', async () => {
  const duty = await dutyOf('parimo@kabupaten.example', 'print')
  const proof = await give('parimo@kabupaten.example', duty, Buffer.from('no picture at all'))
  expect((await seenBy(reviewer, proof))!.sightings).toEqual([])
  expect(await checkProofs(house)).toBe(0)
})
