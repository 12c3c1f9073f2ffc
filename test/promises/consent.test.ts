import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepRecalls, withdrawConsent } from '../../src/campaigns/consents/recall.ts'
import { formats } from '../../src/campaigns/format.ts'
import { drawKit } from '../../src/campaigns/recap/kit.ts'
import { publishedPicture, showsTelltale } from '../consent-story.ts'
import { type ServedHouse, serveSampleHouse } from '../served-house.ts'
import { signedIn } from '../visitor.ts'

type Story = Awaited<ReturnType<typeof publishedPicture>>

let served: ServedHouse
let story: Story
/** Every address that anybody can ask for, and whether it showed the picture. */
let before: Map<string, boolean>
/** What each address of the staff gave to somebody, before. */
let staffBefore: Map<string, string>
let files: string[]

beforeAll(async () => {
  served = await serveSampleHouse()
  story = await publishedPicture(served.house)
  await drawKit(served.house, story.campaign.id, async () => {})
  before = await crawl(starts())
  staffBefore = await askAsStaff()
  files = await filesOf(story.version.id)
})
afterAll(() => served?.end())

describe('a consent is withdrawn', () => {
  test('before, the picture is public at many addresses, and its variants are kept', () => {
    expect([...before.values()].filter(Boolean).length).toBeGreaterThanOrEqual(18)
    expect(files.length).toBeGreaterThanOrEqual(12)
    console.log(
      `${before.size} public addresses, ${[...before.values()].filter(Boolean).length} show the picture`,
    )
  })

  test('after one run of the job no public address serves the image, and none that did fails', async () => {
    const { house } = served
    await house.db.asActor(story.author, tx =>
      withdrawConsent(house, tx, story.author, story.consent, 'Yang bersangkutan meminta lewat telepon'),
    )
    await keepRecalls(house)
    const after = await crawl([...new Set([...before.keys(), ...starts()])])
    expect([...after].filter(([, shows]) => shows)).toEqual([])
    for (const [address, showed] of before)
      if (showed) {
        const answer = await fetch(served.url + address)
        expect([address, answer.status, answer.headers.get('cache-control')]).toEqual([
          address,
          410,
          'no-store',
        ])
        expect(answer.headers.get('content-type')).toMatch(/^image\//)
      }
  })

  test('nor does any address of the staff give it, to its own author as little as to an office', async () => {
    const shown = (addresses: Map<string, string>) =>
      [...addresses].filter(([, what]) => what === 'picture' || what === 'page').map(([address]) => address)
    expect(shown(staffBefore).length).toBeGreaterThan(60)
    const after = await askAsStaff()
    expect(shown(after)).toEqual([])
    expect([...after.keys()]).toEqual([...staffBefore.keys()])
  })

  test('the original stays in the store as evidence, which the ledger says, and no address bears its key', async () => {
    const { house } = served
    const key = story.version.artwork!.key
    expect(await house.files.has(key)).toBe(true)
    const author = await signedIn({ ...served, password: house.password }, 'humas@bp3mi.example')
    const ledger = await (await author.get(`/materi/${story.version.materialId}/izin`)).text()
    expect(ledger).toContain('Berkas aslinya tersimpan di server ini sebagai bukti')
    expect(ledger).not.toContain(key)
  })

  test('every variant is forgotten, on the disk too', async () => {
    expect(await filesOf(story.version.id)).toEqual([])
    for (const file of files) expect(await served.house.files.has(file)).toBe(false)
  })

  test('every office that published it, and no other, has a removal duty, told by letter', async () => {
    const { removals, letters } = await served.house.db.asJob(async tx => ({
      removals: await tx.selectFrom('removals').selectAll().orderBy('id').execute(),
      letters: await tx.selectFrom('removal_letters').selectAll().execute(),
    }))
    expect(removals.length).toBe(2)
    expect(removals.map(row => [row.office_id, row.channel, row.state])).toEqual(
      expect.arrayContaining([
        [story.sigi.officeId, 'facebook', 'told'],
        [story.poso.officeId, 'print', 'told'],
      ]),
    )
    expect(new Set(letters.map(row => row.staff_id))).toEqual(
      new Set([story.sigi.staffId, story.poso.staffId]),
    )
    expect(letters.every(row => row.mailed_at !== null)).toBe(true)
  })

  test('the duties that were not done are stopped, the proven one stays proven', async () => {
    const duties = await served.house.db.asJob(tx =>
      tx
        .selectFrom('duties')
        .select(['state', 'stopped_why'])
        .where('campaign_id', '=', story.campaign.id)
        .execute(),
    )
    expect(duties.filter(({ state }) => state === 'accepted').map(row => row.stopped_why)).toEqual([null])
    expect(duties.filter(({ state }) => state !== 'accepted').map(row => row.stopped_why)).toEqual(
      Array(5).fill('recalled'),
    )
  })

  test('a second run changes nothing and tells nobody again', async () => {
    const count = () =>
      served.house.db.asJob(async tx => [
        (await tx.selectFrom('removals').select('id').execute()).length,
        (await tx.selectFrom('removal_letters').select('id').execute()).length,
      ])
    const once = await count()
    await keepRecalls(served.house)
    expect(await count()).toEqual(once)
  })
})

const starts = () => {
  const { slug } = story.campaign
  const offices = [story.sigi.officeId, story.poso.officeId, story.silent]
  const pages = offices.map(office => `/k/${slug}?kantor=${office}&materi=${story.version.id}`)
  const pictures = offices.flatMap(office =>
    [360, 540, 1080].map(width => `/k/${slug}/${story.version.id}/${office}/${width}`),
  )
  const taken = offices.flatMap(office =>
    ['kartu', ...formats.map(format => `unduh/${format}`)].map(
      name => `/k/${slug}/${story.version.id}/${office}/${name}`,
    ),
  )
  const lists = ['/', '/sitemap.xml', '/berita', '/k', '/k/umpan.atom', '/k/umpan.json', `/k/${slug}`]
  return [...lists, ...pages, ...pictures, ...taken]
}

/** Follows every address of the house from page to page, as a stranger: what it finds, and whether it shows the picture. */
const crawl = async (from: string[]) => {
  const found = new Map<string, boolean>()
  const left = [...from]
  while (left.length > 0 && found.size < 400) {
    const address = left.shift()!
    if (found.has(address)) continue
    const answer = await fetch(served.url + address, { redirect: 'manual' })
    const type = answer.headers.get('content-type') ?? ''
    found.set(address, type.startsWith('image/') && (await shows(answer)))
    if (/html|xml|json/.test(type)) left.push(...addressesIn(await answer.text()))
    const location = answer.headers.get('location')
    if (location?.startsWith('/')) left.push(location)
  }
  return found
}

/** Every picture, page and parcel of the version, as each of those who may work with it asks for it. */
const askAsStaff = async () => {
  const { version, duties, author, approver, sigi, poso } = story
  const found = new Map<string, string>()
  const password = served.house.password
  for (const { email } of [author, approver, sigi, poso, served.house.as('pimpinan@bp3mi.example')]) {
    const person = await signedIn({ url: served.url, password }, email)
    const own = duties.filter(({ officeId }) => [sigi.officeId, poso.officeId].includes(officeId))
    const addresses = [
      ...formats.map(format => `/materi/${version.materialId}/${version.number}/${format}`),
      ...own.flatMap(({ id }) => [
        `/tugas/${id}/portrait`,
        `/tugas/${id}/a4`,
        `/tugas/luring/${id}/gambar`,
        `/tugas/${id}/paket/unduh`,
      ]),
    ]
    for (const address of addresses) found.set(`${email} ${address}`, await given(await person.get(address)))
  }
  return found
}

const given = async (answer: Response): Promise<string> => {
  const type = answer.headers.get('content-type') ?? ''
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (!answer.ok) return String(answer.status)
  if (type === 'application/zip') return givenIn(Object.entries(unzipSync(bytes)))
  // A page is drawn of the material or not at all: the notice is a picture.
  if (type === 'application/pdf') return 'page'
  return (await showsTelltale(bytes)) ? 'picture' : 'notice'
}

const givenIn = async (entries: [string, Uint8Array][]) => {
  for (const [name, bytes] of entries)
    if (name.endsWith('.pdf') || (await showsTelltale(bytes))) return 'picture'
  return 'notice'
}

const shows = async (answer: Response) => {
  const type = answer.headers.get('content-type')!
  return type.includes('svg') ? false : showsTelltale(new Uint8Array(await answer.arrayBuffer()))
}

const addressesIn = (text: string) => {
  const attributes = [
    ...text.matchAll(
      /(?:href|src|srcset|content|action)="([^"]+)"|<loc>([^<]+)<|"(?:url|image)":\s*"([^"]+)"/g,
    ),
  ]
  return attributes
    .flatMap(([, a, b, c]) => (a ?? b ?? c ?? '').split(/,\s+/))
    .map(part => part.trim().split(' ')[0]!.replaceAll('&amp;', '&'))
    .map(address => address.replace(/^https:\/\/sinergi\.example\.go\.id/, ''))
    .filter(address => address.startsWith('/') && !address.startsWith('//'))
    .map(address => address.split('#')[0]!)
    .filter(address => !/^\/(assets|bahasa|masuk|rekaman)/.test(address))
}

const filesOf = (versionId: number) =>
  served.house.db.asJob(async tx =>
    (await tx.selectFrom('variants').select('file_key').where('version_id', '=', versionId).execute()).map(
      row => row.file_key,
    ),
  )
