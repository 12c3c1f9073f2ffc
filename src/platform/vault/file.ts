import { createHash } from 'node:crypto'
import sodium from 'sodium-native'
import { type EntryRef, placeOf } from './entry.ts'
import { Broken, randomKey } from './lock.ts'

const pieceBytes = 65_536
const {
  crypto_secretstream_xchacha20poly1305_HEADERBYTES: headerBytes,
  crypto_secretstream_xchacha20poly1305_ABYTES: extraBytes,
  crypto_secretstream_xchacha20poly1305_STATEBYTES: stateBytes,
  crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: more,
  crypto_secretstream_xchacha20poly1305_TAG_FINAL: last,
  crypto_secretstream_xchacha20poly1305_init_push: beginSealing,
  crypto_secretstream_xchacha20poly1305_push: sealPiece,
  crypto_secretstream_xchacha20poly1305_init_pull: beginOpening,
  crypto_secretstream_xchacha20poly1305_pull: openPiece,
} = sodium as unknown as SecretStream

// The published types are of an older release, whose state and tags were objects.
interface SecretStream {
  crypto_secretstream_xchacha20poly1305_HEADERBYTES: number
  crypto_secretstream_xchacha20poly1305_ABYTES: number
  crypto_secretstream_xchacha20poly1305_STATEBYTES: number
  crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: number
  crypto_secretstream_xchacha20poly1305_TAG_FINAL: number
  crypto_secretstream_xchacha20poly1305_init_push(state: Buffer, header: Buffer, key: Buffer): void
  crypto_secretstream_xchacha20poly1305_push(
    state: Buffer,
    sealed: Buffer,
    plain: Buffer,
    place: Buffer,
    tag: number,
  ): void
  crypto_secretstream_xchacha20poly1305_init_pull(state: Buffer, header: Buffer, key: Buffer): void
  crypto_secretstream_xchacha20poly1305_pull(
    state: Buffer,
    plain: Buffer,
    tag: Buffer,
    sealed: Buffer,
    place: Buffer,
  ): void
}

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface SealedFile {
  /** The caller wipes it. */
  key: Buffer
  stream: AsyncGenerator<Buffer>
  /** Hash and size of the original, once the stream has been read to its end. */
  original(): { sha256: string; bytes: number }
}

/** Encrypts a file piece by piece (secretstream); no piece can be changed, moved, left out or cut off. */
export const sealFile = (ref: EntryRef, source: Pieces): SealedFile => {
  const key = randomKey()
  const hash = createHash('sha256')
  let bytes = 0
  const stream = async function* () {
    const [state, header] = [Buffer.alloc(stateBytes), Buffer.alloc(headerBytes)]
    beginSealing(state, header, key)
    yield header
    for await (const { piece, final } of inPieces(source, pieceBytes)) {
      hash.update(piece)
      bytes += piece.length
      const sealed = Buffer.alloc(piece.length + extraBytes)
      sealPiece(state, sealed, piece, Buffer.from(placeOf(ref)), final ? last : more)
      yield sealed
    }
  }
  return { key, stream: stream(), original: () => ({ sha256: hash.copy().digest('hex'), bytes }) }
}

/** @throws Broken, naming the entry, at the first piece that does not belong or when the end is missing */
export const openFile = async function* (ref: EntryRef, source: Pieces, key: Buffer): AsyncGenerator<Buffer> {
  const place = placeOf(ref)
  const [state, tag] = [Buffer.alloc(stateBytes), Buffer.alloc(1)]
  const { header, rest } = await cutHeader(source, place)
  beginOpening(state, header, key)
  for await (const { piece, final } of inPieces(rest, pieceBytes + extraBytes)) {
    if (piece.length < extraBytes) throw new Broken(place)
    const plain = Buffer.alloc(piece.length - extraBytes)
    try {
      openPiece(state, plain, tag, piece, Buffer.from(place))
    } catch {
      throw new Broken(place)
    }
    if ((tag[0] === last) !== final) throw new Broken(place)
    yield plain
  }
}

const cutHeader = async (source: Pieces, place: string) => {
  const iterator = iterate(source)
  let held: Buffer = Buffer.alloc(0)
  while (held.length < headerBytes) {
    const { value, done } = await iterator.next()
    if (done) throw new Broken(place)
    held = Buffer.concat([held, value])
  }
  const rest = async function* () {
    yield held.subarray(headerBytes)
    yield* iterator
  }
  return { header: held.subarray(0, headerBytes), rest: rest() }
}

async function* iterate(source: Pieces): AsyncGenerator<Uint8Array> {
  yield* source
}

/** Pieces of one size; the last is shorter or as long, and says that it is the last. An empty source is one empty piece. */
async function* inPieces(source: Pieces, size: number) {
  let held: Buffer = Buffer.alloc(0)
  for await (const part of source) {
    held = Buffer.concat([held, part])
    while (held.length > size) {
      yield { piece: held.subarray(0, size), final: false }
      held = held.subarray(size)
    }
  }
  yield { piece: held, final: true }
}
