import type { House } from '../../platform/house.ts'
import type { Body } from '../../platform/http/forms.ts'
import type { Language } from '../../platform/i18n/language.tsx'
import { acceptFile, mostFiles } from '../files/accept-file.ts'
import { type StoredFile, sealToStore } from '../files/keep-file.ts'

/**
 * The files of a sent form, looked at and sealed to the store. One bad file stops the form, so that nothing is half done; the
 * message names it. @returns the files, or the message for the field
 */
export const readFiles = async (
  house: Pick<House, 'files'>,
  complaintId: string,
  body: Body,
  { t }: Language,
  from: StoredFile['from'] = 'reporter',
): Promise<{ ok: true; files: StoredFile[] } | { ok: false; message: string }> => {
  const sent = [body.files ?? []]
    .flat()
    .filter(item => item instanceof File && item.size + item.name.length > 0) as File[]
  if (sent.length > mostFiles) return { ok: false, message: t('report.too-many-files', { most: mostFiles }) }
  const accepted = []
  for (const file of sent) {
    const looked = await acceptFile(file.name, new Uint8Array(await file.arrayBuffer()))
    if (!looked.ok) return { ok: false, message: t(`report.file-${looked.reason}`, { name: file.name }) }
    accepted.push(looked.file)
  }
  const files: StoredFile[] = []
  for (const file of accepted) files.push(await sealToStore(house, complaintId, file, from))
  return { ok: true, files }
}
