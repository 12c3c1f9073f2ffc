/** The caption as this office publishes it: {kantor}, {kontak} and {tautan} are filled in. A contact that nobody verified leaves no gap. */
export const fillCaption = (
  caption: string,
  { office, contact, link }: { office: string; contact: string | undefined; link: string },
): string =>
  caption
    .replaceAll('{kantor}', office)
    .replaceAll('{kontak}', contact ?? '')
    .replaceAll('{tautan}', link)
    .replace(/ {2,}/g, ' ')
    .replace(/ +$/gm, '')

/** WhatsApp's documented link that opens a chat list with a text ready to send. */
export const whatsAppLink = (text: string) => `https://wa.me/?text=${encodeURIComponent(text)}`
