import type { House } from '../../../platform/house.ts'
import type { Actor } from '../../../staff/index.ts'
import { carryOut } from './carry-out.ts'
import { prepare } from './prepare.ts'
import { importById } from './queries.ts'
import { type GivenList, sheetsOf, takeList } from './start-import.ts'

/**
 * Takes a list in and carries it out as its layout is guessed, without anybody looking: for lists that came with the program.
 * @throws Error when the file cannot be read or nothing of it fits
 */
export const putInPlace = async (
  house: House,
  actor: Actor,
  given: GivenList,
  bytes: Uint8Array,
): Promise<void> => {
  const taken = await takeList(house, given, bytes)
  if (!taken.ok) throw new Error(`${given.fileName}: ${taken.reason}`)
  await house.db.asActor(actor, async tx => {
    const id = await taken.keep(tx, actor)
    const draft = (await importById(tx, id))!
    const sheets = await sheetsOf(house, draft.gridKey)
    const { fingerprint } = await prepare(tx, draft, sheets)
    await carryOut(tx, actor, id, sheets, fingerprint)
  })
}
