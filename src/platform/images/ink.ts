import sharp from 'sharp'

const width = 400
const visible = 12
const leastShare = 0.002

/**
 * Whether anything in a picture stands out against what is right around it, as letters do. The grain and the shadows of a
 * wall do not; reading them would take longer than any page of text.
 */
export const hasInk = async (bytes: Uint8Array): Promise<boolean> => {
  const small = await sharp(bytes).resize({ width }).greyscale().toColourspace('b-w').png().toBuffer()
  const [sharply, softly] = await Promise.all([
    sharp(small).raw().toBuffer(),
    sharp(small).blur(6).raw().toBuffer(),
  ])
  let standing = 0
  for (let at = 0; at < sharply.length; at++) if (Math.abs(sharply[at]! - softly[at]!) > visible) standing++
  return standing >= sharply.length * leastShare
}
