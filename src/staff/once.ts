import type { Tx } from '../platform/database/database.ts'
import { formReceipt, insertFormReceipt, lockForm } from './queries.ts'

/**
 * Carries out a form once, however often it is sent: the deed and its receipt stand in one transaction, and a second
 * sending is led to where the first one led.
 * @param work does the deed and says where to go next
 */
export const once = async (
  tx: Tx,
  staffId: string,
  formId: string,
  work: () => Promise<string>,
): Promise<string> => {
  await lockForm(tx, formId)
  const before = await formReceipt(tx, formId)
  if (before) return before.location
  const location = await work()
  await insertFormReceipt(tx, formId, staffId, location)
  return location
}
