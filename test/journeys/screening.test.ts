import { randomUUID } from 'node:crypto'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp } from '../../src/app.tsx'
import { fileReport } from '../../src/complaints/report/file-report.ts'
import { seriousFindings } from '../axe.ts'
import { launch, phone, signIn } from '../browser.ts'
import { openSampleHouse, type SampleHouse } from '../house.ts'

const officer = 'petugas.sigi@kabupaten.example'

let house: SampleHouse
let server: ServerType
let browser: Browser
let page: Page
let url: string
let base: string
beforeAll(async () => {
  house = await openSampleHouse()
  url = await new Promise(resolve => {
    server = serve({ fetch: makeApp(house).fetch, port: 0, hostname: 'localhost' }, ({ port }) =>
      resolve(`http://localhost:${port}`),
    )
  })
  browser = await launch()
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
  page = await signIn(context, url, officer, house.password(officer))
  page.setDefaultTimeout(10_000)
  const { complaintId } = await fileReport(house, randomUUID(), {
    channel: 'web',
    role: 'family',
    stage: 'recruitment',
    urgency: 'ordinary',
    departsOn: null,
    originCode: '72.10',
    destination: 'SA',
    problems: ['wages-unpaid'],
    story: { story: 'Adik saya tidak digaji.', place: '' },
    identity: undefined,
  })
  base = `${url}/aduan/${complaintId}`
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  await house?.end()
})

const sound = async () => expect(await seriousFindings(page, false)).toEqual([])
const press = (words: string) =>
  Promise.all([page.waitForNavigation(), page.getByRole('button', { name: words, exact: true }).click()])

test('who is in danger now is led past all questions, to contacts and the hand-over', async () => {
  await page.goto(`${base}/asesmen/baru`)
  await sound()
  await page.getByRole('link', { name: 'Bahaya sekarang' }).click()
  await sound()
  const words = await page.locator('main').textContent()
  expect(words).toContain('110')
  expect(words).toContain('Ke perkara, untuk melimpahkan')
  expect(await page.locator('main input').count()).toBe(0)
})

test('an officer without JavaScript asks few questions a page, skips some, and signs what has its sources', async () => {
  await page.goto(`${base}/asesmen/baru`)
  await press('Mulai asesmen')
  expect(await page.locator('.err').first().textContent()).toContain('Pilih')
  await page.check('input[name=age][value=adult]')
  await press('Mulai asesmen')
  expect(await page.locator('.indicator').count()).toBeLessThanOrEqual(6)
  await press('Lewati')
  await page.check('#t-d1-job')
  await page.fill('#s-d1-job', 'Adik pelapor, lewat telepon')
  await page.fill('#w-d1-job', '20 November 2026')
  await sound()
  await press('Simpan, lanjut')
  await page.goto(page.url().replace(/\/bagian\/.*/, ''))
  expect(await page.getByText('1 butir belum punya sumber lengkap').count()).toBe(1)
  expect(await page.getByRole('button', { name: 'Tanda tangani' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Perekrutan dengan penipuan, bagian 1 dari 2' }).click()
  await page.fill('#e-d1-job', 'Iklan lowongan dan pesan suara')
  await page.check('#t-d1-wages')
  for (const [name, words] of [
    ['s', 'Adik pelapor'],
    ['w', '20 November 2026'],
    ['e', 'Slip gaji'],
    ['o', 'Kurs berubah'],
  ])
    await page.fill(`#${name}-d1-wages`, words!)
  await press('Simpan, lanjut')
  await page.goto(page.url().replace(/\/bagian\/.*/, ''))
  await page.check('input[name=certainty][value=medium]')
  await page.fill('#note', 'Cerita dua saksi sejalan.')
  await press('Simpan')
  await sound()
  const before = await page.locator('main').textContent()
  expect(before).toContain('Indikasi cara, belum tampak eksploitasi')
  expect(before).toContain('Cukup yakin')
  expect(before).toContain('bukan keputusan')
  expect(before).toContain('Aturan penilaian ini belum diverifikasi')
  await page.check('#sure')
  await press('Tanda tangani')
  await sound()
  expect(await page.locator('main').textContent()).toContain('Isi cocok dengan tanda tangan')
  expect(await page.locator('main form').count()).toBe(0)
})

test('the signed sheet becomes a numbered letter; typed text survives a refusal, and the list offers the paper', async () => {
  await page.getByRole('link', { name: 'Buat Lembar Asesmen Awal' }).click()
  await page.fill('#place', 'Sigi')
  await page.fill('#signerTitle', 'Petugas Penanganan Permasalahan')
  await sound()
  await press('Pratinjau')
  expect(await page.locator('#subject-error').count()).toBe(1)
  expect(await page.inputValue('#place')).toBe('Sigi')
  await page.fill('#subject', 'N. S.')
  await press('Pratinjau')
  expect(await page.locator('img.paper').count()).toBe(1)
  await press('Ubah isian')
  expect(await page.inputValue('#subject')).toBe('N. S.')
  await press('Pratinjau')
  await press('Beri nomor dan simpan')
  await sound()
  expect(await page.locator('table').textContent()).toMatch(/001\/LAA\//)
  const link = await page.getByRole('link', { name: 'Unduh PDF' }).getAttribute('href')
  const file = await page.context().request.get(url + link)
  expect(file.headers()['content-type']).toBe('application/pdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await file.body())), {
    mergePages: true,
  })
  for (const words of [
    '001/LAA/',
    'N. S.',
    'Iklan lowongan dan pesan suara',
    'Kurs berubah',
    'bukan keputusan',
  ])
    expect(text.replace(/\s+/g, ' ')).toContain(words)
})
