import { type Format, imageSizes } from '../format.ts'

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

/** What a messenger draws beside a link. */
export const cardFormat = 'landscape'
export const cardSize = imageSizes[cardFormat]
