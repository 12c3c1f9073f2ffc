import type { House } from '../platform/house.ts'
import { keepDutyReminders } from './reminders/keep-reminders.ts'

const reminderQueue = 'duty-reminders'

/** Keeps the due days of duties, every minute, whichever process comes first. */
export const startDutyReminders = async (house: House): Promise<void> => {
  await house.jobs.work(reminderQueue, () => keepDutyReminders(house))
  await house.jobs.every(reminderQueue, '* * * * *')
}
