import type { House } from '../../platform/house.ts'
import { thumbnail } from '../../platform/images/intake.ts'
import type { Recap } from './recap.ts'

/** As many photographs as an annex shows; the others are in the program. */
export const mostPictures = 120

/** Small pictures of the photographs in the annex, by the key of the file. */
export const picturesFor = async (
  { files }: Pick<House, 'files'>,
  recap: Recap,
): Promise<Record<string, Uint8Array>> => {
  const keys = new Set(recap.offices.flatMap(({ proofs }) => proofs.flatMap(({ fileKey }) => fileKey ?? [])))
  const pictures: Record<string, Uint8Array> = {}
  for (const key of [...keys].slice(0, mostPictures)) {
    const bytes = await files.get(key)
    if (bytes) pictures[key] = await thumbnail(bytes, 320)
  }
  return pictures
}
