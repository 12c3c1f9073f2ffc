import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachProof } from '../../src/campaigns/index.ts'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn } from '../browser.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'

const reviewer = 'sekretaris@disnakertrans.example'

let served: ServedHouse
let browser: Browser
beforeAll(async () => {
  served = await serveSampleHouse()
  browser = await launch()
  await giveProofs('tolitoli@kabupaten.example')
})
afterAll(async () => {
  await browser?.close()
  await served?.end()
})

/** Beside those of the sample: the address of a post for every open duty of an office. */
const giveProofs = (email: string) => {
  const officer = served.house.as(email)
  return served.house.db.asActor(officer, async tx => {
    const duties = await tx
      .selectFrom('duties')
      .select('id')
      .where('office_id', '=', officer.officeId)
      .where('state', 'in', ['assigned', 'opened', 'shared'])
      .execute()
    expect(duties.length).toBeGreaterThan(0)
    for (const { id } of duties)
      await attachProof(tx, officer, id, { url: `https://www.facebook.com/disnaker/posts/${id}` })
  })
}

const enter = (context: BrowserContext, email: string, url = served.url) =>
  signIn(context, url, email, served.house.password(email))

test('a reviewer decides with the keyboard only; what somebody else decided meanwhile is told, row by row', async () => {
  const context = await browser.newContext(desk)
  const page = await enter(context, reviewer)
  await page.goto(`${served.url}/tinjau`)
  expect(await seriousFindings(page)).toEqual([])
  const ids = await page
    .locator('[data-row] input[name="pick"]')
    .evaluateAll(boxes => boxes.map(box => Number((box as HTMLInputElement).value)))
  expect(ids.length).toBeGreaterThanOrEqual(4)
  // The skip link, then the first tick box.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  for (let step = 0; step < 10; step++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.getAttribute('name') === 'pick')) break
  }
  await page.keyboard.press('a')
  await page.keyboard.press('j')
  await page.keyboard.press('r')
  await page.keyboard.press('2')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('a')
  expect(await page.textContent('[data-count]')).toBe('4 akan disimpan')
  // Meanwhile a colleague is faster with one of them.
  const colleague = await enter(await browser.newContext(desk), 'humas@bp3mi.example')
  await colleague.goto(`${served.url}/tugas/${ids[2]}`)
  await Promise.all([
    colleague.waitForURL(`**/tugas/${ids[2]}`),
    colleague.click('form[action$="/terima"] button'),
  ])
  await expect.poll(async () => await stateOf(ids[2]!)).toBe('accepted')
  await Promise.all([page.waitForURL(/diputus=3/), page.keyboard.press('Enter')])
  expect(await page.textContent('main')).toContain('3 keputusan tersimpan')
  expect(await page.textContent('.notice.warn')).toContain('Bukti diterima')
  expect(await page.locator(`.notice.warn a[href="/tugas/${ids[2]}"]`).count()).toBe(1)
  expect(await seriousFindings(page)).toEqual([])
  expect([await stateOf(ids[0]!), await stateOf(ids[1]!), await stateOf(ids[3]!)]).toEqual([
    'accepted',
    'returned',
    'accepted',
  ])
  const trail = await served.house.db.asJob(tx =>
    tx
      .selectFrom('audit')
      .select(['verb', 'subject'])
      .where(
        'subject',
        'in',
        ids.map(id => `/tugas/${id}`),
      )
      .where('verb', 'in', ['proof.accepted', 'proof.returned'])
      .orderBy('id')
      .execute(),
  )
  expect(trail.map(({ subject }) => Number(subject.split('/')[2])).toSorted()).toEqual(
    [ids[0], ids[1], ids[3]].toSorted(),
  )
  await context.close()
})

const stateOf = async (id: number) =>
  (
    await served.house.db.asJob(tx =>
      tx.selectFrom('duties').select('state').where('id', '=', id).executeTakeFirstOrThrow(),
    )
  ).state

test('without JavaScript ticks and one button decide, and a form without a decision comes back as it was', async () => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
  const page = await enter(context, reviewer)
  await page.goto(`${served.url}/tinjau`)
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 360),
  ).toBeLessThanOrEqual(360)
  const box = page.locator('input[name="pick"]').first()
  const id = Number(await box.getAttribute('value'))
  await box.check()
  await page.click('.review-bar .btn')
  expect(await page.textContent('.summary')).toContain('pilih keputusannya')
  expect(await box.isChecked()).toBe(true)
  await page.selectOption('#bulk', 'other')
  await page.click('.review-bar .btn')
  expect(await page.textContent('.summary')).toContain('Jelaskan')
  await page.fill('#note', 'Tanggalnya belum terlihat')
  await Promise.all([page.waitForURL(/diputus=1/), page.click('.review-bar .btn')])
  expect(await stateOf(id)).toBe('returned')
  await context.close()
})
