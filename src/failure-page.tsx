import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { WaysOn } from './front/index.ts'
import type { House } from './platform/house.ts'
import { Busy, Conflict, NotFound, TooLarge } from './platform/http/failures.ts'
import { languageOf } from './platform/http/route.ts'
import type { MessageKey } from './platform/i18n/messages.ts'
import { publicPage } from './staff/index.ts'

interface Said {
  status: number
  title: MessageKey
  text: MessageKey
}

/** Every refusal and every bug as a page that says what happened and what to do next. */
export const failurePage = (house: House, c: Context, error: Error): Response => {
  const language = languageOf(c)
  const { status, title, text } = saidOf(error)
  const reference = status === 500 ? crypto.randomUUID().slice(0, 8) : ''
  if (status === 500) house.log.error({ err: error, reference, route: c.req.routePath }, 'failed')
  const back = c.req.method === 'POST' && status === 409 ? refererPath(c) : undefined
  const view = (
    <>
      <h1>{language.t(title)}</h1>
      <p>{language.t(text, { reference })}</p>
      <p>
        <a href={back ?? '/'}>{language.t(back ? 'failure.see-now' : 'failure.home')}</a>
      </p>
      {status === 404 && <WaysOn />}
    </>
  )
  return publicPage(house, { c, language }, view, { title: language.t(title), narrow: true, status })
}

const saidOf = (error: Error): Said => {
  if (error instanceof NotFound)
    return { status: 404, title: 'failure.not-found', text: 'failure.not-found-text' }
  if (error instanceof Conflict) return { status: 409, title: 'failure.conflict', text: error.key }
  if (error instanceof Busy) return { status: 503, title: 'failure.busy', text: 'failure.busy-text' }
  if (error instanceof TooLarge)
    return { status: 413, title: 'failure.too-large', text: 'failure.too-large-text' }
  if (error instanceof HTTPException && error.status === 403)
    return { status: 403, title: 'failure.foreign-form', text: 'failure.foreign-form-text' }
  return { status: 500, title: 'failure.bug', text: 'failure.bug-text' }
}

const refererPath = (c: Context) => {
  const referer = c.req.header('referer')
  return referer && URL.canParse(referer) ? new URL(referer).pathname : undefined
}
