import type { HTMLAttributes } from 'preact'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'share-file': HTMLAttributes<HTMLElement>
      'share-page': HTMLAttributes<HTMLElement>
      'copy-text': HTMLAttributes<HTMLElement>
    }
  }
}
