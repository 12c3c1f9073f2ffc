interface PosterProps {
  src: string
  /** What the picture says, for those who do not see it. */
  alt: string
  /** Pixels of the full picture: the page keeps its place before it comes. */
  width: number
  height: number
  srcset?: string
  sizes?: string
}

/** A picture that may come late without moving the page. */
export const Poster = ({ alt, ...picture }: PosterProps) => (
  <img class="poster" loading="lazy" decoding="async" alt={alt} {...picture} />
)
