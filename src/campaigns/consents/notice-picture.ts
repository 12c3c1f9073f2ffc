import { typeset } from '../../platform/documents/typeset.ts'
import { languages } from '../../platform/i18n/language.tsx'
import { rasterise } from '../../platform/images/raster.ts'

const size = { width: 1080, height: 1080 }

let drawn: Promise<Uint8Array> | undefined

/** The picture that stands where one stood that may be shown no more, in both languages, since a picture knows no reader. */
export const noticePicture = async (): Promise<{ bytes: Uint8Array; type: string }> => {
  drawn ??= draw()
  return { bytes: await drawn, type: 'image/png' }
}

const draw = () => {
  const [id, en] = [languages.id.t, languages.en.t]
  const data = {
    ...size,
    title: id('recall.notice-title'),
    text: id('recall.notice-text'),
    titleEn: en('recall.notice-title'),
    textEn: en('recall.notice-text'),
  }
  const sheet = typeset({ template: 'src/campaigns/consents/notice.typ', data })
  return rasterise(sheet.svg(), { ...size, format: 'png' })
}
