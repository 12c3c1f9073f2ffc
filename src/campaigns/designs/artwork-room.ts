import sharp from 'sharp'
import type { MessageKey, Values } from '../../platform/i18n/messages.ts'

/**
 * Why a finished picture cannot stand beside the office strip, or undefined. The strip is never laid over a picture, so what
 * counts is how much of the picture remains to be seen, or how small it gets, in the room that the strip leaves free.
 */
export const noRoomFor = async (
  bytes: Uint8Array,
  fit: 'cover' | 'contain',
): Promise<[MessageKey, Values] | undefined> => {
  const { autoOrient } = await sharp(bytes).metadata()
  const { width, height } = autoOrient
  if (Math.min(width, height) < leastSide) return ['artwork.too-few-pixels', { least: leastSide }]
  const share = Math.min(...rooms.map(room => shareSeen(width / height, room)))
  if (share >= leastShare) return undefined
  return [
    fit === 'cover' ? 'artwork.cut-too-much' : 'artwork.too-narrow',
    { percent: Math.round(share * 100) },
  ]
}

const leastSide = 600
const leastShare = 0.5

// Width to height of what the strip leaves: of a square picture, of a portrait, of a page of the A series.
const rooms = [1080 / 828, 1080 / 1098, 1080 / 1275]

// The same for both ways: cut to fill the room, or the part of the room that the whole picture fills.
const shareSeen = (picture: number, room: number) => Math.min(picture / room, room / picture)
