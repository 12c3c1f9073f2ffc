import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, startProduct } from '../product.ts'
import { reporter } from '../reporter.ts'
import { maker, sampleFiles } from '../sample-files.ts'
import { signedIn } from '../visitor.ts'

let product: Product
let samples: Record<string, Uint8Array>
beforeAll(async () => {
  product = await startProduct()
  samples = await sampleFiles()
})
afterAll(() => product?.stop())

const kinds = ['foto.jpg', 'surat.pdf', 'surat.docx', 'suara.ogg', 'suara.amr']

/** Promise P5, as the officer meets it. */
test('an officer downloads copies that tell nothing of their maker; the original needs a reason', async () => {
  const story = 'Berkas kami lampirkan semuanya.'
  const files = kinds.map(name => new File([samples[name] as BlobPart], name))
  const { receipt } = await reporter(product).report({ story, files })
  expect(receipt).toMatch(/^\d{18}$/)
  const officer = await signedIn(product, 'petugas@bp3mi.example')
  const list = await (await officer.get('/aduan?lihat=new')).text()
  const paths = [...list.matchAll(/href="(\/aduan\/[\da-f-]{36})"/g)].map(([, path]) => path!)
  const pages = await Promise.all(
    paths.map(async path => ({ path, html: await (await officer.get(path)).text() })),
  )
  const { path, html } = pages.find(page => page.html.includes(story))!
  const links = [...html.matchAll(/href="(\/aduan\/[^"]+\/berkas\/[^"]+)"/g)].map(([, link]) => link!)
  expect(links).toHaveLength(kinds.length)
  for (const link of links) {
    const answer = await officer.get(link)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).not.toContain(maker)
  }
  const pdf = links[kinds.indexOf('surat.pdf')]!
  expect((await officer.post(`${pdf}/asli`, { file: pdf.split('/').at(-1)!, why: '' })).status).toBe(422)
  const original = await officer.post(`${pdf}/asli`, { why: 'Diperlukan sebagai bukti untuk mediasi.' })
  expect(Buffer.from(await original.arrayBuffer()).equals(Buffer.from(samples['surat.pdf']!))).toBe(true)
  expect(await (await officer.get(path)).text()).toContain('Berkas asli dibuka')
})
