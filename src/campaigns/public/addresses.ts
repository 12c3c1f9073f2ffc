import { type Format, formats, imageSizes } from '../variant.ts'

/** Where one office's variant stands for the public, and its pictures. */
export interface Spot {
  slug: string
  versionId: number
  officeId: number
}

export const pageOf = ({ slug, versionId, officeId }: Spot) =>
  `/k/${slug}?materi=${versionId}&kantor=${officeId}`

export const pictureOf = ({ slug, versionId, officeId }: Spot, width: number) =>
  `/k/${slug}/${versionId}/${officeId}/${width}`

export const cardOf = ({ slug, versionId, officeId }: Spot) => `/k/${slug}/${versionId}/${officeId}/kartu`

export const downloadOf = ({ slug, versionId, officeId }: Spot, format: Format) =>
  `/k/${slug}/${versionId}/${officeId}/unduh/${format}`

/** What a messenger draws beside a link: wide where that format is drawn, else square. */
export const cardFormat = (formats.find(format => String(format) === 'landscape') ?? 'square') as 'square'
export const cardSize: { width: number; height: number } = imageSizes[cardFormat]
