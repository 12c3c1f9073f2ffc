/** How long an unknown code is remembered as such, and how many are at most remembered, or looked for at a time. */
const unknownMs = 10_000
const unknownLimit = 10_000
const lookUpLimit = 200

/**
 * Finds a code that another process has issued since: asked for once however many want it, then kept in `targets`, or
 * for a while remembered as unknown. While the database is down nothing is remembered, so that its return shows at once.
 */
export const startLookUp = (
  find: (code: string) => Promise<string | undefined>,
  targets: Map<string, string>,
  report: (error: unknown) => void,
) => {
  const unknown = new Map<string, number>()
  const under = new Map<string, Promise<string | undefined>>()

  const ask = async (code: string) => {
    try {
      const target = await find(code)
      if (target) targets.set(code, target)
      else remember(unknown, code)
      return target
    } catch (error) {
      report(error)
      return undefined
    } finally {
      under.delete(code)
    }
  }

  return async (code: string): Promise<string | undefined> => {
    const asked = under.get(code)
    if (asked) return asked
    if ((unknown.get(code) ?? 0) > Date.now() || under.size >= lookUpLimit) return undefined
    const asking = ask(code)
    under.set(code, asking)
    return asking
  }
}

const remember = (unknown: Map<string, number>, code: string) => {
  if (unknown.size >= unknownLimit) unknown.clear()
  unknown.set(code, Date.now() + unknownMs)
}
