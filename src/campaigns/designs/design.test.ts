import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../../platform/root.ts'
import { codeIn } from '../read-variant.samples.ts'
import { strip, wordPoster } from '../render-variant.samples.ts'
import { keyOfVariant, renderVariant } from '../render-variant.ts'
import { designNamed, designsOf } from './design.ts'

let dataDir: string
const ours = (key: string) => join(root, 'src/campaigns/designs', key)
const dropped = (key: string) => join(dataDir, 'designs', key)

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sinergi-designs-'))
  mkdirSync(join(dataDir, 'designs'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const described = (key: string, change: object) => {
  const file = join(dropped(key), 'design.json')
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }))
}

describe('a design dropped into the data folder', () => {
  it('is offered and drawn, with its own words and slots', async () => {
    cpSync(ours('ombak'), dropped('senja'), { recursive: true })
    const hall = {
      name: 'village-hall',
      kind: 'text',
      most: 40,
      label: { id: 'Balai desa', en: 'Village hall' },
      hint: { id: 'Nama balai', en: 'Its name' },
    }
    described('senja', { name: { id: 'Senja', en: 'Dusk' }, slots: ['help-hours', hall] })
    const design = designNamed(dataDir, 'senja')!
    expect(designsOf(dataDir).map(({ key }) => key)).toContain('senja')
    expect(design.slots.map(({ name }) => name)).toEqual(['help-hours', 'village-hall'])
    const { bytes } = await renderVariant({ ...wordPoster('ombak'), design }, strip, 'square')
    expect(await codeIn(bytes)).toBe(strip.linkTarget)
  })

  it('takes the place of ours when it has its name, and another key', () => {
    cpSync(ours('ombak'), dropped('ombak'), { recursive: true })
    writeFileSync(join(dropped('ombak'), 'design.typ'), '// changed')
    const changed = { ...wordPoster('ombak'), design: designNamed(dataDir, 'ombak')! }
    expect(keyOfVariant(changed, strip, 'square')).not.toBe(
      keyOfVariant(wordPoster('ombak'), strip, 'square'),
    )
  })

  it.each([
    [
      'with more points than a form takes',
      { limits: { headline: 90, points: 9, point: 120, callToAction: 80 } },
    ],
    ['without an English name', { name: { id: 'Senja' } }],
    ['with a shared slot that does not exist', { slots: ['nowhere'] }],
  ])('%s is refused by name', (_, change) => {
    cpSync(ours('ombak'), dropped('senja'), { recursive: true })
    described('senja', change)
    expect(() => designsOf(dataDir)).toThrow(/senja.design\.json/)
  })
})

describe('the designs that come with the program', () => {
  it('keep within their own limits in their examples', () => {
    for (const { key, limits, example } of designsOf(dataDir)) {
      expect([key, example.headline.length <= limits.headline]).toEqual([key, true])
      expect([key, example.points.length <= limits.points]).toEqual([key, true])
      expect([key, example.points.every(point => point.length <= limits.point)]).toEqual([key, true])
    }
  })
})
