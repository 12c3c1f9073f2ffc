import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import type { Actor } from '../../staff/index.ts'
import { insertFeed, officeOfFeed, revokeFeeds } from './feed-queries.ts'

/** Makes the secret of an office's calendar address; an earlier one ends. @returns the secret, said this once */
export const newFeed = async (tx: Tx, { officeId, staffId }: Actor): Promise<string> => {
  const secret = randomBytes(24).toString('base64url')
  await revokeFeeds(tx, officeId)
  await insertFeed(tx, { office_id: officeId, secret_hash: hashed(secret), made_by: staffId })
  return secret
}

/** The office whose calendar a secret opens; nothing when it opens none, or none any more. */
export const officeBehind = (tx: Tx, secret: string) => officeOfFeed(tx, hashed(secret))

const hashed = (secret: string) => createHash('sha256').update(secret).digest()
