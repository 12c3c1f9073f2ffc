import { marked } from '../checker/marked.ts'
import type { Judged } from '../read-article.ts'

export type Numbered = Judged & { number: number }

/** One text of an article with its findings marked, each leading to what is said of it. */
export const Marked = ({ text, field, findings }: { text: string; field: string; findings: Numbered[] }) => {
  const own = findings.filter(one => one.field === field && one.kept === undefined)
  return (
    <>
      {marked(text, own).map(piece =>
        piece.number === undefined ? (
          piece.text
        ) : (
          <>
            <mark>{piece.text}</mark>
            <a href={`#temuan-${piece.number}`}>
              <sup>{piece.number}</sup>
            </a>
          </>
        ),
      )}
    </>
  )
}
