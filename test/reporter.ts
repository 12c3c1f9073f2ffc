import type { Product } from './product.ts'
import { visitor } from './visitor.ts'

type Fields = Record<string, string | string[] | Blob | Blob[]>

export interface Sent {
  status: number
  html: string
  headers: Headers
  /** 18 digits, when there is a receipt on the page. */
  receipt: string | undefined
}

/** Somebody with a browser and no account, as the pages let one report, read and reply. */
export const reporter = (at: Pick<Product, 'url'>) => {
  const person = visitor(at)
  const send = async (path: string, form: Fields, headers?: Record<string, string>) =>
    readAnswer(await person.post(path, form, headers))
  return {
    /** The number of an empty form. */
    form: async () => /name="form" value="([^"]+)"/.exec(await (await person.get('/lapor')).text())![1]!,
    send,
    report: async (fields: Fields, form: string = crypto.randomUUID()) =>
      send('/lapor', { form, situation: 'asking', role: 'family', reach: 'none', ...fields }),
    open: (number: string) => send('/nomor', { number }),
    read: async (path: string) => readAnswer(await person.get(path)),
  }
}

/** What stands on a page to be read, as a person would read it. */
export const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')

const readAnswer = async (answer: Response): Promise<Sent> => {
  const html = await answer.text()
  return {
    status: answer.status,
    html,
    headers: answer.headers,
    receipt: /class="receipt[^>]*><strong>([\d ]+)</.exec(html)?.[1]?.replaceAll(' ', ''),
  }
}
