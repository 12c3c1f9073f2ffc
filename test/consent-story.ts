import sharp from 'sharp'
import type { Consent } from '../src/campaigns/consents/consent.ts'
import { keepConsent } from '../src/campaigns/consents/keep-consent.ts'
import { withdrawConsent } from '../src/campaigns/consents/recall.ts'
import {
  attachProof,
  dutiesOfCampaign,
  makeMaterial,
  moveDuty,
  moveMaterial,
  startCampaign,
  versionsOf,
} from '../src/campaigns/index.ts'
import { versionById } from '../src/campaigns/materials/queries.ts'
import { campaignById } from '../src/campaigns/plan/queries.ts'
import { contactsOf, officeById } from '../src/offices/index.ts'
import { dayOf } from '../src/platform/clock/clock.ts'
import type { SampleHouse } from './house.ts'

export const caption = 'Tanya gratis ke {kantor}. Cek dulu: {tautan}'

export const words = (key: string) => ({
  design: 'artwork' as const,
  language: 'id' as const,
  headline: 'Kata Ibu Rahma sebelum berangkat',
  points: [],
  callToAction: '',
  caption,
  radio: { thirty: '', sixty: '' },
  altText: 'Potret seorang perempuan dengan kerudung cerah di pelabuhan.',
  artwork: { key, edge: 'bottom' as const, fit: 'cover' as const },
})

/** A picture of a colour that no design has, to be recognised wherever it is served. */
export const telltale = async (colour = '#ff00ff') =>
  new Uint8Array(
    await sharp({ create: { width: 900, height: 1100, channels: 3, background: colour } })
      .png()
      .toBuffer(),
  )

/** Whether a tenth of an image has the colour of the telltale picture. */
export const showsTelltale = async (bytes: Uint8Array): Promise<boolean> => {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  let hits = 0
  for (let at = 0; at < data.length; at += 3)
    if (data[at]! > 220 && data[at + 1]! < 60 && data[at + 2]! > 220) hits += 1
  return hits > (info.width * info.height) / 10
}

export const person: Omit<
  Consent,
  'id' | 'materialId' | 'endedAt' | 'endedHow' | 'endReason' | 'recalledAt'
> = {
  kind: 'person',
  who: 'Ibu Rahma dari Donggala',
  guardian: '',
  channels: [],
  validUntil: null,
  proof: undefined,
  note: '',
}

/** A material with somebody in its picture, approved; its consent is the newest. */
export const pictureOfSomebody = async (
  house: SampleHouse,
  given: Partial<typeof person> = {},
  colour = '#ff00ff',
) => {
  const [author, approver] = [house.as('humas@bp3mi.example'), house.as('koordinator@bp3mi.example')]
  const key = await house.files.put(await telltale(colour))
  const version = await house.db.asActor(author, async tx => {
    const material = await makeMaterial(tx, author, 'Kata Ibu Rahma', words(key))
    const [made] = await versionsOf(tx, material)
    await keepConsent(tx, author, made!.id, { ...person, ...given })
    await moveMaterial(tx, author, made!.id, 'submit')
    return made!
  })
  await house.db.asActor(approver, tx => moveMaterial(tx, approver, version.id, 'approve'))
  const consent = await house.db.asJob(tx =>
    tx.selectFrom('consents').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow(),
  )
  return { version, consent: consent.id, author, approver }
}

/** A campaign with that picture at three districts: one has proven it, one has shared it, one is silent. */
export const publishedPicture = async (house: SampleHouse, colour?: string) => {
  const made = await pictureOfSomebody(house, {}, colour)
  const { author, version } = made
  const [sigi, poso] = [house.as('sigi@kabupaten.example'), house.as('poso@kabupaten.example')]
  const silent = await house.db.asJob(tx =>
    tx
      .selectFrom('offices')
      .select('id')
      .where('kind', '=', 'district')
      .where('id', 'not in', [sigi.officeId, poso.officeId])
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  const today = dayOf(house.clock())
  const id = await house.db.asActor(author, tx =>
    startCampaign(tx, author, {
      title: 'Kata mereka',
      purpose: 'Calon pekerja mendengar dari yang sudah pulang.',
      startsOn: today,
      endsOn: today.add({ days: 20 }),
      dueOn: today.add({ days: 5 }),
      coOwners: [],
      versions: [version.id],
      offices: [sigi.officeId, poso.officeId, silent.id],
      channels: ['facebook', 'print'],
    }),
  )
  const { duties, campaign } = await house.db.asJob(async tx => ({
    duties: await dutiesOfCampaign(tx, id),
    campaign: (await campaignById(tx, id))!,
  }))
  const dutyOf = (officeId: number, channel: string) =>
    duties.find(duty => duty.officeId === officeId && duty.channel === channel)!
  await house.db.asActor(sigi, tx =>
    attachProof(tx, sigi, dutyOf(sigi.officeId, 'facebook').id, {
      url: 'https://www.facebook.com/x/posts/1',
    }),
  )
  await house.db.asActor(author, tx => moveDuty(tx, author, dutyOf(sigi.officeId, 'facebook').id, 'accept'))
  await house.db.asActor(poso, tx => moveDuty(tx, poso, dutyOf(poso.officeId, 'print').id, 'share'))
  return { ...made, campaign, duties, sigi, poso, silent: silent.id, dutyOf }
}

/** What is ordered when an office's variant of a version is drawn. */
export const orderOf = (house: SampleHouse, versionId: number, email = 'sigi@kabupaten.example') =>
  house.db.asJob(async tx => {
    const { officeId } = house.as(email)
    return {
      version: (await versionById(tx, versionId))!,
      credit: 'BP3MI',
      office: (await officeById(tx, officeId))!,
      contacts: await contactsOf(tx, [officeId]),
      link: { text: 'x.example/t/k7qm2fa', target: 'HTTPS://X.EXAMPLE/T/K7QM2FA' },
    }
  })

/** The variants of a version that are kept. */
export const keptOf = (house: SampleHouse, versionId: number) =>
  house.db.asJob(tx => tx.selectFrom('variants').selectAll().where('version_id', '=', versionId).execute())

export const withdraw = (house: SampleHouse, author: ReturnType<SampleHouse['as']>, consent: number) =>
  house.db.asActor(author, tx => withdrawConsent(house, tx, author, consent, 'Diminta lewat telepon'))
