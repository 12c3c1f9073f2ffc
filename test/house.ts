import { rmSync } from 'node:fs'
import { loadHolidays } from '../src/complaints/index.ts'
import { loadGuidance } from '../src/offers/index.ts'
import { readConfig } from '../src/platform/config.ts'
import { type Asker, openDatabase } from '../src/platform/database/database.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { type House, openHouse } from '../src/platform/house.ts'
import { loadSample, sampleSignIns } from '../src/sample/load-sample.ts'
import { type Actor, actorOf } from '../src/staff/index.ts'
import { filledFolder } from './filled-folder.ts'

export interface SampleHouse extends House {
  as(email: string): Actor & Asker
  password(email: string): string
  end(): Promise<void>
}

/** A house with the sample province on a real database, without its web server: for tests that go below the pages. */
export const openSampleHouse = async (): Promise<SampleHouse> => {
  const folder = filledFolder('sinergi-house-')
  const engine = await startEmbedded(folder)
  const owner = openDatabase(engine.url)
  await migrate(owner.ownerPool)
  await owner.close()
  const house = await openHouse(
    readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', PUBLIC_URL: 'https://sinergi.example.go.id' }),
    engine.url,
  )
  await loadSample(house)
  await loadGuidance(house)
  await loadHolidays(house)
  const actors = await house.db.asJob(async tx => {
    const staff = await tx.selectFrom('staff').select('id').execute()
    return Promise.all(staff.map(async ({ id }) => (await actorOf(tx, id))!))
  })
  return {
    ...house,
    as: email => actors.find(actor => actor.email === email)!,
    password: email => sampleSignIns(folder).find(person => person.email === email)!.password,
    end: async () => {
      await house.jobs.stop()
      await house.db.close()
      await engine.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
