/** The hour by which a duty is due on its day, in the zone of the house. */
export const dueHour = '16:00'
