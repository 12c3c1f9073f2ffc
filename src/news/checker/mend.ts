import type { Content } from '../article.ts'
import type { Finding } from './finding.ts'

/** The article with one finding mended; everything else stays to the letter. */
export const mend = (content: Content, { field, start, end, fix }: Finding): Content => {
  if (fix === undefined) return content
  const put = (text: string) => text.slice(0, start) + fix + text.slice(end)
  const [name, index] = field.split('.') as [string, string | undefined]
  if (index !== undefined)
    return {
      ...content,
      quotes: content.quotes.map((quote, place) =>
        place === Number(index) ? { ...quote, [name]: put(quote[name as keyof typeof quote]) } : quote,
      ),
    }
  return { ...content, [name]: put(content[name as 'title' | 'body' | 'pictureAlt']) }
}
