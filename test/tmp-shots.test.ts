import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { launch, phone, desk, signIn } from './browser.ts'
import { seriousFindings } from './axe.ts'
const url = /ready: (http\S+)/.exec(readFileSync('/tmp/plans-out.txt', 'utf8'))![1]!
const pw = (e: string) => JSON.parse(readFileSync('/tmp/plans-data/sample-sign-ins.json', 'utf8')).find((p: any) => p.email === e).password
test('shots', async () => {
  const browser = await launch()
  const paths = (process.env.SHOTS ?? '/program,/program?tampilan=daftar,/program?tampilan=peta,/program/sinkron,/program/baru,/program/1,/program/1/hadir,/program/1/laporan,/program/impor,/program/kalender').split(',')
  for (const [name, screen] of [['p', phone], ['d', desk]] as const) {
    const c = await browser.newContext(screen)
    const page = await signIn(c, url, process.env.WHO ?? 'humas@bp3mi.example', pw(process.env.WHO ?? 'humas@bp3mi.example'))
    for (const p of paths) {
      const r = await page.goto(url + p)
      const w = await page.evaluate(() => document.documentElement.scrollWidth)
      process.stderr.write([name, p, r?.status(), w, JSON.stringify(await seriousFindings(page, true)).slice(0, 600)].join(' ') + '\n')
      await page.screenshot({ path: `/tmp/plans-shots/${name}${p.replace(/[^\w]/g, '_')}.png`, fullPage: true })
    }
  }
  await browser.close()
}, 200000)
