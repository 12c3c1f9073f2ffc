import { type Contact, type Office, posterContact } from '../../offices/index.ts'
import type { House } from '../../platform/house.ts'
import { resized } from '../../platform/images/resized.ts'
import { type PosterLink, trackedLink } from '../draw-variant.ts'
import { renderVariant } from '../render-variant.ts'
import type { Design } from './design.ts'
import type { SlotValues } from './slot.ts'

interface Example {
  design: Design
  office: Office
  contacts: Contact[]
  link: PosterLink
  slots: SlotValues
}

/** The code that previews carry: no duty has it. */
const previewCode = '2222222'

export const previewLink = (publicUrl: string) => trackedLink(publicUrl, previewCode)

/** A design with the words it is shown with, as this office would have it; drawn for the moment and kept nowhere. */
export const drawExample = async (
  { files }: Pick<House, 'files'>,
  { design, office, contacts, link, slots }: Example,
) => {
  const logo = office.logoKey ? await files.get(office.logoKey) : undefined
  const contact = posterContact(contacts)?.value
  const { bytes } = await renderVariant(
    { design, ...design.example, language: 'id' },
    {
      office: office.name,
      ...(contact && { contact }),
      ...(logo && { logo }),
      linkText: link.text,
      linkTarget: link.target,
      credit: office.name,
      slots,
    },
    'square',
  )
  return { bytes: await resized(bytes, 1080), type: 'image/webp' }
}
