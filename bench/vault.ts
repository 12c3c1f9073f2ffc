import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deriveReceipt, newReceipt, wipe } from '../src/platform/vault/index.ts'
import {
  holdRecord,
  type OfficeKeys,
  openOfficeKeysForSample,
  readEntries,
  writeEntry,
} from '../src/staff/index.ts'
import { openSampleHouse, type SampleHouse } from '../test/house.ts'

const reports = 300
const entries = 100
const openings = 40
const leader = 'pimpinan.sigi@kabupaten.example'
const story = Buffer.from('Ia dijanjikan gaji besar di luar negeri; paspornya diambil agen. '.repeat(25))
const identity = Buffer.from('Siti Rahmawati, 0812 0000 0000, 7271012505990001')

/**
 * Processor time of this process (the database has its own) for sealing a report with its identity, its receipt derived,
 * into the real tables; and for opening a case of 100 entries out of them. Promises S2 and the vault's tenth property.
 */
export const vault = async () => {
  const house = await openSampleHouse()
  try {
    const keys = await keysOf(house)
    await sealReports(house, 20)
    const sealing = await sealReports(house, reports)
    const deriving = await derive(house, reports)
    const record = await longCase(house)
    await openCase(house, keys, record, 3)
    const opening = await openCase(house, keys, record, openings)
    return {
      sealCpuMsPerReport: round(sealing.cpu / reports),
      ofThatReceiptCpuMs: round(deriving.cpu / reports),
      sealWallMsPerReport: round(sealing.wall / reports),
      openCpuMsPer100Entries: round(opening.cpu / openings),
      openWallMsPer100Entries: round(opening.wall / openings),
      allOpened: opening.opened === openings * entries,
    }
  } finally {
    await house.end()
  }
}

const keysOf = async (house: SampleHouse): Promise<OfficeKeys> => {
  const people = JSON.parse(readFileSync(join(house.config.dataDir, 'sample-sign-ins.json'), 'utf8'))
  const { password } = people.find((person: { email: string }) => person.email === leader)
  const { staffId, officeId } = house.as(leader)
  return (await openOfficeKeysForSample(house, [{ id: staffId, password }])).get(officeId)!
}

const sealReports = (house: SampleHouse, count: number) =>
  measured(async () => {
    for (let made = 0; made < count; made++) {
      const record = { kind: 'report', id: randomUUID() }
      const receipt = await deriveReceipt(house.secret, newReceipt())
      await house.db.asPublic(async tx => {
        await holdRecord(tx, house.secret, record, house.as(leader).officeId, receipt)
        await writeEntry(tx, house.secret, record, { kind: 'story', text: story })
        await writeEntry(tx, house.secret, record, { kind: 'identity', text: identity, guarded: true })
      })
      wipe(receipt.keyPair.secretKey)
    }
  })

const derive = (house: SampleHouse, count: number) =>
  measured(async () => {
    for (let made = 0; made < count; made++) await deriveReceipt(house.secret, newReceipt())
  })

const longCase = async (house: SampleHouse) => {
  const record = { kind: 'report', id: randomUUID() }
  const receipt = await deriveReceipt(house.secret, newReceipt())
  await house.db.asPublic(async tx => {
    await holdRecord(tx, house.secret, record, house.as(leader).officeId, receipt)
    for (let made = 0; made < entries; made++)
      await writeEntry(tx, house.secret, record, { kind: 'message', text: story })
  })
  return record
}

const openCase = async (
  house: SampleHouse,
  keys: OfficeKeys,
  record: { kind: string; id: string },
  count: number,
) => {
  let opened = 0
  const cost = await measured(async () => {
    for (let turn = 0; turn < count; turn++) {
      const read = await house.db.asActor(house.as(leader), tx => readEntries(tx, record, keys))
      opened += read.filter(({ text }) => text?.equals(story)).length
    }
  })
  return { ...cost, opened }
}

const measured = async (work: () => Promise<void>) => {
  const [cpu, start] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { cpu: (user + system) / 1000, wall: performance.now() - start }
}

const round = (figure: number) => Number(figure.toFixed(2))
