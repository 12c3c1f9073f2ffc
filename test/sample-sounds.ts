import {
  AdtsOutputFormat,
  type AudioCodec,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  OggOutputFormat,
  Output,
  type OutputFormat,
  WavOutputFormat,
} from 'mediabunny'

/** A second of sound as telephones record it, in each container, with tags that tell of its maker. */
export const sampleSounds = async (maker: string): Promise<Record<string, Uint8Array>> => {
  const opusHead = Buffer.from('OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0', 'latin1')
  return {
    'suara.ogg': await sound(maker, new OggOutputFormat(), 'opus', {
      codec: 'opus',
      numberOfChannels: 1,
      sampleRate: 48_000,
      description: opusHead,
    }),
    'suara.wav': await sound(maker, new WavOutputFormat(), 'pcm-s16', {
      codec: 'pcm-s16',
      numberOfChannels: 1,
      sampleRate: 16_000,
    }),
    'suara.aac': await sound(maker, new AdtsOutputFormat(), 'aac', {
      codec: 'mp4a.40.2',
      numberOfChannels: 1,
      sampleRate: 16_000,
      description: new Uint8Array([0x14, 0x08]),
    }),
    'suara.amr': speech(maker),
  }
}

const sound = async (
  maker: string,
  format: OutputFormat,
  codec: AudioCodec,
  decoderConfig: AudioDecoderConfig,
) => {
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  output.setMetadataTags({ artist: maker, comment: '-0.8917 119.8707' })
  await output.start()
  for (let beat = 0; beat < 50; beat++) {
    const bytes =
      codec === 'opus' ? Uint8Array.from([0x48, ...Array(60).fill(beat)]) : new Uint8Array(640).fill(beat)
    await source.add(new EncodedPacket(bytes, 'key', beat * 0.02, 0.02), { decoderConfig })
  }
  await output.finalize()
  return new Uint8Array(target.buffer!)
}

/** AMR at 12.2 kbit/s, and words behind the last frame. */
const speech = (maker: string) => {
  const frame = Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31, 9)])
  const frames = Array.from({ length: 50 }, () => frame)
  return new Uint8Array(Buffer.concat([Buffer.from('#!AMR\n'), ...frames, Buffer.from(maker)]))
}
