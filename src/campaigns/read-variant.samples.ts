import jsqr from 'jsqr'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { imageSizes } from './format.ts'

export const codeIn = async (image: Uint8Array) => {
  const { data, info } = await sharp(image).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data
}

export const coloursRightOf = async (left: number, image: Uint8Array) => {
  const { width, height } = await sharp(image).metadata()
  const above = height - (height === imageSizes.story.height ? 340 : 0) - 248
  const column = await sharp(image)
    .extract({ left, top: 0, width: width - left, height: above })
    .removeAlpha()
    .raw()
    .toBuffer()
  return new Set(Array.from({ length: column.length / 3 }, (_, pixel) => column.readUIntBE(pixel * 3, 3)))
    .size
}

export const read = async (bytes: Uint8Array) => {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(pdf, { mergePages: true })
  const page = await pdf.getPage(1)
  const { width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const boxes = items.flatMap(item => ('str' in item && item.str.trim() ? [boxOf(item)] : []))
  return {
    count: pdf.numPages,
    width: Math.round(width),
    height: Math.round(height),
    text: text.replace(/\s+/g, ' '),
    boxes,
  }
}

// Two baselines of the same column closer than this share of the letters' size print over each other.
const tightest = 0.8
export const overprinted = (boxes: Box[]) =>
  boxes.filter(([left, bottom, right, top]) =>
    boxes.some(
      ([l, b, r]) =>
        b > bottom + 1 &&
        b - bottom < tightest * (top - bottom) &&
        Math.min(r, right) - Math.max(l, left) > 20,
    ),
  )

type Box = ReturnType<typeof boxOf>

// A turned word (the scan label) has its width along the page's height.
const boxOf = ({ transform, width, height }: { transform: number[]; width: number; height: number }) => {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  const turned = Math.abs(b) > Math.abs(a)
  return [x, y, x + (turned ? 0 : width), y + (turned ? width : height)] as const
}
