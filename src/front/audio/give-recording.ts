import { fileTypeFromBuffer } from 'file-type'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import type { Actor } from '../../staff/index.ts'
import { deleteRecording, insertRecording } from './queries.ts'
import { largestRecording, recordingTypes } from './recording.ts'

export type Taken =
  | { ok: true; recording: { key: string; type: string; bytes: number } }
  | { ok: false; reason: 'empty' | 'too-large' | 'wrong-type' }

/** Takes a recording that may be anything: its content says what it is. */
export const takeRecording = async ({ files }: Pick<House, 'files'>, bytes: Uint8Array): Promise<Taken> => {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > largestRecording) return { ok: false, reason: 'too-large' }
  const type = recordingTypes[(await fileTypeFromBuffer(bytes))?.mime ?? '']
  if (!type) return { ok: false, reason: 'wrong-type' }
  return { ok: true, recording: { key: await files.put(bytes), type, bytes: bytes.length } }
}

/** @throws Conflict when the page has a recording in this language: that one is taken away first */
export const giveRecording = async (
  tx: Tx,
  { staffId, officeId }: Pick<Actor, 'staffId' | 'officeId'>,
  recording: { path: string; language: string; key: string; type: string; bytes: number },
) => {
  const { key, ...rest } = recording
  const made = await insertRecording(tx, { ...rest, file_key: key, office_id: officeId, given_by: staffId })
  if (!made) throw new Conflict('audio.taken')
}

/** @throws NotFound when it is not there, or not of this office or one below it */
export const takeBackRecording = async (tx: Tx, id: number) => {
  if ((await deleteRecording(tx, id)) === 0) throw new NotFound()
}
