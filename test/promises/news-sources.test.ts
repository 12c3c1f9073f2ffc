import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveActivity, planActivity } from '../../src/coordination/index.ts'
import { noteAttendance } from '../../src/coordination/outreach/note-attendance.ts'
import { activityForm } from '../../src/coordination/programme/form.ts'
import { maker } from '../sample-files.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'
import { signedIn, type Visitor, visitor } from '../visitor.ts'

let served: ServedHouse
let author: Visitor
let editor: Visitor
const sigi = () => served.house.as('sigi@kabupaten.example')
beforeAll(async () => {
  served = await serveSampleHouse()
  const enter = (email: string) =>
    signedIn({ url: served.url, password: one => served.house.password(one) }, email)
  author = await enter('sigi@kabupaten.example')
  editor = await enter('koordinator@bp3mi.example')
})
afterAll(() => served?.end())

/** A session of yesterday, held, with two who came. */
const heldSession = async (title: string): Promise<number> => {
  const actor = sigi()
  const now = served.house.clock()
  const day = now.toZonedDateTimeISO('Asia/Makassar').toPlainDate().subtract({ days: 1 })
  const plan = activityForm.parse({
    kind: 'outreach',
    title,
    placeCode: '72.10.05',
    audience: 'families',
    startsOn: String(day),
    startTime: '09:00',
    endTime: '12:00',
    timeZone: 'Asia/Makassar',
    owners: [String(actor.officeId)],
  })
  return served.house.db.asActor(actor, async tx => {
    const id = await planActivity(tx, actor, plan)
    for (const move of ['begin', 'hold'] as const) await moveActivity(tx, actor, id, move, '', now)
    for (const name of ['Ani', 'Budi'])
      await noteAttendance(tx, served.house.secret, { id, owners: [{ id: actor.officeId }] }, actor, {
        formId: crypto.randomUUID(),
        name,
        origin: '',
        sex: 'f',
        audience: 'families',
      })
    return id
  })
}

/** No page deletes an activity; the database may, as when a record was a mistake or belongs to nobody any more. */
const deleteActivity = (id: number) =>
  served.house.db.asJob(async tx => {
    for (const table of [
      'activity_attendance',
      'activity_people',
      'activity_owners',
      'activity_events',
      'session_reports',
    ])
      await sql`delete from ${sql.table(table)} where activity_id = ${id}`.execute(tx)
    await tx.deleteFrom('activities').where('id', '=', id).execute()
  })

const textOf = async (answer: Response) => (await answer.text()).replaceAll('\u00a0', ' ')
const seenOn = (page: string) => /name="seen" value="(\d+)"/.exec(page)![1]!

const draft = async (id: number) => {
  const answer = await author.post('/redaksi/baru', { source: `activity:${id}`, form: crypto.randomUUID() })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}
const write = async (at: string, over: Record<string, string | Blob> = {}) => {
  const page = await textOf(await author.get(`${at}/ubah`))
  return author.post(`${at}/ubah`, {
    seen: seenOn(page),
    form: crypto.randomUUID(),
    title: 'Warga Sigi belajar memeriksa tawaran kerja',
    body: 'Sigi, KemenP2MI – Sebanyak 2 orang hadir dan belajar memeriksa tawaran kerja sebelum berangkat.',
    ...over,
  })
}
const moves = async (who: Visitor, at: string, move: 'submit' | 'release') =>
  (await who.post(`${at}/${move}`, { seen: seenOn(await textOf(await who.get(at))) })).status

test('a draft outlives its activity: it says so, keeps the figures it was made from, and can be checked, written and released', async () => {
  const activity = await heldSession('Sosialisasi yang catatannya dihapus')
  const at = await draft(activity)
  expect(await textOf(await author.get(at))).not.toContain('Catatan sumbernya sudah tidak ada')
  await deleteActivity(activity)
  const page = await textOf(await author.get(at))
  expect(page).toContain('Catatan sumbernya sudah tidak ada')
  expect(page).toContain('Sosialisasi yang catatannya dihapus')
  expect(page).toMatch(/2 \(/)
  // The checker still knows what was recorded.
  expect(
    (await write(at, { body: 'Sigi, KemenP2MI – Sebanyak 31 orang hadir dan belajar bersama.' })).status,
  ).toBe(303)
  expect(await textOf(await author.get(at))).toMatch(/<mark[^>]*>31/)
  expect((await write(at)).status).toBe(303)
  expect(await moves(author, at, 'submit')).toBe(303)
  expect(await textOf(await editor.get(at))).not.toContain('Catatan sumbernya sudah tidak ada')
  expect(await moves(editor, at, 'release')).toBe(303)
  expect((await author.get('/redaksi')).status).toBe(200)
})

test('a released article outlives its activity: the public reads it as before, and it can be corrected', async () => {
  const activity = await heldSession('Sosialisasi di Sigi Biromaru')
  const at = await draft(activity)
  expect((await write(at)).status).toBe(303)
  expect([await moves(author, at, 'submit'), await moves(editor, at, 'release')]).toEqual([303, 303])
  const { slug } = await served.house.db.asJob(tx =>
    tx
      .selectFrom('articles')
      .select('slug')
      .where('id', '=', Number(at.split('/').at(-1)))
      .executeTakeFirstOrThrow(),
  )
  const reader = visitor(served)
  const before = await textOf(await reader.get(`/berita/${slug}`))
  expect(before).toContain('Sebanyak 2 orang hadir')
  await deleteActivity(activity)
  const after = await reader.get(`/berita/${slug}`)
  expect([after.status, articleIn(await textOf(after))]).toEqual([200, articleIn(before)])
  for (const path of ['/berita', '/berita/umpan.atom', '/berita/umpan.json'])
    expect([path, (await textOf(await reader.get(path))).includes(slug)]).toEqual([path, true])
  expect(await textOf(await author.get(at))).toContain('Catatan sumbernya sudah tidak ada')
  expect((await write(at, { changeNote: 'Kata diperbaiki.' })).status).toBe(303)
  expect([await moves(author, at, 'submit'), await moves(editor, at, 'release')]).toEqual([303, 303])
  expect(await textOf(await reader.get(`/berita/${slug}`))).toContain('Kata diperbaiki.')
})

test('an activity that is gone is no longer offered, and cannot be told of by its number', async () => {
  const activity = await heldSession('Sosialisasi sebentar')
  expect(await textOf(await author.get('/redaksi/baru'))).toContain(`activity:${activity}`)
  await deleteActivity(activity)
  expect(await textOf(await author.get('/redaksi/baru'))).not.toContain(`activity:${activity}`)
  const answer = await author.post('/redaksi/baru', {
    source: `activity:${activity}`,
    form: crypto.randomUUID(),
  })
  expect(answer.status).toBe(404)
})

const photo = (type: 'jpeg' | 'png' | 'webp') =>
  sharp({ create: { width: 1600, height: 900, channels: 3, background: '#824' } })
    .withExif({ IFD0: { Artist: maker }, IFD3: { GPSLatitude: '0/1 53/1 0/1', GPSLatitudeRef: 'S' } })
    [type]()
    .toBuffer()
const file = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name)
const words = { pictureAlt: 'Warga duduk di balai desa.', pictureConsent: 'Lisan, dicatat panitia' }

test.each(['jpeg', 'png', 'webp'] as const)(
  'a %s is taken as a picture of ours: drawn anew, brought down in size, without where and by whom',
  async type => {
    const at = await draft(await heldSession(`Sosialisasi dengan foto ${type}`))
    const sent = await photo(type)
    expect(sent.includes(maker)).toBe(true)
    expect((await write(at, { ...words, picture: file(sent, `foto.${type}`) })).status).toBe(303)
    expect([await moves(author, at, 'submit'), await moves(editor, at, 'release')]).toEqual([303, 303])
    const { slug } = await served.house.db.asJob(tx =>
      tx
        .selectFrom('articles')
        .select('slug')
        .where('id', '=', Number(at.split('/').at(-1)))
        .executeTakeFirstOrThrow(),
    )
    const reader = visitor(served)
    expect(await textOf(await reader.get(`/berita/${slug}`))).toContain(words.pictureAlt)
    const paths = [`/berita/${slug}/gambar/besar`, `/berita/${slug}/gambar/kecil`]
    for (const [who, path] of [
      ...paths.map(path => [reader, path] as const),
      [author, `${at}/gambar`] as const,
    ]) {
      const answer = await who.get(path)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp'])
      const { format, width, exif, xmp } = await sharp(bytes).metadata()
      expect([format, width! <= 1200, exif, xmp]).toEqual(['webp', true, undefined, undefined])
      expect(bytes.includes(maker)).toBe(false)
    }
  },
)

test.each([
  ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'gambar.svg'],
  ['a document', '%PDF-1.7\n1 0 obj\n%%EOF\n', 'foto.jpg'],
  ['a page', '<!doctype html><script>alert(1)</script>', 'foto.png'],
  ['a broken photo', '\xff\xd8\xff\xe0 nothing more', 'foto.jpg'],
  ['an empty file', '', 'foto.jpg'],
])(
  '%s is refused beside its field; what was typed stays, and the article is as it was',
  async (_, content, name) => {
    const at = await draft(await heldSession('Sosialisasi tanpa foto'))
    const typed = {
      title: 'Judul yang tidak boleh hilang',
      body: 'Naskah yang tidak boleh hilang karena berkasnya salah.',
    }
    const answer = await write(at, {
      ...words,
      ...typed,
      picture: file(Buffer.from(content, 'latin1'), name),
    })
    expect(answer.status).toBe(422)
    const page = await textOf(answer)
    expect(page).toMatch(/id="picture-error"[^>]*>[^<]/)
    for (const kept of [typed.title, typed.body, words.pictureAlt, words.pictureConsent])
      expect(page).toContain(kept)
    expect((await author.get(`${at}/gambar`)).status).toBe(404)
    expect(await textOf(await author.get(at))).not.toContain(typed.title)
  },
)

const articleIn = (page: string) => /<article.*<\/article>/s.exec(page)?.[0]
