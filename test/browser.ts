import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'

export const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing is found but this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** A real browser out of an npm package: nothing else need be installed. */
export const launch = async (more: string[] = []): Promise<Browser> => {
  const executablePath = await chromium.executablePath()
  return playwright.launch({ executablePath, args: [...args, ...more], headless: true })
}

// A phone's own name: the headless browser's would be counted as a machine.
const userAgent =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'
export const phone = { viewport: { width: 360, height: 740 }, userAgent }
export const desk = { viewport: { width: 1280, height: 800 } }

/** A machine with nothing but loopback says of itself that it is offline; this one has a line. */
export const withLine = (context: BrowserContext) =>
  context.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => true }))

export const signIn = async (
  context: BrowserContext,
  url: string,
  email: string,
  password: string,
): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(`${url}/masuk`)
  await page.fill('#email', email)
  await page.fill('#password', password)
  await Promise.all([page.waitForURL('**/hari-ini'), page.click('button.btn')])
  return page
}

/** What the page itself says, without the frame around it. */
export const main = async (page: Page) => (await page.textContent('main')) ?? ''

/** Presses the first button of this name in the page, and waits for what comes. */
export const presses = (page: Page, button: string) =>
  Promise.all([
    page.waitForEvent('framenavigated'),
    page.locator('main').getByRole('button', { name: button, exact: true }).first().click(),
  ])
