import { extractText, getDocumentProxy } from 'unpdf'
import { drawKit } from '../src/campaigns/index.ts'
import { examplePoster, strip, wordDesigns } from '../src/campaigns/render-variant.samples.ts'
import { renderVariant } from '../src/campaigns/render-variant.ts'
import { openSampleHouse } from '../test/house.ts'

const rounds = 10

/**
 * Promise S6: CPU of a poster of 1080x1350 and of an A3 page with exact text, over every design; the kit of 13 offices; and
 * that what is unchanged is never drawn twice.
 */
export const variants = async () => {
  const posters = []
  const pages = []
  let heaviest = 0
  let exact = true
  for (const design of wordDesigns) {
    const poster = examplePoster(design)
    const one = (index: number) => ({ ...strip, office: `${strip.office} ${index}` })
    await renderVariant(poster, one(99), 'portrait')
    posters.push(
      await cpuOf(rounds, async index => {
        heaviest = Math.max(heaviest, (await renderVariant(poster, one(index), 'portrait')).bytes.length)
      }),
    )
    pages.push(await cpuOf(rounds, index => renderVariant(poster, one(index), 'a3')))
    const { bytes } = await renderVariant(poster, strip, 'a3')
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
    const words = [poster.headline, ...poster.points, poster.callToAction, strip.office]
    exact &&= words.every(said => text.replace(/\s+/g, ' ').includes(said))
  }
  const house = await openSampleHouse()
  try {
    const kit = () => drawKit(house, 1, async () => {})
    const first = await cpuOf(1, kit)
    const again = await kit()
    return {
      posterCpuMs: mean(posters),
      posterCpuMsOfSlowestDesign: Math.max(...posters),
      heaviestPosterKb: Math.round(heaviest / 1000),
      a3CpuMs: mean(pages),
      a3TextExact: exact,
      kitOf13OfficesCpuS: Math.round(first / 10) / 100,
      nothingDrawnTwice: again.fresh === 0,
    }
  } finally {
    await house.end()
  }
}

const cpuOf = async (times: number, work: (index: number) => Promise<unknown>) => {
  const before = process.cpuUsage()
  for (let index = 0; index < times; index++) await work(index)
  const { user, system } = process.cpuUsage(before)
  return Math.round((user + system) / 1000 / times)
}

const mean = (figures: number[]) =>
  Math.round(figures.reduce((sum, figure) => sum + figure, 0) / figures.length)
