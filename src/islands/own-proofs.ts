import { clearShelf, type Kept, remove, waiting } from './kept-shelf.ts'

/** Proofs of duties that wait on this device, each sealed and marked with its officer; and the kit that is kept beside them. */
export const proofShelf = 'sinergi-tugas'

export const ownProofs = async (officer: string | undefined): Promise<[IDBValidKey, Kept][]> => {
  const all = await waiting(proofShelf).catch((): [IDBValidKey, Kept][] => [])
  return all.filter(([, { owner }]) => owner === officer)
}

/** What another officer left here goes: it waits for nobody but whoever took it. */
export const dropOthers = async (officer: string | undefined) => {
  const all = await waiting(proofShelf).catch((): [IDBValidKey, Kept][] => [])
  for (const [key, { owner }] of all) if (owner !== officer) await remove(key, proofShelf).catch(() => {})
}

/** Everything of duties, off this device. */
export const leaveNothing = async () => {
  clearShelf(proofShelf)
  if (self.caches) await caches.delete(proofShelf).catch(() => {})
}
