import type { Product } from './product.ts'

/** A browser without a screen: keeps its cookies and says where its forms come from. */
export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Bytes as they are, the way a phone sends what waited on it. */
  hand(path: string, bytes: Blob): Promise<Response>
  post(
    path: string,
    form: Record<string, string | string[] | Blob | Blob[]>,
    headers?: Record<string, string>,
  ): Promise<Response>
}

export const visitor = ({ url }: Pick<Product, 'url'>): Visitor => {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: { origin: url, cookie, ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(name!, value!)
    }
    return response
  }
  return {
    get: (path, headers = {}) => send(path, { headers }),
    hand: (path, body) => send(path, { method: 'POST', body }),
    post: (path, form, headers = {}) => send(path, { method: 'POST', body: bodyOf(form), headers }),
  }
}

/** Somebody of the sample province, signed in. */
export const signedIn = async (
  product: Pick<Product, 'url' | 'password'>,
  email: string,
): Promise<Visitor> => {
  const person = visitor(product)
  const response = await person.post('/masuk', { email, password: product.password(email) })
  if (response.status !== 303) throw new Error(`${email} could not sign in: ${response.status}`)
  return person
}

/** Fields as a browser sends them: with a file as parts, without one as a plain list. */
const bodyOf = (form: Record<string, string | string[] | Blob | Blob[]>) => {
  const entries = Object.entries(form).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map(item => [name, item] as const) : [[name, value] as const],
  )
  if (!entries.some(([, value]) => value instanceof Blob))
    return new URLSearchParams(entries as [string, string][])
  const body = new FormData()
  for (const [name, value] of entries) body.append(name, value)
  return body
}
