import { channels } from '../complaint.ts'

/** Ways in which a report reaches an officer. */
export const staffChannels = channels.filter(channel => channel !== 'web')
