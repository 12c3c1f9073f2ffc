import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

// What chat and social programs name themselves when they fetch a page to draw a preview of it.
const unfurlers =
  /WhatsApp\/|facebookexternalhit|facebookcatalog|meta-external|Slack-|SkypeUriPreview|^Viber\/|Embedly|Lighthouse/i

// Generic names. "Cubot" is a maker of phones, whose owners are people.
const machines =
  /(?<!cu)bot(?![a-z])|crawl|spider|preview|scrap|monitor|fetch|curl\/|wget\/|python|java\/|okhttp|go-http|axios|node\b|headless|^dalvik|cfnetwork/i

/**
 * Tells a person's visit from a machine that fetches a preview. Decided from the request alone and forgotten at once:
 * nothing of the visitor is stored (promise P10).
 */
export const visitorOf = (method: string, headers: IncomingHttpHeaders): 'visit' | 'preview' => {
  const agent = headers['user-agent'] ?? ''
  if (method === 'HEAD' || agent.trim() === '' || loadedAhead(headers)) return 'preview'
  return unfurlers.test(agent) || machines.test(agent) ? 'preview' : 'visit'
}

/** Where a request comes from. A server on this machine that passes requests on says whose they are, last in its list. */
export const addressOf = ({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string => {
  const address = socket.remoteAddress ?? ''
  if (!/^(::ffff:)?127\.|^::1$/.test(address)) return address
  return String(headers['x-forwarded-for'] ?? address)
    .split(',')
    .at(-1)!
    .trim()
}

/** A browser or app that loads a page nobody has asked for yet says so, in one of these headers. */
const loadedAhead = (headers: IncomingHttpHeaders) =>
  [headers['sec-purpose'], headers.purpose, headers['x-purpose'], headers['x-moz']].some(
    purpose => purpose !== undefined && /prefetch|preview|prerender/i.test(String(purpose)),
  )
