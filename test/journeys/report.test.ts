import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseRecord, packed } from '../../src/complaints/contents.ts'
import { moveComplaint } from '../../src/complaints/move-complaint.ts'
import { complaintOfReceipt } from '../../src/complaints/report/queries.ts'
import { deriveReceipt } from '../../src/platform/vault/index.ts'
import { writeEntry } from '../../src/staff/index.ts'
import { seriousFindings } from '../axe.ts'
import { launch, phone } from '../browser.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'

let served: ServedHouse
let browser: Browser
beforeAll(async () => {
  served = await serveSampleHouse()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await served?.end()
})

const story = 'Adik saya dibawa ke Malaysia 😟 خالد \u202eterbalik\u202c\u0000 sejak bulan lalu.'

/** The office that has the case answers, and closes it, below the pages. */
const officerOf = async (number: string) => {
  const { house } = served
  const { lookup } = await deriveReceipt(house.secret, number)
  const { complaintId } = (await house.db.asReporter(lookup.toString('hex'), tx =>
    complaintOfReceipt(tx, lookup),
  ))!
  const actor = house.as('petugas.sigi@kabupaten.example')
  const mover = { by: 'officer', staffId: actor.staffId, officeId: actor.officeId } as const
  return {
    write: (text: string) =>
      house.db.asActor(actor, async tx => {
        const message = { kind: 'message', text: packed('message', { from: 'office', text }) }
        await writeEntry(tx, house.secret, caseRecord(complaintId), { ...message, authorId: actor.staffId })
        await moveComplaint(tx, mover, complaintId, 'accept')
      }),
    close: () =>
      house.db.asActor(actor, tx => moveComplaint(tx, mover, complaintId, 'close', { ground: 'resolved' })),
  }
}

describe.each([false, true])('with scripts: %s', javaScriptEnabled => {
  test('a family reports with a photo, replies, reads the answer, and contests the closure', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled })
    const page = await context.newPage()
    const findings: string[] = []
    const look = async () => {
      if (javaScriptEnabled) findings.push(...(await seriousFindings(page)))
      expect(await page.title()).toMatch(/^Buka dengan nomor/)
      expect(page.url()).not.toMatch(/\d{18}/)
    }
    const send = async (button: string) => {
      await Promise.all([page.waitForNavigation(), page.click(button)])
      await look()
    }
    await page.goto(`${served.url}/lapor`)
    await look()
    const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#246' } })
      .jpeg()
      .toBuffer()
    await page.fill('#story', story)
    await page.selectOption('#district', '72.10')
    await page.check('input[name="situation"][value="leaving"]')
    await page.setInputFiles('#files', { name: 'tiket.jpg', mimeType: 'image/jpeg', buffer: photo })
    await send('form[action="/lapor"] button')
    const number = (await page.textContent('.receipt strong'))!
    expect(number).toMatch(/^\d{3}( \d{3}){5}$/)

    const open = async () => {
      await page.goto(`${served.url}/nomor`)
      await page.fill('#number', number)
      await send('form[action="/nomor"] button')
    }
    await open()
    const text = await page.textContent('main')
    for (const part of ['😟', 'خالد', 'tiket.jpg']) expect(text).toContain(part)
    await page.fill('#message', 'O')
    await send('form[action="/nomor/balas"] button')
    expect(await page.textContent('[role="status"]')).toContain('sudah kami terima')

    const officer = await officerOf(number.replaceAll(' ', ''))
    await officer.write('Kami sudah menelepon perusahaan itu.')
    await open()
    expect(await page.textContent('main')).toContain('Kami sudah menelepon perusahaan itu.')
    await officer.close()
    await open()
    await page.fill('#objection', 'Adik saya belum pulang juga sampai hari ini.')
    await send('form[action="/nomor/keberatan"] button')
    expect(await page.textContent('main')).toContain('Keberatan Anda diperiksa')
    expect(findings).toEqual([])
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  test('what was typed is there again after the back button, and a far too long message comes back whole', async () => {
    const page = await (await browser.newContext({ ...phone, javaScriptEnabled })).newPage()
    await page.goto(`${served.url}/lapor`)
    await page.fill('#story', 'Cerita yang panjang sekali, ditulis malam-malam.')
    await page.fill('#departs', '2020-01-01')
    await Promise.all([page.waitForNavigation(), page.click('form[action="/lapor"] button')])
    expect(await page.textContent('#summary')).toContain('sudah lewat')
    await page.goBack()
    expect(await page.inputValue('#story')).toBe('Cerita yang panjang sekali, ditulis malam-malam.')
    const long = 'a'.repeat(200_000)
    await page.fill('#story', long)
    await page.fill('#departs', '')
    await Promise.all([page.waitForNavigation(), page.click('form[action="/lapor"] button')])
    expect((await page.inputValue('#story')) === long).toBe(true)
    await page.close()
  })
})

test('the quick exit leaves the page behind: going back does not lead to it', async () => {
  const page = await (await browser.newContext(phone)).newPage()
  await page.route('https://www.bmkg.go.id/**', route => route.fulfill({ body: 'Cuaca' }))
  await page.goto(`${served.url}/sehat`)
  await page.goto(`${served.url}/lapor`)
  await Promise.all([page.waitForURL('https://www.bmkg.go.id/'), page.click('a.leave')])
  await page.goBack()
  expect(page.url()).toBe(`${served.url}/sehat`)
})
