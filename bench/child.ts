import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** What a server under load says of itself: redirects it answered and processor time it used, since its start. */
export interface Told {
  answered: number
  cpuMs: number
}

export interface ServerChild {
  port: number
  ask(): Promise<Told>
  /** Ends the process after its counts are written. */
  stop(): Promise<void>
}

/** Starts a server that sends its port when it listens, and answers the messages 'tell' and 'stop'. */
export const startChild = async (file: string, ...args: string[]): Promise<ServerChild> => {
  const child = fork(new URL(file, import.meta.url), args)
  const port = await message<number>(child)
  return {
    port,
    ask: () => {
      child.send('tell')
      return message<Told>(child)
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.send('stop')
      await gone
    },
  }
}

const message = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) => {
    const early = (code: number | null) => reject(new Error(`the server ended early with ${code}`))
    child.once('exit', early)
    child.once('message', heard => {
      child.off('exit', early)
      resolve(heard as T)
    })
  })
