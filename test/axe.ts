import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  id: string
  impact: string | null
  nodes: { html: string }[]
}

/**
 * What axe finds serious or critical on the page as it stands. Where scripts are off axe itself could not run, so a twin
 * of the page is opened in which only our own scripts are missing.
 */
export const seriousFindings = async (page: Page, scripts = true): Promise<string[]> =>
  scripts ? examine(page) : examineTwin(page)

const examineTwin = async (page: Page) => {
  const context = await page
    .context()
    .browser()!
    .newContext({ storageState: await page.context().storageState(), viewport: page.viewportSize() })
  await context.route('**/*.js', route => route.abort())
  const twin = await context.newPage()
  await twin.goto(page.url())
  const findings = await examine(twin)
  await context.close()
  return findings
}

const examine = async (page: Page) => {
  const client = await page.context().newCDPSession(page)
  const { frameTree } = await client.send('Page.getFrameTree')
  // A world of its own inside the page: the page's policy against inline script stays as it is.
  const { executionContextId } = await client.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'axe',
  })
  const run = (expression: string) =>
    client.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    })
  await run(source)
  const { result, exceptionDetails } = await run('axe.run(document).then(found => found.violations)')
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  await client.detach()
  return (result.value as Finding[])
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)
}
