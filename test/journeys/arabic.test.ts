import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeMaterial, moveMaterial, startCampaign, versionsOf } from '../../src/campaigns/index.ts'
import { dayOf } from '../../src/platform/clock/clock.ts'
import { seriousFindings } from '../axe.ts'
import { desk, launch, phone, signIn } from '../browser.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'

const headline = 'تأشيرة الزيارة ليست تأشيرة عمل'
const altText = 'ملصق عن التأشيرات'
const caption = 'اسأل {kantor} قبل السفر: {tautan}'
const sigi = 'sigi@kabupaten.example'

let served: ServedHouse
let browser: Browser
let made: { material: number; version: number; duty: number; slug: string }
beforeAll(async () => {
  served = await serveSampleHouse()
  browser = await launch()
  made = await arabicCampaign()
})
afterAll(async () => {
  await browser?.close()
  await served?.end()
})

/** A campaign of Sigi's that has begun, with one material in Arabic and one in Kaili. */
const arabicCampaign = async () => {
  const { house } = served
  const [author, approver] = [house.as('humas@bp3mi.example'), house.as('koordinator@bp3mi.example')]
  const words = (language: string) => ({
    design: 'visa',
    language,
    headline: language === 'ar' ? headline : 'Nemo malau ane nipekiri',
    points: language === 'ar' ? ['تحقق من ترخيص الشركة', 'اقرأ عقد العمل'] : ['Peneki parasa'],
    callToAction: language === 'ar' ? 'اسأل قبل السفر' : 'Pekutana',
    caption: language === 'ar' ? caption : 'Pekutana {kantor}: {tautan}',
    radio: { thirty: '', sixty: '' },
    altText: language === 'ar' ? altText : 'Poster ante visa',
    speaker: 'Penutur (contoh)',
    artwork: undefined,
  })
  const versions: number[] = []
  let material = 0
  for (const language of ['ar', 'lew']) {
    const version = await house.db.asActor(author, async tx => {
      const id = await makeMaterial(tx, author, `Visa ${language}`, words(language))
      if (language === 'ar') material = id
      return (await versionsOf(tx, id))[0]!.id
    })
    await house.db.asActor(author, tx => moveMaterial(tx, author, version, 'submit'))
    await house.db.asActor(approver, tx => moveMaterial(tx, approver, version, 'approve'))
    versions.push(version)
  }
  const today = dayOf(house.clock())
  const campaign = await house.db.asActor(author, tx =>
    startCampaign(tx, author, {
      title: 'Untuk yang berangkat ke Timur Tengah',
      purpose: 'Dibaca dalam bahasa tujuannya.',
      startsOn: today,
      endsOn: today.add({ days: 20 }),
      dueOn: today.add({ days: 1 }),
      coOwners: [],
      versions,
      offices: [house.as(sigi).officeId],
      channels: ['facebook'],
    }),
  )
  return house.db.asJob(async tx => {
    const { slug } = await tx
      .selectFrom('campaigns')
      .select('slug')
      .where('id', '=', campaign)
      .executeTakeFirstOrThrow()
    const duty = await tx
      .selectFrom('duties')
      .select('id')
      .where('version_id', '=', versions[0]!)
      .executeTakeFirstOrThrow()
    return { material, version: versions[0]!, duty: duty.id, slug }
  })
}

/** How words stand on the page: the direction that the browser really gives them, and the language they are read aloud in. */
const setAs = (page: Page, selector: string, containing = '') =>
  page.$$eval(
    selector,
    (found, words) =>
      found
        .filter(one => (one.textContent ?? '').includes(words) || one.getAttribute('alt')?.includes(words))
        .map(one => `${getComputedStyle(one).direction} ${one.closest('[lang]')?.getAttribute('lang')}`),
    containing,
  )

describe.each([
  ['a phone', phone],
  ['a desk', desk],
])('Arabic words on %s stand from right to left and say what they are', (_, size) => {
  const opened = async (path: string, email?: string) => {
    const context = await browser.newContext(size)
    const page = email
      ? await signIn(context, served.url, email, served.house.password(email))
      : await context.newPage()
    await page.goto(served.url + path)
    return page
  }
  const isSound = async (page: Page) => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(size.viewport.width)
    expect(await seriousFindings(page, true)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.dir || 'ltr')).toBe('ltr')
    await page.context().close()
  }

  test('on the page of the material and in its form', async () => {
    const page = await opened(`/materi/${made.material}?bahasa=ar`, 'humas@bp3mi.example')
    expect(await setAs(page, 'main h2', headline)).toEqual(['rtl ar'])
    expect(await setAs(page, 'main img.poster', altText)).toEqual(['rtl ar'])
    expect(await setAs(page, 'p.pre', 'اسأل')).toEqual(['rtl ar'])
    expect(await page.textContent('main')).toContain('Bahasa Arab')
    await page.goto(`${served.url}/materi/${made.material}/ubah?bahasa=ar`)
    for (const field of ['#headline', '#points', '#callToAction', '#caption', '#altText'])
      expect([field, await setAs(page, field)]).toEqual([field, ['rtl ar']])
    expect(await setAs(page, '#title')).toEqual(['ltr id'])
    await isSound(page)
  })

  test('on the page of the duty and in the kit', async () => {
    const page = await opened(`/tugas/${made.duty}`, sigi)
    expect(await setAs(page, 'img.poster', altText)).toEqual(['rtl ar'])
    expect(await setAs(page, '#caption')).toEqual(['rtl ar'])
    await page.goto(`${served.url}/tugas/luring`)
    expect(await setAs(page, 'img.poster', altText)).toEqual(['rtl ar'])
    expect(await setAs(page, `#caption-${made.duty}`)).toEqual(['rtl ar'])
    expect(await page.inputValue(`#caption-${made.duty}`)).toContain('اسأل')
    await isSound(page)
  })

  test('in the gallery and on the public page of the link', async () => {
    const page = await opened(`/k?bahasa=ar`)
    expect(await setAs(page, 'article h2', headline)).toEqual(['rtl ar'])
    expect(await setAs(page, 'article img', altText)).toEqual(['rtl ar'])
    expect(await page.textContent('#bahasa')).toMatch(/Bahasa Arab.*Kaili|Kaili.*Bahasa Arab/)
    await page.goto(`${served.url}/k/${made.slug}?materi=${made.version}`)
    expect(await setAs(page, 'h1', headline)).toEqual(['rtl ar'])
    expect(await setAs(page, 'ul.points li', 'تحقق')).toEqual(['rtl ar'])
    // The marks stand on the right, where there is room for them.
    expect(
      await page.$eval('ul.points[dir="rtl"]', list => [
        getComputedStyle(list).paddingLeft,
        Number.parseFloat(getComputedStyle(list).paddingRight) >= 20,
      ]),
    ).toEqual(['0px', true])
    expect(await setAs(page, 'img.poster', altText)).toEqual(['rtl ar'])
    await isSound(page)
  })
})

test('a regional language is read aloud as itself, from left to right', async () => {
  const page = await (await browser.newContext(phone)).newPage()
  await page.goto(`${served.url}/k?bahasa=lew`)
  expect(await setAs(page, 'article h2')).toEqual(['ltr lew'])
  expect(await setAs(page, 'article img')).toEqual(['ltr lew'])
  await page.context().close()
})
