import { readFileSync } from 'node:fs'
import { launch, phone, desk, signIn } from './test/browser.ts'
const url = 'http://127.0.0.1:4719'
const pw = (e: string) => JSON.parse(readFileSync('/tmp/ret-serve/sample-sign-ins.json', 'utf8')).find((p: any) => p.email === e).password
const b = await launch()
const which = process.argv[2]
const size = which === 'desk' ? desk : phone
const c = await b.newContext({ ...size, javaScriptEnabled: which !== 'desk' })
const shot = async (p: any, n: string) => { const h = await p.textContent('h1').catch(() => ''); console.log(n, p.url(), h); await p.screenshot({ path: `/tmp/ret-shots/${which}-${n}.png`, fullPage: true }) }
const pub = await c.newPage()
await pub.goto(url + '/purna/daftar'); await shot(pub, 'self')
await pub.fill('#bornOn', '31/02/1990'); await pub.click('form[action="/purna/daftar"] button'); await pub.waitForLoadState(); await shot(pub, 'self-bad')
await pub.fill('#name', 'Orang Contoh'); await pub.fill('#bornOn', '28/02/1990'); await pub.selectOption('#district', '72.10'); await pub.check('input[value=training]'); await pub.check('input[name=consents][value=programmes]')
await pub.click('form[action="/purna/daftar"] button'); await pub.waitForLoadState(); await shot(pub, 'receipt')
const number = await pub.textContent('.receipt strong')
await pub.goto(url + '/purna/nomor'); await pub.fill('#number', number!); await pub.click('form[action="/purna/nomor"] button'); await pub.waitForLoadState(); await shot(pub, 'own')
const e = which === 'desk' ? 'pelindungan@bp3mi.example' : 'petugas.sigi@kabupaten.example'
const p = await signIn(c, url, e, pw(e))
await p.goto(url + '/kepulangan'); await shot(p, 'board')
await p.click('a.item'); await p.waitForLoadState(); await shot(p, 'arrival')
await p.fill('#motive', 'menjemput di bandara besok'); await p.click('form[action$="/buka"] button'); await p.waitForLoadState(); await shot(p, 'arrival-open')
await p.goto(url + '/kepulangan/baru'); await shot(p, 'paste')
await p.fill('#letter', 'Ijin lapor, besok tiba di Palu jam 09.10 JT 786 dari Malaysia:\n1. MUH. ARIF (L) paspor AT 123456, asal Parimo\n2. Yuliana, lahir 31/02/1990, C7654321, asal Banggai Laut hp 081234567890')
await p.click('form[action="/kepulangan/baca"] button'); await p.waitForLoadState(); await shot(p, 'proposal')
await p.click('form[action="/kepulangan"] button'); await p.waitForLoadState(); await shot(p, 'proposal-bad')
await p.goto(url + '/purna'); await shot(p, 'list')
await p.goto(url + '/purna/serupa'); await shot(p, 'same')
const it = await p.$('a.item'); if (it) { await it.click(); await p.waitForLoadState(); await shot(p, 'record') }
await p.goto(url + '/purna/baru'); await shot(p, 'new')
await p.goto(url + '/purna/impor'); await shot(p, 'import')
await b.close()
