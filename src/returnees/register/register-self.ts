import { deriveInTurn, receiptOfForm, takingOffice } from '../../complaints/index.ts'
import { dayOf } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Conflict, NotFound } from '../../platform/http/failures.ts'
import { deriveReceipt, newReceipt, type OpenReceipt } from '../../platform/vault/index.ts'
import { changeReceipt, endHold, readEntries, writeEntry } from '../../staff/index.ts'
import { packed, returneeRecord, unpacked, wordsContent } from '../contents.ts'
import { ownInvitations } from '../programmes/invitation-queries.ts'
import { moveInvitation } from '../programmes/invite.ts'
import type { Codes } from '../returnee.ts'
import { deleteReturneeMarks, returneeById, settleState, updateCodes } from './queries.ts'
import { deleteReturneeReceipt, insertReturneeReceipt, returneeOfReceipt } from './receipt-queries.ts'
import { RegisteredTwice, type Registration, registerReturnee } from './register-returnee.ts'

export interface Registered {
  /** 18 digits, shown once. */
  receipt: string
  isNew: boolean
  office: string
}

/**
 * Registers somebody who does it alone, with the office that serves the place. The same form sent twice is one record with one
 * receipt. @throws Conflict when no office can take it yet
 */
export const registerSelf = async (
  house: House,
  formId: string,
  told: Omit<Registration, 'ownerOfficeId' | 'channel'>,
): Promise<Registered> => {
  const receipt = receiptOfForm(house.secret, formId)
  const opened = await deriveInTurn(house.secret, receipt, 'report')
  const register = () =>
    house.db.asReporter(opened.lookup.toString('hex'), async tx => {
      const before = await returneeOfReceipt(tx, opened.lookup)
      if (before) {
        const { owner } = (await returneeById(tx, before.returneeId))!
        return { receipt, isNew: false, office: owner }
      }
      const office = await takingOffice(tx, { to: 'district' }, told.originCode)
      const registration = { ...told, ownerOfficeId: office.id, channel: 'self' as const }
      await registerReturnee(house, tx, registration, { receipt: opened })
      return { receipt, isNew: true, office: office.name }
    })
  // Sent twice at the same moment: the other one has just been kept, and is found now.
  return register().catch(error => {
    if (error instanceof RegisteredTwice) return register()
    throw error
  })
}

/** What a receipt opens. @returns nothing when it opens nothing */
export const openOwn = (house: House, receipt: OpenReceipt) =>
  withOwn(house, receipt, async (tx, { id, mustChange }) => {
    const entries = await readEntries(tx, returneeRecord(id), receipt)
    const words = entries.findLast(({ kind }) => kind === 'words')?.text
    return {
      returnee: (await returneeById(tx, id))!,
      words: words ? unpacked(wordsContent, words).text : '',
      mustChange,
      invitations: await ownInvitations(tx, id, String(dayOf(house.clock()))),
    }
  })

/** Yes or no to an invitation, by the person. @throws NotFound, Conflict when it is not open any more or no place is left */
export const answerInvitation = (
  house: House,
  receipt: OpenReceipt,
  invitationId: string,
  answer: 'accept' | 'decline',
) =>
  withOwn(house, receipt, async (tx, { id }) => {
    const own = await ownInvitations(tx, id, String(dayOf(house.clock())))
    if (!own.some(one => one.id === invitationId)) throw new NotFound()
    await moveInvitation(house, tx, { officeId: 0, staffId: null }, invitationId, answer)
  })
export type OwnRecord = NonNullable<Awaited<ReturnType<typeof openOwn>>>

/** Works as the bearer of a receipt. @returns nothing when it opens nothing */
const withOwn = <T>(
  { db }: House,
  { lookup }: OpenReceipt,
  work: (tx: Tx, own: { id: string; mustChange: boolean }) => Promise<T>,
): Promise<T | undefined> =>
  db.asReporter(lookup.toString('hex'), async tx => {
    const found = await returneeOfReceipt(tx, lookup)
    return found && work(tx, { id: found.returneeId, mustChange: found.mustChange })
  })

/** Other needs, skills, wishes, consents and words; who it is stays. @throws Conflict when it was withdrawn */
export const changeWishes = (
  house: House,
  receipt: OpenReceipt,
  told: Pick<Codes, 'needs' | 'skills' | 'wishes' | 'consents'> & { words: string },
) =>
  withOwn(house, receipt, async (tx, { id }) => {
    const { words, ...codes } = told
    const before = (await returneeById(tx, id))!
    if (!(await updateCodes(tx, id, { ...before, ...codes }, before.version)))
      throw new Conflict('returnees.not-active')
    const entries = await readEntries(tx, returneeRecord(id), receipt)
    const last = entries.findLast(({ kind }) => kind === 'words')
    if ((last?.text ? unpacked(wordsContent, last.text).text : '') === words) return true
    await writeEntry(tx, house.secret, returneeRecord(id), { kind: 'words', text: packed({ text: words }) })
    return true
  })

/**
 * Takes oneself out: the codes are emptied, the marks go, and the office's keys to the sealed part with them, so that nobody there
 * can open it any more. Once; asked again it is out already.
 */
export const withdrawSelf = (house: House, receipt: OpenReceipt) =>
  withOwn(house, receipt, async (tx, { id }) => {
    const { state, ownerOfficeId } = (await returneeById(tx, id))!
    if (state !== 'active') return true
    await settleState(tx, id, 'active', { state: 'withdrawn', sameAs: null })
    await deleteReturneeMarks(tx, id)
    await endHold(tx, returneeRecord(id), ownerOfficeId, false)
    return true
  })

/** A new number in place of the one that staff gave, and saw; the old one opens nothing any more. */
export const changeOwnNumber = (house: House, before: OpenReceipt): Promise<Registered | undefined> =>
  withOwn(house, before, async (tx, { id }) => {
    const receipt = newReceipt()
    const next = await deriveReceipt(house.secret, receipt)
    await insertReturneeReceipt(tx, next.lookup, id, false)
    await deleteReturneeReceipt(tx, before.lookup)
    await changeReceipt(tx, house.secret, before, next)
    return { receipt, isNew: true, office: (await returneeById(tx, id))!.owner }
  })
