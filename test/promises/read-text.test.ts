import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { pngOf } from '../../src/platform/images/intake.samples.ts'
import { readText, stopReading } from '../../src/platform/images/read-text.ts'
import { doubtfulPoster, posterOf } from '../poster.ts'

afterAll(stopReading)

const poster = await posterOf(doubtfulPoster)

/** Grain without a word in it, as a phone sees a ceiling. */
const ceiling = () => {
  const [width, height] = [4000, 3000]
  const grain = Buffer.alloc(width * height * 3)
  for (let at = 0; at < grain.length; at++) grain[at] = 150 + ((Math.imul(at, 2_654_435_761) >>> 24) % 90)
  return sharp(grain, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 99 })
    .toBuffer()
}

test('a poster is read, also when it is photographed lying and sent as a large JPEG', async () => {
  const lying = await sharp(poster).rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  for (const picture of [poster, lying]) {
    const before = performance.now()
    const reading = await readText(picture)
    console.log('read in', Math.round(performance.now() - before), 'ms')
    expect(reading).toMatchObject({ ok: true })
    expect(reading.ok && reading.text.toLowerCase()).toContain('visa ziarah dulu')
    expect(reading.ok && reading.text.toLowerCase()).toContain('paspor dipegang kantor')
  }
}, 60_000)

test('a photograph of a ceiling of many megabytes holds no text', async () => {
  const photo = await ceiling()
  console.log('ceiling of', photo.length, 'bytes')
  expect(photo.length).toBeGreaterThan(8_000_000)
  expect(await readText(photo)).toEqual({ ok: false, reason: 'no-text' })
}, 60_000)

test('a bomb, a web page and half a picture are refused by their content', async () => {
  expect(await readText(pngOf(20_000, 10_000))).toEqual({ ok: false, reason: 'too-many-pixels' })
  expect(await readText(Buffer.from('<!doctype html>'))).toEqual({ ok: false, reason: 'wrong-type' })
  expect(await readText(poster.subarray(0, 40))).toEqual({ ok: false, reason: 'broken' })
})

test('when many pictures come at once, the last ones are told to come back', async () => {
  const tiny = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const readings = await Promise.all(Array.from({ length: 12 }, () => readText(tiny)))
  expect(readings.filter(reading => !reading.ok && reading.reason === 'busy')).toHaveLength(6)
  expect(await readText(poster)).toMatchObject({ ok: true })
}, 60_000)
