import { expect, test } from 'vitest'
import { networks, permalinkOf } from './permalinks.ts'
import { isVerified, lookAtAddress, plainAddress } from './sighting.ts'

test.each(networks.flatMap(({ channel, examples }) => examples.map(example => [example, channel] as const)))(
  '%s is one post on %s',
  (example, channel) => {
    expect(permalinkOf(example)).toEqual({ channel, isPost: true })
    expect(lookAtAddress(example, channel)).toMatchObject({ verdict: 'fits' })
  },
)

test.each([
  ['https://www.instagram.com/disnakersigi/', 'instagram'],
  ['https://www.facebook.com/disnakertrans.sigi', 'facebook'],
  ['https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp', 'whatsapp'],
  ['https://x.com/disnakersigi', 'x'],
] as const)('%s is a page and not a post: left to a person', (address, channel) => {
  expect(lookAtAddress(address, channel)).toMatchObject({ verdict: 'unclear', channel })
})

test('a post elsewhere is said to be elsewhere, and a look-alike of a network is not the network', () => {
  const post = 'https://www.facebook.com/disnakertrans.sigi/posts/1'
  expect(lookAtAddress(post, 'instagram')).toMatchObject({ verdict: 'foreign', channel: 'facebook' })
  for (const other of [
    'https://facebook.com.contoh.id/a/posts/1',
    'https://notfacebook.com/a/posts/1',
    'https://sigikab.go.id/berita/1',
  ])
    expect(lookAtAddress(other, 'facebook')).toEqual({
      kind: 'address',
      verdict: 'unclear',
      channel: undefined,
    })
})

test('one post is one address, however it was copied; two posts are two', () => {
  const same = [
    'https://www.facebook.com/sigi/posts/1?mibextid=abc&__tn__=x',
    'https://m.facebook.com/sigi/posts/1/',
    'https://web.facebook.com/sigi/posts/1#komentar',
  ]
  expect(new Set(same.map(plainAddress)).size).toBe(1)
  const two = [
    'https://facebook.com/permalink.php?story_fbid=1&id=9',
    'https://facebook.com/permalink.php?story_fbid=2&id=9',
  ]
  expect(new Set(two.map(plainAddress)).size).toBe(2)
})

test('one thing against a proof outweighs what speaks for it', () => {
  expect(isVerified([{ verdict: 'fits' }, { verdict: 'unclear' }])).toBe(true)
  expect(isVerified([{ verdict: 'fits' }, { verdict: 'foreign' }])).toBe(false)
  expect(isVerified([{ verdict: 'unclear' }])).toBe(false)
  expect(isVerified([])).toBe(false)
})
