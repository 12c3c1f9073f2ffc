/**
 * Loaded into the program before its first line (`node --import`): it then lives from TEST_NOW on, at the pace of the world.
 * Nothing in the product knows of it. The database keeps its own time.
 */
const real = Temporal.Now.instant
const ahead = Temporal.Instant.from(process.env.TEST_NOW!).since(real())
Temporal.Now.instant = () => real().add(ahead)
