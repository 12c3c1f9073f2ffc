import { fileTypeFromBuffer } from 'file-type'
import { expect, test } from 'vitest'
import { canvas, drawing, pngOf } from './intake.samples.ts'
import { acceptImage, type Terms } from './intake.ts'

const terms: Terms = { maxBytes: 20_000_000, allow: ['svg'] }

const logoPicture = await canvas().png().toBuffer()

test('an SVG becomes a PNG of the wished side', async () => {
  const prolog =
    '\uFEFF<?xml version="1.0"?>\n<!-- logo -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
  const logo = Buffer.concat([
    Buffer.from(prolog),
    drawing(
      `<defs><linearGradient id="g"/></defs><style>.a{fill:url(#g)}</style><use href="#g"/><image width="9" height="9"
        xlink:href="data:image/png;base64,${logoPicture.toString('base64')}"/><rect class="a" width="9" height="9"/>`,
    ),
  ])
  const intake = await acceptImage(logo, { ...terms, to: { maxSide: 600 } })
  expect(intake).toMatchObject({ ok: true, image: { type: 'png', width: 600, height: 400 } })
  expect(intake.ok && (await fileTypeFromBuffer(intake.image.bytes))?.mime).toBe('image/png')
})

test.each([
  ['script', '<script>alert(1)</script>'],
  ['script under a prefix', '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'],
  ['handler', '<rect onload="alert(1)"/>'],
  ['handler after a slash', '<rect/onclick=alert(1) />'],
  ['handler after a quote', '<rect id="a"onclick="alert(1)"/>'],
  ['foreign object', '<foreignObject><p>x</p></foreignObject>'],
  ['outside picture', '<image href="https://example.com/a.png"/>'],
  ['file', '<image xlink:href="file:///etc/passwd"/>'],
  ['relative file', "<image href='logo.png'/>"],
  ['outside use', '<use href="other.svg#a"/>'],
  ['script link', '<a href="javascript:alert(1)"><rect/></a>'],
  ['script link in numbers', '<a href="&#106;avascript:alert(1)"><rect/></a>'],
  ['style from outside', '<style>@import "https://example.com/a.css";</style>'],
  ['fill from outside', '<rect style="fill:url(https://example.com/a#b)"/>'],
  ['fill in numbers', '<rect style="fill:u&#114;l(https://example.com/a#b)"/>'],
  ['escaped style', '<style>a{fill:\\75rl(https://example.com)}</style>'],
  ['SVG in an SVG', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
  ['inclusion', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="#a"/>'],
])('an SVG with %s is unsafe', async (_, inner) => {
  expect(await acceptImage(drawing(inner), terms)).toEqual({ ok: false, reason: 'unsafe-svg' })
})

test.each([
  '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
  '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
  '<?xml-stylesheet href="https://example.com/a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>',
])('an SVG with entities or a style sheet in front is unsafe: %s', async text => {
  expect(await acceptImage(Buffer.from(text), terms)).toEqual({ ok: false, reason: 'unsafe-svg' })
})

test('an SVG that is huge, or carries a huge picture, is refused', async () => {
  const carried = `<image href="data:image/png;base64,${pngOf(20_000, 10_000).toString('base64')}"/>`
  for (const bytes of [
    drawing(carried),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="9"/>'),
  ])
    expect(await acceptImage(bytes, terms)).toEqual({ ok: false, reason: 'too-many-pixels' })
})

test('an SVG that multiplies itself a billion times is given up', async () => {
  const level = (at: number) => `<g id="l${at}">${`<use href="#l${at - 1}"/>`.repeat(10)}</g>`
  const levels = Array.from({ length: 9 }, (_, index) => level(index + 1)).join('')
  const laughs = drawing(`<defs><rect id="l0" width="9" height="9"/>${levels}</defs><use href="#l9"/>`)
  expect(await acceptImage(laughs, terms)).toEqual({ ok: false, reason: 'broken' })
})

test.each([
  '<!---->',
  '<!DOCTYPE ',
  '<?a?>',
  ' onx',
  ' href="',
  "url('",
  '<script:',
  '&#1',
  '<!--',
  'data:image/png;base64,',
])('five megabytes of %j are answered at once', async piece => {
  const before = performance.now()
  for (const front of ['', '<svg ', '<svg>'])
    expect((await acceptImage(Buffer.from(front + piece.repeat(4_900_000 / piece.length)), terms)).ok).toBe(
      false,
    )
  expect(performance.now() - before).toBeLessThan(10_000)
})

test('an SVG that is not well formed, or not UTF-8, is broken', async () => {
  for (const bytes of [drawing('<rect'), Buffer.concat([drawing('<text>'), Buffer.from([0xff, 0xfe])])])
    expect(await acceptImage(bytes, terms)).toEqual({ ok: false, reason: 'broken' })
})
