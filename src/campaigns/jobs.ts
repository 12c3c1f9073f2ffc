import type { House } from '../platform/house.ts'
import { mailEditions } from './recap/mail-editions.ts'
import { makeDueEditions } from './recap/make-due-editions.ts'
import { keepDutyReminders } from './reminders/keep-reminders.ts'

const reminderQueue = 'duty-reminders'
const recapQueue = 'recap-editions'

/** Keeps the due days of duties, every minute, whichever process comes first. */
export const startDutyReminders = async (house: House): Promise<void> => {
  await house.jobs.work(reminderQueue, () => keepDutyReminders(house))
  await house.jobs.every(reminderQueue, '* * * * *')
}

/** Makes the recaps that are due by the calendar, and sends what is to be sent. */
export const startRecaps = async (house: House): Promise<void> => {
  await house.jobs.work(recapQueue, () => makeDueEditions(house).then(() => mailEditions(house)))
  await house.jobs.every(recapQueue, '* * * * *')
}
