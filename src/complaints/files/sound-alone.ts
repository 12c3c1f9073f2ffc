import {
  ADTS,
  AdtsOutputFormat,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  OGG,
  OggOutputFormat,
  Output,
  WAVE,
  WavOutputFormat,
} from 'mediabunny'

const containers = {
  ogg: { input: OGG, output: () => new OggOutputFormat() },
  wav: { input: WAVE, output: () => new WavOutputFormat() },
  aac: { input: ADTS, output: () => new AdtsOutputFormat() },
}

/**
 * The packets of a sound in a new container, as they were; titles, names, places and whatever else stood beside them stay
 * behind. @throws when there is no sound in it
 */
export const soundAlone = async (kind: keyof typeof containers, bytes: Uint8Array): Promise<Uint8Array> => {
  const input = new Input({ formats: [containers[kind].input], source: new BufferSource(bytes) })
  const track = await input.getPrimaryAudioTrack()
  if (!track?.codec) throw new Error('no sound that is known')
  const target = new BufferTarget()
  const output = new Output({ format: containers[kind].output(), target })
  const sound = new EncodedAudioPacketSource(track.codec)
  output.addAudioTrack(sound)
  await output.start()
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined
  for await (const packet of new EncodedPacketSink(track).packets())
    await sound.add(packet, decoderConfig && { decoderConfig })
  await output.finalize()
  return new Uint8Array(target.buffer!)
}

/** Bytes of a frame after its first, by the type that the first one names (RFC 4867, section 5.3 and tables 1). */
const frames = {
  '#!AMR\n': [12, 13, 15, 17, 19, 20, 26, 31, 5],
  '#!AMR-WB\n': [17, 23, 32, 36, 40, 46, 50, 58, 60, 5],
}

/** AMR has no place for anything but frames: what follows the last whole one stays behind. @throws when there is none */
export const framesAlone = (bytes: Uint8Array): Uint8Array => {
  const text = Buffer.from(bytes).toString('latin1', 0, 9)
  const [head, sizes] = Object.entries(frames).find(([head]) => text.startsWith(head)) ?? []
  if (!head || !sizes) throw new Error('no AMR of one channel')
  const end = endOfFrames(bytes, head.length, sizes)
  if (end === head.length) throw new Error('no frame in it')
  return bytes.slice(0, end)
}

const endOfFrames = (bytes: Uint8Array, start: number, sizes: readonly number[]) => {
  let place = start
  while (place < bytes.length) {
    const type = (bytes[place]! >> 3) & 0x0f
    // 14 and 15: speech lost, nothing sent. The bits around the type are padding, and zero.
    const size = type >= 14 ? 0 : sizes[type]
    if (size === undefined || bytes[place]! & 0x83 || place + 1 + size > bytes.length) break
    place += 1 + size
  }
  return place
}
