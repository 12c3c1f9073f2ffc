export { startReminders } from './jobs.ts'
export { openFollowUps, recordedFactsOfMeeting } from './meetings/recorded-facts.ts'
