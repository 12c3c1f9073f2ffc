import type { IncomingHttpHeaders } from 'node:http'

const fetchers =
  /WhatsApp\/|facebookexternalhit|facebot|meta-external|TelegramBot|Twitterbot|Slack|LinkedInBot|Discordbot|SkypeUriPreview|Viber|Line\/.*bot|Applebot|bot\b|crawl|spider|preview|scrap|fetch|monitor|curl|wget|python|java\/|okhttp|go-http|axios|node|headless/i

/**
 * Tells a person's visit from a machine that fetches a preview. Decided from the request alone and forgotten at once:
 * nothing of the visitor is stored (promise P10).
 */
export const visitorOf = (method: string, headers: IncomingHttpHeaders): 'visit' | 'preview' => {
  const agent = headers['user-agent'] ?? ''
  const purpose = `${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''} ${headers['x-moz'] ?? ''} ${headers['x-purpose'] ?? ''}`
  return method === 'HEAD' || agent === '' || /prefetch|preview|prerender/i.test(purpose) || fetchers.test(agent) ? 'preview' : 'visit'
}
