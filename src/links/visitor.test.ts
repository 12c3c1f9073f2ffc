import { expect, test } from 'vitest'
import { addressOf, visitorOf } from './visitor.ts'

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
  'inside Telegram': `Mozilla/5.0 (Linux; Android 14; 23106RN0DA; wv) Version/4.0 ${chrome} Telegram-Android/11.13.2 (Xiaomi 23106RN0DA; Android 14; SDK 34; AVERAGE)`,
  'inside X on iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Twitter for iPhone/11.9',
  'inside Snapchat': `Mozilla/5.0 (Linux; Android 13; wv) Version/4.0 ${chrome}Snapchat/13.30.0.36`,
  'inside Pinterest': `Mozilla/5.0 (Linux; Android 12; wv) Version/4.0 ${chrome} [Pinterest/Android]`,
  'UC Browser on Android':
    'Mozilla/5.0 (Linux; U; Android 9; id-ID; CPH1923) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.8.2.1324 Mobile Safari/537.36',
  'the browser of a Xiaomi phone': `Mozilla/5.0 (Linux; U; Android 13; id-id; 2201117TG) ${chrome} XiaoMi/MiuiBrowser/14.33.0-gn`,
  'Samsung Internet': `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  'a KaiOS phone': 'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
  'a Nokia of before':
    'Nokia200/2.0 (12.04) Profile/MIDP-2.1 Configuration/CLDC-1.1 UCWEB/2.0 (Java; U; MIDP-2.0; id; nokia200) U2/1.0.0 UCBrowser/8.9.0.251',
  'Opera Mini with data saving on': `Mozilla/5.0 (Linux; U; Android 11; RMX2189; wv) Version/4.0 ${chrome} OPR/81.0.2254.73000`,
  'inside LINE': `Mozilla/5.0 (Linux; Android 12; wv) Version/4.0 ${chrome} Line/14.2.1/IAB`,
}

const machines = {
  WhatsApp: 'WhatsApp/2.24.20.89 A',
  'Signal, which says WhatsApp': 'WhatsApp/2',
  LINE: 'facebookexternalhit/1.1;line-poker/1.0',
  Viber: 'Viber/13.3.0.5 CFNetwork/1206 Darwin/20.1.0',
  Skype: 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
  'TikTok looking ahead': 'Mozilla/5.0 (compatible; TikTokSpider; ttspider-feedback@tiktok.com)',
  Pinterest: 'Mozilla/5.0 (compatible; Pinterestbot/1.0; +https://www.pinterest.com/bot.html)',
  'Meta fetching for a person': 'meta-externalfetcher/1.1',
  wget: 'Wget/1.21.4',
  'a program in Python': 'python-requests/2.32.3',
  'a browser without a screen':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36',
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

const from = (remoteAddress: string, forwarded?: string) =>
  addressOf({
    socket: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  } as Parameters<typeof addressOf>[0])

test('a server on this machine says for whom it asks; from elsewhere nobody is believed', () => {
  expect(from('127.0.0.1', '198.51.100.9, 203.0.113.7')).toBe('203.0.113.7')
  expect(from('::ffff:127.0.0.1', '203.0.113.7')).toBe('203.0.113.7')
  expect(from('127.0.0.1')).toBe('127.0.0.1')
  expect(from('192.0.2.1', '203.0.113.7')).toBe('192.0.2.1')
})
