import { createHash, randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { openFile, sealFile } from '../../platform/vault/index.ts'
import { writeEntry } from '../../staff/index.ts'
import { type Content, caseRecord, packed } from '../contents.ts'
import type { Accepted } from './accept-file.ts'

export type StoredFile = Content<'file'>

/** A file, sealed and on the disk; nothing tells yet where it belongs. */
export const sealToStore = async (
  { files }: Pick<House, 'files'>,
  complaintId: string,
  file: Accepted,
  from: StoredFile['from'],
): Promise<StoredFile> => {
  const { name, type, bytes, copy } = file
  return {
    name,
    type,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    original: await sealed(files, complaintId, bytes),
    ...(copy && {
      copy: { ...(await sealed(files, complaintId, copy.bytes)), type: copy.type, bytes: copy.bytes.length },
    }),
    from,
  }
}

/** Writes into the case that the file is there; whoever reads the entry can open it. */
export const writeFileEntry = (
  tx: Tx,
  { secret }: Pick<House, 'secret'>,
  complaintId: string,
  file: StoredFile,
  authorId?: string,
) =>
  writeEntry(tx, secret, caseRecord(complaintId), {
    kind: 'file',
    text: packed('file', file),
    ...(authorId && { authorId }),
  })

/** @throws Broken when a byte of it was changed, or it belongs to another case */
export const openStored = async (
  { files }: Pick<House, 'files'>,
  complaintId: string,
  { stored, key, id }: { stored: string; key: string; id: string },
): Promise<Buffer | undefined> => {
  const bytes = await files.get(stored)
  if (!bytes) return undefined
  const pieces: Buffer[] = []
  for await (const piece of openFile(placeOf(complaintId, id), [bytes], Buffer.from(key, 'base64')))
    pieces.push(piece)
  return Buffer.concat(pieces)
}

const sealed = async (files: House['files'], complaintId: string, bytes: Uint8Array) => {
  const id = randomUUID()
  const { key, stream } = sealFile(placeOf(complaintId, id), [bytes])
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece)
  return { id, stored: await files.put(Buffer.concat(pieces)), key: key.toString('base64') }
}

const placeOf = (complaintId: string, entryId: string) => ({
  recordId: `complaint ${complaintId}`,
  entryId,
  kind: 'file-content',
  version: 1,
})
