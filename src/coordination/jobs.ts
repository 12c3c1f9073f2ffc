import type { House } from '../platform/house.ts'
import { keepReminders } from './follow-ups/keep-reminders.ts'
import { forgetAttendance, sealOldNames } from './outreach/forget-attendance.ts'

const reminderQueue = 'follow-up-reminders'
const attendanceQueue = 'attendance-names'

/** Keeps the due days of follow-ups, every minute, whichever process comes first. */
export const startReminders = async (house: House): Promise<void> => {
  await house.jobs.work(reminderQueue, () => keepReminders(house))
  await house.jobs.every(reminderQueue, '* * * * *')
}

/** Takes the names of those who came off the lists, every hour, once they are no longer needed; seals what stands in the clear. */
export const startForgettingNames = async (house: House): Promise<void> => {
  await house.jobs.work(attendanceQueue, async () => {
    await forgetAttendance(house)
    await sealOldNames(house)
  })
  await house.jobs.every(attendanceQueue, '40 * * * *')
  await house.jobs.send(attendanceQueue, {}, 'at start')
}
