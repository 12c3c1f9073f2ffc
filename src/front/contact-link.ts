/** The address behind a contact: dials, opens WhatsApp, writes or opens a site; nothing for a street or opening hours. */
export const contactLink = (kind: string, value: string): string | undefined => {
  if (kind === 'phone') return `tel:${value.replace(/[^\d+*#]/g, '')}`
  if (kind === 'whatsapp') return `https://wa.me/${international(value)}`
  if (kind === 'email') return `mailto:${value}`
  return kind === 'website' && /^https?:\/\//.test(value) ? value : undefined
}

// WhatsApp wants the country first and no sign but digits.
const international = (value: string) => value.replace(/\D/g, '').replace(/^0/, '62')
