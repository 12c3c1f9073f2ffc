import { createHash } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { OpenReceipt } from '../../platform/vault/index.ts'
import { type Entry, readEntries, writeEntry } from '../../staff/index.ts'
import { type Content, caseRecord, identityDigest, packed, unpacked } from '../contents.ts'
import { lockCase } from '../custody/queries.ts'
import { marksOf } from '../duplicates/marks.ts'
import { addMarks } from '../duplicates/queries.ts'
import { insertHappening } from '../queries.ts'
import type { Report } from './file-report.ts'
import { uuidOf } from './receipt-of-form.ts'
import { replyAsReporter } from './reply.ts'
import { regencyOf } from './suggest-office.ts'

/**
 * A form sent a second time because its answer was lost, and perhaps changed in between: what is new in it is added to the case
 * that it brought before. Sent as it was, it adds nothing.
 */
export const keepWhatIsNew = async (
  tx: Tx,
  house: House,
  complaintId: string,
  report: Report,
  receipt: OpenReceipt,
): Promise<void> => {
  await lockCase(tx, complaintId)
  const entries = await readEntries(tx, caseRecord(complaintId), receipt)
  const said = entries.flatMap(wordsOf)
  const text = [report.story.story, report.story.place]
    .filter(words => words && !said.some(known => known.includes(words)))
    .join('\n\n')
  const known = entries.flatMap(entry => contentOf('file', entry).map(({ sha256 }) => sha256))
  const files = (report.files ?? []).filter(({ sha256 }) => !known.includes(sha256))
  if (text || files.length > 0)
    await replyAsReporter(tx, house, complaintId, { entryId: undefined, text, files })
  await keepOtherName(tx, house, complaintId, report, entries)
}

const keepOtherName = async (
  tx: Tx,
  { secret }: Pick<House, 'secret'>,
  complaintId: string,
  report: Report,
  entries: Entry[],
) => {
  const { identity } = report
  const digest = identityDigest(identity)
  const named = entries.flatMap(entry => contentOf('story', entry).map(story => story.named))
  // Kept under a name of its own, so that a third time adds nothing.
  const id = uuidOf(createHash('sha256').update(`${complaintId} ${digest}`).digest())
  if (!identity || named.includes(digest) || entries.some(entry => entry.id === id)) return
  const text = packed('identity', identity)
  await writeEntry(tx, secret, caseRecord(complaintId), { kind: 'identity', text, id, guarded: true })
  const beside = { ...report, regency: regencyOf(report.originCode) }
  await addMarks(tx, complaintId, marksOf(secret, identity, beside))
  await insertHappening(tx, { complaintId, by: 'reporter', deed: 'reporter-wrote', entryId: id })
}

const wordsOf = (entry: Entry): string[] => [
  ...contentOf('story', entry).flatMap(({ story, place }) => [story, place]),
  ...contentOf('message', entry).map(({ text }) => text),
]

const contentOf = <K extends 'story' | 'message' | 'file'>(
  kind: K,
  { kind: own, text }: Entry,
): Content<K>[] => (own === kind && text ? [unpacked(kind, text)] : [])
