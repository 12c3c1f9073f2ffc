import type { House } from '../platform/house.ts'
import { keepReminders } from './follow-ups/keep-reminders.ts'

const reminderQueue = 'follow-up-reminders'

/** Keeps the due days of follow-ups, every minute, whichever process comes first. */
export const startReminders = async (house: House): Promise<void> => {
  await house.jobs.work(reminderQueue, () => keepReminders(house))
  await house.jobs.every(reminderQueue, '* * * * *')
}
