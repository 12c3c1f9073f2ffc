/** Rows for a function of the database, as JSON: bytes as PostgreSQL reads them, moments in ISO 8601. */
export const jsonRows = (rows: object): string =>
  JSON.stringify(rows, function (this: Record<string, unknown>, key, written) {
    // What stands here itself: `written` is what it says of itself, which for bytes is a list of numbers.
    const value = this[key]
    return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : written
  })
