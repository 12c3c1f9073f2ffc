import type { HTMLAttributes } from 'preact'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'ask-offer': HTMLAttributes<HTMLElement>
      'auto-refresh': HTMLAttributes<HTMLElement>
      'char-count': HTMLAttributes<HTMLElement>
      'keep-draft': HTMLAttributes<HTMLElement>
      'keep-kit': HTMLAttributes<HTMLElement>
      'kit-age': HTMLAttributes<HTMLElement>
      'kept-list': HTMLAttributes<HTMLElement>
      'copy-text': HTMLAttributes<HTMLElement>
      'live-blocks': HTMLAttributes<HTMLElement>
      'review-desk': HTMLAttributes<HTMLElement>
      'send-proof': HTMLAttributes<HTMLElement>
      'share-file': HTMLAttributes<HTMLElement>
      'slot-preview': HTMLAttributes<HTMLElement>
      'take-attendance': HTMLAttributes<HTMLElement>
      'share-page': HTMLAttributes<HTMLElement>
      'walk-list': HTMLAttributes<HTMLElement>
    }
  }
}
