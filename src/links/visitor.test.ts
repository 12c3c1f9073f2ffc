import { expect, test } from 'vitest'
import { visitorOf } from './visitor.ts'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36'
const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

const people = {
  'Chrome on Android': `Mozilla/5.0 (Linux; Android 10; K) ${chrome}`,
  'an old Android browser':
    'Mozilla/5.0 (Linux; U; Android 4.4.2; in-id; SM-G313HZ) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30',
  'a phone by Cubot': `Mozilla/5.0 (Linux; Android 9; CUBOT X19) ${chrome}`,
  'another phone by Cubot': `Mozilla/5.0 (Linux; Android 11; CUBOT_NOTE_20) ${chrome}`,
  'Safari on iPhone': `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${safari}`,
  'Firefox on a desktop': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Opera Mini':
    'Opera/9.80 (J2ME/MIDP; Opera Mini/9.80 (S60; SymbOS; Opera Mobi/23.348; U; en) Presto/2.5.25 Version/10.54',
  'Opera Mini on Android':
    'Opera/9.80 (Android; Opera Mini/36.2.2254/191.249; U; id) Presto/2.12.423 Version/12.16',
  'UC Browser on a feature phone':
    'UCWEB/2.0 (Java; U; MIDP-2.0; id; nokia5130c-2) U2/1.0.0 UCBrowser/9.4.1.482 U2/1.0.0 Mobile',
  'inside Instagram': `Mozilla/5.0 (Linux; Android 14; SM-A055F; wv) Version/4.0 ${chrome} Instagram 390.0.0.43.81 Android (34/14; 300dpi; id_ID)`,
  'inside Facebook on Android': `Mozilla/5.0 (Linux; Android 13; wv) Version/4.0 ${chrome} [FB_IAB/FB4A;FBAV/520.0.0.41.99;]`,
  'inside Facebook on iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/470.0.0.30.97;FBDV/iPhone12,1]',
  'inside TikTok': `Mozilla/5.0 (Linux; Android 12; wv) Version/4.0 ${chrome} musical_ly_2023 JsSdk/1.0 BytedanceWebview/d8a21c6`,
  'inside LINE': `Mozilla/5.0 (Linux; Android 12; wv) Version/4.0 ${chrome} Line/14.2.1/IAB`,
}

const machines = {
  WhatsApp: 'WhatsApp/2.24.20.89 A',
  'WhatsApp on iPhone': 'WhatsApp/2.25.1.75 i',
  Facebook: 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Facebook bot': 'Facebot',
  Meta: 'meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)',
  Telegram: 'TelegramBot (like TwitterBot)',
  X: 'Twitterbot/1.0',
  Slack: 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  LinkedIn: 'LinkedInBot/1.0 (compatible; Mozilla/5.0; +http://www.linkedin.com)',
  Discord: 'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
  Google: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Google on a phone': `Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) ${chrome} (compatible; Googlebot/2.1)`,
  Bing: 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  Apple: 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) (Applebot/0.1)',
  'iMessage, which poses as others': `Mozilla/5.0 (Macintosh) ${safari} facebookexternalhit/1.1 Facebot Twitterbot/1.0`,
  ByteDance:
    'Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)',
  'a crawler': 'archive.org_crawler/3.3',
  'a preview service': 'Snap URL Preview Service; bot; snapchat',
  curl: 'curl/8.5.0',
  'an app that looks ahead': 'Dalvik/2.1.0 (Linux; U; Android 13; 2201117TY)',
  'an iPhone that looks ahead': 'MobileSafari/8617 CFNetwork/1494.0.7 Darwin/23.4.0',
  'no name': '',
  'a blank name': ' ',
}

test.each(Object.entries(people))('a visit: %s', (_who, agent) => {
  expect(visitorOf('GET', { 'user-agent': agent })).toBe('visit')
})

test.each(Object.entries(machines))('a preview: %s', (_who, agent) => {
  expect(visitorOf('GET', { 'user-agent': agent })).toBe('preview')
})

const person = { 'user-agent': people['Chrome on Android'] }

test.each([
  { 'sec-purpose': 'prefetch' },
  { 'sec-purpose': 'prefetch;prerender' },
  { purpose: 'prefetch' },
  { 'x-purpose': 'preview' },
  { 'x-moz': 'prefetch' },
])("a preview: a person's browser that looks ahead, %o", headers => {
  expect(visitorOf('GET', { ...person, ...headers })).toBe('preview')
})

test('a preview: only the headers are asked for, or nobody says who asks', () => {
  expect(visitorOf('HEAD', person)).toBe('preview')
  expect(visitorOf('GET', {})).toBe('preview')
})
