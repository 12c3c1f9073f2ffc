import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Language, languages } from '../i18n/language.tsx'

export type Method = 'GET' | 'POST'

/** What a route says of itself before anything runs; every route is one of these, and the list of all is the table of contents. */
export interface Route {
  method: Method
  path: string
  /** 'open' to everybody, 'account' for anyone signed in, or the permission that the room of staff names. */
  gate: string
  /** The verb in the audit trail, or 'none' for what is neither sensitive nor a deed. */
  audit: string
  answer: (c: Context) => Response | Promise<Response>
}

export interface Visit {
  c: Context
  language: Language
}

/** A route for everybody, without an account. */
export const open = (
  method: Method,
  path: string,
  answer: (visit: Visit) => Response | Promise<Response>,
): Route => ({
  method,
  path,
  gate: 'open',
  audit: 'none',
  answer: c => answer({ c, language: languageOf(c) }),
})

/** The visitor's language: the one chosen, or Indonesian. */
export const languageOf = (c: Context): Language =>
  getCookie(c, 'lang') === 'en' ? languages.en : languages.id

/** A path inside this house, or the start page: never a way out of it. */
export const safePath = (wanted: string | undefined, otherwise = '/'): string =>
  wanted?.startsWith('/') && !wanted.startsWith('//') && !wanted.includes('\\') ? wanted : otherwise

/** A whole number from the address, or nothing. */
export const idOf = (c: Context, name = 'id'): number | undefined => {
  const text = c.req.param(name) ?? ''
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
