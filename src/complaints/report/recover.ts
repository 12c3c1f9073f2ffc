import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { House } from '../../platform/house.ts'
import { Busy, Conflict, TooLarge } from '../../platform/http/failures.ts'
import { languageOf } from '../../platform/http/route.ts'
import { salvage } from '../../platform/http/salvage.ts'
import type { Translate } from '../../platform/i18n/messages.ts'
import { isRetold } from './again-page.tsx'
import { reporterPages } from './show.tsx'

/**
 * A report or a message that could not be taken, for whatever reason, comes back with all that was typed; a number does when too
 * many wait.
 * @returns nothing for other pages
 */
export const recoverReport = (house: House) => {
  const { showForm, showAgain, showNumber } = reporterPages(house)
  return async (c: Context, error: Error): Promise<Response | undefined> => {
    const { path, method } = c.req
    const withNumber = error instanceof Busy && path.startsWith('/nomor')
    if (method !== 'POST' || !(path === '/lapor' || isRetold(path) || withNumber)) return undefined
    const visit = { c, language: languageOf(c) }
    const { status, why } = whyNotTaken(error, house, visit.language.t)
    const form = { values: await salvage(c), errors: {} }
    const answer =
      path === '/lapor'
        ? await showForm(visit, form, status, why)
        : isRetold(path)
          ? showAgain(visit, { path, form, why }, status)
          : showNumber(visit, { ...form, errors: { number: visit.language.t('number.busy') } }, status)
    if (error instanceof Busy) answer.headers.set('retry-after', String(error.retrySeconds))
    return answer
  }
}

/** What to say of a form that could not be taken; what nobody expected is logged, and said with a reference. */
export const whyNotTaken = (error: Error, { log }: House, t: Translate): { status: number; why: string } => {
  if (error instanceof TooLarge) return { status: 413, why: t('again.too-large') }
  if (error instanceof Busy) return { status: 503, why: t('again.busy') }
  if (error instanceof Conflict) return { status: 409, why: t(error.key) }
  if (error instanceof HTTPException && error.status === 403)
    return { status: 403, why: t('again.foreign-form') }
  const reference = randomUUID().slice(0, 8)
  log.error({ err: error, reference, route: 'report' }, 'failed')
  return { status: 500, why: t('again.failed', { reference }) }
}
