import { spawn } from 'node:child_process'
import { once } from 'node:events'
import chromium from '@sparticuz/chromium'
import { type BrowserContext, chromium as playwright } from 'playwright-core'
import { args } from './browser.ts'

export interface KillableBrowser {
  context: BrowserContext
  /** kill -9: no goodbye, as when a battery is taken out. */
  kill(): Promise<void>
}

/** A browser on a profile that outlives it, in a process of its own. */
export const killableBrowser = async (profile: string): Promise<KillableBrowser> => {
  const child = spawn(
    await chromium.executablePath(),
    [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    // A group of its own, so that its children die with it.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = once(child, 'exit')
  const address = await new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stderr.on('data', piece => {
      printed += piece
      const found = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (found) resolve(found)
    })
    child.on('exit', () => reject(new Error(printed)))
  })
  const browser = await playwright.connectOverCDP(address)
  return {
    context: browser.contexts()[0]!,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      process.kill(-child.pid!, 'SIGKILL')
      await ended
      await browser.close().catch(() => {})
    },
  }
}
