import { expect, test } from 'vitest'
import { newCode } from './code.ts'
import { scene, setScene, visitsOf } from './links.scenes.ts'
import { addCounts, codeLeadingTo, insertLinks, linksOfDuties, visitsByDuty } from './queries.ts'

setScene(8)

const hour = new Date('2026-03-01T10:00:00Z')
const later = new Date('2026-03-01T11:00:00Z')

test('counts add up over hours and writes', async () => {
  const { code, dutyId } = scene.links[0]!
  for (const clicks of [1, 2])
    await scene.db.asJob(tx =>
      addCounts(tx, [
        { code, hour, clicks, scans: 10, previews: 100 },
        { code, hour: later, clicks, scans: 0, previews: 0 },
      ]),
    )
  expect(await scene.db.asJob(tx => visitsByDuty(tx, [dutyId, scene.links[7]!.dutyId]))).toEqual([
    { dutyId, clicks: 6, scans: 20, previews: 200 },
  ])
})

test('counts of a code that the database does not have do not hold up the others', async () => {
  const link = scene.links[1]!
  const row = { hour, clicks: 1, scans: 0, previews: 0 }
  await scene.db.asJob(tx =>
    addCounts(tx, [
      { code: newCode(), ...row },
      { code: link.code, ...row },
    ]),
  )
  expect(await visitsOf(link)).toEqual({ clicks: 1, scans: 0, previews: 0 })
})

test('a long outage is caught up with in one write', async () => {
  const { code } = scene.links[2]!
  const hours = Array.from({ length: 20_000 }, (_, n) => new Date(hour.getTime() + n * 3_600_000))
  await scene.db.asJob(tx =>
    addCounts(
      tx,
      hours.map(hour => ({ code, hour, clicks: 1, scans: 1, previews: 0 })),
    ),
  )
  expect(await visitsOf(scene.links[2]!)).toEqual({ clicks: 20_000, scans: 20_000, previews: 0 })
})

test('a code that is taken is replaced by another when links are issued', async () => {
  const taken = scene.links[3]!
  const { dutyId, target } = scene.links[4]!
  const owner = await scene.db.ownerPool.connect()
  await owner.query('alter table links no force row level security')
  await owner.query('delete from links where duty_id = $1', [dutyId])
  await owner.query('alter table links force row level security')
  owner.release()
  await scene.db.asJob(tx => insertLinks(tx, [{ code: taken.code, dutyId, target }]))
  const found = await scene.db.asJob(tx => linksOfDuties(tx, [taken.dutyId, dutyId]))
  expect(found).toContainEqual({ dutyId: taken.dutyId, code: taken.code })
  expect(found.find(link => link.dutyId === dutyId)!.code).not.toBe(taken.code)
})

test('a page tells the code that leads to it', async () => {
  const { code, target } = scene.links[5]!
  expect(await scene.db.asPublic(tx => codeLeadingTo(tx, target))).toBe(code)
  expect(await scene.db.asPublic(tx => codeLeadingTo(tx, '/k/lain'))).toBeUndefined()
})
