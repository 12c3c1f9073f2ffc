import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, runCommand, startProduct } from '../product.ts'
import { signedIn } from '../visitor.ts'

let dataDir: string
let product: Product
const officers = [
  'sigi',
  'poso',
  'donggala',
  'tolitoli',
  'buol',
  'morowali',
  'touna',
  'bangkep',
  'balut',
  'morut',
  'palu',
  'parimo',
]
const phone = {
  'user-agent': 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36',
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sinergi-crash-'))
  product = await startProduct({ dataDir })
})
afterAll(async () => {
  await product?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Promise R6 and S4: what was acknowledged is kept; of counts, one second at most is lost. */
test('kill -9 during proof uploads and clicks loses no acknowledged proof and at most a second of counts', async () => {
  const people = await Promise.all(officers.map(name => signedIn(product, `${name}@kabupaten.example`)))
  const dutiesOf = async (person: (typeof people)[number]) =>
    [...(await (await person.get('/hari-ini')).text()).matchAll(/href="(\/tugas\/\d+)"/g)].map(
      match => match[1]!,
    )
  const duties = await Promise.all(people.map(dutiesOf))
  const codes = await Promise.all(
    people.map(
      async (person, index) => /\/t\/(\w{7})/.exec(await (await person.get(duties[index]![0]!)).text())?.[1],
    ),
  )
  const code = codes.find(Boolean)!
  const photo = await sharp({ create: { width: 800, height: 1200, channels: 3, background: '#246' } })
    .png()
    .toBuffer()

  const acknowledged: string[] = []
  const clicks: number[] = []
  let dead = false
  const upload = async (index: number) => {
    for (const duty of duties[index]!) {
      const answer = await people[index]!.post(`${duty}/bukti`, {
        photo: new File([new Uint8Array(photo)], 'bukti.png', { type: 'image/png' }),
      }).catch(() => undefined)
      if (dead) return
      if (answer?.status === 303) acknowledged.push(duty)
    }
  }
  const click = async () => {
    while (!dead && clicks.length < 20_000) {
      const answer = await fetch(`${product.url}/t/${code}`, { redirect: 'manual', headers: phone }).catch(
        () => undefined,
      )
      if (answer?.status === 302) clicks.push(performance.now())
    }
  }
  /** Answered so long ago that the count must be on the disk. */
  const isCertain = (at: number) => at < performance.now() - 1200
  const before = await visits()
  const work = Promise.all([...people.keys()].map(upload).concat([click(), click()]))
  await expect
    .poll(() => acknowledged.length >= 8 && clicks.filter(isCertain).length > 100, { timeout: 20_000 })
    .toBe(true)
  const killedAt = performance.now()
  await product.kill()
  dead = true
  await work

  product = await startProduct({ dataDir })
  const again = await Promise.all(officers.map(name => signedIn(product, `${name}@kabupaten.example`)))
  for (const duty of acknowledged) {
    const owner = again[duties.findIndex(list => list.includes(duty))]!
    const page = await (await owner.get(duty)).text()
    const file = await owner.get(/href="(\/bukti\/\d+)"/.exec(page)![1]!)
    expect([
      duty,
      file.status,
      (await sharp(new Uint8Array(await file.arrayBuffer())).metadata()).width,
    ]).toEqual([duty, 200, 800])
  }
  const kept = (await visits()) - before
  const certain = clicks.filter(at => at < killedAt - 1200).length
  console.log(
    `${acknowledged.length} proofs kept; ${clicks.length} clicks answered, ${kept} kept, ${certain} older than 1.2 s at the kill`,
  )
  expect(certain).toBeGreaterThan(100)
  expect(kept).toBeGreaterThanOrEqual(certain)
  expect(kept).toBeLessThanOrEqual(clicks.length + 2)

  await product.stop()
  const verified = await runCommand(['verify'], { DATA_DIR: dataDir })
  expect(verified.output).toMatch(/The audit trail holds: \d+ rows/)
  expect(verified.code).toBe(0)
})

/** All visits of the sample campaign, as its page says. */
const visits = async (): Promise<number> => {
  const page = await (await signedIn(product, 'humas@bp3mi.example')).get('/kampanye/1')
  return Number(
    /<b>([\d.]+)<\/b><span class="small quiet">kunjungan/.exec(await page.text())![1]!.replace('.', ''),
  )
}
