import type { Channel } from '../channel.ts'

interface Network {
  channel: Channel
  hosts: readonly string[]
  /** Paths, with their query, of single posts. */
  posts: readonly RegExp[]
  examples: readonly string[]
}

/**
 * How the address of one post looks on each network, as of 24 November 2026 (docs/unverified.md). Data: a network that changes its
 * addresses changes a line here. Nothing is ever fetched; whether the post is there, a person sees.
 */
export const networks: readonly Network[] = [
  {
    channel: 'instagram',
    hosts: ['instagram.com'],
    posts: [
      /^\/(?:[\w.]+\/)?(?:p|reel|reels|tv)\/[\w-]{5,}/,
      /^\/stories\/[\w.]+\/\d+/,
      /^\/share\/(?:p|reel)\/[\w-]+/,
    ],
    examples: [
      'https://www.instagram.com/p/DRk2abcXYZ1/',
      'https://www.instagram.com/disnakersigi/reel/DRk2abcXYZ1/',
    ],
  },
  {
    channel: 'facebook',
    hosts: ['facebook.com', 'fb.watch', 'fb.com'],
    posts: [
      /^\/[^/]+\/(?:posts|videos|photos)\/[^/?]+/,
      /^\/groups\/[^/]+\/(?:posts|permalink)\/\d+/,
      /^\/(?:permalink|story)\.php\?(?:.*&)?story_fbid=\w+/,
      /^\/(?:photo|photo\.php|watch)\/?\?(?:.*&)?(?:fbid|v)=\d+/,
      /^\/(?:reel|share\/[prv]|share)\/\w+/,
    ],
    examples: [
      'https://www.facebook.com/disnakertrans.sigi/posts/122105',
      'https://web.facebook.com/permalink.php?story_fbid=pfbid02abc&id=1000',
      'https://www.facebook.com/share/p/1AbCdEfGhI/',
    ],
  },
  {
    channel: 'tiktok',
    hosts: ['tiktok.com'],
    posts: [/^\/@[\w.]+\/(?:video|photo)\/\d+/, /^\/t\/\w+/],
    examples: ['https://www.tiktok.com/@disnakersigi/video/7300000000000000001'],
  },
  {
    channel: 'tiktok',
    hosts: ['vt.tiktok.com', 'vm.tiktok.com'],
    posts: [/^\/\w+/],
    examples: ['https://vt.tiktok.com/ZSabc123/'],
  },
  {
    channel: 'x',
    hosts: ['x.com', 'twitter.com'],
    posts: [/^\/\w+\/status\/\d+/],
    examples: ['https://x.com/disnakersigi/status/1990000000000000001'],
  },
  {
    channel: 'whatsapp',
    hosts: ['whatsapp.com'],
    posts: [/^\/channel\/\w+\/\d+/],
    examples: ['https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp/123'],
  },
]

/**
 * Which network an address belongs to, and whether it is one post there; nothing for any other place.
 * A shorter host of the list covers the names below it: m.facebook.com, web.facebook.com.
 */
export const permalinkOf = (address: string): { channel: Channel; isPost: boolean } | undefined => {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url) return undefined
  const known = networks
    .flatMap(network => network.hosts.map(host => ({ ...network, host })))
    .filter(({ host }) => url.hostname === host || url.hostname.endsWith(`.${host}`))
    .sort((a, b) => b.host.length - a.host.length)[0]
  return (
    known && {
      channel: known.channel,
      isPost: known.posts.some(post => post.test(url.pathname + url.search)),
    }
  )
}
