import type { Page } from 'playwright-core'

/** Goes where a click leads. */
export const goes = (page: Page, click: string, to: RegExp) =>
  Promise.all([page.waitForURL(to), page.click(click)])

/** The form's own page comes again, after the deed or with what is wrong. */
export const comesBack = (page: Page, click: string) =>
  Promise.all([page.waitForEvent('load'), page.click(click)])

/** How wide the page is, in pixels: more than the screen is too much. */
export const narrow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

/** What the summary of a form says is to be put right. */
export const toPutRight = (page: Page) => page.locator('.summary li').allTextContents()
