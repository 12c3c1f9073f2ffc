import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { samplePdf } from './sample-pdf.ts'
import { sampleSounds } from './sample-sounds.ts'

/** Stands in the metadata of each file, and nowhere in what a viewer is to see or hear. */
export const maker = 'Budi Pembuat Berkas'

/** One sound file of each kind, with metadata that tells of its maker. */
export const sampleFiles = async (): Promise<Record<string, Uint8Array>> => {
  const exif = { IFD0: { Artist: maker }, IFD3: { GPSLatitude: '0/1 53/1 0/1', GPSLatitudeRef: 'S' } }
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#824' } }).withExif(exif)
  return {
    'foto.jpg': new Uint8Array(await picture.clone().jpeg().toBuffer()),
    'foto.png': new Uint8Array(await picture.clone().png().toBuffer()),
    'foto.webp': new Uint8Array(await picture.clone().webp().toBuffer()),
    'surat.pdf': samplePdf(maker),
    'surat.docx': document(),
    'suara.mp3': sound(),
    'suara.m4a': film(),
    ...(await sampleSounds(maker)),
  }
}

const document = () =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="a" Target="word/document.xml"/><Relationship Id="b" Target="docProps/core.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document><w:body><w:ins w:author="${maker}" w:date="2026-01-01T00:00:00Z"><w:t>Isi surat</w:t></w:ins></w:body></w:document>`,
    ),
    'docProps/core.xml': strToU8(`<cp:coreProperties><dc:creator>${maker}</dc:creator></cp:coreProperties>`),
  })

const sound = () => {
  const said = Buffer.from(`\0${maker}`, 'latin1')
  const frame = Buffer.concat([Buffer.from('TPE1'), be32(said.length), Buffer.alloc(2), said])
  const tag = Buffer.concat([
    Buffer.from('ID3\x03\0\0', 'latin1'),
    Buffer.from([0, 0, 0, frame.length]),
    frame,
  ])
  const beat = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413, 5)])
  const last = Buffer.concat([Buffer.from('TAG'), Buffer.from(maker.padEnd(125, ' '))])
  return new Uint8Array(Buffer.concat([tag, beat, beat, beat, last]))
}

const be32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const box = (kind: string, ...inside: Buffer[]) =>
  Buffer.concat([be32(8 + Buffer.concat(inside).length), Buffer.from(kind, 'latin1'), ...inside])

const film = () =>
  new Uint8Array(
    Buffer.concat([
      box('ftyp', Buffer.from('M4A \0\0\0\0M4A mp42', 'latin1')),
      box(
        'moov',
        box('mvhd', Buffer.alloc(100, 1)),
        box('trak', box('udta', Buffer.from(maker))),
        box('udta', box('\xa9xyz', Buffer.from(`-0.8917+119.8707/ ${maker}`))),
      ),
      box('mdat', Buffer.alloc(400, 7)),
    ]),
  )

/** A file in which a few things went wrong: bytes changed, cut off, doubled, or one kind's head on another's body. */
export const spoilt = (files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> => {
  // Unbiased: fast-check prefers small numbers, and the head of a file is not all of it.
  const share = fc.noBias(fc.nat(999_999)).map(part => part / 1_000_000)
  const one = fc.constantFrom(...files)
  const changed = fc
    .tuple(one, fc.array(fc.tuple(share, fc.nat(255)), { maxLength: 12 }))
    .map(([file, changes]) => {
      const copy = Uint8Array.from(file)
      for (const [place, value] of changes) copy[Math.floor(place * copy.length)] = value
      return copy
    })
  const cut = fc.tuple(changed, share).map(([file, part]) => file.slice(0, Math.ceil(part * file.length)))
  const grafted = fc
    .tuple(changed, changed, share)
    .map(([head, body, part]) => Uint8Array.from([...head.slice(0, Math.ceil(part * head.length)), ...body]))
  return fc.oneof(changed, cut, grafted)
}
