import type { Tx } from '../../platform/database/database.ts'

export const recordingsOf = (tx: Tx, path: string) =>
  tx
    .selectFrom('page_audio')
    .select(['id', 'path', 'language', 'type', 'bytes'])
    .where('path', '=', path)
    .orderBy('id')
    .execute()

export const allRecordings = (tx: Tx) =>
  tx
    .selectFrom('page_audio')
    .innerJoin('offices', 'offices.id', 'page_audio.office_id')
    .select([
      'page_audio.id',
      'path',
      'language',
      'type',
      'bytes',
      'given_at as givenAt',
      'offices.short_name as office',
    ])
    .orderBy('path')
    .orderBy('language')
    .execute()

export const recordingById = (tx: Tx, id: number) =>
  tx.selectFrom('page_audio').select(['file_key', 'type']).where('id', '=', id).executeTakeFirst()

/** @returns nothing when that page has one in this language already */
export const insertRecording = (
  tx: Tx,
  row: {
    path: string
    language: string
    file_key: string
    type: string
    bytes: number
    office_id: number
    given_by: string
  },
) =>
  tx
    .insertInto('page_audio')
    .values(row)
    .onConflict(oc => oc.columns(['path', 'language']).doNothing())
    .returning('id')
    .executeTakeFirst()

/** @returns how many rows are gone: none where the asker may not */
export const deleteRecording = async (tx: Tx, id: number) =>
  Number((await tx.deleteFrom('page_audio').where('id', '=', id).executeTakeFirst()).numDeletedRows)
