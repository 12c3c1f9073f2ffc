import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepRecalls } from '../../src/campaigns/consents/recall.ts'
import { caption, publishedPicture } from '../consent-story.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'
import { signedIn, type Visitor } from '../visitor.ts'

let served: ServedHouse
let humas: Visitor
let other: Visitor
let approver: Visitor
let sigi: Visitor
beforeAll(async () => {
  served = await serveSampleHouse()
  const people = { url: served.url, password: served.house.password }
  humas = await signedIn(people, 'humas@bp3mi.example')
  other = await signedIn(people, 'humas@bp3mi.example')
  approver = await signedIn(people, 'koordinator@bp3mi.example')
  sigi = await signedIn(people, 'sigi@kabupaten.example')
})
afterAll(() => served?.end())

const words = {
  title: 'Materi uji',
  design: 'ombak',
  language: 'id',
  headline: 'Judul yang pertama',
  points: '',
  callToAction: 'Tanya dulu',
  caption,
  altText: 'Poster laut senja dengan satu kalimat.',
  edge: 'bottom',
  fit: 'cover',
}
type Words = Partial<Record<string, string>>
const sent = (more: Words) => ({ ...words, ...more, form: crypto.randomUUID() }) as Record<string, string>
const make = async (more: Words = {}) =>
  (await humas.post('/materi/baru', sent(more))).headers.get('location')!
const textOf = async (answer: Response | Promise<Response>) => (await answer).text()
const approve = async (page: string, version: string) => {
  for (const [who, move] of [
    [humas, 'submit'],
    [approver, 'approve'],
  ] as const)
    expect((await who.post(`${page}/versi/${version}/${move}`, {})).status).toBe(303)
}
const newest = (page: string, language = 'id') =>
  served.house.db.asJob(tx =>
    tx
      .selectFrom('material_versions')
      .selectAll()
      .where('material_id', '=', Number(page.split('/')[2]!.split('?')[0]))
      .where('language', '=', language)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )

/** Promise R5. */
describe('two publicists write the same material from the same version', () => {
  test('the second sees both values beside each other, chooses, and neither is lost before that', async () => {
    const page = await make()
    const seen = { seen: '1', edition: '1' }
    const first = await humas.post(`${page}/ubah`, sent({ ...seen, headline: 'Judul dari rekan' }))
    expect(first.status).toBe(303)
    const clash = await other.post(
      `${page}/ubah`,
      sent({ ...seen, headline: 'Judul dari saya', altText: 'Gambaran yang juga saya ubah.' }),
    )
    expect(clash.status).toBe(409)
    const shown = await clash.text()
    for (const value of [
      'Judul dari rekan',
      'Judul dari saya',
      words.altText,
      'Gambaran yang juga saya ubah.',
    ])
      expect(shown).toContain(`value="${value}"`)
    expect((await newest(page)).headline).toBe('Judul dari rekan')
    const fields = Object.fromEntries(
      [...shown.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    )
    const chosen = { ...fields, headline: 'Judul dari rekan', altText: 'Gambaran yang juga saya ubah.' }
    expect((await other.post(`${page}/ubah`, chosen as Record<string, string>)).status).toBe(303)
    expect(await newest(page)).toMatchObject({
      headline: 'Judul dari rekan',
      alt_text: 'Gambaran yang juga saya ubah.',
      caption,
      edition: 3,
    })
  })

  test('what was typed while a colleague sent it off is shown, and written nowhere', async () => {
    const page = await make()
    const { id } = await newest(page)
    await humas.post(`${page}/versi/${id}/submit`, {})
    const answer = await other.post(
      `${page}/ubah`,
      sent({ seen: '1', edition: '1', headline: 'Terlambat ditulis' }),
    )
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Terlambat')
    expect((await newest(page)).headline).toBe(words.headline)
  })
})

describe('a caption', () => {
  test('with a placeholder that is unknown or missing is refused beside its field, with what was typed', async () => {
    const unknown = await humas.post('/materi/baru', sent({ caption: 'Tanya {nama} di {kantor}: {tautan}' }))
    expect(unknown.status).toBe(422)
    const shown = await unknown.text()
    expect(shown).toMatch(/id="caption-error"[^>]*>[^<]*\{nama\}/)
    expect(shown).toContain('Tanya {nama} di {kantor}: {tautan}</textarea>')
    const missing = await textOf(humas.post('/materi/baru', sent({ 'caption-x': 'Tanpa apa pun di sini' })))
    expect(missing).toMatch(/id="caption-x-error"[^>]*>[^<]*\{kantor\}, \{tautan\}/)
  })

  test('over the limit of its channel is reported with the count after the longest office name', async () => {
    const long = `{kantor} {tautan} ${'a'.repeat(250)}`
    const answer = await humas.post('/materi/baru', sent({ 'caption-x': long }))
    expect(answer.status).toBe(422)
    const offices = await served.house.db.asJob(tx => tx.selectFrom('offices').select('name').execute())
    const longest = Math.max(...offices.map(({ name }) => name.length))
    expect(await answer.text()).toMatch(
      new RegExp(`id="caption-x-error"[^>]*>[^<]*${longest + 1 + 23 + 1 + 250} dari paling banyak 280`),
    )
  })

  test('that is general and too long for a channel is kept as a draft, and stops it on its way to approval', async () => {
    const general = `{kantor} {tautan} ${'kata '.repeat(60)}`.trim()
    const page = await make({ caption: general })
    const { id } = await newest(page)
    expect(await textOf(humas.get(page))).toContain('Terlalu panjang untuk X')
    const refused = await humas.post(`${page}/versi/${id}/submit`, {})
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/href="#caption">Terlalu panjang untuk X/)
    expect((await newest(page)).state).toBe('draft')
    const form = await textOf(humas.get(`${page}/ubah?bahasa=id&periksa`))
    expect(form).toMatch(/id="caption-error"[^>]*>Terlalu panjang untuk X: \d+ dari paling banyak 280/)
    expect(form).toContain(`${general}</textarea>`)
    const own = sent({ seen: '1', edition: '1', caption: general, 'caption-x': 'Cek: {kantor} {tautan}' })
    expect((await humas.post(`${page}/ubah?bahasa=id`, own)).status).toBe(303)
    expect((await humas.post(`${page}/versi/${id}/submit`, {})).status).toBe(303)
    expect((await newest(page)).state).toBe('submitted')
  })

  test('that came to be too long after it was sent off, with a longer name of an office, is not approved', async () => {
    const page = await make({ caption: `{kantor} {tautan} ${'a'.repeat(192)}` })
    const { id } = await newest(page)
    expect((await humas.post(`${page}/versi/${id}/submit`, {})).status).toBe(303)
    const { house } = served
    const buol = house.as('buol@kabupaten.example')
    const rename = (name: string) =>
      house.db.asActor(buol, tx =>
        tx.updateTable('offices').set({ name }).where('id', '=', buol.officeId).execute(),
      )
    const before = buol.office.name
    await rename('Dinas Tenaga Kerja dan Transmigrasi serta Koperasi Kabupaten Buol')
    const refused = await approver.post(`${page}/versi/${id}/approve`, {})
    expect([refused.status, (await newest(page)).state]).toEqual([422, 'submitted'])
    await rename(before)
    expect((await approver.post(`${page}/versi/${id}/approve`, {})).status).toBe(303)
  })
})

describe('a version', () => {
  test('is compared with the one before it: both pictures, and the words taken out and put in', async () => {
    const page = await make({ headline: 'Cek dulu sebelum berangkat' })
    const first = await newest(page)
    await approve(page, String(first.id))
    await humas.post(`${page}/ubah`, sent({ seen: '1', edition: '1', headline: 'Cek dulu sebelum pergi' }))
    const second = await newest(page)
    const shown = await textOf(humas.get(`${page}/banding?a=${first.id}&b=${second.id}`))
    expect(shown).toContain('<del>berangkat</del><ins>pergi</ins>')
    expect(shown).toContain(`src="${page}/1/portrait"`)
    expect(shown).toContain(`src="${page}/2/portrait"`)
  })

  test('in another language belongs to the same material and is approved by itself', async () => {
    const page = await make()
    await approve(page, String((await newest(page)).id))
    const english = sent({ headline: 'Check first', language: 'en' })
    expect((await humas.post(`${page}/ubah?bahasa=en`, english)).status).toBe(303)
    expect(await newest(page, 'en')).toMatchObject({ number: 2, state: 'draft', headline: 'Check first' })
    expect((await newest(page)).state).toBe('approved')
    expect(await textOf(humas.get(`${page}?bahasa=en`))).toContain('lang="en" dir="ltr"')
  })

  test('is found by its name, its words and its tags', async () => {
    const page = await make({ title: 'Bahan unik', caption: `${caption} pelabuhan`, tags: 'Ternate, #Visa' })
    for (const query of ['cari=unik', 'cari=pelabuhan', 'cari=ternat', 'tanda=visa'])
      expect(await textOf(humas.get(`/materi?${query}`))).toContain(`href="${page}"`)
    expect(await textOf(humas.get('/materi?cari=100%25'))).not.toContain(`href="${page}"`)
  })
})

describe('validity', () => {
  test('ended: duties that are not done stop, and the links show the successor, or a kind notice', async () => {
    const { house } = served
    const story = await publishedPicture(house)
    const { version, campaign, sigi: officer } = story
    const page = `/materi/${version.materialId}`
    const address = `/k/${campaign.slug}?kantor=${officer.officeId}&materi=${version.id}`
    const asked = () => fetch(served.url + address)
    expect((await asked()).status).toBe(200)
    expect((await approver.post(`${page}/versi/${version.id}/akhiri`, {})).status).toBe(303)
    await keepRecalls(house)
    const gone = await asked()
    expect([gone.status, (await gone.text()).includes('tidak berlaku')]).toEqual([410, true])
    const { duties } = await house.db.asJob(async tx => ({
      duties: await tx
        .selectFrom('duties')
        .select(['state', 'stopped_why'])
        .where('campaign_id', '=', campaign.id)
        .execute(),
    }))
    expect(duties.filter(row => row.stopped_why === 'ended').length).toBe(5)
    expect(await textOf(sigi.get('/hari-ini'))).toContain('Dihentikan')
    const next = { design: 'ombak', headline: 'Kata yang baru', seen: '1', edition: '1' }
    expect((await humas.post(`${page}/ubah`, sent(next))).status).toBe(303)
    await approve(page, String((await newest(page)).id))
    const followed = await asked()
    expect(followed.status).toBe(200)
    expect(await followed.text()).toContain('Kata yang baru')
  })
})

describe('a publication to be taken down', () => {
  test('is done on its page by the office that published it, and confirmed by the one whose material it is', async () => {
    const { house } = served
    const { consent } = await publishedPicture(house, '#ed11ed')
    const gone = await humas.post(`/izin/${consent}/cabut`, { reason: 'Diminta lewat telepon' })
    expect(gone.status).toBe(303)
    await keepRecalls(house)
    expect(await textOf(sigi.get('/hari-ini'))).toContain('1 tayangan kantor Anda harus diturunkan')
    const page = /\/penurunan\/\d+/.exec(await textOf(sigi.get('/penurunan')))![0]
    const empty = await sigi.post(`${page}/bukti`, { url: 'bukan alamat' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('value="bukan alamat"')
    expect((await approver.post(`${page}/konfirmasi`, {})).status).toBe(409)
    expect((await sigi.post(`${page}/bukti`, { url: 'https://www.facebook.com/x/posts/1' })).status).toBe(303)
    expect((await sigi.post(`${page}/konfirmasi`, {})).status).toBe(404)
    expect((await approver.post(`${page}/konfirmasi`, {})).status).toBe(303)
    expect(await textOf(sigi.get(page))).toContain('Dipastikan turun')
    expect(await textOf(sigi.get('/hari-ini'))).not.toContain('harus diturunkan')
  })
})

describe('the ledger of a material', () => {
  test('takes an entry, keeps what was typed when it is wrong, says what a withdrawal does, and is no one else’s', async () => {
    const { version, campaign } = await publishedPicture(served.house, '#ee22ee')
    const ledger = `/materi/${version.materialId}/izin`
    const entry = { form: crypto.randomUUID(), versi: String(version.id), kind: 'minor', who: 'Anak di kiri' }
    const wrong = await humas.post(ledger, { ...entry, guardian: '', validUntil: '', note: '' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="Anak di kiri"')
    const right = await humas.post(ledger, { ...entry, guardian: 'Ibu Rahma', validUntil: '', note: '' })
    expect(right.status).toBe(303)
    const shown = await textOf(humas.get(`${ledger}?versi=${version.id}`))
    expect(shown).toContain('disetujui wali: Ibu Rahma')
    const withdraw = /\/izin\/\d+\/cabut/.exec(shown)![0]
    expect(await textOf(humas.get(withdraw))).toContain('2 tayangan di 2 kantor')
    for (const path of [ledger, '/izin', withdraw]) expect((await sigi.get(path)).status).toBe(404)
    expect((await sigi.get(`/materi/${version.materialId}`)).status).toBe(200)
    const published = await textOf(humas.get(`/materi/${version.materialId}/tayang`))
    expect(published).toContain('2 tayangan di 2 kantor')
    expect(published).toContain('https://www.facebook.com/x/posts/1')
    expect(campaign.slug).toMatch(/^kata-mereka/)
  })
})
