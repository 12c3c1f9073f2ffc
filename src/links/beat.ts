/** Does something again and again, one turn at a time; what fails is reported and tried at the next turn. */
export const startBeat = (everyMs: number, turn: () => Promise<void>, report: (error: unknown) => void) => {
  let under: Promise<void> | undefined
  const timer = setInterval(() => {
    under ??= turn()
      .catch(report)
      .finally(() => {
        under = undefined
      })
  }, everyMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await under
    },
  }
}
