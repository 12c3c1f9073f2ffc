import type { House } from '../../platform/house.ts'
import { hexOf, type Model, markOf, nearest } from '../../platform/images/likeness.ts'
import { readCodes } from '../../platform/images/read-codes.ts'
import { drawVariant, type VariantOrder } from '../draw-variant.ts'
import { type ImageFormat, imageSizes } from '../format.ts'
import { type IssuedOrder, issuedVariant } from './issued-variant.ts'
import { dutiesOfCodes, insertCheck, pairTwins, type UncheckedProof, uncheckedProofs } from './queries.ts'
import {
  checkVersion,
  codePattern,
  lookAtAddress,
  mostApart,
  plainAddress,
  type Sighting,
} from './sighting.ts'

type Tools = Pick<House, 'db' | 'files' | 'config' | 'log'>

interface Look {
  sightings: Sighting[]
  mark?: string | undefined
  address?: string
}

const atOnce = 20

/**
 * Looks at every proof that no machine has looked at. One that cannot be looked at is written down as looked at with nothing seen, so
 * that it holds up no other.
 * @returns how many
 */
export const checkProofs = async (house: Tools): Promise<number> => {
  const waiting = await house.db.asJob(tx => uncheckedProofs(tx, checkVersion, atOnce))
  for (const proof of waiting) {
    const look = await lookAt(house, proof).catch((error): Look => {
      house.log.error({ err: error, proof: proof.id }, 'proof not checked')
      return { sightings: [] }
    })
    await house.db.asJob(async tx => {
      const { mark, address, sightings } = look
      const check = { proofId: proof.id, version: checkVersion, mark, address }
      if (await insertCheck(tx, check, sightings)) await pairTwins(tx, proof.id)
    })
  }
  return waiting.length < atOnce ? waiting.length : waiting.length + (await checkProofs(house))
}

const lookAt = async (house: Tools, proof: UncheckedProof): Promise<Look> => {
  const { url, fileKey, channel } = proof
  if (url) return { sightings: [lookAtAddress(url, channel)], address: plainAddress(url) }
  const bytes = fileKey && (await house.files.get(fileKey))
  return bytes ? lookAtPicture(house, proof, bytes) : { sightings: [] }
}

const lookAtPicture = async (house: Tools, { dutyId }: UncheckedProof, bytes: Uint8Array): Promise<Look> => {
  const order = await house.db.asJob(tx => issuedVariant(tx, house.config, dutyId))
  if (!order) return { sightings: [] }
  const read = await codesIn(house, bytes, order)
  const like = await nearest(bytes, await modelsOf(house, order))
  const mark = await markOf(bytes, 16)
  return {
    sightings: like && like.distance <= mostApart ? [...read, likeness(like)] : read,
    mark: mark === undefined ? undefined : hexOf(mark, 16),
  }
}

/** Where the own code is read, others beside it say nothing: many posters hang on one wall. */
const codesIn = async (
  { db }: Tools,
  bytes: Uint8Array,
  { duty, code }: IssuedOrder,
): Promise<Sighting[]> => {
  const texts = await readCodes(bytes, new RegExp(`/t/${code}$`))
  const codes = texts.flatMap(text => codePattern.exec(text)?.[1]?.toUpperCase() ?? [])
  const owners = await db.asJob(tx => dutiesOfCodes(tx, codes))
  const own = owners.filter(({ dutyId }) => dutyId === duty.id)
  return (own.length > 0 ? own : owners).map(owner => ({
    kind: 'code',
    verdict: own.length > 0 ? 'fits' : 'foreign',
    ...owner,
  }))
}

const likeness = ({ name, distance }: { name: string; distance: number }): Sighting => ({
  kind: 'likeness',
  verdict: 'fits',
  format: name as ImageFormat,
  distance,
})

/** What the duty's office was given to publish. */
const modelsOf = async (house: Tools, order: VariantOrder): Promise<Model[]> => {
  const models: Model[] = []
  for (const [name, { width, height }] of Object.entries(imageSizes)) {
    const { bytes } = await drawVariant(house, order, name as ImageFormat)
    const mark = await markOf(bytes, 8)
    if (mark !== undefined) models.push({ name, mark, shape: width / height })
  }
  return models
}
