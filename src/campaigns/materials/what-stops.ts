import type { House } from '../../platform/house.ts'
import { NotFound } from '../../platform/http/failures.ts'
import { idOf } from '../../platform/http/route.ts'
import type { StaffVisit } from '../../staff/index.ts'
import { namedOffices, sampleLink } from '../captions/read-captions.ts'
import { type TooLong, tooLong } from '../captions/too-long.ts'
import { previewLink } from '../designs/draw-example.ts'
import { type Fit, fitOf } from '../fit/look-for-misfits.ts'
import type { Version } from './material.ts'
import { materialById, versionById } from './queries.ts'

type Tools = Pick<House, 'config' | 'db' | 'files'>

/** Whether the words of a version have room with every office. */
export const fitFor = (
  house: House,
  material: { officeName: string },
  version: Version,
  look: boolean,
): Promise<Fit> =>
  fitOf(house, { version, credit: material.officeName, link: previewLink(house.config.publicUrl) }, look)

/** The captions of a version that are longer than their channel takes, with the office that makes them longest. */
export const captionsTooLong = (
  { db, config }: Tools,
  { actor }: StaffVisit,
  version: Pick<Version, 'caption' | 'captions'>,
): Promise<TooLong[]> =>
  db.asActor(actor, async tx => tooLong(version, await namedOffices(tx), sampleLink(config.publicUrl)))

/** The version that the address names. @throws NotFound when it is not of the material that the address names */
export const wantedVersion = (house: Tools, visit: StaffVisit, id: number) =>
  house.db.asActor(visit.actor, async tx => {
    const version = await versionById(tx, id)
    const material = version && (await materialById(tx, version.materialId))
    if (!material || material.id !== idOf(visit.c)) throw new NotFound()
    return { material, version: version! }
  })
